// @ts-check
// A query → results: reads it, lets it be ranked and narrowed, says what was understood. Knows the order, no detail.

import { answering, columnsOf, counted, failing, filtersOf, leastOf, PASSES } from "./facets.js"
import { prepare } from "./gather.js"
import { complete, keysUndone, understood } from "./meaning.js"
import { adjust, leaveOut } from "./narrow.js"
import { NUMBER, ofDay, ofOtherType, ownNumbers } from "./numbers.js"
import { openedFrom } from "./opened.js"
import { ask, day, numbered, pinpoint } from "./query.js"
import { best } from "./rank.js"
import { readingsOf } from "./readings.js"
import { loadHead } from "./store.js"
import { DOZEN, byTitle } from "./titles.js"
import { item, nearTo, readingOf } from "./told.js"

/** @typedef {import("./opened.js").Opened} Opened */
/** @typedef {import("./contract.js").Results} Results */
/** @typedef {import("./contract.js").SearchOptions & {light?: boolean}} Options */
/** @typedef {ReturnType<typeof readOf>} Read */

/** A page of less worth than this part of the best one's is no answer. */
const LEAST = 0.03

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
      const text = String(query ?? "")
      const found = await answer(opened, root, text, options)
      return found.incomplete.length && await renewed() ? answer(opened, root, text, options) : found
    },
    /** The words that are marked for a query. @param {string} query */
    sought: query => soughtBy(opened, query),
  }
}

/** @param {Opened} opened @param {URL} root @param {string} query @param {Options} options @returns {Promise<Results>} */
export async function answer(opened, root, query, options) {
  const { limit = 10, offset = 0, exact: literal = false, signal } = options
  const missing = new Set()
  opened.store.forget()
  const read = readOf(opened, query, literal)
  const results = nothing(query, opened.head.release)
  if (!read.typed.length || !opened.head.pages) return results
  const { asked, readings, own, score } = await scored(opened, read, options, missing)
  const phrases = read.typed.some(one => one.phrase) ? readings[0] : null
  await leaveOut(opened, score, read.without, phrases, missing)
  const { worth, all, ...counts } = await narrowed(opened, score, options, missing)
  signal?.throwIfAborted()
  const first = await byTitles(opened, best(worth, Math.max(offset + limit, 30)).slice(0, all.length), worth, { readings, own }, missing)
  const shown = first.slice(offset, offset + limit)
  const reading = readFor(first[0]?.page, readings)
  const sought = reading.asked.flatMap(one => one.means.map(({ f, x }) => ({ f, x })))
  const cards = await Promise.all(shown.map(({ page }) => opened.store.card(page, missing)))
  signal?.throwIfAborted()
  if (!all.length && phrases && !literal) return unquoted(opened, root, query, options, counts)
  results.total = all.length
  results.items = cards.flatMap((card, n) => card ? [item(opened, root, card, shown[n].page, shown[n].worth, sought, read.aside)] : [])
  if (!literal) results.reading = readingOf(opened, query, reading.asked, results.items, own, cards[0])
  if (options.facets) results.facets = counts.facets
  if (options.apart) results.everywhere = counts.everywhere
  if (!literal && !all.length) results.near = nearTo(opened, asked)
  results.incomplete = [...missing].map(part => `Chưa tải được ${part}; kết quả có thể còn thiếu.`)
  return results
}

/** Only the chosen kinds and facets; `worth` of what is left, and all pages that answer. @param {Opened} opened
 *  @param {Float32Array} score @param {Options} options @param {Set<string>} missing */
async function narrowed(opened, score, { kinds, facets, apart = false }, missing) {
  const columns = facets || apart ? await columnsOf(opened, missing) : []
  const filters = filtersOf(opened.head, columns, kinds, facets)
  const fails = failing(score.length, filters)
  const least = leastOf(score, fails, filters, enough)
  const worth = score.map((one, page) => fails[page] === PASSES ? one : 0)
  return { worth, all: answering(score, fails, least), ...counted(score, fails, filters, least, columns, apart) }
}

/** Of how much worth a page is an answer, beside the best one. @param {number} top */
const enough = top => top > NUMBER / 2 ? 0.5 : top * LEAST

/** The words of a phrase that no page has, wherever they stand. @param {Opened} opened @param {URL} root
 *  @param {string} query @param {Options} options @param {import("./facets.js").Counted} quoted what
 *  was counted of pages that have it, but are not among those asked for @returns {Promise<Results>} */
