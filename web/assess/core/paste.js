// @ts-check
// Rows copied out of a spreadsheet → chỉ tiêu of the school, with thresholds, quantities and rules; what of a row could not
// be taken, and why. Nothing is guessed. Pure.
import { read } from "./numbers.js"
import { PERCENT, withOwn } from "./own.js"
import { key } from "./set-file.js"
import { nextId, nextOrder } from "./state.js"

/** @typedef {import("./state.js").Assessment} Assessment */
/** @typedef {import("./state.js").Change} Change */
/** @typedef {import("../model.js").CriteriaSet} CriteriaSet */
/** `why`: nothing where the row is taken. @typedef {{line: number, title: string, why: string}} Row */

export const COLUMNS = ["Tiêu chí số", "Mức", "Nội dung", "Phép so", "Ngưỡng", "Đơn vị tính", "Tử số", "Mẫu số", "Điều khoản"]
/** Rows that are read of one paste. */
const MOST = 500
/** @type {[RegExp, import("../model.js").Comparison][]} */
const WAYS = [[/^(≥|>=|ít nhất|từ|tối thiểu|)$/, "atLeast"], [/^(=|bằng)$/, "equal"], [/^(≤|<=|nhiều nhất|không quá|tối đa)$/, "atMost"]]

/** Cells as spreadsheets copy them: tabs between, quotes around what holds a line break. @param {string} text @returns {string[][]} */
export function cells(text) {
  /** @type {string[][]} */
  const rows = [[]]
  const told = text.replace(/\r\n?/g, "\n")
  for (const [, quoted, bare = "", end] of told.matchAll(/(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))([\t\n]|$)/g)) {
    rows.at(-1)?.push((quoted === undefined ? bare : quoted.replaceAll('""', '"')).trim())
    if (end === "\n") rows.push([])
    if (end === "") break
  }
  return rows.filter(row => row.some(Boolean))
}

/** @param {string} text @param {CriteriaSet} bare @param {Assessment} assessment @returns {{changes: Change[], rows: Row[]}} */
export function pasted(text, bare, { own, level }) {
  const set = withOwn(bare, own), quantities = new Map(set.quantities.map(one => [key(one.title), one.id]))
  const known = new Set(set.criteria.flatMap(one => one.indicators.map(each => `${one.number}|${each.level}|${key(each.title)}`)))
  /** @type {Change[]} */
  const changes = []
  let taken = own
  /** @param {"quantities" | "indicators"} kind @param {string} letter @param {object} made */
  const add = (kind, letter, made) => {
    const id = nextId(taken[kind], letter), value = { ...made, order: nextOrder(taken[kind]) }
    taken = { ...taken, [kind]: { ...taken[kind], [id]: value } }
    changes.push({ at: ["own", kind, id], value })
    return id
  }
  /** @param {string} names @param {string} unit */
  const ids = (names, unit) => Object.fromEntries(names.split("+").map(one => one.trim()).filter(Boolean).map(name => {
    const found = quantities.get(key(name)) ?? add("quantities", "so-", { title: name, unit })
    quantities.set(key(name), found)
    return /** @type {[string, true]} */ ([found, true])
  }))
  const told = cells(text), head = told[0]?.map(key) ?? []
  const first = head.includes(key("Nội dung")) ? 1 : 0
  const rows = told.slice(first, first + MOST).map((row, at) => {
    const [number = "", asked = "", title = "", way = "", limit = "", unit = "", above = "", below = "", clause = ""] = row
    const why = fault(set, known, row, level)
    const line = at + first + 1
    if (why) return { line, title: title || row.join(" ").slice(0, 60), why }
    const criterion = Number(number), at_level = asked ? Number(asked) : level
    known.add(`${criterion}|${at_level}|${key(title)}`)
    const id = add("indicators", "tu-them-", { criterion, level: at_level, title, ...clause && { clause } })
    const comparison = WAYS.find(([words]) => words.test(key(way)))?.[1] ?? "atLeast"
    if (limit) changes.push({ at: ["own", "thresholds", id], value: { comparison, value: limit.replace(/\s*%$/, ""), unit: unit || (limit.endsWith("%") ? PERCENT : "") } })
    const percent = unit === PERCENT || limit.endsWith("%")
    if (above) changes.push({
      at: ["own", "rules", id],
      value: { numerator: ids(above, percent ? "người" : unit), ...below && { denominator: ids(below, percent ? "người" : unit) }, ...percent && { percent: true } },
    })
    return { line, title, why: "" }
  })
  const more = told.length - first - MOST
  return { changes, rows: more > 0 ? [...rows, { line: MOST + first + 1, title: "", why: `còn ${more} dòng nữa: mỗi lần dán nhiều nhất ${MOST} dòng.` }] : rows }
}

/** @param {CriteriaSet} set @param {Set<string>} known @param {string[]} row @param {number} level */
function fault(set, known, [number = "", asked = "", title = "", way = "", limit = "", unit = "", above = "", below = ""], level) {
  if (!title) return "thiếu nội dung chỉ tiêu (cột thứ ba)."
  if (!set.criteria.some(one => String(one.number) === number)) return `«${number}» không phải số của một tiêu chí trong bộ (cột thứ nhất).`
  const at = asked ? Number(asked) : level
  if (set.levels.length ? !set.levels.some(one => one.number === at) : !(Number.isInteger(at) && at > 0)) return `bộ này không có mức «${asked}» (cột thứ hai).`
  if (known.has(`${number}|${at}|${key(title)}`)) return "chỉ tiêu này đã có."
  if (!WAYS.some(([words]) => words.test(key(way)))) return `«${way}» không phải phép so; viết ≥, = hoặc ≤ (cột thứ tư).`
  const { value, asked: meanings } = read(limit.replace(/\s*%$/, ""))
  if (limit && meanings.length) return `ngưỡng «${limit}» hiểu được nhiều cách; viết liền, ví dụ 1234 hoặc 89,5.`
  if (limit && (value === null || value.startsWith("-"))) return `ngưỡng «${limit}» chưa đúng cách viết số.`
  if (below && !above) return "có mẫu số mà thiếu tử số."
  if (below && limit && unit !== PERCENT && !limit.endsWith("%") && !unit) return "có mẫu số mà chưa ghi đơn vị tính của ngưỡng (cột thứ sáu)."
  return ""
}
