// @ts-check
// What was looked for on this machine lately: kept in this browser only, and only while the reader lets it.
// Storage may be refused, full or spoilt: then nothing is kept and nothing breaks.

const KEY = "tim-gan-day"
const MOST = 8
const LONGEST = 100

/** @typedef {{kept: boolean, words: string[]}} Recent */

/** @returns {Recent} */
export function recent() {
  try {
    const told = JSON.parse(localStorage.getItem(KEY) ?? "{}")
    const words = Array.isArray(told?.words) ? told.words : []
    const sound = words.filter((/** @type {unknown} */ one) => typeof one === "string" && one)
    return { kept: told?.kept !== false, words: sound.slice(0, MOST) }
  } catch {
    return { kept: true, words: [] }
  }
}

/** Whether this browser keeps anything at all. */
export function canKeep() {
  try {
    const before = localStorage.getItem(KEY)
    localStorage.setItem(KEY, before ?? "{}")
    if (before === null) localStorage.removeItem(KEY)
    return true
  } catch {
    return false
  }
}

/** @param {Recent} told */
function write(told) {
  try { localStorage.setItem(KEY, JSON.stringify(told)) } catch { /* refused: forgotten with the page */ }
}

const same = (/** @type {string} */ text) => text.normalize("NFC").toLocaleLowerCase("vi").replace(/\s+/g, " ").trim()

/** @param {string} words */
export function remember(words) {
  const told = recent()
  const clean = words.normalize("NFC").replace(/\s+/g, " ").trim()
  if (!told.kept || !clean || clean.length > LONGEST) return
  write({ kept: true, words: [clean, ...told.words.filter(one => same(one) !== same(clean))].slice(0, MOST) })
}

/** One of them, or all. @param {string} [words] */
export function forget(words) {
  const told = recent()
  write({ ...told, words: words === undefined ? [] : told.words.filter(one => one !== words) })
}

/** Nothing is kept from now on, and what was kept is gone; or it is kept again. @param {boolean} kept */
export function keep(kept) { write({ kept, words: [] }) }
