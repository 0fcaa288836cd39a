// @ts-check
// What is said of words that the first result has not. All made up.
import assert from "node:assert/strict"
import { test } from "node:test"
import { lackingIn } from "./lacking.js"

/** Words and the pages they stand on; between them, on how many pages two stand together.
 *  @param {[string, number[]][]} words @param {number[]} together @param {number} first */
const lacking = (words, together, first) => {
  const list = (/** @type {number[]} */ pages) => ({ list: { count: pages.length, read: () => ({ pages: Uint32Array.from(pages) }) } })
  const asked = words.map(([o]) => ({ o, f: o, means: [] }))
  const reading = {
    asked,
    positions: words.map(([, pages]) => ({ given: [list(pages)], through: false })),
    pairs: together.map(count => count ? [list(Array.from({ length: count }, (_, n) => n))] : []),
  }
  const found = lackingIn(/** @type {any} */ (reading), first, /** @type {any} */ (asked), true)
  return found?.phrases.map(one => one.map(({ o }) => o).join(" "))
}

test("a word that is seen with both beside it alike is told with both, never a part of two words", () => {
  const words = /** @type {[string, number[]][]} */ ([["danh", [1, 2]], ["sách", [2]], ["trường", [1, 2]], ["hát", [1, 2]]])
  assert.deepEqual(lacking(words, [1, 1, 0], 1), ["danh sách trường"])
  assert.deepEqual(lacking(words, [2, 3, 0], 1), ["danh sách trường"])
})

test("a word that is seen much oftener with one beside it is told with that alone", () => {
  const words = /** @type {[string, number[]][]} */ ([["bán", [1, 2]], ["hiệu", [2]], ["trưởng", [2]], ["hát", [1, 2]]])
  assert.deepEqual(lacking(words, [1, 9, 1], 1), ["hiệu trưởng"])
  assert.deepEqual(lacking([["bán", [1]], ["gạo", [2]]], [0], 1), ["gạo"])
})
