// @ts-check
// The deadlines of the plan as a calendar (RFC 5545): one entry of a whole day for each, told a week before. Pure.
import { iso } from "../core/dates.js"
import { inOrder } from "../core/state.js"

/** @typedef {import("../core/state.js").Assessment} Assessment */

/** @param {string} text */
const escaped = text => text.replace(/[\u0000-\u0008\u000b-\u001f]/g, "").replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n")

/** Lines of at most 75 octets, cut between letters. @param {string} line */
function folded(line) {
  /** @type {string[]} */
  const parts = [""]
  let length = 0
  for (const letter of line) {
    const octets = new TextEncoder().encode(letter).length
    if (length + octets > 73) {
      parts.push("")
      length = 1
    }
    parts[parts.length - 1] += letter
    length += octets
  }
  return parts.join("\r\n ")
}

/** @param {string} day `2027-06-30` */
const next = day => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10).replaceAll("-", "")

/** How many of the steps have a day that can be read. @param {Assessment} assessment */
export const dated = assessment => inOrder(assessment.plan).filter(([, { due }]) => iso(due ?? ""))

/** @param {Assessment} assessment @param {Map<string, string>} titles of chỉ tiêu @param {Date} now */
export function calendar(assessment, titles, now) {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "")
  const events = dated(assessment).flatMap(([id, { due = "", task = "", lead = "", partners = "", indicator }]) => {
    const day = iso(due) ?? "", title = titles.get(indicator) ?? ""
    const about = [title && `Chỉ tiêu: ${title}`, lead && `Chủ trì: ${lead}`, partners && `Phối hợp: ${partners}`].filter(Boolean).join("\n")
    return ["BEGIN:VEVENT", `UID:${assessment.id}-${id}@tu-ra-soat`, `DTSTAMP:${stamp}`, `DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`,
      `DTEND;VALUE=DATE:${next(day)}`, `SUMMARY:${escaped(task.split("\n")[0] || title || "Việc trong kế hoạch")}`, `DESCRIPTION:${escaped(about)}`,
      "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P7D", `DESCRIPTION:${escaped("Còn một tuần")}`, "END:VALARM", "END:VEVENT"]
  })
  return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//truong-chinh-tri-chuan//tu-ra-soat 1//VI", "CALSCALE:GREGORIAN", ...events, "END:VCALENDAR"]
    .map(line => `${folded(line)}\r\n`).join("")
}
