// @ts-check
// A query → what every page is worth for it: by its words in all their readings, and by what it calls for as such, a
// number, a day, a name. Knows no order of results, no texts for people.

import { LONG, prepare } from "./gather.js"
import { complete, keysUndone, understood } from "./meaning.js"
import { adjust } from "./narrow.js"
import { LONGEST, beginning, nameOf, named, namedWithin } from "./named.js"
import { ask, hasFigures } from "./query.js"
import { alternatives, readingsOf } from "./readings.js"
import { isQuestion, withAsking } from "./small.js"
import { DAY, NUMBER, isResting } from "./worth.js"

/** @typedef {import("./opened.js").Opened} Opened */
/** @typedef {Awaited<ReturnType<typeof readOf>>} Read */
/** @typedef {Map<number, import("./named.js").Lifted>} Lifts pages that were asked for as such, by number, day or name */
/** @typedef {import("./contract.js").SearchOptions & {light?: boolean}} Options */

/** What a page is worth more whose number stands among the words, and a school whose place a question names. */
const PERHAPS = 1.5, ASIDE = 3
/** How much of a query a title says that is what was asked for, whatever the query names. */
const SAID = 0.75
const YEAR = /^(19|20)\d\d$/
/** Another document of a number that was asked for with its type: more than words, less than any name. */
const INSTEAD = 1000

/** All that can be said of a query before anything of the index is fetched. @param {Opened} opened @param {string} query
 *  @param {boolean} literal @param {Set<string>} missing */
export async function readOf(opened, query, literal, missing) {
  const { words, without, open, host } = ask(query)
  const typed = withAsking(keysUndone(opened, words))
  const counting = hasFigures(typed) ? await import("./figures.js").catch(() => void missing.add("phần đọc số và ngày")) : null
  const figures = counting ? { counting, ...counting.figuresIn(opened, typed) } : NO_FIGURES
  return { typed, without, open, host, literal, ...figures, asked: understood(opened, typed, open, literal, figures.named) }
}
/** @type {import("./figures.js").Figures & {counting: typeof import("./figures.js") | null}} */
const NO_FIGURES = { counting: null, aside: null, named: [], day: undefined, dayAlone: false }
/** @type {import("./numbers.js").Own} */
const NO_NUMBERS = { pages: new Map(), from: 0, to: 0, found: [], unknown: [], perhaps: [], instead: [] }

/** The worth of every page, and what is known of the words by then. @param {Opened} opened @param {Read} read
 *  @param {Options} options @param {Set<string>} missing */
export async function scored(opened, read, options, missing) {
  const { typed, open, aside, named: numbers, literal, day, dayAlone, counting } = read
  const { light = false, signal } = options
  prepare(opened, read.asked, missing)
  const [byNumber, ofAskedDay, called] = await Promise.all([
    counting?.ownNumbers(opened, numbers, typed, missing) ?? NO_NUMBERS, counting?.ofDay(opened, day, missing) ?? [], calledSo(opened, read, light, missing)])
  const within = light || literal || called.size ? { pages: new Set(), only: false } : await namedWithin(opened, read.asked, missing)
  const known = read.asked.length === typed.length ? read.asked.map((one, n) => isNamed(n, byNumber, aside) ? { ...one, optional: true } : one) : read.asked
  const asked = open && !literal && !known.at(-1)?.optional ? await complete(opened, known, missing) : known
  signal?.throwIfAborted()
  const readings = await readingsOf(opened, asked, { literal, light, phrases: typed.some(one => one.phrase) }, missing)
  signal?.throwIfAborted()
  const byYear = !byNumber.pages.size && !called.size && typed.some(one => YEAR.test(one.f)) ? await import("./years.js").catch(() => null) : null
  const yearly = await byYear?.ofYear(opened, typed, day, name => calledAs(opened, name, missing), missing) ?? null
  const meant = counting?.inSentence(typed, byNumber, readings[0].full) ?? byNumber
  const own = yearly && meant === byNumber ? { ...byNumber, unknown: [] } : meant
  const score = readings[0].score.slice(), titled = readings[0].titled.slice()
  for (const one of readings.slice(1))
    for (let page = 0; page < score.length; page++)
      if (one.score[page] > score[page]) {
        score[page] = one.score[page]
        titled[page] = one.titled[page]
      }
  for (const { page } of ofAskedDay) score[page] = score[page] * 1.3 + 1
  for (const page of own.perhaps) score[page] *= PERHAPS
  if (isQuestion(typed) || typed.length <= LONG && titled.every(one => one < SAID)) for (const page of within.pages) score[page] *= ASIDE
  adjust(opened, score, titled, typed)
  /** @type {Lifts} */
  const lifted = new Map(called)
  const lift = (/** @type {number} */ page, /** @type {number} */ worth) => {
    if (worth > (lifted.get(page)?.worth ?? 0)) lifted.set(page, { worth, former: "" })
  }
  // A name that is the whole of the query before a number that is a part of it: «so sánh Quy định 11 và 396».
  const whole = !own.pages.size || own.found.length < 2 && own.to - own.from === typed.length
  for (const [page, one] of called) if (!whole) lifted.set(page, { ...one, worth: one.worth + 1.5 * NUMBER })
  for (const [page, { worth }] of own.pages) lift(page, worth)
  for (const page of own.instead) lift(page, INSTEAD)
  if (within.only) for (const page of within.pages) lift(page, INSTEAD)
  if (dayAlone && !own.pages.size) for (const { page, own } of ofAskedDay) lift(page, own ? DAY : isResting(opened, page) ? DAY / 4 : DAY / 2)
  for (const page of yearly?.own ?? []) lift(page, DAY)
  for (const page of yearly?.lists ?? []) lift(page, 1.5 * DAY)
  if (counting && open && typed.length === 1 && /^\d+$/.test(typed[0].f) && (light || !own.pages.size))
    for (const page of await counting.numbersFrom(opened, typed[0].f, missing)) lift(page, NUMBER / 4)
  return { asked, readings, own, lifted, isCalled: called.size > 0, score, yearly }
}

