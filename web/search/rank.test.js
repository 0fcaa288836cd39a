// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { best, layer, placeIn, rarity, TITLE } from "./rank.js"

/** @param {[number, number][]} list page and weight @returns {import("./chunk.js").Listed} */
const listed = list => {
  const pages = Uint32Array.from(list, one => one[0]), weights = Uint8Array.from(list, one => one[1])
  return { count: list.length, weights, pages: room => (room.set(pages), room), read: () => ({ pages, weights }) }
}
const N = 8
/** @param {[number, number][]} list @param {object} [more] @returns {import("./rank.js").Position} */
const position = (list, more = {}) => {
  const often = rarity(N, list.length)
  return { given: [{ list: listed(list), rarity: often, factor: 1 }], rarity: often, through: false, optional: false, ...more }
}
/** @param {[number, number][]} list @returns {import("./rank.js").Pair} */
const pair = list => [{ list: listed(list), rarity: rarity(N, list.length), alone: rarity(N, list.length), factor: 1 }]
const titles = new Uint8Array(N).fill(4)
/** @param {import("./rank.js").Position[]} positions @param {import("./rank.js").Pair[]} [pairs] */
const order = (positions, pairs = []) => best(layer(N, positions, pairs, titles).score, N)

test("a page with all words is before one with some", () => {
  assert.deepEqual(order([position([[1, 64], [2, 64]]), position([[2, 64], [3, 64]])])[0], 2)
})

test("the rarer word weighs more", () => {
  const common = position([[0, 64], [1, 64], [2, 64], [3, 64], [4, 64]]), rare = position([[5, 64]])
  assert.equal(order([common, rare])[0], 5)
})

test("a word in the title is before the same in the text", () => {
  assert.deepEqual(order([position([[1, 64], [4, 64 | TITLE]])]), [4, 1])
})

test("words that follow each other are before the same words apart", () => {
  const words = [position([[1, 64], [2, 64]]), position([[1, 64], [2, 64]])]
  assert.deepEqual(order(words, [pair([[2, 32]])]), [2, 1])
})

test("three in a row are before three in pairs here and there", () => {
  const words = [1, 2, 3].map(() => position([[1, 64], [2, 64]]))
  assert.deepEqual(order(words, [pair([[1, 4], [2, 4]]), pair([[1, 5], [2, 20]])]), [1, 2])
  assert.deepEqual(order(words, [pair([[1, 4], [2, 4]]), pair([[1, 20], [2, 5]])]), [2, 1])
})

test("what may be left out makes no page without it worthless", () => {
  const number = position([[1, 64]], { optional: true }), word = position([[1, 64], [2, 64]])
  const { score } = layer(N, [number, word], [], titles)
  assert.ok(score[2] > score[1] / 3)
  const strict = layer(N, [position([[1, 64]]), word], [], titles).score
  assert.ok(strict[2] < strict[1] / 3)
})

test("one count leaves nothing for the next", () => {
  const one = [position([[1, 64], [2, 64]]), position([[2, 64]])]
  const first = layer(N, one, [pair([[2, 32]])], titles).score
  layer(N, [position([[0, 127], [7, 127]])], [], titles)
  assert.deepEqual(layer(N, one, [pair([[2, 32]])], titles).score, first)
})

test("how full an answer is, is told", () => {
  const { full, answered } = layer(N, [position([[1, 64 | TITLE], [2, 64]])], [], titles)
  assert.deepEqual([full, answered], [2, true])
  assert.equal(layer(N, [position([[2, 64]])], [], titles).answered, false)
})

test("the best are in order, no more than wanted, none without worth", () => {
  assert.deepEqual(best(Float32Array.of(0, 3, 1, 0, 5, 4), 3), [4, 5, 1])
  assert.deepEqual(best(Float32Array.of(0, 0), 3), [])
})

test("a page is found in a list, or not", () => {
  const pages = Uint32Array.of(2, 5, 9)
  assert.deepEqual([2, 5, 9, 3, 10].map(one => placeIn(pages, one)), [0, 1, 2, -1, -1])
})