async function unquoted(opened, root, query, options, quoted) {
  const text = query.replace(/["«»“”]/g, " ").replace(/\s+/g, " ").trim()
  const found = await answer(opened, root, text, options)
  const reading = { ...found.reading, original: query, changed: true, kind: found.reading.kind ?? /** @type {const} */ ("correction") }
  if (!options.apart || !quoted.everywhere.total) return { ...found, query, reading }
  const facets = found.facets.map((one, n) => quoted.met[n] ? quoted.facets[n] : one)
  return { ...found, query, reading, facets, everywhere: quoted.everywhere }
}

/** @param {string} query @param {string} release @returns {Results} */
const nothing = (query, release) => ({
  query,
  reading: { text: query, original: query, changed: false, kind: null },
  total: 0, items: [], facets: [], near: [], incomplete: [], release,
})

/** All that can be said of a query before anything is fetched. @param {Opened} opened @param {string} query
 *  @param {boolean} literal */
function readOf(opened, query, literal) {
  const { words, without, open } = ask(query)
  const typed = keysUndone(opened, words)
  const aside = pinpoint(typed)
  const named = numbered(typed, opened.letters, opened.head.types, aside)
  return { typed, without, open, aside, named, literal, day: day(query), asked: understood(opened, typed, open, literal, named) }
}

/** The worth of every page, and what is known of the words by then. @param {Opened} opened @param {Read} read
 *  @param {Options} options @param {Set<string>} missing */
async function scored(opened, read, { light = false, signal }, missing) {
  const { typed, open, aside, named, literal, day } = read
  prepare(opened, read.asked, missing)
  const [own, ofAskedDay] = await Promise.all([
    ownNumbers(opened, named, typed.length, missing), ofDay(opened, day, missing)])
  const known = read.asked.length === typed.length ? read.asked.map((one, n) => isNamed(n, own, aside) ? { ...one, optional: true } : one) : read.asked
  const asked = open && !literal && !known.at(-1)?.optional ? await complete(opened, known, missing) : known
  signal?.throwIfAborted()
  const readings = await readingsOf(opened, asked, { literal, light, phrases: typed.some(one => one.phrase) }, missing)
  signal?.throwIfAborted()
  const score = readings[0].score.slice(), titled = readings[0].titled.slice()
  for (const one of readings.slice(1))
    for (let page = 0; page < score.length; page++)
      if (one.score[page] > score[page]) {
        score[page] = one.score[page]
        titled[page] = one.titled[page]
      }
  for (const [page, { worth }] of own.pages) score[page] += worth
  for (const page of ofAskedDay) score[page] = score[page] * 1.3 + 1
  adjust(opened, score, titled, typed)
  return { asked, readings, own, score }
}

/** Whether a word names a document that was found, or a place in one: it need not stand on the page as well.
 *  @param {number} n @param {import("./numbers.js").Own} own @param {import("./query.js").Pinpoint | null} aside */
const isNamed = (n, own, aside) =>
  own.pages.size > 0 && n >= own.from && n < own.to || aside !== null && n >= aside.from && n < aside.to

/** The best pages, the first of them in the order of their titles. @param {Opened} opened @param {number[]} order
 *  @param {Float32Array} worth @param {{readings: import("./gather.js").Ranked[], own: import("./numbers.js").Own}} found
 *  @param {Set<string>} missing */
async function byTitles(opened, order, worth, { readings, own }, missing) {
  const first = order.slice(0, DOZEN)
  const cards = await Promise.all(first.map(page => opened.store.card(page, missing)))
  const titled = first.map((page, n) => {
    const title = cards[n]?.[1] ?? ""
    return { page, worth: (worth[page] - ofOtherType(own, page, title)) * byTitle(title, readFor(page, readings).asked) }
  })
  return [...titled.sort((a, b) => b.worth - a.worth), ...order.slice(DOZEN).map(page => ({ page, worth: worth[page] }))]
}

/** The reading by which a page was found. @param {number | undefined} page @param {import("./gather.js").Ranked[]} readings */
const readFor = (page = -1, readings) => readings.reduce((a, b) => (b.score[page] ?? 0) > (a.score[page] ?? 0) ? b : a)

/** The words that are marked for a query. @param {Opened} opened @param {string} query */
function soughtBy(opened, query) {
  const { words, open } = ask(query)
  return understood(opened, keysUndone(opened, words), open, false).flatMap(one => [{ f: one.f, x: one.marked ? one.x : null }, ...one.means])
}
