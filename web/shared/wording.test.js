// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { day, iso, number } from "./wording.js"

test("a day is written as documents write it: a zero below ten, and in months 1 and 2 only", () => {
  for (const [told, written] of [["2021-05-19", "19/5/2021"], ["2021-05-09", "09/5/2021"], ["2021-02-28", "28/02/2021"], ["2021-12-01", "01/12/2021"]])
    assert.equal(day(told), written)
})

test("of a month or a year only that is written", () => {
  assert.deepEqual(["2021-05", "2021-02", "2021"].map(day), ["5/2021", "02/2021", "2021"])
})

test("today is the day of the reader's own clock", () => {
  assert.equal(iso(new Date(2026, 0, 5, 23, 59)), "2026-01-05")
  assert.equal(day(iso(new Date(2026, 10, 21))), "21/11/2026")
})

test("thousands are told apart by dots", () => {
  assert.deepEqual([0, 999, 1000, 1234567].map(number), ["0", "999", "1.000", "1.234.567"])
})
