// @ts-check
// The calendars as ical.js reads them, a parser of clients: every event falls on the days that another library finds
// (tests/calendars.json, written by tests/test_calendars.py; or the file that CALENDARS names, scripts/calendars.py).
import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"
import ICAL from "ical.js"

/** @type {{name: string, until: string, text: string, days: Record<string, string[]>}[]} */
const calendars = JSON.parse(readFileSync(process.env.CALENDARS ?? new URL("../../tests/calendars.json", import.meta.url), "utf-8"))

/** @param {ICAL.Component} event @param {string} until @returns {string[]} */
function days(event, until) {
  const start = /** @type {ICAL.Time} */ (event.getFirstPropertyValue("dtstart"))
  assert.ok(start.isDate)
  const all = new ICAL.Event(event).iterator(), found = []
  for (let day = all.next(); day && day.toString() <= until; day = all.next()) found.push(day.toString())
  return found
}

test("there are calendars to read, with events of every year among them", () => {
  assert.ok(calendars.length > 1)
  assert.ok(calendars.some(one => one.text.includes("RRULE") && one.text.includes("UNTIL")))
})

for (const one of calendars)
  test(`ical.js finds the same days: ${one.name}`, () => {
    const events = new ICAL.Component(ICAL.parse(one.text)).getAllSubcomponents("vevent")
    const found = events.map(event => [String(event.getFirstPropertyValue("uid")), days(event, one.until)])
    assert.deepEqual(Object.fromEntries(found), one.days)
  })

test("every event has words and a day on which it was looked at; reminders stand before", () => {
  for (const one of calendars)
    for (const event of new ICAL.Component(ICAL.parse(one.text)).getAllSubcomponents("vevent")) {
      assert.ok(event.getFirstPropertyValue("summary"))
      assert.ok(event.getFirstPropertyValue("dtstamp"))
      for (const alarm of event.getAllSubcomponents("valarm"))
        assert.ok(/** @type {ICAL.Duration} */ (alarm.getFirstPropertyValue("trigger")).isNegative)
    }
})
