// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { fresh } from "../core/state.js"
import { calendar, dated } from "./ics.js"

const now = new Date("2026-11-30T01:02:03.456Z")
const told = fresh("x1", {
  plan: {
    v1: { order: 2, indicator: "m1", task: "Mở lớp; gồm hai đợt, mỗi đợt \\ 5 ngày\nviệc sau", lead: "Phòng bịa", due: "31/12/2027" },
    v2: { order: 1, indicator: "", task: "ồ ổ 🙂 ".repeat(30), due: "2027-06-30" },
    v3: { order: 3, indicator: "", task: "không hạn" },
    v4: { order: 4, indicator: "", task: "hạn sai", due: "mai" },
  },
})
const text = calendar(told, new Map([["m1", "Biết hát"]]), now)

test("every step with a day is an entry of that whole day, told a week before", () => {
  assert.deepEqual(dated(told).map(([id]) => id), ["v2", "v1"])
  assert.equal(text.split("BEGIN:VEVENT").length, 3)
  assert.match(text, /DTSTART;VALUE=DATE:20271231\r\nDTEND;VALUE=DATE:20280101\r\n/)
  assert.match(text, /DTSTAMP:20261130T010203Z\r\n/)
  assert.match(text, /TRIGGER:-P7D/)
})

test("signs of the format are letters in texts, long lines are folded between letters", () => {
  const whole = text.replaceAll("\r\n ", "")
  assert.ok(whole.includes("SUMMARY:Mở lớp\\; gồm hai đợt\\, mỗi đợt \\\\ 5 ngày\r\n"))
  assert.ok(whole.includes("DESCRIPTION:Chỉ tiêu: Biết hát\\nChủ trì: Phòng bịa"))
  assert.ok(whole.includes(`SUMMARY:${"ồ ổ 🙂 ".repeat(30)}`))
  for (const line of text.split("\r\n")) assert.ok(new TextEncoder().encode(line).length <= 75, line)
  assert.doesNotMatch(text.replaceAll("\r\n", ""), /[\r\n]/)
})
