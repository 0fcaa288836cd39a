// @ts-check
import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"
import { evaluate } from "./evaluate.js"
import { read, written } from "./numbers.js"

// The same table as tests/test_assess.py.
const table = JSON.parse(readFileSync(new URL("../../../tests/criteria_cases.json", import.meta.url), "utf8"))

for (const { name, rule, threshold, values, outcome } of table.outcomes)
  test(`a rule comes out as the table says: ${name}`, () => {
    assert.deepEqual(evaluate(rule, threshold, table.quantities, values), outcome)
  })

for (const { text, whole, ...meant } of table.numbers)
  test(`a typed number is read, asked about or refused: ${JSON.stringify(text)}`, () => {
    assert.deepEqual(read(text, whole), meant)
  })

test("numbers are written as Vietnamese writes them, and read back", () => {
  for (const [value, told] of [["1234.5", "1.234,5"], ["-3.5", "−3,5"], ["0", "0"], ["1234567", "1.234.567"], ["999", "999"]]) {
    assert.equal(written(String(value)), told)
    assert.equal(read(String(told), !String(value).includes(".")).value, value)
  }
})

test("a rule of names that JavaScript knows otherwise is not fooled", () => {
  const rule = { numerator: ["constructor"], denominator: [], scale: 1, rounding: null }
  assert.equal(evaluate(rule, null, [], {}).cause, "missing")
})
