// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { ID, readRows } from "./chunk.js"

/** @param {string} text one byte a letter, as Latin-1 */
const file = text => Uint8Array.from(`${"-".repeat(ID)}${text}`, letter => letter.charCodeAt(0))
const ALPHABET = "đàô"

test("a card is read from its columns, letters by the alphabet, others by their units", () => {
  const rows = readRows(file('a/\nb/\nl\x81ng\n\x80\x82i\n\x01268\n\n2021\n\n[[],"1"]\n[[0]]'), ALPHABET)
  assert.deepEqual(rows(0), ["a/", "làng", "\u2188", "2021", [], "1"])
  assert.deepEqual(rows(1), ["b/", "đôi", "", "", [0]])
  assert.equal(rows(2), null)
})

test("a file that lost a line or its end is refused", () => {
  for (const text of ["a/\nlàng\n\n[[]]", "a/\nlàng\n\n\n[[", "", "a/"]) assert.throws(() => readRows(file(text), ALPHABET), RangeError, text)
})
