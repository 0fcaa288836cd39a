// @ts-check
// What was looked for on this machine lately: kept in this browser only, and only while the reader lets it.
import { recall, remember as store } from "../shared/storage.js"

const KEY = "tim-gan-day"
const MOST = 8
const LONGEST = 100

/** @typedef {{kept: boolean, words: string[]}} Recent */

/** Whatever stands in storage. @returns {Recent} */
export function recent() {
  const told = recall(KEY, /** @type {any} */ ({}))
  const words = Array.isArray(told.words) ? told.words : []
  return { kept: told.kept !== false, words: words.filter((/** @type {unknown} */ one) => typeof one === "string" && one).slice(0, MOST) }
}

/** @param {Recent} told */
export const write = told => store(KEY, told)

const clean = (/** @type {string} */ text) => text.normalize("NFC").replace(/\s+/g, " ").trim()

/** @param {string} text */
export function remember(text) {
  const told = recent()
  const words = clean(text)
  if (!told.kept || !words || words.length > LONGEST) return
  const others = told.words.filter(one => one.toLowerCase() !== words.toLowerCase())
  write({ kept: true, words: [words, ...others].slice(0, MOST) })
}
