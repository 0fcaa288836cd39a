// @ts-check
// Which clause of one document is like which clause of another. Pure. The same order as for two texts of one document
// (`portal/views/synopsis/align.py`; both keep to tests/alignments.json), but an id says nothing of two documents: what
// counts is the words, and of clauses that are not alike, how many of the rarer pairs of words they have in common.

/** @typedef {{id: string, name: string, text: string}} Unit one clause: «Mục I.2» and its own words */
/** @typedef {"same" | "near" | "touching"} Likeness */
/** @typedef {{like?: Likeness, a?: Unit, b?: Unit}} Row one of both where it stands alone */
/** @typedef {{words: string[], pairs: Map<string, number>, count: number}} Read */

/** How much two clauses share that are one with some words changed; words too few to tell; a pair of words in more
 *  clauses than this leads to none; so many candidates are looked at closely. */
const LIKE = 0.5, SHORT = 4, COMMON = 20, TRIED = 3
/** What two clauses share that only touch: part of the weight of their pairs of words, and as much as so many pairs that
 *  no other clause has. */
const PART = 0.18, WEIGHT = 4

const WORD = /[\p{L}\p{M}\p{N}_]+|[^\p{L}\p{M}\p{N}_\s]/gu
const BOTH = /^[\p{L}\p{M}\p{N}_]+ [\p{L}\p{M}\p{N}_]+$/u
const NUMBER = /^(?:(?:phần|chương|mục|điều|khoản|điểm|phụ lục)\s+)?(?:[0-9]+[a-zđ]?|[ivxl]+|[a-zđ])(?:\.[0-9]+)*[.):]\s+/iu

/** Without the number in front: a clause that is only numbered otherwise says the same. @param {string} text */
export const unnumbered = text => text.replace(NUMBER, "")

/** Words and signs. @param {string} text */
export const wordsOf = text => unnumbered(text).match(WORD) ?? []

