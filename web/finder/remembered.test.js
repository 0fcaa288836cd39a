// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { known, withWords } from "./remembered.js"

const NONE = { kept: true, words: [] }

test("the newest words come first, once, however they are written", () => {
  const told = ["đội ngũ", "quy định", "Đội  ngũ", "đo\u0323\u0302i ngu\u0303"].reduce(withWords, NONE)
  assert.deepEqual(told.words, ["đội ngũ", "quy định"])
})

test("eight are kept, none that is empty or very long", () => {
  const told = Array.from({ length: 12 }, (_, n) => `từ ${n}`).reduce(withWords, NONE)
  assert.deepEqual([told.words.length, told.words[0]], [8, "từ 11"])
  for (const words of ["", "  \u00a0", "a".repeat(101)]) assert.equal(withWords(told, words), told)
})

test("where the reader wants nothing kept, nothing is", () => {
  const told = { kept: false, words: [] }
  assert.equal(withWords(told, "đội ngũ"), told)
})

test("whatever stands in storage is a memory, or none", () => {
  for (const told of [null, 7, "x", [], {}, { words: [1, {}, ""], kept: 7 }]) assert.deepEqual(known(told), NONE)
  assert.deepEqual(known({ kept: false, words: ["a", 1] }), { kept: false, words: ["a"] })
})
