// @ts-check
import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"
import { typedKeys } from "./lexicon.js"
import { agrees, begins, crc32, exact, fold, words, written } from "./text.js"

/** @param {string} name one of the golden files that the tests of Python read too */
const golden = name => JSON.parse(readFileSync(new URL(`../../tests/${name}`, import.meta.url), "utf8"))
const { pairs } = golden("fold.json"), told = golden("search.json")

test("text is folded as Python folds it", () => {
  assert.ok(pairs.length > 20)
  for (const { text, fold: wanted } of pairs) assert.equal(fold(text), wanted, text)
})

test("text is cut into words as Python cuts it", () => {
  for (const { text, words: wanted } of told.words) assert.deepEqual(words(text.toLowerCase()), wanted, text)
})

test("a word is told by its marks, and written again from them", () => {
  for (const one of told.exact) {
    assert.equal(exact(one.word), one.exact)
    assert.equal(written(one.exact), one.written)
  }
})

test("keys of an input method that was off are a word; others are none", () => {
  for (const { typed, exact: wanted } of told.keys) assert.equal(typedKeys(typed, /\d/.test(typed))?.x ?? null, wanted, typed)
})

test("a spelling agrees with marks that were left out, never with other ones", () => {
  for (const typed of ["duong", "dương", "dương1", "duong1"]) assert.ok(agrees(typed, "dương1"), typed)
  for (const typed of ["dương2", "đuong", "dưong2", "duon", "duongg"]) assert.ok(!agrees(typed, "dương1"), typed)
  assert.ok(begins("thươ", "thương1"))
  assert.ok(!begins("thuô", "thương1"))
})

test("a folded word is kept for its own spelling only", () => {
  assert.equal(fold("Đường"), fold("dương"))
  assert.notEqual(exact("Đường"), exact("dương"))
  assert.equal(fold("a".repeat(60)), "a".repeat(60))
})

test("the checksum is the one by which the index was cut", () => {
  assert.equal(crc32("123456789"), 0xcbf43926)
})
