// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { iso, placed, slip } from "./dates.js"

test("a day is read in every spelling of an office", () => {
  for (const text of ["30/6/2027", "30-06-2027", "30.6.2027", "2027-06-30", " 30 / 6 / 2027 ", "ngày 30 tháng 6 năm 2027", "Ngày 30 tháng 06 năm 2027"])
    assert.equal(iso(text), "2027-06-30", text)
})

test("what is no day of the calendar is told, what is empty is not", () => {
  for (const text of ["31/6/2027", "29/02/2027", "6/30/2027", "30/6", "2027", "30/6/27", "mai", "0/0/2027", "30/6/0027"]) assert.match(slip(text), /chưa đúng cách viết/, text)
  for (const text of ["", "  ", "29/02/2028"]) assert.equal(slip(text), "")
})

test("a paper stands before, at the edge of, inside or after the years that count", () => {
  for (const [date, where] of [["29/6/2022", "before"], ["30/6/2022", "edge"], ["29/12/2022", "edge"], ["30/12/2022", "inside"], ["30/6/2027", "inside"], ["01/7/2027", "after"]])
    assert.equal(placed(String(date), "30/6/2027", "5"), where, date)
  assert.equal(placed("28/02/2023", "29/02/2028", "5"), "edge")
  for (const [date, filing, years] of [["", "30/6/2027", "5"], ["01/01/2026", "", "5"], ["01/01/2026", "30/6/2027", ""], ["01/01/2026", "30/6/2027", "0"], ["01/01/2026", "30/6/2027", "năm"]])
    assert.equal(placed(String(date), String(filing), String(years)), undefined)
})
