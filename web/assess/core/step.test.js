// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { published } from "./made-up.js"
import { known, results } from "./results.js"
import { fresh } from "./state.js"
import { steps } from "./step.js"

const [first] = published.sets
assert.ok(first)
const [team] = first.criteria, [sings] = team?.indicators ?? []
assert.ok(team && sings)
/** A second chỉ tiêu of the same people, and one that they make worse. @param {string} limit @param {import("../model.js").Comparison} comparison */
const beside = (limit, comparison) => ({ ...sings, id: "m1-9", threshold: { comparison, sign: "", unit: "%", value: limit } })
/** @param {import("../model.js").Indicator[]} indicators */
const setOf = indicators => ({ ...first, criteria: [{ ...team, indicators }] })
/** @param {import("../model.js").CriteriaSet} set @param {{[id: string]: string}} quantities */
function told(set, quantities) {
  const assessment = fresh("x", { set: set.id, quantities })
  return steps(set, results({ ...published, sets: [set] }, set, assessment).parts.flatMap(part => part.lines), known(set, assessment))
}

test("the step that closes most gaps comes first, and says which", () => {
  const [best, other, ...rest] = told(setOf([sings, beside("80", "atLeast")]), { "tat-ca": "40", "biet-hat": "28" })
  assert.deepEqual([best, other, rest], [{ id: "biet-hat", more: 4, closed: ["m1-1", "m1-9"] }, { id: "biet-hat", more: 2, closed: ["m1-1"] }, []])
})

test("a step that opens another gap is none", () => {
  assert.deepEqual(told(setOf([sings, beside("72", "atMost")]), { "tat-ca": "40", "biet-hat": "28" }), [])
})

test("where nothing is lacking, or nothing is known, there is no step", () => {
  assert.deepEqual(told(setOf([sings]), { "tat-ca": "40", "biet-hat": "30" }), [])
  assert.deepEqual(told(setOf([sings]), { "tat-ca": "40" }), [])
})
