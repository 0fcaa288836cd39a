// @ts-check
// Which words of two texts are the same: both as pieces, in their order, nothing lost. Pure.

/** @typedef {{same: boolean, text: string, count: number}} Piece `count` of its words */
/** @typedef {[word: string, space: string]} Token */
/** @typedef {[same: boolean, a: Token[], b: Token[]]} Change */

/** Words of one text times words of the other that are compared; more are told apart as a whole. */
const LARGEST = 4_000_000
const TOKEN = /([\p{L}\p{M}\p{N}_]+|[^\p{L}\p{M}\p{N}_\s])(\s*)/gu

/** @param {string} text @returns {Token[]} */
const tokens = text => [...text.trimStart().matchAll(TOKEN)].map(one => [one[1], one[2]])

/** @param {string} first @param {string} second @returns {[Piece[], Piece[]]} */
export function compared(first, second) {
  const changes = joined([...changed(tokens(first), tokens(second))])
  return [pieces(changes.map(([same, a]) => [same, a])), pieces(changes.map(([same, , b]) => [same, b]))]
}

/** @param {[boolean, Token[]][]} told @returns {Piece[]} */
const pieces = told => told.filter(([, all]) => all.length).map(([same, all]) => ({ same, text: all.map(one => one.join("")).join(""), count: all.length }))

/** The same words at both ends are set aside first. @param {Token[]} a @param {Token[]} b @returns {Generator<Change>} */
function* changed(a, b) {
  let first = 0, last = 0
  const shorter = Math.min(a.length, b.length)
  while (first < shorter && a[first][0] === b[first][0]) first++
  while (last < shorter - first && a[a.length - 1 - last][0] === b[b.length - 1 - last][0]) last++
  yield [true, a.slice(0, first), b.slice(0, first)]
  const one = a.slice(first, a.length - last), other = b.slice(first, b.length - last)
  if (one.length * other.length > LARGEST) yield [false, one, other]
  else yield* longest(one, other)
  yield [true, a.slice(a.length - last), b.slice(b.length - last)]
}

/** The longest words in common, in order. @param {Token[]} a @param {Token[]} b @returns {Generator<Change>} */
function* longest(a, b) {
  const wide = b.length + 1, table = new Uint16Array((a.length + 1) * wide)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i * wide + j] = a[i][0] === b[j][0] ? table[(i + 1) * wide + j + 1] + 1 : Math.max(table[(i + 1) * wide + j], table[i * wide + j + 1])
  let i = 0, j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i][0] === b[j][0]) yield [true, [a[i++]], [b[j++]]]
    else if (j >= b.length || i < a.length && table[(i + 1) * wide + j] >= table[i * wide + j + 1]) yield [false, [a[i++]], []]
    else yield [false, [], [b[j++]]]
  }
}

/** Neighbours of a sort as one; a lone word that both have between two changes goes with them: stripes cannot be read.
 *  @param {Change[]} changes @returns {Change[]} */
function joined(changes) {
  const runs = merged(changes)
  return merged(runs.map(([same, a, b], n) => [same && !(a.length === 1 && n > 0 && n < runs.length - 1), a, b]))
}

/** @param {Change[]} changes */
function merged(changes) {
  /** @type {Change[]} */
  const made = []
  for (const [same, a, b] of changes) {
    const last = made.at(-1)
    if (!a.length && !b.length) continue
    if (last?.[0] === same) { last[1].push(...a); last[2].push(...b) }
    else made.push([same, [...a], [...b]])
  }
  return made
}
