// @ts-check
// What a reader has to know before the results, so that none of them is taken for what it is not: a number that no
// document has, words that no page has, or none together; and what else to try where nothing was found. Texts for people.

import { lackingIn, listsOf } from "./lacking.js"
import { TITLE } from "./rank.js"
import { isQuestion, isSmall } from "./small.js"
import { agrees, written } from "./text.js"
import { typeAfter } from "./types.js"
import { isResting } from "./worth.js"

/** @typedef {import("./opened.js").Opened} Opened */
/** @typedef {import("./gather.js").Ranked} Ranked */
/** @typedef {import("./meaning.js").Asked} Asked */
/** @typedef {{own: import("./numbers.js").Own, lifted: Map<number, unknown>, readings: Ranked[], yearly: import("./years.js").OfYear | null, first: number | undefined, total: number}} Found */

export const leftOut = ["Chỉ có chữ cần loại trừ: thêm chữ cần tìm ở trước dấu trừ."]

/** @param {Opened} opened @param {{typed: import("./query.js").Word[], named: import("./query.js").Numbered[], aside: import("./query.js").Pinpoint | null, literal: boolean}} read
 *  @param {Found} found @param {{finished?: boolean}} options @returns {string[]} */
export function notesOn(opened, read, found, { finished = false }) {
  const [number] = found.own.unknown
  if (number) return [`Thư viện không có văn bản ${quoted(read.typed.slice(number.from, number.to))}${number.year ? ` năm ${number.year}` : ""}; dưới đây là các mục có những chữ này.`].filter(() => found.total > 0)
  const { yearly } = found
  if (yearly && !yearly.own.length) return [`Không ${yearly.typed} nào trong thư viện ghi ngày trong năm ${yearly.year}; ${yearly.lists.length ? "mời xem danh sách ở mục đầu tiên" : "dưới đây là các mục có những chữ này"}.`]
  if (!found.total || found.lifted.size) return []
  const other = unheld(opened, read, found)
  if (other) return [`Thư viện không có văn bản nào tên là ${quoted(other)}; dưới đây là các mục có những chữ này.`]
  const { first = -1, readings } = found, reading = readings.reduce((a, b) => (b.score[first] ?? 0) > (a.score[first] ?? 0) ? b : a)
  const asked = reading.asked.filter(one => !isSmall(one))
  const unknown = asked.filter((one, n) => isUnknown(opened, one) && (finished || n < asked.length - 1 || !one.begun))
  if (unknown.length) return [`Không mục nào có chữ ${each(unknown)}; dưới đây là các mục có chữ còn lại hoặc gần giống.`]
  const apart = reading.stands ? null : neverTogether(reading, first) // what stands for a word was not typed
  if (apart) return [`Không mục nào viết liền ${quoted(apart)}; dưới đây là các mục có từng chữ này.`]
  const lacking = lackingIn(reading, first, readings[0].asked, finished)
  if (!lacking) return isResting(opened, first) && asked.length <= BRIEF ? ["Chuyên mục chưa có mục riêng về điều này; mục đầu tiên là một nguồn có nhắc đến."] : []
  return [lacking.none ? `Không mục nào có đủ các chữ đã gõ; mục đầu tiên không có ${lacking.phrases.map(quoted).join(", ")}.` : `Mục đầu tiên không có ${lacking.phrases.map(quoted).join(", ")}.`]
}

/** Whether no page has the word, or what it was surely meant as. @param {Opened} opened @param {Asked} one */
const isUnknown = ({ lexicon }, { f, x, marked, means, after, begun }) => f.length > 1 && !/^\d+$/.test(f) && !after
  && !(marked ? lexicon.spellings(f).some(one => agrees(x, one.told)) : lexicon.has(f))
  && !means.some(one => !one.kind && one.f !== f && !begun && lexicon.has(one.f) || one.kind === "telex" || one.kind === "vni" || one.kind === "spaces" || one.kind === "correction")

/** Two or more words side by side, each of which no page has beside any that was asked for; or a few words that no
 *  page has in a row, nor the title of the first. @param {Ranked} reading @param {number} first @returns {Asked[] | null} */
function neverTogether({ asked, pairs, titled }, first) {
  const alone = asked.map((one, n) => !isSmall(one) && !/^\d/.test(one.f) && !(pairs[n - 1]?.length) && !(pairs[n]?.length))
  for (let from = 0; from < asked.length - 1; from++) {
    let to = from
    while (alone[to]) to++
    if (to - from > 1) return asked.slice(from, to)
  }
  if (asked.length > FEW || isQuestion(asked) || titled[first] >= 1) return null
  return asked.some((_, n) => isAlone(asked, pairs, n) || titled[first] < SAID && isApart(asked, pairs, n)) ? asked : null
}

/** Of «điều 2 quy chế công nhận» the document, where no title says its type and what it is about.
 *  @param {Opened} opened @param {{typed: import("./query.js").Word[], aside: import("./query.js").Pinpoint | null}} read @param {Found} found */
function unheld({ head }, { typed, aside }, { readings }) {
  if (!aside) return null
  const left = typed.filter((one, n) => (n < aside.from || n >= aside.to) && !isSmall(one))
  const type = typeAfter(left, head.types)
  if (!type || type.words >= left.length) return null
  return readings.some(one => isTitled(one, new Set(left.map(word => word.f)))) ? null : left
}

/** Whether a title, or another name, has all these words. @param {Ranked} reading @param {Set<string>} words folded */
function isTitled({ asked, positions, pairs }, words) {
  const told = asked.flatMap((one, n) => !words.has(one.f) ? [] : [new Set(listsOf(positions[n], pairs, n).flatMap(({ pages, weights }) => [...pages].filter((_, at) => weights[at] & TITLE)))])
  return told.length >= words.size && [...told[0]].some(page => told.every(pages => pages.has(page)))
}

/** Words beyond which a query may be the title of a source. */
const BRIEF = 8
/** Words of a query in which none stands by itself: «sơ cấp lý luận» names one thing. */
const FEW = 5
/** What the first title has of them, from which it is what was asked. */
const SAID = 0.6
const YEAR = /^(19|20)\d\d$/
/** Whether no page has the word beside those it was typed with, and it says something only beside them.
 *  @param {Asked[]} asked @param {Ranked["pairs"]} pairs @param {number} n */
function isAlone(asked, pairs, n) {
  const beside = [n - 1, n + 1].filter(at => asked[at] && tells(asked[at]))
  return beside.length > 0 && tells(asked[n]) && beside.every(at => !pairs[Math.min(at, n)]?.length)
}

/** Whether no page has it before the next word. @param {Asked[]} asked @param {Ranked["pairs"]} pairs @param {number} n */
const isApart = (asked, pairs, n) => n + 1 < asked.length && [n, n + 1].every(at => tells(asked[at])) && !pairs[n].length
/** @param {Asked} one */
const tells = one => !one.small && !YEAR.test(one.f)

/** @param {{o: string, glued?: boolean, before?: string}[]} words */
const quoted = words => `«${words.map((one, n) => (n && !one.glued ? one.before || " " : "") + one.o).join("")}»`
/** @param {{o: string}[]} words */
const each = words => words.map(one => `«${one.o}»`).join(", ")

/** Other spellings for a query that found nothing. @param {Opened} opened @param {Asked[]} asked */
export function nearTo({ lexicon }, asked) {
  const made = new Set()
  asked.forEach((one, n) => {
    for (const f of lexicon.near(one.f).slice(0, 3))
      made.add(asked.map((other, m) => m === n ? written(lexicon.usual(f)) : other.o).join(" "))
  })
  return [...made].slice(0, 5)
}