/** @param {Unit} unit @returns {Read} */
function read({ text }) {
  const words = wordsOf(text), lower = words.map(one => one.toLowerCase())
  /** @type {Map<string, number>} */
  const pairs = new Map()
  for (let n = 0; n <= lower.length; n++) {
    const pair = `${lower[n - 1] ?? ""} ${lower[n] ?? ""}`
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return { words, pairs, count: words.length }
}

/** Share of pairs of neighbouring words that both have: 0 to 1. @param {Read} one @param {Read} other */
const likeness = (one, other) => 2 * shared(one, other, () => 1) / (one.count + other.count + 2)

/** @param {Read} one @param {Read} other @param {(pair: string) => number} weight */
function shared(one, other, weight) {
  let sum = 0
  for (const [pair, count] of one.pairs) sum += Math.min(count, other.pairs.get(pair) ?? 0) * weight(pair)
  return sum
}

/** Every clause of both, once, in the order of the second. @param {Unit[]} first @param {Unit[]} second @returns {Row[]} */
export function align(first, second) {
  const a = first.map(read), b = second.map(read)
  const found = sameWords(first, second, a, b)
  alike(a, b, found)
  return [...rows(first, second, found)]
}

/** Place in the second → place in the first. @typedef {Map<number, [number, Likeness]>} Found */

/** The same id first, so that parts that are called alike everywhere stay in their order.
 *  @param {Unit[]} first @param {Unit[]} second @param {Read[]} a @param {Read[]} b @returns {Found} */
function sameWords(first, second, a, b) {
  const told = a.map(one => one.words.join(" ")), taken = new Set(), ids = new Map(first.map(({ id }, n) => [id, n]))
  /** @type {Found} */
  const found = new Map()
  const take = (/** @type {number} */ place, /** @type {number | undefined} */ there) => {
    if (there === undefined || taken.has(there)) return
    taken.add(there)
    found.set(place, [there, "same"])
  }
  const words = b.map(one => one.words.join(" "))
  words.forEach((one, n) => { if (one && one === told[ids.get(second[n].id) ?? -1]) take(n, ids.get(second[n].id)) })
  /** @type {Map<string, number[]>} */
  const waiting = new Map()
  told.forEach((one, n) => { if (!taken.has(n) && a[n].count >= SHORT) waiting.set(one, [...waiting.get(one) ?? [], n]) })
  words.forEach((one, n) => { if (!found.has(n)) take(n, waiting.get(one)?.shift()) })
  return found
}

/** The likest first; each clause once. @param {Read[]} a @param {Read[]} b @param {Found} found */
function alike(a, b, found) {
  const weight = rarity([...a, ...b])
  const own = new Map([...a, ...b].map(one => [one, shared(one, one, weight)]))
  const taken = new Set([...found.values()].map(([there]) => there))
  const left = (/** @type {Read[]} */ all, /** @type {(n: number) => boolean} */ gone) => all.flatMap((one, n) => one.count >= SHORT && !gone(n) ? [n] : [])
  /** @type {Map<string, number[]>} */
  const index = new Map()
  for (const there of left(a, n => taken.has(n)))
    for (const pair of a[there].pairs.keys()) {
      const held = index.get(pair)
      if (held) held.push(there)
      else index.set(pair, [there])
    }
  /** @type {{place: number, there: number, part: number, like: Likeness}[]} */
  const candidates = []
  for (const place of left(b, n => found.has(n)))
    for (const there of tried(b[place], index, weight)) {
      const both = shared(a[there], b[place], weight), part = 2 * both / ((own.get(a[there]) ?? 0) + (own.get(b[place]) ?? 0) || 1)
      if (likeness(a[there], b[place]) >= LIKE) candidates.push({ place, there, part: 1 + part, like: "near" })
      else if (part >= PART && both >= WEIGHT) candidates.push({ place, there, part, like: "touching" })
    }
  for (const { place, there, like } of candidates.sort((one, other) => other.part - one.part))
    if (!found.has(place) && !taken.has(there)) {
      taken.add(there)
      found.set(place, [there, like])
    }
}

/** The clauses that share most of what is rare. @param {Read} one @param {Map<string, number[]>} index @param {(pair: string) => number} weight */
function tried(one, index, weight) {
  /** @type {Map<number, number>} */
  const votes = new Map()
  for (const pair of one.pairs.keys()) {
    const places = index.get(pair) ?? []
    if (places.length <= COMMON) for (const there of places) votes.set(there, (votes.get(there) ?? 0) + weight(pair))
  }
  return [...votes].sort((x, y) => y[1] - x[1]).slice(0, TRIED).map(([there]) => there)
}

/** A pair of words tells the more the fewer clauses have it; one with a sign in it tells nothing. @param {Read[]} all */
function rarity(all) {
  /** @type {Map<string, number>} */
  const having = new Map()
  for (const { pairs } of all) for (const pair of pairs.keys()) having.set(pair, (having.get(pair) ?? 0) + 1)
  const rare = (/** @type {number} */ times) => Math.log(1 + all.length / times)
  const weights = new Map([...having].map(([pair, times]) => [pair, BOTH.test(pair) ? rare(times) / rare(2) : 0]))
  return (/** @type {string} */ pair) => weights.get(pair) ?? 0
}

/** What stands alone in the first, at its place between those that keep the order of both.
 *  @param {Unit[]} first @param {Unit[]} second @param {Found} found @returns {Generator<Row>} */
function* rows(first, second, found) {
  const kept = new Set([...found.values()].map(([there]) => there)), inOrder = ordered(found)
  let at = 0
  const alone = function* (/** @type {number} */ until) {
    for (; at < until; at++) if (!kept.has(at)) yield { a: first[at] }
  }
  for (const [place, b] of second.entries()) {
    const [there, like] = found.get(place) ?? []
    if (there === undefined) yield { b }
    else {
      if (inOrder.has(place)) yield* alone(there)
      yield { like, a: first[there], b }
    }
  }
  yield* alone(first.length)
}

/** The longest run of pairs that stand in the same order in both. @param {Found} found @returns {Set<number>} */
function ordered(found) {
  const pairs = [...found].map(([place, [there]]) => ({ place, there })).sort((x, y) => x.place - y.place)
  /** @type {{place: number, there: number, before?: any}[]} */
  const ends = []
  for (const pair of pairs) {
    const at = ends.findIndex(one => one.there > pair.there), to = at < 0 ? ends.length : at
    ends[to] = { ...pair, before: ends[to - 1] }
  }
  /** @type {Set<number>} */
  const kept = new Set()
  for (let one = ends.at(-1); one; one = one.before) kept.add(one.place)
  return kept
}
