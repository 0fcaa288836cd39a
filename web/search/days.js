// @ts-check
// Days and months in a query, and which of its words tell them: those words name no document. Pure.

/** @typedef {import("./query.js").Word} Word */
/** @typedef {{year: string, rest: string, from: number, to: number, bare?: boolean}} Day words from…to; `rest`: `05-19`, or `05` of
 *  a month; without a year nothing is looked up; `bare`: two numbers and a sign, which may be the number of a document and its year */

const YEAR = /^(19|20)\d\d$/
const PART = /^[/.-]$/

/** @param {Word[]} typed @returns {Day[]} */
export function daysOf(typed) {
  /** @type {Day[]} */
  const found = []
  for (let at = 0; at < typed.length; at++) {
    const day = wholeDay(typed, at) ?? isoDay(typed, at) ?? month(typed, at) ?? yearless(typed, at)
    if (!day) continue
    found.push(day)
    at = day.to - 1
  }
  return found
}

/** «19/5/2021», «ngày 19 tháng 5 năm 2021». @param {Word[]} typed @param {number} at @returns {Day | null} */
function wholeDay(typed, at) {
  const d = joined(typed, at) ? "" : number(typed[at], 31)
  const [second, m] = after(typed, at, "thang", 12)
  const [third, y] = second < 0 ? [-1, ""] : afterYear(typed, second)
  return d && m && y ? { year: y, rest: `${m}-${d}`, from: typed[at - 1]?.f === "ngay" ? at - 1 : at, to: third + 1 } : null
}

/** «2021-05-19», «2021/5». @param {Word[]} typed @param {number} at @returns {Day | null} */
function isoDay(typed, at) {
  if (!YEAR.test(typed[at].f)) return null
  const m = joined(typed, at + 1) ? number(typed[at + 1], 12) : ""
  const d = m && joined(typed, at + 2) ? number(typed[at + 2], 31) : ""
  const to = at + (d ? 3 : 2)
  if (!m || joined(typed, to) || typed[at - 1] && joined(typed, at)) return null
  return { year: typed[at].f, rest: d ? `${m}-${d}` : m, from: at, to }
}

/** «tháng 5 năm 2021», «tháng 5 2021», «T5/2021», «5/2021». @param {Word[]} typed @param {number} at @returns {Day | null} */
function month(typed, at) {
  const named = typed[at - 1]?.f === "thang" || typed[at - 1]?.f === "t" && typed[at].glued
  const m = number(typed[at], 12)
  const [place, y] = m ? afterYear(typed, at) : [-1, ""]
  const bare = m && !y && named && YEAR.test(typed[at + 1]?.f ?? "") && !typed[at + 1].glued ? at + 1 : -1
  const to = (place < 0 ? bare : place) + 1
  // «5/2021/TT-BTC» is the number of a document, «11-QĐ/TW 5/2021» is not; «3/5/2021» is no month.
  if (to < 1 || !named && (joined(typed, at) || joined(typed, to) || y.length < 4)) return null
  return { year: bare < 0 ? y : typed[bare].f, rest: m, from: named ? at - 1 : at, to, ...named ? {} : { bare: true } }
}

/** «ngày 19 tháng 5», «19 tháng 5»: no day that is looked up, and no number of a document either. @param {Word[]} typed @param {number} at @returns {Day | null} */
function yearless(typed, at) {
  const told = number(typed[at], 31) && typed[at + 1]?.f === "thang" && number(typed[at + 2], 12)
  return told ? { year: "", rest: "", from: typed[at - 1]?.f === "ngay" ? at - 1 : at, to: at + 3 } : null
}

/** The number behind a sign or a word. @param {Word[]} typed @param {number} at @param {string} word @param {number} most
 *  @returns {[number, string]} */
function after(typed, at, word, most) {
  const next = typed[at + 1]?.f === word ? at + 2 : joined(typed, at + 1) ? at + 1 : -1
  const found = next < 0 ? "" : number(typed[next], most)
  return found ? [next, found] : [-1, ""]
}

/** @param {Word[]} typed @param {number} at @returns {[number, string]} */
function afterYear(typed, at) {
  const next = typed[at + 1]?.f === "nam" ? at + 2 : joined(typed, at + 1) ? at + 1 : -1
  const told = typed[next]?.f ?? ""
  if (YEAR.test(told)) return [next, told]
  return /^\d\d$/.test(told) && typed[next].before === "/" ? [next, `20${told}`] : [-1, ""]
}

/** Whether a sign joins it to the word before. @param {Word[]} typed @param {number} at */
const joined = (typed, at) => PART.test(typed[at]?.before ?? "")

/** @param {Word | undefined} word @param {number} most @returns {string} two digits, or nothing */
const number = (word, most) => word && /^\d{1,2}$/.test(word.f) && Number(word.f) > 0 && Number(word.f) <= most ? word.f.padStart(2, "0") : ""
