// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { facetOf, found, read, toggled, valueOf, wouldLeave, write } from "./core.js"

const FACETS = ["loai", "nam", "co-quan"]
/** @param {string} name @param {string} day @param {string} issuer @param {string} marks */
const entry = (name, day, issuer, marks) => ({ name, day, issuer, marks: marks.split(" ") })
const ENTRIES = [
  entry("Quy định 11", "2021-05-19", "Ban Bí thư", "loai:quy-dinh nam:2021"),
  entry("Kế hoạch 9", "2023-01-02", "Học viện", "loai:ke-hoach nam:2023"),
  entry("Kế hoạch 10", "", "Ăn hoa", "loai:ke-hoach nam:2021"),
]
/** @param {import("./core.js").Entry[]} entries */
const names = entries => entries.map(one => one.name)

test("a mark is a facet and a value", () => {
  assert.deepEqual([facetOf("loai:a:b"), valueOf("loai:a:b")], ["loai", "a:b"])
})

test("the choice stands in the address, and comes back from it", () => {
  const { choice, sort } = read("?nam=2021&loai=quy-dinh&sap-xep=ten&la=x", FACETS)
  assert.deepEqual([...choice], [["loai", "loai:quy-dinh"], ["nam", "nam:2021"]])
  assert.equal(write(choice, sort), "?loai=quy-dinh&nam=2021&sap-xep=ten")
  assert.equal(write(new Map(), ""), "")
  assert.deepEqual([...read("?__proto__=x&constructor=y", FACETS).choice], [])
})

test("one value of a facet at a time; chosen again it is let go", () => {
  const one = toggled(new Map(), "nam:2021")
  assert.deepEqual([...toggled(one, "nam:2023")], [["nam", "nam:2023"]])
  assert.deepEqual([...toggled(one, "nam:2021")], [])
  assert.deepEqual([...toggled(one, "loai:x")], [["nam", "nam:2021"], ["loai", "loai:x"]])
  assert.equal(one.size, 1)
})

test("what is left fits every choice, in its order", () => {
  assert.deepEqual(names(found(ENTRIES, new Map([["loai", "loai:ke-hoach"], ["nam", "nam:2021"]]), "")), ["Kế hoạch 10"])
  assert.deepEqual(names(found(ENTRIES, new Map(), "ten")), ["Kế hoạch 9", "Kế hoạch 10", "Quy định 11"])
  assert.deepEqual(names(found(ENTRIES, new Map(), "co-quan")), ["Kế hoạch 10", "Quy định 11", "Kế hoạch 9"])
  assert.deepEqual(names(found(ENTRIES, new Map(), "cu-nhat")), ["Quy định 11", "Kế hoạch 9", "Kế hoạch 10"], "no day comes last")
  for (const sort of ["", "constructor", "la"]) assert.deepEqual(found(ENTRIES, new Map(), sort), ENTRIES)
})

test("a further choice tells what it would leave: its own facet does not count", () => {
  const choice = new Map([["loai", "loai:ke-hoach"]])
  assert.equal(wouldLeave(ENTRIES, choice, "nam:2021"), 1)
  assert.equal(wouldLeave(ENTRIES, choice, "loai:quy-dinh"), 1)
  assert.equal(wouldLeave(ENTRIES, choice, "nam:2022"), 0)
})
