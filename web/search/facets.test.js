// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { answering, counted, failing, filtersOf, PASSES } from "./facets.js"

// Six pages: kind a a a b b b; year 1 2 2 1 2 -; the last is worth too little beside the best.
const head = /** @type {import("./chunk.js").Head} */ (/** @type {unknown} */ ({
  kinds: [["a", "A"], ["b", "B"]], columns: { kinds: Uint8Array.of(0, 0, 128, 1, 1, 1) } }))
/** @type {import("./facets.js").Column[]} */
const columns = [
  { id: "kind", label: "Loại", values: [["a", "A"], ["b", "B"]], rows: [[0], [0], [0], [1], [1], [1]] },
  { id: "year", label: "Năm", ordered: true, values: [["2", "2"], ["1", "1"]], rows: [[1], [0], [0], [1], [0], []] },
]
const score = Float32Array.of(9, 8, 4, 7, 0, 0.1)
const enough = (/** @type {number} */ top) => top * 0.03

/** @param {string[]} kinds @param {{[id: string]: string[]}} facets @param {boolean} [apart] @param {Float32Array} [worth] */
function ask(kinds, facets, apart = true, worth = score) {
  const filters = filtersOf(head, columns, kinds, facets)
  const fails = failing(worth.length, filters), least = enough(Math.max(...worth))
  const told = counted(worth, fails, filters, least, columns, apart)
  const counts = Object.fromEntries(told.facets.map(({ id, values }) => [id, values.map(one => `${one.value}:${one.count}`).join(" ")]))
  return { pages: answering(worth, fails, least), counts, everywhere: told.everywhere, filters, fails }
}

test("without a choice everything that answers is counted once", () => {
  const { pages, counts, everywhere } = ask([], {})
  assert.deepEqual(pages, [0, 1, 2, 3])
  assert.deepEqual(counts, { kind: "a:3 b:1", year: "2:2 1:2" })
  assert.equal(everywhere.total, 4)
})

test("a facet with an order of its own keeps it, another has the most first", () => {
  const most = Float32Array.of(0, 8, 4, 7, 0, 0)
  const more = [columns[0], { ...columns[1], values: columns[1].values.toReversed(), rows: columns[1].rows.map(row => row.map(n => 1 - n)) }]
  const ids = more.map(column => counted(most, new Int8Array(6).fill(PASSES), [], 1, [column], false).facets[0].values.map(one => one.value))
  assert.deepEqual(ids, [["a", "b"], ["1", "2"]])
  const plain = counted(most, new Int8Array(6).fill(PASSES), [], 1, [{ ...more[1], ordered: false }], false)
  assert.deepEqual(plain.facets[0].values.map(one => one.value), ["2", "1"])
})

test("facets narrow each other, values of one are alternatives", () => {
  assert.deepEqual(ask(["a"], { year: ["2"] }).pages, [1, 2])
  assert.deepEqual(ask(["a"], { year: ["1", "2"] }).pages, [0, 1, 2])
  assert.deepEqual(ask([], { kind: ["b"], year: ["1"] }).pages, [3])
  assert.deepEqual(ask(["a"], { kind: ["b"] }).pages, [], "both kinds at once")
})

test("counted apart, a facet is counted as if nothing of it were chosen", () => {
  const { counts, everywhere } = ask(["a"], { year: ["1"] })
  assert.deepEqual(counts, { kind: "a:1 b:1", year: "2:2 1:1" })
  assert.equal(everywhere.total, 4)
  assert.deepEqual(everywhere.facets[0].values.map(one => one.count), [3, 1])
})

test("otherwise it is counted under all that was chosen", () => {
  assert.deepEqual(ask(["a"], { year: ["1"] }, false).counts, { kind: "a:1", year: "1:1" })
})

test("it is counted as so many questions would: a count is what a choice leaves", () => {
  const worth = Float32Array.of(900, 8, 4, 7, 0, 0.1)
  for (const kinds of [[], ["a"], ["b"], ["c"]])
    for (const year of [[], ["1"], ["2"], ["3"], ["1", "2"]]) {
      const { counts, everywhere } = ask(kinds, { year }, true, worth)
      assert.equal(counts.kind, ask([], { year }, false, worth).counts.kind)
      assert.equal(counts.year, ask(kinds, {}, false, worth).counts.year)
      assert.equal(everywhere.total, ask([], {}, false, worth).pages.length)
    }
})

test("a facet that is not known narrows nothing, a value that is not known leaves nothing", () => {
  for (const id of ["khong-co", "constructor", "__proto__", "toString"]) assert.deepEqual(ask([], { [id]: ["x"] }).pages, [0, 1, 2, 3], id)
  assert.deepEqual(ask([], { year: ["1999"] }).pages, [])
  assert.deepEqual(ask(["khong-co"], {}).pages, [])
})

test("which filter a page fails is told, more than one are many", () => {
  const { fails } = ask(["a"], { year: ["1"] })
  assert.deepEqual([...fails], [PASSES, 1, 1, 0, -2, -2])
})
