// @ts-check
// When two documents are asked for side by side, and when not. Nothing in it is so.
import assert from "node:assert/strict"
import { test } from "node:test"
import { comparedBy } from "./compared.js"
import { ask } from "./query.js"

const known = { types: { "quy dinh": "qd", "ke hoach": "kh" }, serials: new Set(["3", "11", "396", "57"]) }
/** @param {string} query */
const names = query => comparedBy(ask(query).words, known.types, known.serials).join(" | ")

test("two numbers beside a word that compares are a pair, in any wording and order", () => {
  for (const query of ["so sánh hai quy định 11 và 396", "so sanh qd 11 voi qd 396", "QĐ 11 khác QĐ 396 thế nào", "quy định 011 vs 396", "đối chiếu 11 với 396", "điểm giống và khác giữa 11-QĐ/TW và 396-QĐ/TW"])
    assert.match(names(query), /^so sánh (11 và 396|396 và 11)$/, query)
})

test("documents that are not named are the list of all comparisons", () => {
  for (const query of ["so sánh hai quy định", "khác nhau giữa quy định cũ và mới", "so sanh cac quy dinh", "quy định mới khác quy định cũ ở điểm nào", "so sánh văn bản", "đối chiếu kế hoạch cũ với mới"])
    assert.equal(names(query), "so sánh hai văn bản", query)
})

test("what compares no documents is left to its words", () => {
  for (const query of ["quy định 11 và 396", "các quy định khác", "kế hoạch khác", "so sánh giảng viên các trường", "so sánh", "«so sánh» hai quy định", "", "khách sạn", "mức 1 và mức 2", "phân biệt đối xử"])
    assert.equal(names(query), "", query)
})

test("two things that are no documents are both asked for, in any wording", () => {
  for (const query of ["mức 1 khác mức 2 thế nào", "so sánh mức 1 với mức 2", "sự khác nhau giữa mức 1 và mức 2 là gì", "phân biệt mức 1 và mức 2", "mức 1 vs mức 2", "mức 1 và mức 2 khác nhau ở điểm nào", "mức 1 với mức 2 khác nhau chỗ nào"])
    assert.equal(names(query), "mức 1 | mức 2", query)
  assert.equal(names("phan biet hoi he voi hoi hoa"), "hoi he | hoi hoa")
  assert.equal(names("so sánh giảng viên các trường"), "")
})
