// @ts-check
// What a query says before any word is looked up: words, quoted phrases, words to leave out, numbers of documents,
// a place in one, a day. Pure; any text gives an answer.

import { exact, fold, words } from "./text.js"

/** @typedef {object} Word
 * @property {string} o as it was typed
 * @property {string} f folded
 * @property {string} x with its marks, as `exact` gives it
 * @property {boolean} marked whether marks were typed, in this word or another: then a word without means none
 * @property {boolean} glued to the one before, without a space
 * @property {string} run what stood between two spaces or signs, in lower case: `truong2`
 * @property {number} phrase number of the quoted phrase it stands in, 0 in none
 * @property {boolean} [caps] typed in capitals
 * @property {import("./lexicon.js").Meaning} [keys] what was meant by keys of an input method that was off
 */
/** @typedef {{words: Word[], without: string[], open: boolean}} Asked `open`: the last word may be unfinished */
/** @typedef {{first: string, letters: string[], type: string, from: number, to: number}} Numbered words from…to name
 *  a document; `type` where its type was named: `quy dinh` */
/** @typedef {{steps: string[], from: number, to: number}} Pinpoint */

export const LONGEST = 300
/** Words of a query, once keys of an input method are undone. */
export const MOST = 40
const IN_NUMBER = /(\p{N}|\/\s*[\p{L}\p{N}]+)\s*$/u // «380 -KH», «705 /QĐ -TTg»: the hyphen is the number's
const PHRASE = /"([^"]*)"|«([^»]*)»|“([^”]*)”/gu

/** @param {string} query @returns {Asked} */
export function ask(query) {
  const text = query.slice(0, LONGEST).normalize("NFC")
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
  const marked = found.some(one => one.marked)
  return { words: marked ? found.map(one => ({ ...one, marked })) : found, without: without.slice(0, 8), open: /[\p{L}\p{M}\p{N}]$/u.test(text) }
}

/** @param {string} text @param {Word[]} found @param {string[]} without */
function plain(text, found, without) {
  let at = 0
  for (const left of text.matchAll(/(^|\s)-([\p{L}\p{M}]+)(?=\s|$)/gu)) {
    const before = text.slice(0, left.index)
    if (IN_NUMBER.test(before) || !/[\p{L}\p{N}]/u.test(before) && !found.length) continue
    read(text.slice(at, left.index), 0, found)
    without.push(left[2].toLowerCase())
    at = left.index + left[0].length
  }
  read(text.slice(at), 0, found)
}

/** @param {string} text @param {number} phrase @param {Word[]} found */
function read(text, phrase, found) {
  for (const [typed] of text.matchAll(/[\p{L}\p{M}\p{Nd}]+/gu)) {
    const run = typed.toLowerCase(), caps = run.length > 1 && typed === typed.toUpperCase()
    words(run).forEach((o, place) => found.push({ ...wordOf(o, place > 0, run, phrase), caps }))
  }
}

/** @param {string} o @param {boolean} glued @param {string} run @param {number} phrase @returns {Word} */
export function wordOf(o, glued = false, run = o, phrase = 0) {
  const f = fold(o), x = exact(o)
  return { o, f, x, marked: f !== x, glued, run, phrase }
}

const UNITS = ["phan", "chuong", "muc", "dieu", "khoan", "diem", "gach"]
const ROMAN = /^[ivxl]+$/

/** «điều 5 khoản 2», «mục II.4» → the steps of an id: `dieu-5`, `khoan-2`. @param {Word[]} asked
 *  @returns {Pinpoint | null} */
export function pinpoint(asked) {
  /** @type {{unit: string, step: string}[]} */
  const steps = []
  let from = asked.length, to = 0
  for (let n = 0; n + 1 < asked.length; n++) {
    const two = asked[n].f === "phu" && asked[n + 1].f === "luc"
    const unit = two ? "phu-luc" : UNITS.includes(asked[n].f) ? asked[n].f : ""
    let next = two ? n + 2 : n + 1
    const told = asked[next]?.f ?? ""
    if (!unit || !(/^\d{1,3}$/.test(told) || ROMAN.test(told) || unit === "diem" && /^[a-z]$/.test(told))) continue
    let step = `${unit}-${told}`
    if (unit === "muc")
      while (asked[next + 1]?.glued === false && /^\d{1,2}$|^[a-z]$/.test(asked[next + 1].f) && ROMAN.test(told)
        && steps.length < 6) step += `.${asked[++next].f}`
    steps.push({ unit, step })
    from = Math.min(from, n)
    to = next + 1
    n = next
  }
  const order = ["phu-luc", ...UNITS]
  steps.sort((a, b) => order.indexOf(a.unit) - order.indexOf(b.unit))
  return steps.length ? { steps: steps.flatMap(one => one.step.split(".")), from, to } : null
}

