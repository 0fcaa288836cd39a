// @ts-check
// The lists that a reading needs, fetched at once, and the pages they rank.

import { counts } from "./meaning.js"
import { best, inARow, layer, rarity } from "./rank.js"
import { agrees } from "./text.js"

/** @typedef {import("./opened.js").Opened} Opened */
/** @typedef {import("./meaning.js").Asked} Asked */
/** @typedef {Awaited<ReturnType<typeof ranked>>} Ranked */

/** A word in so many of the pages tells little: its list is long, and the pairs beside it stand for it… */
const DENSE = 0.3
/** …where there are enough pages for lists to be long. */
const MANY = 1500
const CANDIDATES = 200
/** Words of a sentence beyond which it is found by its rare ones. */
export const LONG = 8

/** Asks for all that a reading will surely need, without waiting: later it is here. @param {Opened} opened
 *  @param {Asked[]} asked @param {Set<string>} missing */
export function prepare(opened, asked, missing) {
  const { store } = opened
  const through = throughPairs(opened, asked)
  asked.forEach((one, n) => {
    if (!through[n]) for (const meaning of one.means) void store.group(meaning.f, undefined, missing)
    for (const a of one.means.slice(0, 4))
      for (const b of asked[n + 1]?.means.slice(0, 7) ?? []) void store.group(a.f, b.f, missing)
  })
}

/** One reading, ranked. @param {Opened} opened @param {Asked[]} asked @param {Set<string>} missing */
export async function ranked(opened, asked, missing) {
  const { head } = opened
  let lists = await gather(opened, asked, false, missing)
  let made = layer(head.pages, lists.positions, lists.pairs, head.columns.titles)
  if (lists.skipped && asked.length <= LONG && full(made.cover) < 3) {
    lists = await gather(opened, asked, true, missing)
    made = layer(head.pages, lists.positions, lists.pairs, head.columns.titles)
  }
  for (const page of lists.pairs.length > 1 ? best(made.score, CANDIDATES) : [])
    made.score[page] += inARow(page, lists.pairs) * made.cover[page]
  return { ...made, ...lists, asked }
}

/** How many pages have all that was asked. @param {Float32Array} cover */
function full(cover) {
  let count = 0
  for (const one of cover) if (one > 0.999) count++
  return count
}

/** @param {Opened} opened @param {Asked[]} asked @param {boolean} all dense words as well
 *  @param {Set<string>} missing */
async function gather(opened, asked, all, missing) {
  const { head, lexicon, store } = opened
  const N = head.pages
  const through = all ? asked.map(() => false) : throughPairs(opened, asked)
  const single = asked.map((one, n) => through[n] ? [] : one.means.map(async meaning => {
    const group = await store.group(meaning.f, undefined, missing)
    return group ? spelled(N, meaning, group) : []
  }))
  const double = asked.slice(1).map((next, n) => asked[n].means.slice(0, 4).flatMap(a => next.means.slice(0, 7).map(async b => {
    const list = (await store.group(a.f, b.f, missing))?.followers.get(b.f)
    // A pair may be rare because its words never belong together: it counts as much as they do, and some more.
    const most = rarity(N, lexicon.count(a.f) || list?.count || 1) + rarity(N, lexicon.count(b.f) || list?.count || 1) + 1
    return list ? [{ list: list.read(), rarity: Math.min(most, rarity(N, list.count)), alone: rarity(N, list.count), factor: Math.min(a.weight, b.weight), count: list.count }] : []
  })))
  const [lists, pairs] = await Promise.all([
    Promise.all(single.map(async one => (await Promise.all(one)).flat())),
    Promise.all(double.map(async one => (await Promise.all(one)).flat())),
  ])
  const positions = asked.map((one, n) => ({
    given: lists[n],
    through: through[n],
    optional: one.optional === true,
    rarity: Math.max(...lists[n].map(each => each.rarity * (each.factor < 1 ? 0.95 : 1)), through[n] ? rarity(N, counts(opened, one)) : 0)
      || (lists[n].length ? 0.01 : Math.log(1 + N)),
  }))
  return { positions, pairs, skipped: through.some(Boolean) }
}

/** Words whose own lists need not be fetched: the pairs beside them stand for them. @param {Opened} opened
 *  @param {Asked[]} asked */
function throughPairs(opened, asked) {
  const through = asked.map(one => asked.length > 1 && !needsOwn(opened, one))
  const count = asked.map(one => counts(opened, one))
  if (through.every(Boolean)) through[count.reduce((least, one, n) => one < count[least] ? n : least, 0)] = false
  if (asked.length > LONG) { // of a long sentence the rare words are enough
    const order = count.map((count, n) => ({ n, count })).sort((a, b) => a.count - b.count)
    for (const { n } of order.slice(LONG - 1)) through[n] = true
  }
  return through
}

/** Whether a word's own lists are needed: it is rare, or its marks tell it from others. @param {Opened} opened
 *  @param {Asked} one */
function needsOwn(opened, one) {
  const { head, lexicon } = opened
  if (one.phrase || one.means.length !== 1 || counts(opened, one) < head.pages * DENSE || head.pages < MANY) return true
  const { f, x } = one.means[0]
  if (!x) return false
  const all = lexicon.spellings(f)
  const own = all.find(each => each.told === x)?.count ?? 0
  return all.some(each => each.told !== x && each.count * 20 > own)
}

/** The lists of a group's spellings, each as near as it is to what was typed. @param {number} N pages
 *  @param {import("./lexicon.js").Meaning} meaning @param {import("./chunk.js").Group} group */
function spelled(N, meaning, group) {
  const all = [...group.spellings]
  const common = rarity(N, Math.min(N, all.reduce((sum, [, list]) => sum + list.count, 0)))
  return all.map(([told, list]) => {
    const same = meaning.x === told
    return {
      list: list.read(),
      rarity: same ? common + 0.3 * (rarity(N, list.count) - common) : common,
      factor: meaning.weight * (meaning.x === null || same ? 1 : agrees(meaning.x, told) ? 0.8 : 0.4),
    }
  })
}
