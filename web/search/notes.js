// @ts-check
// What a reader has to know before the results, so that none of them is taken for what it is not: a number that no
// document has, words that no page has, or none together; and what else to try where nothing was found. Texts for people.

import { lackingIn, listsOf } from "./lacking.js"
import { isWritten } from "./meaning.js"
import { TITLE } from "./rank.js"
import { standingFor } from "./readings.js"
import { isQuestion, isSmall } from "./small.js"
import { fold, words, written } from "./text.js"
import { typeAfter } from "./types.js"
import { isResting } from "./worth.js"

/** @typedef {import("./opened.js").Opened} Opened */
/** @typedef {import("./gather.js").Ranked} Ranked */
/** @typedef {import("./meaning.js").Asked} Asked */
/** @typedef {{own: import("./numbers.js").Own, lifted: Map<number, unknown>, readings: Ranked[], yearly: import("./years.js").OfYear | null, first: number | undefined, total: number}} Found */

export const leftOut = ["Chỉ có chữ cần loại trừ: thêm chữ cần tìm ở trước dấu trừ."]

/** @param {Opened} opened @param {{typed: import("./query.js").Word[], named: import("./query.js").Numbered[], aside: import("./query.js").Pinpoint | null, literal: boolean}} read
 *  @param {Found} found @param {{finished?: boolean}} options @param {Set<string>} missing @returns {Promise<string[]>} */
export async function notesOn(opened, read, found, { finished = false }, missing) {
  const [number] = found.own.unknown
  if (number) return [`Thư viện không có văn bản ${quoted(read.typed.slice(number.from, number.to))}${number.year ? ` năm ${number.year}` : ""}; dưới đây là các mục có những chữ này.`].filter(() => found.total > 0)
  const { yearly } = found
  if (yearly && !yearly.own.length) return [`Không ${yearly.typed} nào trong thư viện ghi ngày trong ${yearly.when}; ${yearly.lists.length ? "mời xem danh sách ở mục đầu tiên" : "dưới đây là các mục có những chữ này"}.`]
  if (!found.total || found.lifted.size) return []
  const other = unheld(opened, read, found)
  if (other) return [`Thư viện không có văn bản nào tên là ${quoted(other)}; dưới đây là các mục có những chữ này.`]
  const { first = -1, readings } = found, reading = readings.reduce((a, b) => (b.score[first] ?? 0) > (a.score[first] ?? 0) ? b : a)
  const asked = reading.asked.filter(one => !isSmall(one))
  const unknown = asked.filter((one, n) => isUnknown(opened, one) && (finished || n < asked.length - 1 || !one.begun))
  if (unknown.length) return [`Không mục nào có chữ ${each(unknown)}; dưới đây là các mục có chữ còn lại hoặc gần giống.`]
  const thing = reading.titled[first] < SAID && asked.length <= QUESTION ? await unheldThing(opened, readings[0].asked, missing) : null
  if (thing) return [`Không mục nào viết riêng về ${quoted(thing)}; dưới đây là các mục có nhắc đến hoặc có những từ còn lại.`]
  const apart = neverTogether(reading.stands ? readings[0] : reading, first, reading)
  if (apart) return [`Không mục nào có nguyên cụm từ ${quoted(apart)}; dưới đây là các mục có từng từ trong cụm đó.`]
  const lacking = lackingIn(reading, first, readings[0].asked, finished)
  if (!lacking) return isResting(opened, first) && asked.length <= BRIEF ? ["Chuyên mục chưa có mục riêng về điều này; mục đầu tiên là một nguồn có nhắc đến."] : []
  const told = [...new Set(lacking.phrases.map(quoted))].join(", ")
  return [lacking.none ? `Không mục nào có đủ các chữ đã gõ; mục đầu tiên không có ${told}.` : `Mục đầu tiên không có ${told}.`]
}

