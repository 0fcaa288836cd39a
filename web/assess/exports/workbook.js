// @ts-check
// The sheets of a workbook, declared once: what is written is read back by the same columns, so that nothing is lost on the
// way. Columns without a place are only for reading. Pure.
import { FORMAT, opened, Refused, VERSION } from "../core/file.js"
import { iso } from "../core/dates.js"
import { written } from "../core/numbers.js"
import { valueAt } from "../core/state.js"
import { cells, HEADS, WIDTHS } from "./tables.js"

/** @typedef {import("../core/state.js").Assessment} Assessment */
/** @typedef {import("../model.js").CriteriaSet} CriteriaSet */
/** @typedef {import("../model.js").Published} Published */
/** A cell as a programme keeps it: text, or a number. @typedef {string | number} Cell */
/** `at`: its place in the row; `as`: what it is, text unless told.
 *  @typedef {{head: string, width: number, at?: string[], as?: "number" | "yes" | "ids" | "day" | "answer" | "way" | "rounding" | "link"}} Column */
/** Rows of one table by their ids; `more`: columns that are reckoned, by row. @typedef {{name: string, at: string[], columns: Column[]}} Sheet */
/** @typedef {{name: string, columns: [string, number][], rows: string[][]}} Table */

const ID = "Mã dòng", MARK = "Loại tệp"
/** @param {string} head @param {number} width @param {string} at @param {Column["as"]} [as] @returns {Column} */
const to = (head, width, at, as) => ({ head, width, at: at.split("."), ...as && { as } })
const LINES = /** @type {const} */ ("Chỉ tiêu")
/** What of «Chỉ tiêu» is read back. @type {Column[]} */
const ANSWERED = [to("Trả lời", 14, "verdict", "answer"), to("Hiện trạng", 40, "narrative.state"), to("Điểm mạnh", 30, "narrative.strengths"),
  to("Tồn tại", 30, "narrative.weaknesses"), to("Hướng khắc phục", 30, "narrative.remedy"), to("Mã dòng minh chứng", 20, "evidence", "ids")]

/** @type {[string, string, Column["as"]?][]} */
const ABOUT = [["Tên bản rà soát", "name"], ["Trường", "school"], ["Đơn vị lập", "unit"], ["Năm", "year"], ["Mã bộ tiêu chí", "set"], ["Mức", "level", "number"],
  ["Ngày dự kiến nộp hồ sơ", "filing", "day"], ["Xét minh chứng của mấy năm trước ngày nộp", "window"], ["Mẫu mã minh chứng", "pattern"],
  ["Đặt vấn đề", "report.opening"], ["Hội đồng, tổ rà soát", "report.council"], ["Kết luận", "report.conclusion"], ["Danh mục viết tắt", "report.abbreviations"]]

/** @type {Sheet[]} */
export const SHEETS = [
  { name: "Minh chứng", at: ["evidence"], columns: [to("Thứ tự", 8, "order", "number"), to("Mã", 10, "code"), to("Tên giấy tờ", 50, "name"), to("Số, ký hiệu", 20, "number"),
    to("Ngày ban hành", 16, "date", "day"), to("Nơi lưu", 24, "place"), to("Người giữ", 24, "keeper")] },
  { name: "Kế hoạch", at: ["plan"], columns: [to("Thứ tự", 8, "order", "number"), to("Mã chỉ tiêu", 16, "indicator", "link"), to("Việc phải làm", 50, "task"), to("Đơn vị chủ trì", 24, "lead"),
    to("Đơn vị phối hợp", 24, "partners"), to("Hạn", 14, "due", "day"), to("Kinh phí", 16, "cost"), to("Tiến độ", 24, "progress")] },
  { name: "Chỉ tiêu trường thêm", at: ["own", "indicators"], columns: [to("Thứ tự", 8, "order", "number"), to("Tiêu chí số", 10, "criterion", "number"), to("Mức", 8, "level", "number"),
    to("Nội dung", 60, "title"), to("Điều khoản", 24, "clause"), to("Ghi chú", 30, "note")] },
  { name: "Ngưỡng trường nhập", at: ["own", "thresholds"], columns: [to("Phép so", 12, "comparison", "way"), to("Ngưỡng", 12, "value"), to("Đơn vị tính", 14, "unit"), to("Điều khoản", 24, "clause")] },
  { name: "Đại lượng trường thêm", at: ["own", "quantities"], columns: [to("Thứ tự", 8, "order", "number"), to("Tên", 50, "title"), to("Đơn vị tính", 14, "unit"), to("Gồm những gì", 40, "definition"),
    to("Tính đến", 20, "asOf"), to("Nằm trong", 16, "whole"), to("Nhận số lẻ", 10, "fractional", "yes")] },
  { name: "Cách tính trường ghi", at: ["own", "rules"], columns: [to("Tử số gồm", 30, "numerator", "ids"), to("Mẫu số gồm", 30, "denominator", "ids"), to("Tính phần trăm", 12, "percent", "yes"),
    to("Làm tròn", 12, "rounding", "rounding"), to("Số chữ số lẻ", 10, "digits", "number")] },
]

