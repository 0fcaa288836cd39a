// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { complete, keysUndone, understood } from "./meaning.js"
import { ask } from "./query.js"
import { openedOf } from "./testing/opened.js"

const opened = openedOf([
  { url: "a/", title: "Trường chính trị mở hội", text: "Tỷ lệ đạt chuẩn là bao nhiêu. Mức 2.", numbers: [["380", "kh-lm"]] },
  { url: "b/", title: "Họ Dương", text: "Con đường. Quy định." },
])
/** @param {string} query @param {boolean} [literal] */
const means = (query, literal = false) => understood(opened, keysUndone(opened, ask(query).words), false, literal)
/** @param {string} query */
const first = query => means(query).map(one => one.means[0]?.f ?? "")

test("a word that is there means itself", () => {
  assert.deepEqual(means("trường")[0].means, [{ f: "truong", x: "trương1", weight: 1, kind: null }])
  assert.deepEqual(means("truong")[0].means, [{ f: "truong", x: null, weight: 1, kind: null }])
})

test("a word that is not there means what is one slip away, and says so", () => {
  assert.deepEqual(means("trườgn")[0].means.map(one => [one.f, one.kind]), [["truong", "correction"]])
  assert.deepEqual(means("trxxng")[0].means, [])
  assert.deepEqual(means("trườgn", true)[0].means.map(one => one.f), ["truogn"], "meant as it stands")
})

test("keys of an input method are undone, letters of numbers and places are none", () => {
  assert.deepEqual(first("truowngf chisnh"), ["truong", "chinh"])
  assert.deepEqual(first("truong2 chinh1"), ["truong", "chinh"])
  assert.deepEqual(keysUndone(opened, ask("kh380").words).map(one => one.o), ["kh", "380"])
  assert.deepEqual(keysUndone(opened, ask("muc2").words).map(one => one.o), ["muc", "2"])
})

test("spaces that were lost are put in, one too many is taken out", () => {
  assert.deepEqual(first("truongchinhtri"), ["truong", "chinh", "tri"])
  assert.deepEqual(first("trươ ng"), ["truong"])
})

test("one word has two spellings, and some are numbers", () => {
  assert.deepEqual(means("tỉ lệ")[0].means.map(one => one.f), ["ti", "ty"])
  assert.deepEqual(means("mức hai")[1].means.map(one => one.f), ["hai", "2"])
  assert.deepEqual(means("qui định")[0].means.map(one => one.f), ["qui", "quy"])
})

test("small words weigh little beside others, and all they can alone", () => {
  assert.deepEqual(means("chuẩn là bao nhiêu").map(one => one.small === true), [false, true, true, true])
  assert.deepEqual(means("là bao nhiêu").map(one => one.small === true), [false, false, false])
})

test("an unfinished word becomes what follows the word before it; what was asked stays", async () => {
  const asked = means("mo ho"), before = structuredClone(asked)
  const last = (await complete(opened, asked, new Set())).at(-1)
  assert.deepEqual(last?.means.map(one => [one.f, Number(one.weight.toFixed(2))]), [["ho", 0.6], ["hoi", 0.85]])
  assert.deepEqual(last?.after?.lists.map(([name]) => name), ["hoi"])
  assert.deepEqual(asked, before)
  const whole = (await complete(opened, means("mo hoi"), new Set())).at(-1)
  assert.equal(whole?.after, undefined, "it may be finished")
})