/** Words that name a document by its number, and the letters given with it. @param {Word[]} asked
 *  @param {Set<string>} letters parts of numbers that the index knows @param {{[name: string]: string}} types
 *  @param {Pinpoint | null} aside words that name a place are no number @returns {Numbered[]} */
export function numbered(asked, letters, types, aside) {
  /** @type {Numbered[]} */
  const found = []
  asked.forEach((one, place) => {
    if (!/^\d{1,9}$/.test(one.f) || aside && place >= aside.from && place < aside.to) return
    let to = place + 1
    /** @type {string[]} */
    const given = []
    for (; to < asked.length && given.length < 6; to++) {
      const parts = /^\d{1,4}$/.test(asked[to].f) ? [asked[to].f] : cut(asked[to].f, letters)
      if (!parts.length) break
      given.push(...parts)
    }
    let from = place
    if (asked[from - 1]?.f === "so") from--
    const name = `${asked[from - 2]?.f} ${asked[from - 1]?.f}`
    const short = types[name]
    const before = cut(asked[from - 1]?.f ?? "", letters)
    if (short) given.unshift(...given.includes(short) ? [] : [short])
    else given.unshift(...before)
    if (short) from -= 2
    else if (before.length) from--
    const alone = asked.length === to - from
    if (!alone && !given.some(part => !/^\d+$/.test(part))) return
    const told = { type: short ? name : "", from, to }
    const year = /^(\d+)((?:19|20)\d\d)$/.exec(one.f) // `222023ttbtttt`: the number and its year, run together
    if (one.f.length < 6) found.push({ first: one.f.replace(/^0+(?=\d)/, ""), letters: given, ...told })
    if (year) found.push({ first: year[1].replace(/^0+(?=\d)/, ""), letters: [year[2], ...given], ...told })
  })
  return found
}

/** Letters of a number as the parts that the index knows: `qdttg` → `qd`, `ttg`. @param {string} run
 *  @param {Set<string>} letters @returns {string[]} */
export function cut(run, letters) {
  if (!run || /\d/.test(run)) return []
  if (letters.has(run)) return [run]
  for (let end = run.length - 1; end > 1; end--)
    if (letters.has(run.slice(0, end))) {
      const rest = cut(run.slice(end), letters)
      if (rest.length) return [run.slice(0, end), ...rest]
    }
  return []
}

/** Whether a document's letters are those that were given. @param {string} label `kh-hvctqg` @param {string[]} given */
export function fits(label, given) {
  const parts = label.split("-")
  const joined = parts.join(""), asked = given.join("")
  return given.every(one => parts.includes(one)) || joined.startsWith(asked) || asked.length > 2 && joined.includes(asked)
}

/** A day, month as it is typed: «19/5/2021», «ngày 19 tháng 5 năm 2021», «tháng 5/2021». @param {string} query
 *  @returns {{year: string, rest: string} | null} */
export function day(query) {
  const text = fold(query)
  const full = /(?:^|\D)(\d{1,2})\s*(?:[/.-]|thang)\s*(\d{1,2})\s*(?:[/.-]|nam)\s*((?:19|20)\d\d)(?!\d)/.exec(text)
  const iso = /(?:^|\D)((?:19|20)\d\d)-(\d{1,2})(?:-(\d{1,2}))?(?!\d)/.exec(text)
  const month = /(?:thang\s*)?(?:^|\D)(\d{1,2})\s*(?:[/.]|nam)\s*((?:19|20)\d\d)(?!\d)/.exec(text)
  const two = (/** @type {string} */ one) => one.padStart(2, "0")
  if (full) return { year: full[3], rest: `${two(full[2])}-${two(full[1])}` }
  if (iso) return { year: iso[1], rest: iso[3] ? `${two(iso[2])}-${two(iso[3])}` : two(iso[2]) }
  return month ? { year: month[2], rest: two(month[1]) } : null
}
