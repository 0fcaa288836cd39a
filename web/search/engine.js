// @ts-check
// A query → results: reads it, lets it be ranked and narrowed, says what was understood. Knows the order, no detail.

import { answering, columnsOf, counted, failing, filtersOf, PASSES } from "./facets.js"
import { keysUndone, understood } from "./meaning.js"
import { openedFrom } from "./opened.js"
import { KEYWORD, NAMED } from "./named.js"
import { partFirst } from "./parts.js"
import { asCalled, calledSo, nearness, phrasesOf } from "./phrases.js"
import { LONG } from "./gather.js"
import { ask } from "./query.js"
import { best } from "./rank.js"
import { alternatives } from "./readings.js"
import { readOf, scored } from "./scored.js"
import { loadHead } from "./store.js"
import { maybeOld } from "./tidy.js"
import { DOZEN, byTitle, ofOtherType, saysAll } from "./titles.js"
import { item, readingOf } from "./told.js"
import { lead, passagesOfItem, wordsWithin } from "./within.js"
import { isResting } from "./worth.js"

/** @typedef {import("./opened.js").Opened} Opened */
/** @typedef {import("./contract.js").Results} Results */
/** @typedef {import("./contract.js").SearchOptions & {light?: boolean}} Options */
/** @typedef {import("./scored.js").Lifts} Lifts */

/** A page of less worth than this part of the best one's is no answer; than this, a weaker one, told apart. */
const LEAST = 0.03, CLOSE = 0.2
/** Of so many results the passages are told with them. */
const LED = 3
/** What is known of a result that may be asked for more. @type {WeakMap<import("./contract.js").Item, import("./within.js").Within>} */
const known = new WeakMap()

/** @param {import("./chunk.js").Head} first @param {import("./store.js").Load} load @param {URL} root */
export function engineOf(first, load, root) {
  let opened = openedFrom(first, load)

  /** After a failure: perhaps the site was published anew. @returns {Promise<boolean>} */
  async function renewed() {
    const fresh = await loadHead(load, true).catch(() => null)
    if (!fresh || fresh.release === opened.head.release) return false
    opened = openedFrom(fresh, load)
    return true
  }

  return {
    get release() { return opened.head.release },
    /** @param {string} query @param {Options} options @returns {Promise<Results>} */
    async search(query, options = {}) {
      options.signal?.throwIfAborted()
      const given = String(query ?? "")
      const text = options.exact ? given : await asOfToday(given)
      const found = await answer(opened, root, text, options)
      const last = found.incomplete.length && await renewed() ? await answer(opened, root, text, options) : found
      return text === given ? last : { ...last, query: given, reading: { ...last.reading, original: given, changed: true, kind: last.reading.kind ?? "font" } }
    },
    /** The passages of a result that was told without them; none known of where its page has no such places.
     *  @param {import("./contract.js").Item} item @param {number} [limit] @returns {Promise<import("./contract.js").Passage[] | null>} */
    async passages(item, limit) {
      const within = known.get(item)
      return within?.file ? passagesOfItem(opened, item, within, limit) : null
    },
    /** The words that are marked for a query. @param {string} query */
    sought: query => soughtBy(opened, query),
  }
}

/** TCVN3 and VNI as what they were meant to be. @param {string} query */
async function asOfToday(query) {
  if (!maybeOld(query)) return query
  const { modern } = await import("./legacy.js").catch(() => ({ modern: (/** @type {string} */ text) => text }))
  return modern(query.normalize("NFC"))
}

/** @param {Opened} opened @param {URL} root @param {string} query @param {Options} options @returns {Promise<Results>} */
export async function answer(opened, root, query, options) {
  const { limit = 10, offset = 0, exact: literal = false, signal } = options
  const missing = new Set()
  opened.store.forget()
  const read = await readOf(opened, query, literal, missing)
  const results = nothing(query, opened.head.release)
  if (!opened.head.pages) return results
  /** @template T @param {Promise<T>} module fetched where it is needed */
  const part = module => module.catch(() => void missing.add("một phần máy tìm"))
  const saying = () => part(import("./notes.js"))
  if (!read.typed.length && !read.host) return { ...results, notes: read.without.length ? (await saying())?.leftOut ?? [] : [] }
  const { asked, readings, own, lifted, isCalled, score, yearly } = await scored(opened, read, options, missing)
  const phrases = read.typed.some(one => one.phrase) ? readings[0] : null
  const left = phrases || read.without.length ? await part(import("./left.js")) : null
  await left?.leaveOut(opened, score, lifted, read.without, phrases, missing)
  const { worth, all, ...counts } = await narrowed(opened, score, lifted, options, missing)
  // Who was called has nothing to be told; suggestions only where a word is amiss.
  const amiss = own.unknown.length || !all.length || yearly && !yearly.own.length || !lifted.size && (!options.light || readings[0].asked.some(one => !one.means.length))
  const said = amiss ? saying() : null
  signal?.throwIfAborted()
  const byDay = options.order === "day" ? await part(import("./newest.js")) : null
  const first = await byDay?.newestOf(opened, all, worth, missing)
    ?? await byTitles(opened, best(worth, Math.max(offset + limit, 30)).slice(0, all.length), worth, { readings, own, lifted }, missing)
  const shown = first.slice(offset, offset + limit)
  const reading = readFor(first[0]?.page, readings)
  const sought = reading.asked.flatMap(one => one.means.map(({ f, x }) => ({ f, x })))
  const cards = await Promise.all(shown.map(({ page }) => opened.store.card(page, missing)))
  signal?.throwIfAborted()
  if (!all.length && phrases && !literal && left) return left.unquoted(query, await answer(opened, root, left.bare(query), options), options, counts)
  results.total = all.length
  results.weaker = counts.weaker
  const found = cards.flatMap((card, n) => card ? [{ card, page: shown[n].page, item: item(opened, root, card, shown[n].page, shown[n].worth, sought, read.aside, lifted.get(shown[n].page)?.former) }] : [])
  results.items = found.map(one => one.item)
  const within = found.map(({ card, page, item }) => /** @type {const} */ ([item, {
    file: card[7] ?? "", sought, steps: read.aside?.steps ?? null,
    words: lifted.has(page) && !own.pages.has(page) ? [] : wordsWithin(readFor(page, readings).asked),
  }]))
  for (const [item, one] of within) known.set(item, one)
  await lead(opened, within, options.passages ?? (options.light ? 0 : LED), missing)
  signal?.throwIfAborted()
  if (!literal && !(isCalled && reading.asked.some(one => one.lost || !one.means.length))) results.reading = readingOf(opened, query, (reading.stands ? readings[0] : reading).asked, results.items, own, cards[0])
  const telling = await (said ?? (!lifted.size && !options.light && isResting(opened, first[0]?.page) ? saying() : null))
  results.notes = await telling?.notesOn(opened, read, { own, lifted, readings, yearly, first: first[0]?.page, total: all.length }, options, missing) ?? []
  if (options.facets) results.facets = counts.facets
  if (options.apart) results.everywhere = counts.everywhere
  if (!literal && !all.length) results.near = telling?.nearTo(opened, asked) ?? []
  results.incomplete = [...missing].map(part => `Chưa tải được ${part}; kết quả có thể còn thiếu.`)
  return results
}

