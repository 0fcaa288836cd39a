// @ts-check
// The parts of one long text that answer best: each weighed by the words it has, the rarer in this text the more, and by
// neighbours that stand in it as they were typed. Takes text, gives places. Pure.

import { exact, fold, words } from "./text.js"

/** @typedef {{id: string, label: string, text: string}} Part */
/** @typedef {{place: number, score: number, share: number}} Found `share`: how much of what was asked it has, 0…1 */

/** Words of a usual part; how soon a word said again adds nothing. */
const USUAL = 120, SOON = 1.2
/** What a neighbour as typed is worth beside a word, and a word of the heading. */
const PAIR = 0.6, HEADED = 2
/** Without the marks that were typed it is worth less. */
const OTHERWISE = 0.6

/** @param {Part[]} parts @param {import("./query.js").Word[]} asked @param {number} most @returns {Found[]} the best first */
export function bestParts(parts, asked, most) {
  const terms = termsOf(asked)
  const counted = parts.map(one => countedIn(one, terms))
  const rare = terms.map((_, n) => Math.log(1 + (parts.length + 0.5) / (counted.filter(one => one.counts[n] > 0).length + 0.5)))
  const whole = rare.reduce((sum, one, n) => sum + one * terms[n].weight, 0) || 1
  return counted.map(({ counts, length }, place) => {
    const slow = SOON * (0.4 + 0.6 * length / USUAL)
    let score = 0, share = 0
    counts.forEach((count, n) => {
      if (!count) return
      score += rare[n] * terms[n].weight * count / (count + slow)
      share += rare[n] * terms[n].weight
    })
    return { place, score: score * (0.5 + share / whole), share: share / whole }
  }).filter(one => one.score > 0).sort((a, b) => b.score - a.score || a.place - b.place).slice(0, most)
}

/** @typedef {{f: string, x: string | null, weight: number, next?: string}} Term a word, or (`next`) two neighbours */

/** @param {import("./query.js").Word[]} asked @returns {Term[]} */
function termsOf(asked) {
  const seen = new Set()
  /** @type {Term[]} */
  const made = asked.map(({ f, x, marked }) => ({ f, x: marked ? x : null, weight: 1 }))
  asked.slice(1).forEach((one, n) => made.push({ f: asked[n].f, x: null, weight: PAIR, next: one.f }))
  return made.filter(({ f, next = "" }) => !seen.has(`${f} ${next}`) && seen.add(`${f} ${next}`))
}

/** @param {Part} part @param {Term[]} terms */
function countedIn({ label, text }, terms) {
  const counts = terms.map(() => 0)
  let length = 0
  for (const [said, worth] of /** @type {[string, number][]} */ ([[label, HEADED], [text, 1]])) {
    const all = words(said), folded = all.map(fold)
    length += all.length
    /** @type {Map<string, number[]>} */
    const places = new Map()
    folded.forEach((word, n) => { const list = places.get(word); if (list) list.push(n); else places.set(word, [n]) })
    terms.forEach(({ f, x, next }, n) => {
      for (const at of places.get(f) ?? []) {
        if (next !== undefined) counts[n] += folded[at + 1] === next ? worth : 0
        else counts[n] += worth * (x === null || x === exact(all[at]) ? 1 : OTHERWISE)
      }
    })
  }
  return { counts, length }
}
