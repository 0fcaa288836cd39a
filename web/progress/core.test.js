// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { columnsOf, towards } from "./core.js"

test("arrows lead along the row and down the column, and stop at the ends", () => {
  // 0 1 2 3
  // 4 5 6
  assert.equal(towards("ArrowRight", 3, 7, 4), 4)
  assert.equal(towards("ArrowLeft", 4, 7, 4), 3)
  assert.equal(towards("ArrowDown", 1, 7, 4), 5)
  assert.equal(towards("ArrowUp", 6, 7, 4), 2)
  for (const [key, at] of /** @type {[string, number][]} */ ([["ArrowLeft", 0], ["ArrowUp", 2], ["ArrowDown", 3], ["ArrowRight", 6]]))
    assert.equal(towards(key, at, 7, 4), undefined)
})

test("Home and End lead to the first and the last; other keys are left alone", () => {
  assert.equal(towards("Home", 5, 7, 4), 0)
  assert.equal(towards("End", 0, 7, 4), 6)
  for (const key of ["Tab", "Enter", "a", "toString"]) assert.equal(towards(key, 2, 7, 4), undefined)
})

test("a row is as long as what begins at the same height", () => {
  assert.equal(columnsOf([10, 10, 10, 60, 60]), 3)
  assert.equal(columnsOf([10, 10]), 2)
  assert.equal(columnsOf([10, 60, 110]), 1)
  assert.equal(columnsOf([]), 1)
})