/** @type {{[word: string]: string}} */
const WAYS = { atLeast: "≥", equal: "=", atMost: "≤" }
/** @type {{[word: string]: string}} */
const ROUNDINGS = { nearest: "gần nhất", down: "cắt bỏ" }
const YES = "có"

/** Everything that was entered, and what comes out of it. @param {Published} published @param {CriteriaSet} set @param {Assessment} assessment
 *  @returns {Table[]} */
export function workbookTables(published, set, assessment) {
  const told = (/** @type {unknown} */ value, /** @type {Column} */ { as }) => shown(published, value, as)
  const lines = new Map(cells(published, set, assessment).map(row => [String(row[0]), row.slice(1)]))
  const ids = [...new Set([...lines.keys(), ...Object.keys(assessment.answers)])]
  const read = new Set(ANSWERED.map(one => one.head))
  const shownOnly = HEADS.map((head, at) => ({ head, width: WIDTHS[at] ?? 20, place: at })).filter(({ head }) => !read.has(head))
  return [
    { name: "Thông tin", columns: [["Mục", 40], ["Nội dung", 80]], rows: [[MARK, `${FORMAT} ${VERSION}`],
      ...ABOUT.map(([label, at, as]) => [label, shown(published, valueAt(assessment, at.split(".")), as)]), ["Văn bản", set.document],
      ["Lưu ý", "Kết quả trường tự rà soát, chưa phải kết quả công nhận."]] },
    { name: LINES, columns: [[ID, 14], ...shownOnly.slice(0, 6).map(column), ...ANSWERED.map(column), ...shownOnly.slice(6).map(column)],
      rows: ids.map(id => {
        const row = lines.get(id) ?? HEADS.map((_, at) => at === 1 ? "Chỉ tiêu của mức khác hoặc của bộ khác" : "")
        const only = shownOnly.map(({ place }) => row[place] ?? "")
        return [id, ...only.slice(0, 6), ...ANSWERED.map(one => told(valueAt(assessment.answers[id], one.at ?? []), one)), ...only.slice(6)]
      }) },
    { name: "Số liệu", columns: [[ID, 24], ["Đại lượng", 50], ["Đã nhập", 14], ["Đơn vị tính", 14]],
      rows: [...set.quantities.map(({ id, title, unit }) => [id, title, assessment.quantities[id] ?? "", unit]),
        ...Object.entries(assessment.quantities).filter(([id]) => !set.quantities.some(one => one.id === id)).map(([id, text]) => [id, "", text, ""])] },
    { name: "Nghỉ theo năm", columns: [["Năm", 10], ["Mã đại lượng", 24], ["Số người", 14]],
      rows: Object.entries(assessment.leaving).flatMap(([year, of]) => Object.entries(of).map(([id, text]) => [year, id, text])) },
    ...SHEETS.map(({ name, at, columns }) => ({ name, columns: /** @type {[string, number][]} */ ([[ID, 14], ...columns.map(column)]),
      rows: Object.entries(/** @type {{[id: string]: {order?: number}}} */ (valueAt(assessment, at) ?? {})).sort(([, a], [, b]) => (a.order ?? 0) - (b.order ?? 0))
        .map(([id, row]) => [id, ...columns.map(one => told(valueAt(row, one.at ?? []), one))]) })),
  ]
}

/** @param {{head: string, width: number}} one @returns {[string, number]} */
const column = ({ head, width }) => [head, width]

/** @param {Published} published @param {unknown} value @param {Column["as"]} as */
function shown({ answers, untouched }, value, as) {
  if (as === "answer") return answers.find(one => one.value === (value ?? untouched))?.label ?? String(value)
  if (value === undefined) return ""
  if (as === "yes") return value ? YES : ""
  if (as === "ids") return Object.keys(/** @type {object} */ (value)).join(", ")
  if (as === "way") return WAYS[String(value)] ?? ""
  if (as === "rounding") return ROUNDINGS[String(value)] ?? ""
  return String(value)
}

/** A workbook as an assessment, and what of it was not taken. @param {Published} published @param {Map<string, Cell[][]>} sheets by name
 *  @param {string[]} faults cells that could not be read @returns {ReturnType<typeof opened>} @throws {Refused} */
