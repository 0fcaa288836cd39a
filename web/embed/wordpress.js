// @ts-check
// What WordPress wants to hear from a frame that came by oEmbed: its height, and where a link leads. The secret it
// gave to the frame binds every word; it hides the frame until it has heard a height.

/** It takes no other. */
const LOWEST = 200, HIGHEST = 1000

/** @param {string} secret empty where no WordPress gave one @param {() => number} height */
export function wordpress(secret, height) {
  /** @param {string} message @param {unknown} value */
  const say = (message, value) => { if (secret) parent.postMessage({ message, value, secret }, "*") }
  const tell = (/** @type {number} */ value) => say("height", Math.min(HIGHEST, Math.max(LOWEST, Math.ceil(value))))
  return {
    secret,
    height: tell,
    /** In the window around, as WordPress does with pages of the frame's own host. @param {string} address */
    link: address => say("link", address),
    /** @param {unknown} data */
    hear(data) {
      const told = /** @type {{message?: unknown, secret?: unknown} | null} */ (typeof data === "object" ? data : null)
      if (secret && told?.message === "ready" && told.secret === secret) tell(height())
    },
  }
}
