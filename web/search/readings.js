// @ts-check
// Other readings of a query, where the first may not be what was meant: what stands for its words, a slip in one
// of two words that were never seen together.

import { LONG, ranked } from "./gather.js"
import { as } from "./meaning.js"
import { wordOf } from "./query.js"
import { isSyllable } from "./syllable.js"
import { agrees, fold, words } from "./text.js"

/** What a reading with a mended slip is worth beside the first. */
const MENDED = 0.84
/** Of the pages that have a word, so many have it before another one that belongs there. */
const SURELY = 0.2

/** @typedef {import("./opened.js").Opened} Opened */
/** @typedef {import("./meaning.js").Asked} Asked */
/** @typedef {import("./gather.js").Ranked} Ranked */

/** The first reading and those tried beside it, ranked. @param {Opened} opened @param {Asked[]} asked
 *  @param {{literal: boolean, light: boolean, phrases: boolean}} how @param {Set<string>} missing
 *  @returns {Promise<Ranked[]>} */
export async function readingsOf(opened, asked, { literal, light, phrases }, missing) {
  const first = await ranked(opened, asked, missing)
  if (literal || phrases) return [first]
  const tried = asked.some(one => isShort(opened, one)) || asked.length <= LONG + 2 && !first.answered ? alternatives(opened, asked) : []
  const mend = !light && asked.length < 2 * LONG && first.pairs.some(pair => !pair.length)
  const [others, fixed] = await Promise.all([
    Promise.all(tried.map(async one => ({ ...await asIf(opened, one.asked, one.weight, first.sum, missing), stands: true }))),
    mend ? repaired(opened, asked, first.pairs, missing) : null,
  ])
  return [first, ...others, ...fixed ? [await asIf(opened, fixed, MENDED, first.sum, missing)] : []]
}

/** Another reading, worth no more for its words being more or rarer. @param {Opened} opened @param {Asked[]} asked
 *  @param {number} weight @param {number} sum of the first reading @param {Set<string>} missing */
async function asIf(opened, asked, weight, sum, missing) {
  const made = await ranked(opened, asked, missing)
  const by = weight === MENDED ? weight * Math.max(1, Math.min(2, sum / made.sum)) : weight * Math.min(1, sum / made.sum)
  for (let page = 0; page < made.score.length; page++) made.score[page] *= by
  return made
}

/** Readings in which a run of words is replaced by what stands for it. @param {Opened} opened @param {Asked[]} asked */
export function alternatives(opened, asked) {
  const { lexicon } = opened
  /** @type {{asked: Asked[], weight: number, length: number, count: number}[]} */
  const made = []
  const rest = asked.map(one => knownFor(opened, one))
  for (let from = 0; from < asked.length; from++)
    for (let to = from + 1; to <= Math.min(asked.length, from + 7); to++) {
      const run = asked.slice(from, to)
      if (run.every(one => one.small && !one.caps)) continue // «là ai» asks for nobody's AI
      const typed = run.map(one => one.f).join(" "), meant = run.map(one => one.means[0]?.f ?? one.f).join(" ")
      const sure = Math.min(1, ...run.map(one => one.means[0]?.weight ?? 1))
      const own = standingFor(opened, run, typed), count = Math.min(...run.map(one => lexicon.count(one.means[0]?.f ?? one.f)))
      for (const phrase of own.length ? own : standingFor(opened, run, meant)) {
        const longer = ` ${words(fold(phrase)).join(" ")} `.includes(` ${meant} `) // who has the longer name has this one
        if (longer || !words(phrase).every(word => lexicon.has(fold(word)))) continue
        const other = words(phrase).map(o => ({ ...wordOf(o), means: [as(wordOf(o), 1)] }))
        const weight = own.length ? run[0].caps ? 1 : 0.85 : 0.85 * sure
        made.push({ asked: [...rest.slice(0, from).flat(), ...other, ...rest.slice(to).flat()], weight, length: to - from, count })
      }
    }
  // The rarer what is replaced, the more is gained by it: «sáp nhập», not «trường chính trị».
  return made.sort((a, b) => b.weight - a.weight || a.count - b.count || b.length - a.length).slice(0, 6)
}

