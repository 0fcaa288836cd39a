// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { around, parts } from "./marks.js"
import { exact, fold, words } from "./text.js"

/** @param {string} text @param {boolean} [marked] */
const sought = (text, marked = false) => words(text).map(one => ({ f: fold(one), x: marked ? exact(one) : null }))
/** @param {import("./marks.js").Part[]} parts */
const hits = parts => parts.filter(one => one.hit).map(one => one.text)
/** @param {import("./marks.js").Part[]} parts */
const text = parts => parts.map(one => one.text).join("")

test("words are marked as they are written, neighbours as one", () => {
  const told = "Làng trồng hoa; TRỒNG mây, hoa."
  assert.deepEqual(hits(parts(told, sought("trong hoa"))), ["trồng hoa", "TRỒNG", "hoa"])
  assert.equal(text(parts(told, sought("trong hoa"))), told)
})

test("marks that were typed are not those of another word", () => {
  assert.deepEqual(hits(parts("Đương đường dương", sought("đường", true))), ["đường"])
  assert.deepEqual(hits(parts("Đương đường dương", sought("duong"))), ["Đương đường dương"])
})

test("the number of a document is one mark", () => {
  assert.deepEqual(hits(parts("Theo 380-KH/HVCTQG, mục 3", sought("380 kh hvctqg"))), ["380-KH/HVCTQG"])
})

test("around the hits stands the part that has most of the words, cut at words", () => {
  const long = `${"Mở đầu dài dòng. ".repeat(20)}Hoa ở đây. ${"Giữa là lời khác. ".repeat(20)}Làng trồng hoa mỗi sáng. ${"Sau còn dài. ".repeat(20)}`
  const found = around(long, sought("trong hoa"), 80)
  assert.deepEqual(hits(found), ["trồng hoa"])
  const told = text(found)
  assert.ok(told.startsWith("… Làng trồng hoa mỗi sáng.") && told.endsWith(" …"), told)
  assert.ok(told.length < 90)
})

test("a text without any hit begins at its beginning", () => {
  assert.equal(text(around("Một hai ba", sought("mười"), 80)), "Một hai ba")
})
