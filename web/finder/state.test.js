// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { isNarrowed, LONGEST, narrow, read as readAny, write as writeAny } from "./state.js"

/** @type {import("./state.js").Addresses} */
const ADDRESSES = {
  names: [["kind", "loai-muc"], ["type", "loai"], ["year", "nam"], ["issuer", "co-quan"]],
  former: [["loai", "van-ban", "kind", "van-ban"], ["co-quan", "ban-cu", "issuer", "ban-nay"]],
}
/** @param {string} search */
const read = search => readAny(search, ADDRESSES)
/** @param {import("./state.js").Question} question */
const write = question => writeAny(question, ADDRESSES.names)

test("what is asked stands in the address, and comes back from it", () => {
  const question = { words: "đội ngũ", exact: true, chosen: { kind: ["van-ban"], type: ["quy-dinh"], year: ["2021", "2022"], issuer: ["tw"] } }
  const told = write(question)
  assert.equal(told, `?q=${encodeURIComponent("đội ngũ").replaceAll("%20", "+")}&dung=1&loai-muc=van-ban&loai=quy-dinh&nam=2021&nam=2022&co-quan=tw`)
  assert.deepEqual(read(told), question)
  assert.equal(write({ words: "  ", exact: false, chosen: {} }), "")
})

test("the order stands in the address too, and no other than there is", () => {
  assert.equal(write({ words: "x", exact: false, newest: true, chosen: {} }), "?q=x&xep=ngay")
  assert.equal(read("?q=x&xep=ngay").newest, true)
  assert.deepEqual(read("?q=x&xep=la"), { words: "x", exact: false, chosen: {} })
})

test("an address that someone else wrote is cut to what a question can be", () => {
  const { words, exact, chosen } = read(`?q=${"a".repeat(900)}&dung=x&nam=2021&nam=2021&nam=&x%20y=1&Nam=2&tim=z&${"loai=l".repeat(1)}`)
  assert.equal(words.length, LONGEST)
  assert.equal(exact, false)
  assert.deepEqual(chosen, { year: ["2021"], type: ["l"] })
  assert.equal(read(`?${Array.from({ length: 90 }, (_, n) => `nam=${n}`).join("&")}`).chosen.year.length, 20)
  assert.deepEqual(read("?nam=" + "9".repeat(LONGEST + 1)).chosen, {})
})

test("a name that every object has is a facet like others, and no other", () => {
  const question = read("?q=x&constructor=y&__proto__=z")
  assert.deepEqual(Object.entries(question.chosen), [["constructor", ["y"]]])
  assert.equal(write(question), "?q=x&constructor=y")
})

test("an address of former days means what it meant, and is written as it is today", () => {
  const question = read("?q=x&loai=van-ban&nam=2021&co-quan=ban-cu&co-quan=ban-nay")
  assert.deepEqual(question.chosen, { kind: ["van-ban"], year: ["2021"], issuer: ["ban-nay"] })
  assert.equal(write(question), "?q=x&loai-muc=van-ban&nam=2021&co-quan=ban-nay")
  assert.deepEqual(read("?loai=van-ban&loai=quy-dinh&loai-muc=truong").chosen, { kind: ["van-ban", "truong"], type: ["quy-dinh"] })
})

const QUESTION = { words: "x", exact: false, chosen: { kind: ["van-ban"], year: ["2021"] } }

test("of kinds there is one at a time, of all else as many values as are wanted", () => {
  assert.deepEqual(narrow(QUESTION, "kind", "truong", true).chosen, { year: ["2021"], kind: ["truong"] })
  assert.deepEqual(narrow(QUESTION, "kind", "", true).chosen, { year: ["2021"] })
  assert.deepEqual(narrow(QUESTION, "kind", "van-ban", false).chosen, { year: ["2021"] })
  assert.deepEqual(narrow(QUESTION, "year", "2022", true).chosen.year, ["2021", "2022"])
  assert.deepEqual(narrow(QUESTION, "year", "2021", true).chosen.year, ["2021"])
})

test("the last value that goes takes its facet along; the question itself stays", () => {
  const less = narrow(QUESTION, "year", "2021", false)
  assert.deepEqual(less.chosen, { kind: ["van-ban"] })
  assert.ok(isNarrowed(less) && !isNarrowed(narrow(less, "kind", "", false)))
  assert.deepEqual(QUESTION.chosen, { kind: ["van-ban"], year: ["2021"] })
})