/** What stands for a run of words, in the marks it was typed with: «đá» is no ĐA. @param {Opened} opened
 *  @param {Asked[]} run @param {string} told the run, folded */
export const standingFor = ({ synonyms }, run, told) => (synonyms.get(told) ?? []).flatMap(({ own, others }) =>
  own.length !== run.length || run.every((one, n) => !one.marked || one.means[0]?.kind || agrees(one.x, own[n])) ? others : [])

/** A word that no page has as what stands for it: beside another one that is replaced it would find nothing.
 *  @param {Opened} opened @param {Asked} one @returns {Asked[]} */
function knownFor(opened, one) {
  const [phrase] = opened.lexicon.has(one.f) || one.means.length ? [] : standingFor(opened, [one], one.f)
  return phrase ? words(phrase).map(o => ({ ...wordOf(o), means: [as(wordOf(o), 1)] })) : [one]
}

/** An abbreviation of something: capitals, or letters that are no syllable. @param {Opened} opened @param {Asked} one */
const isShort = ({ lexicon, synonyms }, { f, caps }) => synonyms.has(f) && /^[a-z]{2,9}$/.test(f)
  && (caps || !/[aeiouy]/.test(f) || lexicon.count(f) < 3)

/** Where two neighbours were never seen together, one slip in one of them may make a pair that was.
 *  @param {Opened} opened @param {Asked[]} asked @param {import("./rank.js").Pair[]} pairs
 *  @param {Set<string>} missing @returns {Promise<Asked[] | null>} */
async function repaired(opened, asked, pairs, missing) {
  const apart = (/** @type {number} */ n) => n < 0 || n >= pairs.length || !pairs[n].length
  const fixed = await Promise.all(asked.map(async (one, n) => {
    if (!(n > 0 && apart(n - 1) || n < pairs.length && apart(n)) || isSure(opened, one)) return one
    const found = (await fitting(opened, asked, n, missing)).slice(0, 6)
    const lonely = apart(n - 1) && apart(n)
    const means = found.filter(f => lonely || one.means.every(own => own.f !== f))
      .map((f, rank) => ({ f, x: null, weight: (lonely ? 0.95 : 0.6) - rank * 0.02, kind: /** @type {const} */ ("correction") }))
    if (!means.length) return one
    return { ...one, means: lonely ? means : [...one.means, ...means] }
  }))
  return fixed.some((one, n) => one !== asked[n]) ? fixed : null
}

/** Words one slip away that were seen beside a neighbour, the most frequent first. A syllable of the language is a slip
 *  only where the word before it is nearly always followed by another one: «chính trị chẩn». @param {Opened} opened
 *  @param {Asked[]} asked @param {number} n @param {Set<string>} missing @returns {Promise<string[]>} */
async function fitting({ lexicon, store }, asked, n, missing) {
  const before = asked[n - 1]?.means[0]?.f, after = asked[n + 1]?.means[0]?.f
  const isWord = isSyllable(asked[n].f)
  if (isWord && (!before || asked.length > LONG)) return []
  const least = isWord && before ? SURELY * lexicon.count(before) : 0
  const places = new Set()
  const found = await Promise.all(lexicon.near(asked[n].f).slice(0, before ? 60 : 8).map(async f => {
    if (before && places.add(store.placeOf(before, f)).size > 6 && !store.isHere(store.placeOf(before, f))) return null
    const list = before
      ? (await store.group(before, f, missing))?.followers.get(f)
      : after && (await store.group(f, after, missing))?.followers.get(after)
    return list && list.count > least ? { f, count: list.count } : null
  }))
  return found.flatMap(one => one ?? []).sort((a, b) => b.count - a.count).map(one => one.f)
}

/** A number, a small word, or one typed with its marks as many pages have it, is no slip. @param {Opened} opened
 *  @param {Asked} one */
const isSure = ({ head, lexicon }, { f, x, marked, means, small }) => small || /^\d/.test(f) || means[0]?.kind === "spaces" || marked && f !== x
  && (lexicon.spellings(f).find(one => one.told === x)?.count ?? 0) > 2 + head.pages / 100
