// @ts-check
// What a page in a frame may do there. Asked, never tried out on the reader: a sandbox refuses in silence.

/** @typedef {{open: boolean, print: boolean, download: boolean, copy: boolean, share: boolean, submit: boolean, keep: boolean}} May */

/** Whether the frame has any sandbox: each forbids this, and none can be told to allow it. */
const sandboxed = (() => {
  try {
    document.domain = document.domain
    return false
  } catch {
    return true
  }
})()

/** Whether anything can be kept here. */
export function keeps() {
  try {
    localStorage.getItem("")
    return true
  } catch {
    return false
  }
}

/** Whether the page around leaves a feature to us. @param {string} name */
export function left(name) {
  const policy = /** @type {{featurePolicy?: {allowsFeature(name: string): boolean}}} */ (/** @type {unknown} */ (document)).featurePolicy
  return !policy || policy.allowsFeature(name)
}

/** `told`: the sandbox as the page around has it, where it said so. @param {string | null | undefined} told @returns {May} */
export function may(told) {
  const free = !sandboxed, words = new Set(free ? [] : (told ?? "").toLowerCase().split(/\s+/))
  const allows = (/** @type {string} */ word) => free || words.has(word)
  return {
    open: allows("allow-popups"),
    print: allows("allow-modals"),
    download: allows("allow-downloads"),
    submit: allows("allow-forms"),
    copy: left("clipboard-write"),
    share: "share" in navigator && left("web-share"),
    keep: keeps(),
  }
}
