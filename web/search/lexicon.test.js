// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { lexiconOf, meantByKeys } from "./lexicon.js"
import { openedOf } from "./testing/opened.js"

/** @param {string[]} titles */
const lexicon = (...titles) => openedOf(titles.map((title, n) => ({ url: `${n}/`, title }))).lexicon

test("near is what is one slip away, and nothing else of like length", () => {
  const { near } = lexicon("trinh tring trin trinhh tirnh trnih thinh trong treng nhirt tinhr binh")
  assert.deepEqual(near("trinh").sort(), ["thinh", "tirnh", "trin", "tring", "trinhh", "trnih"])
  assert.deepEqual(near("xxxxx"), [])
  assert.ok(!near("trinh").includes("trong"), "two letters changed")
  assert.ok(!near("trinh").includes("trinh"), "the word itself is no slip")
})

test("what is more frequent comes first", () => {
  const { near, beginning } = lexicon("hoa hoan", "hoan", "hoan hoat")
  assert.deepEqual(near("hoat"), ["hoan", "hoa"])
  assert.deepEqual(beginning("ho", 2), ["hoan", "hoa"])
  assert.deepEqual(beginning("x", 5), [])
})

test("a run of letters is cut into words that are there, or not at all", () => {
  const { split } = lexicon("trường chính trị", "trường", "chính")
  assert.deepEqual(split("truongchinhtri"), ["truong", "chinh", "tri"])
  assert.deepEqual(split("truongxyz"), [])
  assert.deepEqual(split("truong"), [], "one word is no run")
})

test("spellings of one folded word are counted apart, the usual one is known", () => {
  const { spellings, usual, count, has } = lexicon("đường", "Dương", "đường", "đường")
  assert.deepEqual(spellings("duong").map(one => one.told).sort(), ["dương", "đương1"])
  assert.equal(usual("duong"), "đương1")
  assert.equal(count("duong"), 4)
  assert.ok(has("duong") && !has("đường") && !has("toString"))
})

test("marks are read from what the index packs", () => {
  const head = /** @type {any} */ ({ words: "duong hoa", spellings: "đươ1,dươ oa1,=hỏa,", pages: 9, columns: { counts: new Uint8Array(5) } })
  assert.deepEqual(lexiconOf(head).spellings("duong").map(one => one.told), ["đương1", "dương"])
  assert.deepEqual(lexiconOf(head).spellings("hoa").map(one => one.told), ["hoa1", "hỏa", "hoa"])
})

test("keys mean a word only where the index has it", () => {
  const known = lexicon("trường", "đường")
  assert.deepEqual(meantByKeys(known, "truowngf"), { f: "truong", x: "trương1", weight: 0.95, kind: "telex" })
  assert.equal(meantByKeys(known, "truong2")?.kind, "vni")
  assert.equal(meantByKeys(known, "chuaarn"), null)
  assert.equal(meantByKeys(known, "truong"), null, "no key of any method")
})
