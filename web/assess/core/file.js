// @ts-check
// An assessment as a file, and a file as an assessment: JSON of a declared form and version. What a file holds besides
// is told, never taken. Nothing of a file is trusted: every value has its type, its length, its place. Pure.
import { count } from "./own.js"
import { fresh, noneOwn } from "./state.js"

/** @typedef {import("./state.js").Assessment} Assessment */

const ROOT = "truong-chinh-tri-chuan/"
export const FORMAT = "truong-chinh-tri-chuan/tu-ra-soat", VERSION = 2
/** Bytes of a file that is read at all, letters of one text, rows of one list. */
export const LARGEST = 5_000_000, LONGEST = 20_000, MOST = 2000

/** @param {Assessment} assessment @param {string} saved when, as ISO */
export const written = (assessment, saved) =>
  `${JSON.stringify({ format: FORMAT, version: VERSION, saved, assessment }, null, 1)}\n`

/** Why a file cannot be taken at all; known by its name, for it may come from another bundle. */
export class Refused extends Error {
  /** @override */
  name = "Refused"
}

/** What to say of a file that was not taken. @param {unknown} fault */
export const refusal = fault => fault instanceof Error && fault.name === "Refused" ? fault.message : "Không đọc được tệp này."

/** A part of the form: text, a whole number, one word of a few, true, a record of named parts, a table of rows by id.
 *  @typedef {"text" | "number" | "true" | readonly string[] | {record: {[name: string]: Part}} | {rows: Part}} Part */

/** @type {(...names: string[]) => {[name: string]: Part}} */
const texts = (...names) => Object.fromEntries(names.map(name => [name, "text"]))

/** What a school added. @type {Part} */
export const OWN = {
  record: {
    quantities: { rows: { record: { order: "number", ...texts("title", "unit", "definition", "asOf", "whole"), fractional: "true" } } },
    indicators: { rows: { record: { order: "number", criterion: "number", level: "number", ...texts("title", "clause", "note") } } },
    thresholds: { rows: { record: { comparison: ["atLeast", "equal", "atMost"], ...texts("value", "unit", "clause") } } },
    rules: { rows: { record: { numerator: { rows: "true" }, denominator: { rows: "true" }, percent: "true", rounding: ["nearest", "down"], digits: "number" } } },
  },
}

/** The whole form of an assessment. @type {Part} */
export const FORM = {
  record: {
    ...texts("id", "name", "school", "unit", "year", "set", "filing", "window", "pattern"),
    level: "number",
    quantities: { rows: "text" },
    answers: {
      rows: {
        record: {
          verdict: "text",
          narrative: { record: texts("state", "strengths", "weaknesses", "remedy") },
          evidence: { rows: "true" },
        },
      },
    },
    evidence: { rows: { record: { order: "number", ...texts("code", "name", "number", "date", "place", "keeper") } } },
    own: OWN,
    leaving: { rows: { rows: "text" } },
    plan: { rows: { record: { order: "number", ...texts("indicator", "task", "lead", "partners", "due", "cost", "progress") } } },
    report: { record: texts("opening", "conclusion", "abbreviations", "council") },
  },
}
/** Rows without one of these are nothing. @type {{[place: string]: string[]}} */
export const NEEDED = { "own.quantities": ["title"], "own.thresholds": ["comparison", "value", "unit"], "own.indicators": ["criterion", "level", "title"], plan: ["indicator"] }

/** The text of a file as an assessment, and what of it was not taken, by its place.
 *  @param {string} text @returns {{assessment: Assessment, lost: string[], saved: string}} @throws {Refused} */
export function opened(text) {
  const told = envelope(text, FORMAT, VERSION, "tệp tự rà soát")
  /** @type {string[]} */
  const lost = []
  const taken = take(told.assessment, FORM, [], lost)
  if (taken === undefined || typeof taken !== "object") throw new Refused("Tệp không có phần tự rà soát.")
  return { assessment: whole(/** @type {Partial<Assessment>} */ (taken)), lost, saved: typeof told.saved === "string" ? told.saved : "" }
}

/** What stands around every file of ours. @param {string} text @param {string} format @param {number} version what this edition reads
 *  @param {string} kind in words @returns {any} @throws {Refused} */
