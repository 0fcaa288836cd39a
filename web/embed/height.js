// @ts-check
// How high a frame may be, and how often it may change. Touches no page: what comes in are heights and times.

export const LOWEST = 60, HIGHEST = 30_000
/** Changes within so many milliseconds; more are a loop, or malice. */
const MANY = 12
export const WHILE = 2000
/** Loops after which a frame keeps its height until it has another width, or shows another page. */
const PATIENCE = 3

/** @typedef {{now: number, width: number, times: number[], loops: number, waits: number}} Sizing
 *  `times`: of the changes lately; `waits`: a height that came too soon, to be told again after a while */
/** @returns {Sizing} */
export const sizing = () => ({ now: 0, width: 0, times: [], loops: 0, waits: 0 })

/** The height to give to a frame; 0 for none. @param {Sizing} state @param {number} told @param {number} time
 *  @param {number} width of the frame: who draws a window wider or narrower makes no loop */
export function settled(state, told, time, width) {
  const height = Math.min(HIGHEST, Math.max(LOWEST, Math.ceil(told)))
  if (width !== state.width) Object.assign(state, { width, times: [], loops: 0 })
  state.waits = 0
  if (!(told > 0) || height === state.now || state.loops >= PATIENCE) return 0
  state.times = state.times.filter(one => one > time - WHILE)
  if (state.times.length >= MANY) {
    if (++state.loops < PATIENCE) state.waits = height
    return 0
  }
  state.times.push(time)
  return state.now = height
}

/** So many messages at once, then so many a second: the rest is not listened to. */
export function budget(most = 60, refill = 30) {
  let left = most, before = 0
  return (/** @type {number} */ time) => {
    left = Math.min(most, left + Math.max(0, time - before) * refill / 1000)
    before = time
    return left >= 1 && !!left--
  }
}