export function openedWorkbook(published, sheets, faults) {
  const about = new Map((sheets.get("Thông tin") ?? []).map(([label, value]) => [String(label ?? "").trim(), value ?? ""]))
  const [, version] = /^truong-chinh-tri-chuan\/tu-ra-soat (\d+)$/.exec(String(about.get(MARK) ?? "")) ?? []
  if (!version) throw new Refused("Bảng tính này không phải bảng tự rà soát do trang này lưu (trang «Thông tin» không ghi loại tệp).")
  const lost = [...faults]
  /** @type {any} */
  const made = { id: "", quantities: {}, answers: {}, leaving: {}, report: {}, own: {} }
  for (const [label, at, as] of ABOUT) put(made, at.split("."), taken(published, about.get(label) ?? "", as, `Thông tin: ${label}`, lost))
  for (const at of ["name", "school", "unit", "year", "set", "filing", "window", "pattern"]) made[at] ??= ""
  for (const { name, at, columns } of SHEETS) rows(published, sheets, name, columns, lost, (id, row) => put(made, [...at, id], row))
  rows(published, sheets, LINES, ANSWERED, lost, (id, row) => { if (Object.keys(row).length) made.answers[id] = row })
  rows(published, sheets, "Số liệu", [to("Đã nhập", 0, "value")], lost, (id, row) => { if (row.value) made.quantities[id] = row.value })
  for (const [year, id, text] of (sheets.get("Nghỉ theo năm") ?? []).slice(1))
    if (year && id && text) put(made, ["leaving", String(year), String(id)], taken(published, text, undefined, "", lost))
  const { assessment, lost: more, saved } = opened(JSON.stringify({ format: FORMAT, version: Number(version), saved: "", assessment: made }))
  return { assessment, lost: [...lost, ...more], saved }
}

/** @param {Published} published @param {Map<string, Cell[][]>} sheets @param {string} name @param {Column[]} columns @param {string[]} lost
 *  @param {(id: string, row: any) => void} give */
function rows(published, sheets, name, columns, lost, give) {
  const told = sheets.get(name)
  if (!told) { lost.push(`Thiếu trang «${name}».`); return }
  const heads = (told[0] ?? []).map(one => String(one).trim())
  const places = columns.map(one => heads.indexOf(one.head))
  for (const [at, one] of columns.entries()) if (places[at] === -1) lost.push(`Trang «${name}» thiếu cột «${one.head}».`)
  const first = heads.indexOf(ID), met = new Set()
  for (const [at, row] of told.entries()) {
    const id = String(row[first] ?? "").trim()
    if (!at || !row.some(one => String(one ?? "").trim())) continue
    if (!id || met.has(id)) { lost.push(`Trang «${name}», dòng ${at + 1}: ${id ? `mã «${id}» đã có ở dòng trên` : `thiếu ${ID.toLowerCase()}`}.`); continue }
    met.add(id)
    const made = {}
    for (const [nth, { at: place, as, head }] of columns.entries())
      put(made, place ?? [], taken(published, row[places[nth] ?? -1] ?? "", as, `Trang «${name}», dòng ${at + 1}, cột «${head}»`, lost))
    give(id, made)
  }
}

/** @param {any} whole @param {string[]} at @param {unknown} value */
function put(whole, [name = "", ...rest], value) {
  if (value === undefined) return
  if (!rest.length) Object.defineProperty(whole, name, { value, enumerable: true, writable: true, configurable: true })
  else put(whole[name] ??= {}, rest, value)
}

/** @param {Published} published @param {Cell} cell @param {Column["as"]} as @param {string} where @param {string[]} lost */
function taken({ answers, untouched }, cell, as, where, lost) {
  const text = typeof cell === "number" ? as === "day" ? dayOf(cell) : as === "number" ? String(cell) : written(plainNumber(cell)) : cell
  if (!text.trim()) return as === "link" ? "" : undefined
  const no = () => { lost.push(`${where}: «${text.slice(0, 60)}»`); return undefined }
  switch (as) {
    case "number": return /^-?\d{1,9}$/.test(text.trim()) ? Number(text) : no()
    case "yes": return text.trim().toLowerCase() === YES ? true : no()
    case "ids": return Object.fromEntries(text.split(",").map(one => [one.trim(), true]).filter(([id]) => id))
    case "answer": {
      const found = answers.find(one => one.label.toLowerCase() === text.trim().toLowerCase() || one.value === text.trim())
      return found ? found.value === untouched ? undefined : found.value : no()
    }
    case "way": return keyOf(WAYS, text) ?? no()
    case "rounding": return keyOf(ROUNDINGS, text) ?? no()
    default: return text
  }
}

/** @param {{[word: string]: string}} words @param {string} text */
const keyOf = (words, text) => Object.keys(words).find(one => words[one] === text.trim())
/** @param {number} value */
const plainNumber = value => Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(8).replace(/\.?0+$/, "")
/** A day as spreadsheets count them, from the last day of 1899. @param {number} count */
function dayOf(count) {
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(count) * 86_400_000)
  const told = count > 0 && count < 110_000 ? iso(day.toISOString().slice(0, 10)) : undefined
  return told ? told.split("-").reverse().join("/") : String(count)
}
