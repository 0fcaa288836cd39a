// @ts-check
// Typed words → the words of the index they may mean: as they are, with keys of an input method undone, with a
// space put in or taken out, with a slip mended, completed while they are typed.

import { MOST, wordOf } from "./query.js"
import { meantByKeys } from "./lexicon.js"
import { isSmall } from "./small.js"
import { isSyllable } from "./syllable.js"
import { agrees, fold } from "./text.js"

/** @typedef {import("./opened.js").Opened} Opened */
/** @typedef {import("./query.js").Word} Word */
/** @typedef {import("./lexicon.js").Meaning} Meaning */
/** @typedef {Word & {means: Meaning[], optional?: boolean, small?: boolean, lost?: boolean, begun?: string,
 *  after?: After}} Asked `small`: it says little beside the others; `lost`: nothing is known of it; `begun`: what an unfinished word begins with */
/** @typedef {{lists: [string, import("./chunk.js").Listed][], weight: number}} After all words that begin so and
 *  were seen after the word before */

/** Letters below which a word typed alone is what it is, «apk»: one slip away is nearly any short word. */
const SURE = 4
/** How much more usual than a word one slip away two syllables must be for which a run of letters is taken. */
const APART = 4

/** The word itself. @param {Word} one @param {number} weight @returns {Meaning} */
export const as = (one, weight) => ({ f: one.f, x: one.marked ? one.x : null, weight, kind: null })

/** Whether any page has a word as it is spelled. @param {Opened["lexicon"]} lexicon @param {Pick<Word, "f" | "x" | "marked">} one */
export const isWritten = (lexicon, { f, x, marked }) => marked ? lexicon.spellings(f).some(one => agrees(x, one.told)) : lexicon.has(f)

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
  /** @type {Asked[]} */
  const made = []
  const itself = new Set(named.filter(one => one.letters.length).flatMap(one => typed.slice(one.from, one.to)))
  for (const [n, one] of typed.entries()) {
    const own = /^\d+$/.test(one.f) || literal || itself.has(one)
    const found = own ? [{ ...one, means: [as(one, 1)] }] : meanings(opened, one, open && n === typed.length - 1, typed.length === 1)
    const before = made.at(-1)
    if (found.length || !before || !opened.lexicon.has(before.f + one.f)) made.push(...found.length ? found : [{ ...one, means: [] }])
    else made.splice(-1, 1, { ...before, means: [{ f: before.f + one.f, x: null, weight: 0.9, kind: "spaces" }] })
  }
  const small = made.map(isSmall)
  return small.every(Boolean) ? made : made.map((one, n) => small[n] ? { ...one, small: true } : one)
}

/** One typed word as one word or, where spaces were lost, as several; none where nothing is like it.
 *  @param {Opened} opened @param {Word} one @param {boolean} last and perhaps unfinished @param {boolean} [alone]
 *  @returns {Asked[]} */
function meanings({ lexicon, synonyms }, one, last, alone = false) {
  if (one.keys) return [{ ...one, means: [one.keys] }]
  const keys = meantByKeys(lexicon, one.o)
  const known = lexicon.has(one.f)
  if (keys && (!known || lexicon.count(one.f) * 20 < lexicon.count(keys.f)))
    return [{ ...one, means: [keys, ...known ? [as(one, 0.5)] : []] }]
  const other = otherwise(one)
  const has = other && (/\d/.test(other.f) || lexicon.has(other.f))
  if (known || has) return [{ ...one, means: [as(one, 1), ...has ? [other] : []] }]
  if (last && lexicon.beginning(one.f, 1).length) return [{ ...one, means: [] }]
  if (synonyms.has(one.f) || !/[aeiouy]/.test(one.f) || isSyllable(one.f) || alone && one.f.length < SURE) return []
  const near = lexicon.near(one.f).slice(0, 6)
  const usual = Math.max(0, ...near.map(lexicon.count))
  const pieces = one.f.length > 3 ? lexicon.split(one.f) : []
  // A space lost, not a slip: nothing is near that is usual, or two syllables are that are far more usual.
  if (pieces.length && (usual < 3 || pieces.length === 2 && pieces.every(piece => isSyllable(piece) && lexicon.count(piece) > APART * usual)))
    return pieces.map((piece, n) => ({ ...wordOf(piece, n > 0), phrase: one.phrase, means: [
      { f: piece, x: null, weight: 0.9, kind: "spaces" }] }))
  return near.length
    ? [{ ...one, means: near.map((f, rank) => ({ f, x: null, weight: 0.7 - rank * 0.02, kind: "correction" })) }] : []
}

/** The same word by the other rule of spelling, or as a digit: `tỉ lệ` = `tỷ lệ`, `qui định` = `quy định`,
 *  `mức hai` = `mức 2`. @param {Word} one @returns {Meaning | null} */
function otherwise({ f, x, marked }) {
  const digit = ["hai", "ba", "bôn2", "sau2", "bay3", "tam2", "chin2"].indexOf(x) + 2
  if (digit > 1 && (marked || f === "hai")) return { f: String(digit), x: null, weight: 0.8, kind: null }
  if (!/^(h|k|l|m|s|t|qu)[iy]$/.test(f)) return null
  const swapped = (/** @type {string} */ word) => word.replace(/[iy](?=\d?$)/, letter => letter === "i" ? "y" : "i")
  return { f: swapped(f), x: marked ? swapped(x) : null, weight: 0.97, kind: null }
}

/** The same words, the last one with what it may become: after the word before it, else in the whole lexicon.
 *  @param {Opened} opened @param {Asked[]} asked @param {Set<string>} missing @returns {Promise<Asked[]>} */
export async function complete({ lexicon, store }, asked, missing) {
  const last = asked.at(-1)
  if (!last || /^\d/.test(last.f) || last.phrase) return asked
  const begun = last.means[0]?.kind === "telex" ? last.means[0].f : last.f
  const before = asked.at(-2)?.means[0]?.f
  const after = before ? await store.beginning(before, begun, 2, missing) : []
  const whole = after.some(([name]) => name === begun) || !after.length
  const meant = last.means[0]?.x
  const known = last.means.length > 0 && (!meant || lexicon.spellings(last.f).some(one => one.told === meant))
  const found = after.filter(([name]) => name !== begun).sort((a, b) => b[1].count - a[1].count)
  const weight = known && whole ? 0.42 : 0.85
  const names = found.length || known ? found.slice(0, 3).map(([name]) => name) : lexicon.beginning(begun, 6)
  const means = [
    ...last.means.map(one => known && !whole ? { ...one, weight: one.weight * 0.6 } : one),
    ...names.map(f => ({ f, x: null, weight: f === begun ? 0.5 : weight, kind: null })),
  ]
  return [...asked.slice(0, -1), {
    ...last, begun, means: means.length ? means : slipped(lexicon, last), ...found.length ? { after: { lists: found, weight } } : {} }]
}

/** What was meant by letters that no word begins with. @param {import("./lexicon.js").Lexicon} lexicon
 *  @param {Asked} one @returns {Meaning[]} */
function slipped(lexicon, one) {
  const keys = meantByKeys(lexicon, one.o)
  return keys ? [keys] : isSyllable(one.f) || one.f.length < SURE ? [] : lexicon.near(one.f).slice(0, 5).map(f => ({ f, x: null, weight: 0.7, kind: "correction" }))
}
