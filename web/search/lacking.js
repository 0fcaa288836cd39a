// @ts-check
// What the first result has not: words that were asked for and that it lacks, where no page has them all or the query
// is too short for one of them to be left out unsaid. Knows lists and pages, no texts for people.

import { placeIn } from "./rank.js"

/** @typedef {import("./gather.js").Ranked} Ranked */
/** @typedef {import("./meaning.js").Asked} Asked */
/** @typedef {{phrases: Asked[][], none: boolean}} Lacking `phrases`: what it lacks, each with the word it belongs to;
 *  `none`: no page at all has them all */

/** Words up to which the first result should have every one; beyond the second a sentence was asked. */
const SHORT = 4, SENTENCE = 8
/** Two words are seen alike with a third where neither is so many times oftener. */
const ALIKE = 2

/** @param {Ranked} reading by which the first page was found @param {number} first @param {Asked[]} typed words of the
 *  first reading: what stands for one of them is not told @param {boolean} finished whether nobody
 *  is typing it any more @returns {Lacking | null} */
export function lackingIn({ asked, positions, pairs }, first, typed, finished) {
  const told = asked.flatMap((one, n) => one.small || one.optional || one.phrase || !typed.some(other => other.f === one.f) || one.begun && !(finished && one.means.length) || one.f.length < 2 ? [] : [{ n, lists: listsOf(positions[n], pairs, n).map(one => one.pages) }])
  if (told.length < 2 || told.length > SENTENCE) return null
  const lacking = told.filter(({ lists }) => !lists.some(pages => placeIn(pages, first) >= 0)).map(({ n }) => n)
  if (!lacking.length || lacking.length === told.length) return null
  const none = !anyHasAll(told.map(({ lists }) => lists))
  return none || told.length <= SHORT ? { phrases: inPhrases(asked, pairs, lacking), none } : null
}

/** Words with the one beside them that they are most often seen with: «hiệu trưởng», not «hiệu»; with both where both
 *  are seen with them alike: «danh sách trường», not «sách trường». @param {Asked[]} asked
 *  @param {Ranked["pairs"]} pairs @param {number[]} lacking */
function inPhrases(asked, pairs, lacking) {
  const often = (/** @type {number} */ n) => Math.max(0, ...(pairs[n] ?? []).map(({ list }) => list.count))
  const shown = new Set(lacking.flatMap(n => {
    const before = asked[n - 1]?.small ? 0 : often(n - 1), after = asked[n + 1]?.small ? 0 : often(n)
    if (!before && !after) return [n]
    return [...before * ALIKE >= after ? [n - 1] : [], n, ...after * ALIKE >= before ? [n + 1] : []]
  }))
  /** @type {Asked[][]} */
  const phrases = []
  asked.forEach((one, n) => { if (shown.has(n)) shown.has(n - 1) ? phrases.at(-1)?.push(one) : phrases.push([one]) })
  return phrases
}

/** The lists of one word; of one that pairs stand for, theirs. @param {Ranked["positions"][0]} position
 *  @param {Ranked["pairs"]} pairs @param {number} n */
export function listsOf({ given, through }, pairs, n) {
  const beside = through ? [...pairs[n - 1] ?? [], ...pairs[n] ?? []] : []
  return [...given, ...beside].map(({ list }) => list.read())
}

/** @param {Uint32Array[][]} all the lists of every word */
function anyHasAll([first, ...others]) {
  return first.some(pages => pages.some(page => others.every(lists => lists.some(one => placeIn(one, page) >= 0))))
}