/** Only the chosen kinds and facets; `worth` of what is left, and all pages that answer. @param {Opened} opened
 *  @param {Float32Array} score @param {Lifts} lifted @param {Options} options @param {Set<string>} missing */
async function narrowed(opened, score, lifted, { kinds, facets, apart = false, weaker = true }, missing) {
  const columns = facets || apart ? await columnsOf(opened, missing) : []
  const filters = filtersOf(opened.head, columns, kinds, facets)
  const fails = failing(score.length, filters)
  const sure = lifted.size ? score.slice() : score
  const top = lifted.size ? Math.max(1, score.reduce((a, b) => Math.max(a, b), 0)) : 0
  for (const page of lifted.keys()) sure[page] = Math.max(sure[page], top)
  const most = sure.reduce((a, b) => Math.max(a, b), 0), least = (weaker ? LEAST : CLOSE) * most
  const worth = score.map((one, page) => fails[page] === PASSES ? one + (lifted.get(page)?.worth ?? 0) : 0)
  const all = answering(sure, fails, least)
  return { worth, all, weaker: answering(sure, fails, LEAST * most).length - all.length, ...counted(sure, fails, filters, least, columns, apart) }
}

/** @param {string} query @param {string} release @returns {Results} */
const nothing = (query, release) => ({
  query,
  reading: { text: query, original: query, changed: false, kind: null },
  total: 0, weaker: 0, items: [], facets: [], near: [], notes: [], incomplete: [], release,
})

/** The best pages, the first of them in the order of their titles. @param {Opened} opened @param {number[]} order
 *  @param {Float32Array} worth @param {{readings: import("./gather.js").Ranked[], own: import("./numbers.js").Own, lifted: Lifts}} found
 *  @param {Set<string>} missing */
async function byTitles(opened, order, worth, { readings, own, lifted }, missing) {
  const found = readFor(order[0], readings)
  /** @type {Map<number, number>} */
  let near = new Map()
  if (!isNamed(lifted) && readings[0].asked.length <= 2 * LONG && (found === readings[0] || found.stands)) {
    near = nearness(await phrasesOf(opened, readings[0], missing))
    for (const page of order) worth[page] *= asCalled(near.get(page), readFor(page, readings).inARow[page])
    order.sort((a, b) => worth[b] - worth[a])
  }
  const first = order.slice(0, DOZEN)
  const cards = await Promise.all(first.map(page => opened.store.card(page, missing)))
  const [{ asked }] = readings, isBelow = [...lifted.values()].some(one => one.below)
  const ways = isBelow ? [asked, ...alternatives(opened, asked).map(one => one.asked)] : []
  const titled = first.map((page, n) => {
    const title = cards[n]?.[1] ?? ""
    const lift = lifted.get(page)?.worth ?? 0
    const whole = ways.some(one => saysAll(title, one)) ? NAMED : 0
    return { page, worth: (worth[page] - lift) * byTitle(title, readFor(page, readings).asked) + Math.max(lift - ofOtherType(own, page, title), whole) }
  })
  const so = calledSo(near, asked)
  titled.sort((a, b) => so(b.page) - so(a.page) || b.worth - a.worth)
  const at = titled[0]?.page, said = lifted.size ? 1 : readFor(at, readings).titled[at] ?? 0
  return [...partFirst(titled, said, page => cards[first.indexOf(page)]?.[0] ?? ""), ...order.slice(DOZEN).map(page => ({ page, worth: worth[page] }))]
}

/** Whether a page was called by more than one of the words it is looked for by. @param {Lifts} lifted */
const isNamed = lifted => [...lifted.values()].some(one => one.worth > KEYWORD)

/** The reading by which a page was found. @param {number | undefined} page @param {import("./gather.js").Ranked[]} readings */
const readFor = (page = -1, readings) => readings.reduce((a, b) => (b.score[page] ?? 0) > (a.score[page] ?? 0) ? b : a)

/** The words that are marked for a query. @param {Opened} opened @param {string} query */
function soughtBy(opened, query) {
  const { words, open } = ask(query)
  return understood(opened, keysUndone(opened, words), open, false).flatMap(one => [{ f: one.f, x: one.marked ? one.x : null }, ...one.means])
}
