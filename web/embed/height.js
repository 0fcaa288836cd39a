// @ts-check
// How high a frame may be, and how often it may change. Touches no page: what comes in are heights and times.

export const LOWEST = 60, HIGHEST = 30_000
/** Widths of a frame, in pixels, for which `cao` may tell heights: phones, columns, below and above where tables unfold.
 *  The address of a snippet outlives its builder: widths may be added at the end, never changed. */
export const WIDTHS = [320, 360, 400, 520, 719, 720, 860, 1000]
/** A frame kept so much higher than its content stays as it is: a line of nothing is not seen, a page that jumps is. */
export const SLACK = 48
/** Changes within so many milliseconds; more are a loop, or malice. */
const MANY = 12
export const WHILE = 2000
/** Loops after which a frame keeps its height until it has another width, or shows another page. */
const PATIENCE = 3

/** @param {number} height */
const within = height => Math.min(HIGHEST, Math.max(LOWEST, Math.ceil(height)))

/** The height to begin with, as a snippet tells it: `640`, or one for each of the widths; 0 where it tells none.
 *  @param {string} told @param {number} width of the frame */
export function first(told, width) {
  const heights = (told.match(/\d+/g) ?? []).map(Number), [only = 0] = heights
  if (!only || heights.length < WIDTHS.length) return only && within(only)
  const next = WIDTHS.findIndex(one => one >= width), at = next < 0 ? WIDTHS.length - 1 : next
  const { [at]: high = 0, [at - 1]: low = high } = heights, { [at]: far = 0, [at - 1]: near = far - 1 } = WIDTHS
  // Lines break where they like between two widths: rather a few pixels too high.
  return within(high + (low - high) * Math.max(0, far - width) / (far - near) + SLACK / 2)
}

/** @typedef {{now: number, kept: number, width: number, times: number[], loops: number, waits: number}} Sizing
 *  `kept`: the height before any was told; `times`: of the changes lately; `waits`: a height that came too soon, to be
 *  told again after a while */
/** @returns {Sizing} */
export const sizing = (kept = 0) => ({ now: 0, kept, width: 0, times: [], loops: 0, waits: 0 })

/** The height to give to a frame; 0 for none. @param {Sizing} state @param {number} told @param {number} time
 *  @param {number} width of the frame: who draws a window wider or narrower makes no loop */
export function settled(state, told, time, width) {
  const height = within(told), { now, kept } = state
  if (width !== state.width) Object.assign(state, { width, times: [], loops: 0 })
  state.waits = 0
  if (!(told > 0) || height === now || state.loops >= PATIENCE) return 0
  if (!now && kept >= height && kept - height <= SLACK) {
    state.now = height
    return 0
  }
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
