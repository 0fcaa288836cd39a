// @ts-check
// The protocol between a page of the section in a frame and the loader in the page around it: words of the address,
// and messages. Both sides read only what stands here; whatever else comes is no message. Version 1 may gain words,
// never lose or change one.
//
//   frame → page   hello {token, height, path, title}   once a page, height 0 where it is not known
//                  size  {token, height}                 when its content has another height
//   page → frame   welcome {token, sandbox}              answers every hello; into a frame of no origin without token,
//                                                        with a port, over which `size` then comes
//
// What binds: a message counts only from the window of a known frame, of the section's origin or none, with its token.

export const VERSION = 1

/** Words of the address. All meaning stands in path and query: fragments do not survive every editor. */
export const WORD = Object.freeze({
  on: "nhung", token: "ma", accent: "mau", face: "chu", scheme: "giao-dien", level: "tieu-de", place: "neo",
  next: "tiep", secret: "wp", height: "cao",
})
/** Those that belong to the frame and not to what is read. */
export const OWN = Object.freeze(Object.values(WORD).filter(one => one !== WORD.on))

/** @typedef {{type: "hello", token: string, height: number, path: string, title: string}} Hello
 *  @typedef {{type: "size", token: string, height: number}} Size
 *  @typedef {{type: "welcome", token: string, sandbox: string | null}} Welcome `sandbox`: as the frame has it; null: none */

const MARK = "truongChuan", LONGEST = 500

/** @template {{type: string}} M @param {M} message */
export const sealed = message => ({ [MARK]: VERSION, ...message })

/** @param {unknown} data @returns {Record<string, unknown> | null} */
function opened(data) {
  if (typeof data !== "object" || data === null) return null
  const told = /** @type {Record<string, unknown>} */ (data)
  return told[MARK] === VERSION ? told : null
}

/** @param {unknown} one @returns {one is string} */
const isShort = one => typeof one === "string" && one.length <= LONGEST

/** What a frame says, or null. @param {unknown} data @returns {Hello | Size | null} */
export function fromFrame(data) {
  const told = opened(data)
  if (!told) return null
  const { type, token, height, path, title } = told
  if (!isShort(token) || typeof height !== "number" || !Number.isFinite(height)) return null
  if (type === "size") return { type, token, height }
  return type === "hello" && isShort(path) && isShort(title) ? { type, token, height, path, title } : null
}

/** What the page around says, or null. @param {unknown} data @returns {Welcome | null} */
export function fromPage(data) {
  const told = opened(data)
  if (!told) return null
  const { type, token, sandbox } = told
  return type === "welcome" && isShort(token) && (sandbox === null || isShort(sandbox)) ? { type, token, sandbox } : null
}
