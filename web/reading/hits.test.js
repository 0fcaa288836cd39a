// @ts-check
// Texts are made up. Nothing in them is so.
import assert from "node:assert/strict"
import { test } from "node:test"
import { finder } from "./hits.js"

const TEXT = "Làng Đượng  góp\n gạo; làng bên không góp. Ai góp gạo được ăn."
/** @param {string} typed @param {string} [text] */
const hits = (typed, text = TEXT) => finder(typed)(text).map(([from, to]) => text.slice(from, to))

test("words are found without marks, in any case, over spaces and ends of lines", () => {
  assert.deepEqual(hits("gop gao"), ["góp\n gạo", "góp gạo"])
  assert.deepEqual(hits("LANG"), ["Làng", "làng"])
  assert.deepEqual(hits("duong gop"), ["Đượng  góp"])
})

test("marks that were typed are meant", () => {
  assert.deepEqual(hits("được"), ["được"])
  assert.deepEqual(hits("đượng"), ["Đượng"])
  assert.deepEqual(hits("duợng"), [])
})

test("a hit begins with a word, and may end in one that is not finished", () => {
  assert.deepEqual(hits("ang"), [])
  assert.deepEqual(hits("khon"), ["khôn"])
})

test("signs are found as they stand", () => {
  assert.deepEqual(hits("11-QĐ/TW", "Quy định số 11-QĐ/TW và 111-QĐ/TW"), ["11-QĐ/TW"])
  assert.deepEqual(hits("gạo;"), ["gạo;"])
})

test("nothing, one letter and spaces find nothing", () => { for (const typed of ["", " ", "g", "  g "]) assert.deepEqual(hits(typed), [], typed) })

test("letters nobody sees part no word", () => assert.deepEqual(hits("góp gạo", "góp g\u00adạo"), ["góp g\u00adạo"]))
