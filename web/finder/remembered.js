// @ts-check
// The words that were looked for lately, as a list. Pure: knows no storage.

const MOST = 8
const LONGEST = 100

/** @typedef {{kept: boolean, words: string[]}} Recent `kept`: whether the reader wants them kept */

/** Whatever stands in storage. @param {any} told @returns {Recent} */
export function known(told) {
  const words = Array.isArray(told?.words) ? told.words : []
  return { kept: told?.kept !== false, words: words.filter((/** @type {unknown} */ one) => typeof one === "string" && one).slice(0, MOST) }
}

/** With these words before all others, however they are written. @param {Recent} told @param {string} text
 *  @returns {Recent} the same where there is nothing to keep */
export function withWords(told, text) {
  const words = text.normalize("NFC").replace(/\s+/g, " ").trim()
  if (!told.kept || !words || words.length > LONGEST) return told
  const others = told.words.filter(one => one.toLowerCase() !== words.toLowerCase())
  return { kept: true, words: [words, ...others].slice(0, MOST) }
}
