// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { as } from "./meaning.js"
import { ask } from "./query.js"
import { byTitle } from "./titles.js"

/** @param {string} title @param {string} query */
const worth = (title, query) => byTitle(title, ask(query).words.map(one => ({ ...one, means: [as(one, 1)] })))

test("a title that says the query word by word is worth more than one that says its words", () => {
  assert.ok(worth("Chuẩn trường chính trị", "trường chính trị") > worth("Chính quyền, trường, trị", "trường chính trị"))
  assert.equal(worth("Nhà máy", "trường chính trị"), 1)
})

test("marks that were typed count, marks that were not do not", () => {
  assert.ok(worth("Học viên", "học viên") > worth("Học viện", "học viên"))
  assert.equal(worth("Học viên", "hoc vien"), worth("Học viện", "hoc vien"))
})
