// @ts-check
// How near a query is to one of the things a page is called: to its title, to each of its keywords. Words of many names
// say little where they stand apart; those of one say what the page is.

/** @typedef {import("./opened.js").Opened} Opened */
/** @typedef {{lists: {list: import("./chunk.js").Listed, weight: number}[], rarity: number, small: boolean}} Part a word of a
 *  query, with the phrases that have it */

/** What stands behind a word as no word does: the list of its phrases (portal/views/search/numbers.py). */
const PHRASES = "="
/** By how much a page is worth more that is called just what was asked, and that has it word by word; how soon nearly all
 *  of it counts as all. */
const CALLED = 6, IN_A_ROW = 3, ALL = 8
/** How many times more than by its share a part of the title counts by itself; whole, it counts as other names do. Its
 *  words count in it already. */
const TITLED = 4
/** What is nearer is the same. */
const JUST = 0.999

/** By how much more a page is worth. @param {number | undefined} near one of its phrases to the query, 0…1
 *  @param {number} inARow how much of the query it has as it was typed, 0…1 */
export const asCalled = (near = 0, inARow) => CALLED ** near * IN_A_ROW ** inARow ** ALL

/** Whether a page is called just what was asked: it stands before those that have it in a longer name. Of a query that
 *  says a word twice it is not known: a name counts it once. @param {Map<number, number>} near
 *  @param {import("./meaning.js").Asked[]} asked @returns {(page: number) => number} 1 if so, else 0 */
export function calledSo(near, asked) {
  const twice = new Set(asked.map(one => one.f)).size < asked.length
  return page => !twice && (near.get(page) ?? 0) > JUST ? 1 : 0
}

/** Every word of a reading once, with the phrases that have it. @param {Opened} opened
 *  @param {import("./gather.js").Ranked} reading @param {Set<string>} missing @returns {Promise<Part[]>} */
export function phrasesOf({ store }, { asked, positions }, missing) {
  const once = asked.flatMap((one, n) => asked.findIndex(other => other.f === one.f) === n ? [{ ...one, rarity: positions[n].rarity }] : [])
  return Promise.all(once.map(async ({ f, means, begun, rarity, small = false }) => {
    const own = means.filter(one => !begun || one.f === f || !one.f.startsWith(begun)) // what it is, not what it may become
    const lists = await Promise.all((own.length ? own : means).map(async one => {
      const list = (await store.group(one.f, PHRASES, missing))?.followers.get(PHRASES)
      return list ? [{ list, weight: one.weight }] : []
    }))
    return { lists: lists.flat(), rarity, small }
  }))
}

/** By page how much one phrase shares with the query of all that both say, 0…1. @param {Part[]} parts */
export function nearness(parts) {
  const sum = parts.reduce((sum, one) => sum + one.rarity, 0), usual = sum / (parts.filter(one => !one.small).length || 1)
  /** By page and phrase. @type {Map<number, {shared: number, words: number}>} */
  const met = new Map()
  for (const { lists, rarity } of parts) {
    /** @type {Map<number, number>} */
    const here = new Map()
    for (const { list, weight } of lists) {
      const { pages, weights } = list.read()
      pages.forEach((page, n) => { const phrase = page << 8 | weights[n]; here.set(phrase, Math.max(here.get(phrase) ?? 0, weight)) })
    }
    for (const [phrase, weight] of here) {
      const { shared, words } = met.get(phrase) ?? { shared: 0, words: 0 }
      met.set(phrase, { shared: shared + rarity * weight, words: words + 1 })
    }
  }
  /** @type {Map<number, number>} */
  const near = new Map()
  for (const [phrase, { shared, words }] of met) {
    const page = phrase >> 8, more = Math.max(0, (phrase >> 4 & 15) + 1 - words), alike = shared / (sum + more * usual)
    near.set(page, Math.max(near.get(page) ?? 0, phrase & 15 ? alike : alike * (TITLED + alike) / (TITLED + 1)))
  }
  return near
}
