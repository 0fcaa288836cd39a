// @ts-check
// A query → results: reads it, lets it be ranked and narrowed, says what was understood. Knows the order, no detail.

import { prepare } from "./gather.js"
import { complete, keysUndone, understood } from "./meaning.js"
import { adjust, counted, narrow } from "./narrow.js"
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
      const found = await once(opened, root, text, options)
      return found.incomplete.length && await renewed() ? once(opened, root, text, options) : found
    },
    /** The words that are marked for a query. @param {string} query */
    sought: query => soughtBy(opened, query),
  }
}

/** @param {Opened} opened @param {URL} root @param {string} query @param {Options} options @returns {Promise<Results>} */
async function once(opened, root, query, options) {
  const { limit = 10, offset = 0, exact: literal = false, kinds, facets, signal } = options
  const missing = new Set()
  opened.store.forget()
  const read = readOf(opened, query, literal)
  const results = nothing(query, opened.head.release)
  if (!read.typed.length || !opened.head.pages) return results
  const { readings, own, score } = await scored(opened, read, options, missing)
  const phrases = read.typed.some(one => one.phrase) ? readings[0] : null
  await narrow(opened, score, { kinds, facets, without: read.without, phrases }, missing)
  signal?.throwIfAborted()
  const { order, all } = chosen(score, Math.max(offset + limit, 30))
  await byTitles(opened, order, score, { readings, own }, missing)
  const shown = order.slice(offset, offset + limit)
  const reading = readFor(order[0], readings)
  const sought = reading.asked.flatMap(one => one.means.map(({ f, x }) => ({ f, x })))
  const cards = await Promise.all(shown.map(page => opened.store.card(page, missing)))
  signal?.throwIfAborted()
  if (!all.length && phrases && !literal) return unquoted(opened, root, query, options)
  results.total = all.length
  results.items = cards.flatMap((card, n) => card ? [item(opened, root, card, shown[n], score[shown[n]], sought, read.aside)] : [])
  if (!literal) results.reading = readingOf(opened, query, reading.asked, results.items, own, cards[0])
  if (facets) results.facets = await counted(opened, all, missing)
  if (!literal && !all.length) results.near = nearTo(opened, read.asked)
  results.incomplete = [...missing].map(part => `Chưa tải được ${part}; kết quả có thể còn thiếu.`)
  return results
}

/** The words of a phrase that no page has, wherever they stand. @param {Opened} opened @param {URL} root
 *  @param {string} query @param {Options} options @returns {Promise<Results>} */
async function unquoted(opened, root, query, options) {
  const text = query.replace(/["«»“”]/g, " ").replace(/\s+/g, " ").trim()
  const found = await once(opened, root, text, options)
  const reading = { ...found.reading, original: query, changed: true, kind: found.reading.kind ?? /** @type {const} */ ("correction") }
  return { ...found, query, reading }
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

/** The worth of every page. @param {Opened} opened @param {Read} read @param {Options} options
 *  @param {Set<string>} missing */
async function scored(opened, { typed, open, aside, named, literal, day, asked }, { light = false, signal }, missing) {
  prepare(opened, asked, missing)
  const [own, ofAskedDay] = await Promise.all([
    ownNumbers(opened, named, typed.length, missing), ofDay(opened, day, missing)])
  if (asked.length === typed.length)
    asked.forEach((one, n) => {
      if (own.pages.size && n >= own.from && n < own.to || aside && n >= aside.from && n < aside.to) one.optional = true
    })
  if (open && !literal && !asked.at(-1)?.optional) await complete(opened, asked, missing)
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
  return { readings, own, score }
}

/** The best pages, and all that answer. @param {Float32Array} score @param {number} most */
function chosen(score, most) {
  const order = best(score, most)
  const top = score[order[0]] ?? 0
  const least = top > NUMBER / 2 ? 0.5 : top * LEAST
  const all = []
  for (let page = 0; page < score.length; page++) if (score[page] > least) all.push(page)
  return { order: order.filter(page => score[page] > least), all }
}

/** The first pages in the order of their titles. @param {Opened} opened @param {number[]} order is changed
 *  @param {Float32Array} score is changed @param {{readings: import("./gather.js").Ranked[],
 *  own: import("./numbers.js").Own}} found @param {Set<string>} missing */
async function byTitles(opened, order, score, { readings, own }, missing) {
  const first = order.slice(0, DOZEN)
  const cards = await Promise.all(first.map(page => opened.store.card(page, missing)))
  first.forEach((page, n) => {
    const title = cards[n]?.[1] ?? ""
    score[page] = (score[page] - ofOtherType(own, page, title)) * byTitle(title, readFor(page, readings).asked)
  })
  order.splice(0, first.length, ...first.sort((a, b) => score[b] - score[a]))
}

/** The reading by which a page was found. @param {number} page @param {import("./gather.js").Ranked[]} readings */
const readFor = (page, readings) => readings.reduce((a, b) => (b.score[page] ?? 0) > (a.score[page] ?? 0) ? b : a)

/** The words that are marked for a query. @param {Opened} opened @param {string} query */
function soughtBy(opened, query) {
  const { words, open } = ask(query)
  return understood(opened, keysUndone(opened, words), open, false).flatMap(one => [{ f: one.f, x: one.marked ? one.x : null }, ...one.means])
}
