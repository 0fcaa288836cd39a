// @ts-check
// Other readings of a query, where the first may not be what was meant: what stands for its words, a slip in one
// of two words that were never seen together.

import { LONG, ranked } from "./gather.js"
import { as, isWritten } from "./meaning.js"
import { wordOf } from "./query.js"
import { agrees, fold, words } from "./text.js"

/** What a reading with a mended slip is worth beside the first. */
const MENDED = 0.84

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
  const mend = !light && asked.length < 2 * LONG && first.pairs.some(pair => isRare(opened, pair))
  const [others, fixed] = await Promise.all([
    Promise.all(tried.map(async one => ({ ...await asIf(opened, one.asked, one.weight, first.sum, missing), stands: true }))),
    mend ? import("./mending.js").then(module => module.mended(opened, asked, first.pairs, missing), () => void missing.add("phần sửa lỗi gõ")) : null,
  ])
  return [first, ...others, ...fixed ? [await asIf(opened, fixed, MENDED, first.sum, missing)] : []]
}

/** Whether neighbours were hardly ever seen together. @param {Opened} opened @param {import("./rank.js").Pair} pair */
const isRare = ({ head }, pair) => pair.every(({ list }) => list.count <= 2 + head.pages / 1000)

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
        if (longer || !words(phrase).every(word => isWritten(lexicon, wordOf(word)))) continue
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
