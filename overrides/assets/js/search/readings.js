// @ts-check
// Other readings of a query, where the first may not be what was meant: what stands for its words, a slip in one
// of two words that were never seen together.

import { LONG, full, ranked } from "./gather.js"
import { as } from "./meaning.js"
import { wordOf } from "./query.js"
import { fold, words } from "./text.js"

/** @typedef {import("./opened.js").Opened} Opened */
/** @typedef {import("./meaning.js").Asked} Asked */
/** @typedef {import("./gather.js").Ranked} Ranked */

/** The first reading and those tried beside it, ranked. @param {Opened} opened @param {Asked[]} asked
 *  @param {{literal: boolean, light: boolean, phrases: boolean}} how @param {Set<string>} missing
 *  @returns {Promise<Ranked[]>} */
export async function readingsOf(opened, asked, { literal, light, phrases }, missing) {
  const first = await ranked(opened, asked, 1, missing)
  if (literal) return [first]
  const others = !phrases && (asked.some(one => isShort(opened, one)) || asked.length < LONG && !answered(first))
    ? await Promise.all(alternatives(opened, asked).map(one => substituted(opened, one, first.sum, missing)))
    : []
  if (others.length || light || asked.length < 2 || asked.length > LONG) return [first, ...others]
  if (first.pairs.every(pair => pair.length) && full(first.cover)) return [first]
  const fixed = await repaired(opened, asked, first.pairs, missing)
  return fixed ? [first, await ranked(opened, fixed, 0.9, missing)] : [first]
}

/** A reading with other words, worth no more for their being longer. @param {Opened} opened
 *  @param {{asked: Asked[], weight: number}} one @param {number} sum @param {Set<string>} missing */
async function substituted(opened, one, sum, missing) {
  const made = await ranked(opened, one.asked, 1, missing)
  const weight = one.weight * Math.min(1, sum / made.sum)
  for (let page = 0; page < made.score.length; page++) made.score[page] *= weight
  return made
}

/** Readings in which a run of words is replaced by what stands for it. @param {Opened} opened @param {Asked[]} asked */
function alternatives({ lexicon, synonyms }, asked) {
  /** @type {{asked: Asked[], weight: number}[]} */
  const made = []
  for (let from = 0; from < asked.length; from++)
    for (let to = from + 1; to <= Math.min(asked.length, from + 7); to++) {
      const run = asked.slice(from, to).map(one => one.means[0]?.f ?? one.f).join(" ")
      for (const phrase of synonyms.get(run) ?? []) {
        if (!words(phrase).every(word => lexicon.has(fold(word)))) continue
        const other = words(phrase).map(o => ({ ...wordOf(o), means: [as(wordOf(o), 1)] }))
        made.push({ asked: [...asked.slice(0, from), ...other, ...asked.slice(to)], weight: 0.85 })
      }
    }
  return made.slice(0, 6)
}

/** An abbreviation: letters that are no syllable. @param {Opened} opened @param {Asked} one */
const isShort = ({ lexicon }, one) => /^[a-z]{2,9}$/.test(one.f) && (!/[aeiouy]/.test(one.f) || lexicon.count(one.f) < 3)

/** Whether some title says what was asked: then no other words need be tried.
 *  @param {import("./rank.js").Layer} reading */
const answered = ({ cover, titled }) => cover.some((one, page) => one > 0.999 && titled[page] > 0.6)

/** A word that was typed with its marks as many pages have it is no slip. @param {number} pages
 *  @param {import("./lexicon.js").Lexicon} lexicon @param {Asked} one */
const isSure = (pages, lexicon, { f, x, marked }) => marked && f !== x
  && (lexicon.spellings(f).find(one => one.told === x)?.count ?? 0) > 2 + pages / 100

/** Where two neighbours were never seen together, one slip in one of them may make a pair that was.
 *  @param {Opened} opened @param {Asked[]} asked @param {import("./rank.js").Pair[]} pairs
 *  @param {Set<string>} missing @returns {Promise<Asked[] | null>} */
async function repaired({ head, lexicon, store }, asked, pairs, missing) {
  const sure = asked.map(one => isSure(head.pages, lexicon, one))
  const fixed = asked.map(one => ({ ...one, means: [...one.means] }))
  let any = false
  for (let n = 0; n < pairs.length; n++) {
    const a = asked[n].means[0]?.f, b = asked[n + 1].means[0]?.f
    if (pairs[n].length || !a || !b || /^\d/.test(a) || /^\d/.test(b)) continue
    /** @type {[number, string, number][]} */
    const found = []
    const places = new Set()
    const near = sure[n + 1] ? [] : lexicon.near(asked[n + 1].f).slice(0, 60)
    await Promise.all(near.map(async y => {
      if (places.add(store.placeOf(a, y)).size > 4 && !store.isHere(store.placeOf(a, y))) return
      const list = (await store.group(a, y, missing))?.followers.get(y)
      if (list) found.push([n + 1, y, list.count])
    }))
    const before = asked[n - 1]?.means[0]?.f
    await Promise.all((sure[n] ? [] : lexicon.near(asked[n].f)).slice(0, before ? 40 : 8).map(async x => {
      if (before) {
        if (places.add(store.placeOf(before, x)).size > 8 && !store.isHere(store.placeOf(before, x))) return
        const list = (await store.group(before, x, missing))?.followers.get(x)
        if (list) found.push([n, x, list.count])
      } else {
        const list = (await store.group(x, b, missing))?.followers.get(b)
        if (list) found.push([n, x, list.count])
      }
    }))
    for (const [place, f] of found.sort((p, q) => q[2] - p[2]).slice(0, 6)) {
      if (fixed[place].means.some(one => one.f === f)) continue
      fixed[place].means.push({ f, x: null, weight: 0.6, kind: "correction" })
      any = true
    }
  }
  return any ? fixed : null
}
