// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { dueNext, known } from "./core.js"

/** @param {string} url @param {string} until */
const duty = (url, until) => ({ url, title: url, until, when: "", state: "" })
const UNIT = { url: "don-vi/vu-ctct/", title: "Vụ", shared: ["don-vi/moi-don-vi/"] }

test("whatever stands in storage is a unit of this site, or none", () => {
  for (const told of [null, 7, "x", [], {}, { url: "a/" }, { url: "https://la.example/", title: "x" }, { url: "../a/", title: "x" }])
    assert.equal(known(told), undefined)
  assert.deepEqual(known(UNIT), UNIT)
  assert.deepEqual(known({ ...UNIT, shared: 7, more: 1 }), { ...UNIT, shared: [] })
  assert.deepEqual(known({ ...UNIT, shared: ["//la.example/", "a/"] })?.shared, ["a/"])
})

test("what is due first stands first; what has no day keeps its order behind it", () => {
  const told = [duty("c", ""), duty("b", "2026-12-31"), duty("d", ""), duty("a", "2026-03-01")]
  assert.deepEqual(dueNext(told).map(one => one.url), ["a", "b", "c", "d"])
})

test("a duty that stands on two pages, or in two parts of one, is told once", () => {
  assert.deepEqual(dueNext([duty("a", ""), duty("b", ""), duty("a", "")]).map(one => one.url), ["a", "b"])
  assert.deepEqual(dueNext([]), [])
})