export function envelope(text, format, version, kind) {
  if (text.length > LARGEST) throw new Refused(`Tệp quá lớn, không phải ${kind}.`)
  const told = parsed(text)
  if (told === null || typeof told !== "object" || told.format !== format)
    throw new Refused(told?.format === FORMAT ? "Đây là tệp tự rà soát của một trường, không phải tệp bộ tiêu chí; mở ở phần «Mở tệp»."
      : String(told?.format).startsWith(ROOT) ? `Đây là tệp của trang này nhưng thuộc loại khác, không phải ${kind}.` : `Đây không phải ${kind} của trang này.`)
  if (!Number.isInteger(told.version) || told.version < 1) throw new Refused("Tệp không ghi phiên bản nào đọc được.")
  if (told.version > version)
    throw new Refused(`Tệp do bản mới hơn của trang lưu (phiên bản ${told.version}); bản này đọc tới phiên bản ${version}. Hãy mở bằng bản mới.`)
  return told
}

/** @param {string} text @returns {any} */
function parsed(text) {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""))
  } catch {
    throw new Refused(text.trimEnd().endsWith("}") ? "Tệp hỏng: không đọc được." : "Tệp bị cắt, thiếu phần cuối.")
  }
}

/** With all parts that an assessment has. @param {Partial<Assessment>} taken */
export function whole(taken) {
  const empty = fresh(taken.id ?? "")
  return { ...empty, ...taken, own: { ...noneOwn(), ...taken.own } }
}

/** @param {unknown} value @param {Part} part @param {string[]} at @param {string[]} lost @returns {unknown} */
export function take(value, part, at, lost) {
  const found = typeof part === "string" || Array.isArray(part)
    ? scalar(value, /** @type {string | readonly string[]} */ (part))
    : inside(value, /** @type {{record?: {[name: string]: Part}, rows?: Part}} */ (part), at, lost)
  if (found === undefined && value !== undefined) lost.push(at.join(".") || "assessment")
  return found
}

/** @param {unknown} value @param {string | readonly string[]} part */
function scalar(value, part) {
  if (part === "text") return typeof value === "string" && value.length <= LONGEST ? value.normalize("NFC") : undefined
  if (part === "number") return Number.isSafeInteger(value) ? value : undefined
  if (part === "true") return value === true ? true : undefined
  return typeof value === "string" && part.includes(value) ? value : undefined
}

/** @param {unknown} value @param {{record?: {[name: string]: Part}, rows?: Part}} part @param {string[]} at @param {string[]} lost */
function inside(value, { record, rows }, at, lost) {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return undefined
  const entries = Object.entries(value)
  /** @type {{[name: string]: unknown}} */
  const made = {}
  for (const [place, [name, one]] of entries.entries()) {
    const inner = rows ?? (record && Object.hasOwn(record, name) ? record[name] : undefined)
    const here = [...at, name]
    if (!inner || place >= MOST || (rows && !/^[a-z0-9][a-z0-9-]{0,60}$/.test(name))) {
      lost.push(here.join("."))
      continue
    }
    const taken = take(one, inner, here, lost)
    if (taken !== undefined) made[name] = taken
  }
  const needed = rows ? undefined : NEEDED[at.slice(0, -1).join(".")]
  return needed?.some(name => made[name] === undefined) ? undefined : withOrder(made, record)
}

/** A row that lost its place stands last. @param {{[name: string]: unknown}} made @param {{[name: string]: Part} | undefined} record */
const withOrder = (made, record) => record?.order && made.order === undefined ? { ...made, order: MOST } : made

/** How many things a school would lose or gain: what stands here beside what a file holds.
 *  @param {Assessment | undefined} here @param {Assessment} there */
export function compared(here, there) {
  /** @param {Assessment | undefined} one */
  const counts = one => one && {
    answers: Object.values(one.answers).filter(({ verdict }) => verdict).length,
    quantities: Object.values(one.quantities).filter(text => text.trim()).length,
    narratives: Object.values(one.answers).filter(({ narrative }) => Object.values(narrative ?? {}).some(text => text.trim())).length,
    evidence: Object.keys(one.evidence).length,
    own: count(one.own),
    plan: Object.keys(one.plan).length,
  }
  return { before: counts(here), after: /** @type {NonNullable<ReturnType<typeof counts>>} */ (counts(there)) }
}
