// @ts-check
// What a query says before any word is looked up: words, quoted phrases, words to leave out. Pure; any text gives an
// answer. What it says in figures is read by `figures.js`.

import { exact, fold, words } from "./text.js"
import { tidied } from "./tidy.js"

/** @typedef {object} Word
 * @property {string} o as it was typed
 * @property {string} f folded
 * @property {string} x with its marks, as `exact` gives it
 * @property {boolean} marked whether marks were typed, in this word or another: then a word without means none
 * @property {boolean} glued to the one before, without a space
 * @property {string} run what stood between two spaces or signs, in lower case: `truong2`
 * @property {string} [before] the sign that joins it to the word before: `/`, `-`, `.`; else a space, or nothing
 * @property {boolean} [share] a part of a hundred: «14%»
 * @property {number} phrase number of the quoted phrase it stands in, 0 in none
 * @property {boolean} [caps] typed in capitals
 * @property {boolean} [asks] it only asks, together with those beside it
 * @property {import("./lexicon.js").Meaning} [keys] what was meant by keys of an input method that was off
 */
/** @typedef {{words: Word[], without: string[], open: boolean, host: string}} Asked `open`: the last word may be
 *  unfinished; `host`: see tidy.js */
/** @typedef {{first: string, letters: string[], type: string, from: number, to: number, weak?: boolean, year?: string}} Numbered words
 *  from…to name a document; `type` where its type was named: `quy dinh`; `weak`: it may be a number like others; `year`: told behind it */
/** @typedef {{steps: string[], from: number, to: number}} Pinpoint */

export const LONGEST = 300
/** Words of a query, once keys of an input method are undone. */
export const MOST = 40
const IN_NUMBER = /(\p{N}|\/\s*[\p{L}\p{N}]+)\s*$/u // «380 -KH», «705 /QĐ -TTg»: the hyphen is the number's
const PHRASE = /"([^"]*)"|«([^»]*)»|“([^”]*)”/gu

/** @param {string} query @returns {Asked} */
export function ask(query) {
  const { text, host } = tidied(query.slice(0, LONGEST))
  /** @type {Word[]} */
  const found = []
  /** @type {string[]} */
  const without = []
  let phrase = 0, at = 0
  for (const quoted of text.matchAll(PHRASE)) {
    plain(text.slice(at, quoted.index), found, without)
    read(quoted[1] ?? quoted[2] ?? quoted[3], ++phrase, found)
    at = quoted.index + quoted[0].length
  }
  plain(text.slice(at), found, without)
  found.sort((a, b) => Number(a.share ?? false) - Number(b.share ?? false)) // «14% giảng viên chính» asks what «giảng viên chính 14%» asks
  const marked = found.some(one => one.marked)
  return { words: marked ? found.map(one => ({ ...one, marked })) : found, without: without.slice(0, 8), open: /[\p{L}\p{M}\p{N}]$/u.test(text), host }
}

/** @param {string} text @param {Word[]} found @param {string[]} without */
function plain(text, found, without) {
  let at = 0
  for (const left of text.matchAll(/(^|\s)-([\p{L}\p{M}]+)(?=\s|$)/gu)) {
    const before = text.slice(0, left.index)
    if (IN_NUMBER.test(before)) continue
    read(text.slice(at, left.index), 0, found)
    without.push(left[2].toLowerCase())
    at = left.index + left[0].length
  }
  read(text.slice(at), 0, found)
}

/** @param {string} text @param {number} phrase @param {Word[]} found */
function read(text, phrase, found) {
  let end = 0
  for (const { 0: typed, index } of text.matchAll(/[\p{L}\p{M}\p{Nd}]+/gu)) {
    const run = typed.toLowerCase(), caps = run.length > 1 && typed === typed.toUpperCase()
    const before = text.slice(end, index), share = /^\p{Nd}+$/u.test(typed) && /^\s?(%|phần trăm|phan tram)/.test(text.slice(index + typed.length))
    end = index + typed.length
    words(run).forEach((o, place) => found.push({ ...wordOf(o, place > 0, run, phrase), caps, before: place ? "" : before, ...share ? { share } : {} }))
  }
}

/** @param {string} o @param {boolean} glued @param {string} run @param {number} phrase @returns {Word} */
export function wordOf(o, glued = false, run = o, phrase = 0) {
  const f = fold(o), x = exact(o)
  return { o, f, x, marked: f !== x, glued, run, phrase }
}

/** The parts of a document, the largest first. */
export const UNITS = ["phan", "chuong", "muc", "dieu", "khoan", "diem", "gach"]
/** Whether a query says something in figures, or in letters that count: «mục II», «điểm a». @param {Word[]} typed */
export const hasFigures = typed => typed.some(({ f }, n) =>
  /\d/.test(f) || /^([a-z]|[ivxl]+)$/.test(f) && ["luc", ...UNITS].includes(typed[n - 1]?.f))
