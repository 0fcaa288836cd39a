// @ts-check
// When documents are asked for by type and year alone. Nothing in it is so.
import assert from "node:assert/strict"
import { test } from "node:test"
import { ask } from "./query.js"
import { yearAsked } from "./years.js"

const TYPES = { "cong van": "cv", "quy dinh": "qd" }
/** @param {string} query */
const told = query => { const found = yearAsked(ask(query).words, TYPES); return found && `${found.type} ${found.year}` }

test("a type and a year, in any wording, are documents of that type and year", () => {
  for (const query of ["công văn năm 2024", "cong van 2024", "các công văn ban hành năm 2024", "danh sách công văn trong năm 2024", "2024 công văn", "những công văn nào của năm 2024"])
    assert.equal(told(query), "cong van 2024", query)
  for (const query of ["văn bản năm 2024", "văn bản ban hành 2024", "vb 2024"]) assert.equal(told(query), " 2024", query)
})

test("whatever else is asked with it is left to its words", () => {
  for (const query of ["công văn về hát năm 2024", "2024", "năm 2024", "công văn 12 năm 2024", "công văn 2022-2024", "quy định công văn 2024", "hội làng năm 2024", "công văn"])
    assert.equal(told(query), null, query)
})
