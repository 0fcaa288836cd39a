import assert from "node:assert/strict"
import { test } from "node:test"
import { partFirst } from "./parts.js"

const ADDRESSES = ["bo-tieu-chi/x/", "van-ban/y/", "bo-tieu-chi/x/tieu-chi-2/", "bo-tieu-chi/x/#m1"]
/** @param {number[]} worths @param {number} titled */
const ask = (worths, titled) => partFirst(worths.map((worth, page) => ({ page, worth })), titled, page => ADDRESSES[page])

test("the part that was asked about comes before the whole that has its text as well", () => {
  assert.deepEqual(ask([10, 8, 4], 0.2), [{ page: 2, worth: 10 }, { page: 0, worth: 10 }, { page: 1, worth: 8 }])
})

test("a whole that was asked for by its title stays before its parts", () => {
  assert.equal(ask([10, 8, 4], 0.6)[0].page, 0)
})

test("a part that has little of the query, a row, or a page of something else does not come before the whole", () => {
  assert.equal(ask([10, 8, 2, 1], 0.2)[0].page, 0)
  assert.equal(partFirst([{ page: 0, worth: 10 }, { page: 3, worth: 9 }], 0.2, page => ADDRESSES[page])[0].page, 0)
  assert.deepEqual(partFirst([], 0, () => ""), [])
})
