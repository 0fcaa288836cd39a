// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { daysOf } from "./days.js"
import { ask } from "./query.js"

/** @param {string} query */
const days = query => daysOf(ask(query).words).map(({ year, rest }) => `${year}-${rest}`)

test("a day is read as people write it", () => {
  for (const query of ["19/5/2021", "19/05/2021", "19-5-2021", "19.05.2021", "ngày 19 tháng 5 năm 2021", "19 thang 5 nam 2021", "19 tháng 5, 2021".replace(",", " năm"),
    "2021-05-19", "2021/5/19", "19/5/21", "１９/５/２０２１", "họp ngày 19/5/2021 ở xã"])
    assert.deepEqual(days(query), ["2021-05-19"], query)
})

test("a month is one too, and a half of a day is none", () => {
  for (const query of ["tháng 5 năm 2021", "tháng 5/2021", "tháng 5 2021", "thang 5 2021", "T5/2021", "5/2021", "2021-05", "tháng 05-2021"])
    assert.deepEqual(days(query), ["2021-05"], query)
})

test("what is no day is none", () => {
  for (const query of ["380/2021", "2021", "5/20213", "điều 5", "32/5/2021", "19/13/2021", "5/2021/TT-LM", "tháng 5", "năm 2021", "0/5/2021", "11-QĐ/TW", "1/2/3/2021"])
    assert.deepEqual(days(query), [], query)
})

test("two days are two", () => assert.deepEqual(days("từ 1/2/2021 đến 3/4/2022"), ["2021-02-01", "2022-04-03"]))

test("which words tell the day is told", () => {
  const [day] = daysOf(ask("họp ngày 19 tháng 5 năm 2021 ở xã").words)
  assert.deepEqual([day.from, day.to], [1, 7])
})

test("a day without its year is taken for no number, and for no day to look up", () => {
  const [day] = daysOf(ask("11-QĐ/TW ngày 19 tháng 5").words)
  assert.deepEqual([day.year, day.from, day.to], ["", 3, 7])
})
