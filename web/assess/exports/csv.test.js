// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { published } from "../core/made-up.js"
import { fresh } from "../core/state.js"
import { cell, table } from "./csv.js"
import { cells, HEADS } from "./tables.js"

const [set] = published.sets
assert.ok(set)

test("no text becomes a formula, and quotes, commas and lines stay inside their cell", () => {
  for (const text of ["=1+1", "+1", "-1", "@x", "\tx"]) assert.equal(cell(text), `"'${text}"`)
  assert.equal(cell('a "b", c\nd'), '"a ""b"", c\nd"')
})

test("everything that was entered of a chỉ tiêu stands in its row", () => {
  const told = fresh("x", {
    set: "01-bia", quantities: { "tat-ca": "40", "biet-hat": "28" },
    answers: { "m1-1": { verdict: "chua-duoc", narrative: { state: "A", strengths: "B", weaknesses: "C", remedy: "D" }, evidence: { "mc-1": true } } },
    evidence: { "mc-1": { order: 1, code: "MC01", name: "Danh sách" } },
    plan: { v1: { order: 1, indicator: "m1-1", task: "Mở lớp hát", lead: "Phòng", due: "2026-12-31" } },
  })
  const rows = cells(published, set, told)
  assert.equal(rows.length, 3)
  assert.ok(rows.every(row => row.length === HEADS.length + 1))
  assert.deepEqual(rows[0]?.slice(0, 14), ["m1-1", "1. Đội ngũ", "Biết hát", "", "≥ 75%", "Biết hát ÷ Tất cả", "70", "Chưa đạt", "A", "B", "C", "D", "MC01, Danh sách",
    "Mở lớp hát, Phòng, 2026-12-31"])
  const text = table(published, set, told)
  assert.ok(text.startsWith("\ufeff\"THÔNG TIN\"\r\n"))
  for (const name of ["CHỈ TIÊU", "SỐ LIỆU", "MINH CHỨNG", "KẾ HOẠCH"]) assert.ok(text.includes(`\r\n\r\n"${name}"\r\n`), name)
  assert.ok(text.includes('"tat-ca","Tất cả","40","người"'))
})
