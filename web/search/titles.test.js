// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { as } from "./meaning.js"
import { ask } from "./query.js"
import { byTitle, saysAll } from "./titles.js"

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

test("a title that says another number of the same thing is worth less, one that says the asked one is not", () => {
  assert.ok(worth("Mức 1 cần mấy luống hoa", "mức 2 cần mấy luống hoa") < 1)
  for (const [title, query] of [["Mức 2 cần mấy luống hoa", "mức 2 cần mấy luống"], ["Mức 1 khác mức 2", "mức 2"], ["Luống hoa", "mức 2 luống hoa"], ["Mức 1", "mức 1 khác mức 2"], ["Vườn 3", "mức 2"]])
    assert.ok(worth(title, query) >= 1, `${title} / ${query}`)
})

test("a title says all of a question where it says its words one after the other, with their marks", () => {
  const says = (/** @type {string} */ title, /** @type {string} */ query) => saysAll(title, ask(query).words.map(one => ({ ...one, means: [as(one, 1)] })))
  assert.ok(says("Ai công nhận chợ mới?", "ai công nhận chợ"))
  for (const query of ["công nhận chợ", "ai công nhân chợ mới", "ai công nhận chợ cũ"]) assert.ok(!says("Ai công nhận chợ mới?", query), query)
})
