// @ts-check
// A day as an office types it, in any of its spellings, → year-month-day. Pure.

const SPELLINGS = /** @type {[RegExp, [number, number, number]][]} */ ([
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/, [1, 2, 3]],
  [/^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/, [3, 2, 1]],
  [/^ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})$/i, [3, 2, 1]],
])

/** Nothing where it is no day of the calendar. @param {string} text @returns {string | undefined} */
export function iso(text) {
  const told = text.trim().replace(/\s*([-/.])\s*/g, "$1").replace(/\s+/g, " ")
  for (const [spelling, places] of SPELLINGS) {
    const found = spelling.exec(told)
    if (!found) continue
    const [year = 0, month = 0, day = 0] = places.map(at => Number(found[at]))
    const made = new Date(Date.UTC(year, month - 1, day))
    const real = year >= 1900 && year < 2200 && made.getUTCMonth() === month - 1 && made.getUTCDate() === day
    return real ? made.toISOString().slice(0, 10) : undefined
  }
  return undefined
}

/** What to say of a day as it was typed; nothing where it is read, or empty. @param {string} text */
export const slip = text => !text.trim() || iso(text) ? "" : "Ngày này chưa đúng cách viết. Viết ngày/tháng/năm, ví dụ 30/6/2027."

/** Where a paper stands in the years before the day of filing: before them, in their first half year (so that a later
 *  filing loses it), after the day, or well inside; nothing where a day or the years are not known.
 *  @param {string} date @param {string} filing @param {string} years @returns {"before" | "edge" | "after" | "inside" | undefined} */
export function placed(date, filing, years) {
  const day = iso(date), end = iso(filing)
  if (!day || !end || !/^[1-9]\d?$/.test(years.trim())) return undefined
  const begin = shifted(end, -12 * Number(years))
  if (day > end) return "after"
  return day < begin ? "before" : day < shifted(begin, 6) ? "edge" : "inside"
}

/** @param {string} day @param {number} months the last day of a month where it is shorter */
function shifted(day, months) {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}