/** Pages whose name the query is, as it stands or by what stands for its words. @param {Opened} opened @param {Read} read
 *  @param {boolean} light @param {Set<string>} missing */
async function calledSo(opened, { asked, typed, open, literal, host }, light, missing) {
  if (host) {
    const found = await calledAs(opened, host, missing)
    if (found.size) return found
  }
  if (!typed.length || typed.some(one => one.phrase) || asked.length > LONGEST) return new Map()
  const last = asked.at(-1)
  const unfinished = open && !literal && (light || !last?.means.length)
  const found = await named(opened, asked, false, missing)
  if (found.size || literal) return found
  if (asked.length !== typed.length) { // a word that only a name has was taken for several: «website»
    const more = await named(opened, typed.map(one => ({ ...one, means: one.keys ? [one.keys] : [] })), false, missing)
    if (more.size) return more
  }
  for (const other of alternatives(opened, asked)) {
    if (other.asked.length < asked.length) continue // «bao lâu phải báo cáo» asks for no «BC»
    const more = await named(opened, other.asked, false, missing)
    if (more.size) return more
  }
  const side = await besides(opened, typed, missing)
  if (side.size) return side
  if (unfinished) return named(opened, asked, true, missing)
  const begun = !open || asked.length < PIECE ? found : await beginning(opened, nameOf(asked), missing, true)
  return begun.size <= FEW ? begun : found
}

/** Words of a piece of a name, and pages that it may lead to. */
const PIECE = 4, FEW = 2
/** Words that may ask for two things side by side. */
const COMPARES = /so sanh|doi chieu|phan biet|khac|giong|vs/
/** The comparison that was asked for, or the two things that are to be compared. @param {Opened} opened
 *  @param {import("./query.js").Word[]} typed @param {Set<string>} missing */
async function besides(opened, typed, missing) {
  const module = COMPARES.test(typed.map(one => one.f).join(" ")) ? await import("./compared.js").catch(() => null) : null
  const names = module?.comparedBy(typed, opened.head.types, opened.serials) ?? []
  return module?.inOrder(await Promise.all(names.map(name => calledAs(opened, name, missing)))) ?? new Map()
}

/** @param {Opened} opened @param {string} name @param {Set<string>} missing */
const calledAs = (opened, name, missing) => named(opened, understood(opened, ask(name).words, false, true), false, missing)

/** Whether a word names a document that was found, or a place in one: it need not stand on the page as well.
 *  @param {number} n @param {import("./numbers.js").Own} own @param {import("./query.js").Pinpoint | null} aside */
const isNamed = (n, own, aside) =>
  own.pages.size > 0 && n >= own.from && n < own.to || aside !== null && n >= aside.from && n < aside.to
