// @ts-check
// The parts of one long text that answer best: each weighed by the words it has, the rarer in this text the more, and by
// neighbours that stand in it as they were typed. Takes text, gives places. Pure.

import { around } from "./marks.js"
import { isAsking } from "./small.js"
import { exact, fold, words } from "./text.js"

/** @typedef {{id: string, label: string, text: string}} Part the id of one that stands in another begins with the other's: `dieu-5.khoan-2` */
/** @typedef {import("./query.js").Word} Word */
/** @typedef {{place: number, score: number, share: number}} Found `share`: how much of what was asked it has, 0…1 */

/** Words of a usual part; how soon a word said again adds nothing. */
const USUAL = 120, SOON = 1.2
/** What a neighbour as typed is worth beside a word; a word of the heading, and of the heading above. */
const PAIR = 0.6, HEADED = 2, ABOVE = 0.5
/** Without the marks that were typed it is worth less. */
const OTHERWISE = 0.6
/** What a word that only asks counts: a text seldom says it. Those that join count in full, beside others they tell. */
const ASKING = 0.12
/** What the place counts more that the words name beside much else: «theo Điều 15 … có quyền gì». */
const PINNED = 1.6
/** What a passage must have of what was asked, in few words and in a sentence; of what the best one has. */
const ENOUGH = 0.4, OF_MANY = 0.3, MANY = 6, NEAR = 0.7

/** The best parts as they are shown: none within another, none that has little of what was asked. @param {Part[]} parts @param {Word[]} asked
 *  @param {import("./marks.js").Sought[]} sought @param {string} page its address @param {{limit: number, length: number, pinned?: string}} how
 *  `pinned`: the id of the place that was named @returns {import("./contract.js").Passage[]} */
export function passagesOf(parts, asked, sought, page, { limit, length, pinned }) {
  const found = bestParts(parts, asked, 4 * limit, pinned)
  const enough = asked.length > MANY ? OF_MANY : ENOUGH
  const best = found.filter(one => one.share >= enough && one.score >= found[0].score * NEAR)
  const apart = best.filter(({ place }, n) => !best.slice(0, n).some(other => isWithin(parts[place].id, parts[other.place].id)))
  return apart.slice(0, limit).map(({ place }) => {
    const { id, label, text } = parts[place], url = new URL(page)
    url.hash = id
    return { clause: { id, label, url: url.href }, parts: text ? around(text.replace(/\s+/g, " "), sought, length) : [] }
  })
}

/** @param {string} one @param {string} other */
const isWithin = (one, other) => one.startsWith(`${other}.`) || other.startsWith(`${one}.`)

/** @param {Part[]} parts @param {Word[]} asked @param {number} most @param {string} [pinned] @returns {Found[]} the best first */
export function bestParts(parts, asked, most, pinned) {
  const terms = termsOf(asked), read = readOnce(parts)
  const counts = terms.map(one => counted(read, one))
  const rare = counts.map(one => Math.log(1 + (parts.length + 0.5) / (one.reduce((sum, count) => sum + Number(count > 0), 0) + 0.5)))
  const whole = rare.reduce((sum, one, n) => sum + one * terms[n].weight, 0) || 1
  return parts.map((_, place) => {
    const slow = SOON * (0.4 + 0.6 * read.lengths[place] / USUAL)
    let score = 0, share = 0
    counts.forEach((one, n) => {
      const count = one[place]
      if (!count) return
      score += rare[n] * terms[n].weight * count / (count + slow)
      share += rare[n] * terms[n].weight
    })
    const named = pinned !== undefined && parts[place].id === pinned ? PINNED : 1
    return { place, score: named * score * (0.5 + share / whole), share: share / whole }
  }).filter(one => one.score > 0).sort((a, b) => b.score - a.score || a.place - b.place).slice(0, most)
}

/** @typedef {{f: string, x: string | null, weight: number, next?: string}} Term a word, or (`next`) two neighbours */

/** @param {Word[]} asked @returns {Term[]} */
function termsOf(asked) {
  const seen = new Set()
  /** @type {Term[]} */
  const made = asked.map(one => ({ f: one.f, x: one.marked ? one.x : null, weight: little(one) }))
  asked.slice(1).forEach((one, n) => made.push({ f: asked[n].f, x: null, weight: PAIR * Math.min(little(asked[n]), little(one)), next: one.f }))
  return made.filter(({ f, next = "" }) => !seen.has(`${f} ${next}`) && seen.add(`${f} ${next}`))
}

/** @param {Word} one */
const little = one => isAsking(one) ? ASKING : 1

/** @typedef {{said: string[], folded: string[], of: Int32Array, headed: Uint8Array, places: Map<string, number[]>, lengths: number[],
 *  above: number[]}} Read all words one after the other: `of` which part, whether of its heading; `above`: the part that a part stands in */

/** A long text is asked more than once. @type {WeakMap<Part[], Read>} */
const known = new WeakMap()

/** @param {Part[]} parts @returns {Read} */
function readOnce(parts) {
  const before = known.get(parts)
  if (before) return before
  /** @type {string[]} */
  const said = []
  /** @type {number[]} */
  const of = []
  /** @type {number[]} */
  const headed = []
  const place = new Map(parts.map((one, n) => [one.id, n]))
  const lengths = parts.map(({ label, text }, n) => [label, text].reduce((sum, one, isText) => {
    const all = words(one)
    for (const word of all) { said.push(word); of.push(n); headed.push(1 - isText) }
    return sum + all.length
  }, 0))
  const folded = said.map(fold)
  /** @type {Map<string, number[]>} */
  const places = new Map()
  folded.forEach((word, at) => { const list = places.get(word); if (list) list.push(at); else places.set(word, [at]) })
  const above = parts.map(({ id }) => place.get(id.slice(0, Math.max(0, id.lastIndexOf(".")))) ?? -1)
  const made = { said, folded, of: Int32Array.from(of), headed: Uint8Array.from(headed), places, lengths, above }
  known.set(parts, made)
  return made
}

/** How much every part has of one term. @param {Read} read @param {Term} term */
function counted({ said, folded, of, headed, places, lengths, above }, { f, x, next }) {
  const counts = new Float32Array(lengths.length), heads = new Float32Array(lengths.length)
  for (const at of places.get(f) ?? []) {
    if (next !== undefined && (folded[at + 1] !== next || of[at + 1] !== of[at] || headed[at + 1] !== headed[at])) continue
    const worth = next !== undefined || x === null || x === exact(said[at]) ? 1 : OTHERWISE
    counts[of[at]] += worth * (headed[at] ? HEADED : 1)
    if (headed[at]) heads[of[at]] += worth
  }
  lengths.forEach((_, n) => {
    for (let up = above[n], depth = 0; up >= 0 && depth < 4; up = above[up], depth++) counts[n] += ABOVE * heads[up]
  })
  return counts
}
