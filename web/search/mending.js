// @ts-check
// Where neighbours were hardly ever seen together: one slip in one of them may make words that were. Fetched when a
// query has such neighbours; knows no order of results.

import { isSlip } from "./slips.js"
import { isSyllable } from "./syllable.js"

/** @typedef {import("./opened.js").Opened} Opened */
/** @typedef {import("./meaning.js").Asked} Asked */
/** @typedef {import("./gather.js").Ranked["pairs"]} Pairs */
/** @typedef {{f: string, x: string | null, count: number, left: number, right: number, gain: number}} Fit a word that
 *  may have been meant: in how many pages it stands, behind the word before, before the word after; `gain`: so much
 *  likelier beside them than what was typed */

/** So much likelier must a word be than the one that was typed. */
const SURELY = 50
/** Of the pages that have a neighbour, so many have the word beside it. */
const BELONGS = 0.05
/** What a pair counts that no page has, and that none can have because no page has the word. */
const UNSEEN = 0.5, NEVER = 0.05
/** Words one slip away that are tried, files for those behind a word, words tried before one. */
const TRIED = 60, FILES = 6, AHEAD = 8
/** Of several words, those so much less likely than the best are meant as well. */
const NEARLY = 8

/** The same words with what was meant where a finger slipped. @param {Opened} opened @param {Asked[]} asked
 *  @param {Pairs} pairs @param {Set<string>} missing @returns {Promise<Asked[] | null>} */
export async function mended(opened, asked, pairs, missing) {
  const { lexicon } = opened
  const found = await Promise.all(asked.map(async (one, n) => isSure(one) ? [] : fitting(opened, asked, n, pairs, missing)))
  const fitted = found.map((fits, n) => ({ fits, n })).filter(one => one.fits.length).sort((a, b) => b.fits[0].gain - a.fits[0].gain)
  const strange = fitted.filter(({ n }) => !lexicon.has(asked[n].f)) // where no page has a word, that one is the slip
  /** @type {Set<number>} */
  const taken = new Set()
  const made = [...asked]
  for (const { fits, n } of strange.length ? strange : fitted) {
    if (taken.has(n - 1) || taken.has(n + 1)) continue // what it is beside is something else now
    taken.add(n)
    const means = fits.filter(one => one.gain * NEARLY >= fits[0].gain).slice(0, 4)
      .map(({ f, x }, rank) => ({ f, x, weight: 0.95 - rank * 0.02, kind: /** @type {const} */ ("correction") }))
    made[n] = { ...asked[n], means }
  }
  return taken.size ? made : null
}

/** A number, a word that says little, one of several that were written together: no slip. @param {Asked} one */
const isSure = ({ f, small, means, phrase }) => small || phrase || /^\d/.test(f) || means[0]?.kind === "spaces"

/** Words one slip away that fit far better, the best first. @param {Opened} opened @param {Asked[]} asked
 *  @param {number} n @param {Pairs} pairs @param {Set<string>} missing @returns {Promise<Fit[]>} */
async function fitting({ lexicon, store }, asked, n, pairs, missing) {
  const one = asked[n], meant = one.means[0]?.kind === "correction" ? one.f : one.means[0]?.f ?? one.f, own = spelled(lexicon, one, meant)
  const before = asked[n - 1]?.means[0]?.f, after = asked[n + 1]?.means[0]?.f
  const seen = (/** @type {number} */ at) => Math.max(0, ...(pairs[at] ?? []).map(({ a, b, list }) => (at < n ? b : a) === meant ? list.count : 0))
  const typed = { left: seen(n - 1) * own.share, right: seen(n) * own.share, count: own.count }
  const near = lexicon.near(one.f).slice(0, TRIED).map(f => ({ f, ...meantBy(lexicon, one, f) })).filter(each => each.count)
  const places = new Set()
  const behind = await Promise.all(near.map(async each => {
    if (!before || places.add(store.placeOf(before, each.f)).size > FILES && !store.isHere(store.placeOf(before, each.f))) return { ...each, left: 0 }
    const list = (await store.group(before, each.f, missing))?.followers.get(each.f)
    return { ...each, left: (list?.count ?? 0) * each.share }
  }))
  const likely = behind.sort((a, b) => b.left - a.left || b.count - a.count).slice(0, AHEAD)
  const fits = await Promise.all(likely.map(async each => {
    const list = after ? (await store.group(each.f, after, missing))?.followers.get(after) : undefined
    const fit = { ...each, right: (list?.count ?? 0) * each.share }
    return { ...fit, gain: gainOf(fit, typed, Boolean(before), Boolean(after)) }
  }))
  const isStrange = !own.count && !isSyllable(one.f)
  const belongs = (/** @type {Fit} */ fit) => before && fit.left > BELONGS * lexicon.count(before) || after && fit.right > BELONGS * lexicon.count(after)
  return fits.filter(fit => fit.gain > SURELY && (isStrange || belongs(fit))).sort((a, b) => b.gain - a.gain)
}

/** @param {Omit<Fit, "f" | "x" | "gain">} fit @param {Omit<Fit, "f" | "x" | "gain">} typed @param {boolean} before @param {boolean} after */
function gainOf(fit, typed, before, after) {
  const unseen = typed.count ? UNSEEN : NEVER
  const left = before ? (fit.left + unseen) / (typed.left + unseen) : 1
  const right = after ? (fit.right + unseen) / (typed.right + unseen) : 1
  return left * right * (before && after ? (typed.count + 1) / (fit.count + 1) : 1)
}

/** In how many pages a word stands as it was typed, and which part of all that have it. @param {Opened["lexicon"]} lexicon
 *  @param {Asked} one @param {string} f */
function spelled(lexicon, one, f) {
  const all = lexicon.count(f)
  const count = one.marked ? lexicon.spellings(f).find(each => each.told === one.x)?.count ?? 0 : all
  return { count, share: Math.min(1, count / (all || 1)) }
}

/** The same of a word that may have been meant, in the marks that were typed. @param {Opened["lexicon"]} lexicon
 *  @param {Asked} one @param {string} f @returns {{x: string | null, count: number, share: number}} */
function meantBy(lexicon, one, f) {
  if (!one.marked) return { x: null, count: lexicon.count(f), share: 1 }
  const [best] = lexicon.spellings(f).filter(each => isSlipOf(one.x, each.told)).sort((a, b) => b.count - a.count)
  return best ? { x: best.told, count: best.count, share: Math.min(1, best.count / (lexicon.count(f) || 1)) } : { x: null, count: 0, share: 0 }
}

const TONE = /[1-5]$/
/** Whether one slip lies between two spellings: the marks that are left are the same. @param {string} typed @param {string} told */
function isSlipOf(typed, told) {
  const a = TONE.exec(typed)?.[0], b = TONE.exec(told)?.[0]
  return (!a || a === b) && isSlip(typed.replace(TONE, ""), told.replace(TONE, ""))
}
