// @ts-check
// What a query says of documents before any word is looked up: their numbers, a place in one. Pure.

import { UNITS } from "./query.js"
import { isSmall } from "./small.js"
import { typeAfter, typeBefore } from "./types.js"

/** @typedef {import("./query.js").Word} Word */
/** @typedef {import("./query.js").Numbered} Numbered */
/** @typedef {import("./query.js").Pinpoint} Pinpoint */

const ROMAN = /^[ivxl]+$/
const YEAR = /^(?:19|20)\d\d$/

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

/** Words by which any document may be asked for. */
export const ANY = new Set(["so", "van", "ban", "vb", "ngay", "cua", "ky", "hieu"])

/**
 * @typedef {object} Known what an index knows of numbers
 * @property {Set<string>} letters parts of them
 * @property {{[name: string]: string}} types names of types, and their letters
 * @property {Set<string>} [serials] numbers that documents have
 */

/** Words that name a document by its number, and the letters given with it. @param {Word[]} asked @param {Known} known
 *  @param {({from: number, to: number} | null)[]} aside words that name a place or a day are no number
 *  @returns {Numbered[]} */
export function numbered(asked, { letters, types, serials }, aside) {
  /** @type {Numbered[]} */
  const found = []
  const apart = (/** @type {number} */ place) => aside.some(one => one && place >= one.from && place < one.to)
  asked.forEach((one, place) => {
    if (!/^\d{1,9}$/.test(one.f) || one.share || apart(place)) return
    let to = place + 1
    /** @type {string[]} */
    const given = []
    for (; to < asked.length && given.length < 6 && !apart(to); to++) {
      const parts = /^\d{1,4}$/.test(asked[to].f) ? [asked[to].f] : ANY.has(asked[to].f) ? [] : cut(asked[to].f, letters)
      if (!parts.length) break
      given.push(...parts)
    }
    // A year behind the letters is no part of the number: «11 qđ tw 2021».
    const year = given.length > 1 && YEAR.test(given[given.length - 1]) && !/^\d+$/.test(given[given.length - 2]) ? given.pop() : undefined
    if (year) to--
    let from = place
    if (asked[from - 1]?.f === "so") from--
    const others = asked.filter((_, n) => n < from || n >= to)
    const type = typeBefore(asked.slice(0, from), types)
    const later = type || given.length ? null : typeAfter(asked.slice(to), types)
    const before = cut(asked[from - 1]?.f ?? "", letters)
    if (type) {
      given.unshift(...given.some(part => part.startsWith(type.sign)) ? [] : [type.sign])
      from -= type.words
    } else if (later && (one.f.length > 1 || others.length === later.words)) {
      given.push(later.sign)
      to += later.words
    } else {
      given.unshift(...before)
      if (before.length) from--
    }
    const alone = asked.every((word, n) => n >= from && n < to || apart(n) || isSmall(word) || ANY.has(word.f))
    const told = { type: type?.name ?? (given.length === 1 && later ? later.name : ""), from, to, ...year ? { year } : {} }
    if (!alone && !given.some(part => !/^\d+$/.test(part))) {
      if (one.f.length > 2 && serials?.has(one.f)) found.push({ first: one.f, letters: given, ...told, weak: true })
      return
    }
    const joined = /^(\d+)((?:19|20)\d\d)$/.exec(one.f) // `222023ttbtttt`: the number and its year, run together
    const own = { first: one.f.replace(/^0+(?=\d)/, ""), ...told }
    if (one.f.length < 6) found.push({ ...own, letters: given })
    // «qđ11/2021»: the year may be that of its day, not a part of its number.
    const then = given.find(part => YEAR.test(part))
    if (then && given.length === 2) found.push({ ...own, letters: given.filter(part => part !== then), year: then })
    if (joined) found.push({ first: joined[1].replace(/^0+(?=\d)/, ""), letters: [joined[2], ...given], ...told })
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