/** Whether no page has the word, or what it was surely meant as. @param {Opened} opened @param {Asked} one */
const isUnknown = ({ lexicon }, { f, x, marked, means, after, begun }) => f.length > 1 && !/^\d+$/.test(f) && !after
  && !isWritten(lexicon, { f, x, marked })
  && !means.some(one => !one.kind && one.f !== f && !begun && lexicon.has(one.f) || one.kind === "telex" || one.kind === "vni" || one.kind === "spaces" || one.kind === "correction")

/** A thing that has several names, none of which stands in a title, and in hardly any text: «giờ chuẩn». @param {Opened} opened @param {Asked[]} asked
 *  @param {Set<string>} missing @returns {Promise<Asked[] | null>} */
async function unheldThing(opened, asked, missing) {
  for (let from = 0; from < asked.length; from++)
    for (let to = Math.min(asked.length, from + LONGEST); to > from + 1; to--) {
      const run = asked.slice(from, to), told = run.map(one => one.f).join(" ")
      const others = run.every(isSmall) || /\d/.test(told) ? [] : standingFor(opened, run, told)
      if (!others.length) continue
      const held = await Promise.all([told, ...others].map(name => isHeaded(opened, words(fold(name)), missing)))
      if (!held.some(Boolean)) return run
      from = to - 1
      break
    }
  return null
}

/** Whether titles have a name, or several pages: its only word, or each of its words before the next one. @param {Opened} opened
 *  @param {string[]} name @param {Set<string>} missing */
async function isHeaded({ lexicon, store }, name, missing) {
  if (!name.every(lexicon.has)) return false
  const lists = await Promise.all(name.length < 2
    ? name.map(async f => [...(await store.group(f, undefined, missing))?.spellings.values() ?? []])
    : name.slice(1).map(async (next, n) => (await store.group(name[n], next, missing))?.followers.get(next) ?? []))
  return lists.every(some => [some].flat().some(list => list.count > SOME || list.read().weights.some(one => one & TITLE)))
}

/** Two or more words side by side, each of which no page has beside any that was asked for; or a few words that no
 *  page has in a row, nor the title of the first. @param {Ranked} reading @param {number} first @param {Ranked} best by which
 *  the first was found: words of which others stand there were understood @returns {Asked[] | null} */
function neverTogether({ asked, pairs, titled }, first, best) {
  const meant = asked.map(one => best.asked.some(other => other.f === one.f))
  const beside = pairs.map((pair, n) => pair.length > 0 || !meant[n] || !meant[n + 1])
  const alone = asked.map((one, n) => !isSmall(one) && !/^\d/.test(one.f) && !beside[n - 1] && !beside[n])
  for (let from = 0; from < asked.length - 1; from++) {
    let to = from
    while (alone[to]) to++
    if (to - from > 1) return asked.slice(from, to)
  }
  if (asked.length > FEW || isQuestion(asked) || Math.max(titled[first], best.titled[first]) >= 1) return null
  return asked.some((_, n) => isAlone(asked, beside, n) || best.titled[first] < SAID && isApart(asked, beside, n)) ? asked : null
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

/** Words of a thing's name, and telling words beyond which a text was pasted rather than something asked. */
const LONGEST = 5, QUESTION = 12
/** Pages from which it is nothing that is only touched on. */
const SOME = 3
/** Words beyond which a query may be the title of a source. */
const BRIEF = 8
/** Words of a query in which none stands by itself: «sơ cấp lý luận» names one thing. */
const FEW = 6
/** What the first title has of them, from which it is what was asked. */
const SAID = 0.6
const YEAR = /^(19|20)\d\d$/
/** Whether no page has the word beside those it was typed with, and it says something only beside them.
 *  @param {Asked[]} asked @param {boolean[]} beside whether some page has a word before the next one @param {number} n */
function isAlone(asked, beside, n) {
  const others = [n - 1, n + 1].filter(at => asked[at] && tells(asked[at]))
  return others.length > 0 && tells(asked[n]) && others.every(at => !beside[Math.min(at, n)])
}

/** Whether no page has it before the next word. @param {Asked[]} asked @param {boolean[]} beside @param {number} n */
const isApart = (asked, beside, n) => n + 1 < asked.length && [n, n + 1].every(at => tells(asked[at])) && !beside[n]
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
