// @ts-check
// Typed words → the words of the index they may mean: as they are, with keys of an input method undone, with a
// space put in or taken out, with a slip mended, completed while they are typed.

import { MOST, wordOf } from "./query.js"
import { meantByKeys } from "./lexicon.js"
import { fold } from "./text.js"

/** @typedef {import("./opened.js").Opened} Opened */
/** @typedef {import("./query.js").Word} Word */
/** @typedef {import("./lexicon.js").Meaning} Meaning */
/** @typedef {Word & {means: Meaning[], optional?: boolean, begun?: string}} Asked `begun`: what an unfinished word
 *  begins with */

/** The word itself. @param {Word} one @param {number} weight @returns {Meaning} */
export const as = (one, weight) => ({ f: one.f, x: one.marked ? one.x : null, weight, kind: null })

/** In how many pages a word may stand, whatever it means. @param {Opened} opened @param {Asked} one */
export const counts = ({ lexicon }, one) => Math.max(0, ...one.means.map(meaning => lexicon.count(meaning.f)))

/** Runs of letters and digits that are keys of an input method, as one word each: `truong2`, not `truong` and 2.
 *  @param {Opened} opened @param {Word[]} typed @returns {Word[]} */
export function keysUndone(opened, typed) {
  /** @type {Word[]} */
  const made = []
  let keyed = false
  for (const one of typed) {
    if (one.glued && keyed) continue
    const keys = one.glued || one.run === one.o ? null : vniOf(opened, one, typed)
    keyed = keys !== null
    made.push(keys ? { ...one, o: one.run, f: keys.f, keys } : one)
  }
  return made.slice(0, MOST)
}

/** `truong2` is a word with its tone, `muc1` and `kh380` are not. @param {Opened} opened @param {Word} one
 *  @param {Word[]} typed */
function vniOf({ lexicon, letters }, { o, run }, typed) {
  if (!/^\p{L}/u.test(run) || /\d{3}|0/.test(run) || (run.match(/[1-5]/g) ?? []).length > 1) return null
  const numbers = typed.filter(other => !other.glued && /\p{L}\d/u.test(other.run)).length
  if (numbers === 1 && /^(muc|dieu|khoan|diem|phan|chuong|quy|thang|nam|lop|khoa|so|cum|ky)\d+$/.test(run)) return null
  const meant = meantByKeys(lexicon, run)
  return meant && (meant.x || !letters.has(fold(o))) ? meant : null // `da46` is a number, where no such word is
}

/** What every typed word may mean. @param {Opened} opened @param {Word[]} typed @param {boolean} open
 *  @param {boolean} literal @param {import("./query.js").Numbered[]} [named] words that name a document: they mean
 *  themselves @returns {Asked[]} */
export function understood(opened, typed, open, literal, named = []) {
  const { lexicon } = opened
  /** @type {Asked[]} */
  const made = []
  const itself = new Set(named.filter(one => one.letters.length).flatMap(one => typed.slice(one.from, one.to)))
  typed.forEach((one, n) => {
    const last = open && n === typed.length - 1
    if (/^\d+$/.test(one.f) || literal || itself.has(one)) return made.push({ ...one, means: [as(one, 1)] })
    if (one.keys) return made.push({ ...one, means: [one.keys] })
    const keys = meantByKeys(lexicon, one.o)
    if (keys && (!lexicon.has(one.f) || lexicon.count(one.f) * 20 < lexicon.count(keys.f)))
      return made.push({ ...one, means: [keys, ...lexicon.has(one.f) ? [as(one, 0.5)] : []] })
    if (lexicon.has(one.f)) return made.push({ ...one, means: [as(one, 1)] })
    if (last && lexicon.beginning(one.f, 1).length) return made.push({ ...one, means: [] })
    const near = lexicon.near(one.f).slice(0, 6)
    const pieces = one.f.length > 3 ? lexicon.split(one.f) : []
    if (pieces.length && !near.some(other => lexicon.count(other) > 2))
      return pieces.forEach(piece => made.push({ ...wordOf(piece), phrase: one.phrase, means: [
        { f: piece, x: null, weight: 0.9, kind: "spaces" }] }))
    const joined = made.at(-1)
    if (!near.length && joined && lexicon.has(joined.f + one.f)) {
      joined.means = [{ f: joined.f + one.f, x: null, weight: 0.9, kind: "spaces" }]
      return
    }
    return made.push({ ...one, means: near.map((f, rank) => ({ f, x: null, weight: 0.7 - rank * 0.02, kind: "correction" })) })
  })
  return made
}

/** Completions of the last word: after the word before it, else of the whole lexicon. @param {Opened} opened
 *  @param {Asked[]} asked @param {Set<string>} missing */
export async function complete({ lexicon, store }, asked, missing) {
  const last = asked.at(-1)
  if (!last || /^\d/.test(last.f) || last.phrase) return
  const begun = last.begun = last.means[0]?.kind === "telex" ? last.means[0].f : last.f
  const before = asked.at(-2)?.means[0]?.f
  let found = before ? await store.beginning(before, begun, 2, missing) : []
  const whole = found.some(([name]) => name === begun) || !found.length
  const meant = last.means[0]?.x
  const known = last.means.length > 0 && (!meant || lexicon.spellings(last.f).some(one => one.told === meant))
  if (known && !whole) for (const one of last.means) one.weight *= 0.6
  found = found.filter(([name]) => name !== begun).sort((a, b) => b[1].count - a[1].count).slice(0, 6)
  let names = found.map(([name]) => name)
  if (!names.length && !known) names = lexicon.beginning(begun, 6)
  for (const f of names)
    last.means.push({ f, x: null, weight: f === begun ? 0.5 : known && whole ? 0.55 : 0.85, kind: null })
  if (!last.means.length) {
    const keys = meantByKeys(lexicon, last.o)
    last.means.push(...keys ? [keys] : lexicon.near(last.f).slice(0, 5).map(f => (
      { f, x: null, weight: 0.7, kind: /** @type {const} */ ("correction") })))
  }
}
