// @ts-check
// The report as a Word file: a skeleton that the portal made, so that it looks as all its files do, filled here.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate"
import { read, written } from "../core/numbers.js"
import { results } from "../core/results.js"
import { inOrder } from "../core/state.js"
import { formula, lacking, threshold } from "../core/wording.js"
import { titles } from "./tables.js"

/** @typedef {import("../core/state.js").Assessment} Assessment */
/** @typedef {import("../model.js").CriteriaSet} CriteriaSet */
/** @typedef {import("../model.js").Published} Published */

/** Where the text goes in the skeleton (`portal/views/assess/skeleton.py`). */
const PLACE = "<w:p><w:r><w:t>@@@</w:t></w:r></w:p>", TEXT = "word/document.xml", CORE = "docProps/core.xml", TITLE = "@@TEN@@"
/** A zip has a day of its own; that of the machine may be one it cannot hold. */
const DAY = new Date(2000, 0, 1)
/** Room between the margins, in twentieths of a point. */
const WIDTH = 9350

/** What XML cannot hold is left out; markup becomes letters. @param {string} text */
export const escaped = text => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
  .replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")

/** @param {string} text @param {boolean} [bold] */
const run = (text, bold = false) => `<w:r>${bold ? "<w:rPr><w:b/></w:rPr>" : ""}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
/** @param {string} runs @param {string} [style] */
const paragraph = (runs, style = "") => `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${runs}</w:p>`
/** @param {string} text @param {string} [style] each line a paragraph */
const lines = (text, style = "") => text.split("\n").filter(line => line.trim()).map(line => paragraph(run(line), style)).join("")
/** @param {1 | 2 | 3} level @param {string} text */
const heading = (level, text) => paragraph(run(text), `Heading${level}`)
/** A chapter, where something was written of it. @param {string} title @param {string | undefined} text */
const chapter = (title, text) => text?.trim() ? heading(1, title) + lines(text) : ""

/** @param {[string, number][]} columns each with its share of the width @param {string[][]} rows */
function table(columns, rows) {
  const whole = columns.reduce((all, [, share]) => all + share, 0)
  const widths = columns.map(([, share]) => Math.floor(WIDTH * share / whole))
  /** @param {string[]} cells @param {boolean} head */
  const row = (cells, head) => `<w:tr>${head ? "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" : "<w:trPr><w:cantSplit/></w:trPr>"}${cells.map((text, at) =>
    `<w:tc><w:tcPr><w:tcW w:w="${widths[at]}" w:type="dxa"/></w:tcPr>${text.trim() ? text.split("\n").map(line => paragraph(run(line, head), "Cell")).join("")
      : paragraph("", "Cell")}</w:tc>`).join("")}</w:tr>`
  return `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="${WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${
    widths.map(width => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>${row(columns.map(([label]) => label), true)}${
    rows.map(cells => row(cells, false)).join("")}</w:tbl>${paragraph(run(" "), "Gap")}`
}

/** The body of the report. @param {Published} published @param {CriteriaSet} set @param {Assessment} assessment */
export function body(published, set, assessment) {
  const { school, unit, year, report: told } = assessment
  const level = set.levels.find(one => one.number === assessment.level)?.title ?? `mức ${assessment.level}`
  const { parts, tally } = results(published, set, assessment)
  return [
    letterhead(school, unit),
    paragraph(run("BÁO CÁO"), "Title"), paragraph(run(`Tự rà soát ${level.toLowerCase()}${year ? `, năm ${year}` : ""}`), "Subtitle"),
    chapter("Danh mục viết tắt", told.abbreviations), chapter("Đặt vấn đề", told.opening), chapter("Hội đồng, tổ rà soát", told.council),
    heading(1, "Kết quả chung"),
    lines(`Theo ${set.document}, ${level.toLowerCase()}: đạt ${tally.met} trên ${tally.total} chỉ tiêu được rà soát, trong đó vượt ${tally.exceeded}; chưa đạt ${
      tally.unmet}; chưa rõ hoặc chưa rà soát ${tally.open}; không áp dụng ${tally.apart}.`),
    filing(assessment), lines("Đây là kết quả trường tự rà soát, chưa phải kết quả công nhận."),
    table([["Tiêu chí", 5], ["Đạt", 1], ["Vượt", 1], ["Chưa đạt", 1.2], ["Chưa rõ", 1.2], ["Tổng", 1.1]],
      parts.map(({ number, title, tally: of }) => [`${number}. ${title}`, ...[of.met, of.exceeded, of.unmet, of.open, of.total].map(String)])),
    numbers(set, assessment), heading(1, "Từng chỉ tiêu"),
    ...parts.filter(part => part.lines.length).map(part => heading(2, `Tiêu chí ${part.number}. ${part.title}`) + part.lines.map(line => one(set, assessment, line)).join("")),
    papers(assessment), plan(set, assessment), chapter("Kết luận", told.conclusion),
  ].join("")
}

/** @param {Assessment} assessment */
const filing = ({ filing: day, window: years }) => lines([day && `Ngày dự kiến nộp hồ sơ: ${day}.`, years && `Xét minh chứng của ${years} năm trước ngày nộp.`]
  .filter(Boolean).join(" "))

/** @param {string} school @param {string} unit */
function letterhead(school, unit) {
  const cell = (/** @type {number} */ width, /** @type {string} */ made) => `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${made}</w:tc>`
  const left = paragraph(run((school || "(tên trường)").toUpperCase(), true), "Form") + (unit ? paragraph(run(unit), "Form") : "") + paragraph(run("Số:          "), "Form")
  const right = paragraph(run("…, ngày … tháng … năm …"), "Form")
  return `<w:tbl><w:tblPr><w:tblW w:w="9300" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="4600"/><w:gridCol w:w="4700"/></w:tblGrid><w:tr>${
    cell(4600, left)}${cell(4700, right)}</w:tr></w:tbl>${paragraph(run(" "), "Gap")}`
}

/** @param {CriteriaSet} set @param {Assessment} assessment */
function numbers(set, { quantities }) {
  const rows = set.quantities.filter(({ id }) => quantities[id]?.trim()).map(({ id, title, unit, fractional }) => {
    const text = quantities[id] ?? "", { value } = read(text, !fractional)
    return [title, value === null ? text : written(value), unit]
  })
  return rows.length ? heading(1, "Số liệu") + table([["Đại lượng", 5], ["Số", 1.5], ["Đơn vị tính", 1.5]], rows) : ""
}

/** @param {CriteriaSet} set @param {Assessment} assessment @param {import("../core/results.js").Line} line */
function one(set, assessment, { indicator, own, answer, outcome }) {
  const { narrative = {}, evidence = {} } = assessment.answers[indicator.id] ?? {}
  const reckoned = outcome?.value ? ` Kết quả tính: ${written(outcome.value)}${indicator.threshold?.unit === "%" ? "%" : ` ${indicator.threshold?.unit ?? ""}`}.` : ""
  const served = inOrder(assessment.evidence).filter(([id]) => evidence[id])
    .map(([, { code = "", name = "", number = "", date = "" }]) => [code, name, number, date].filter(Boolean).join(", "))
  /** @type {[string, string | undefined][]} */
  const told = [["Hiện trạng", narrative.state], ["Điểm mạnh", narrative.strengths], ["Tồn tại", narrative.weaknesses], ["Hướng khắc phục", narrative.remedy],
    ["Minh chứng", served.join("\n")]]
  return heading(3, indicator.title) + paragraph(run(`Tự đánh giá: ${answer.label}.`, true) + run(` Ngưỡng: ${threshold(indicator.threshold)}.`
    + (indicator.clause ? ` Căn cứ: ${indicator.clause.title}.` : "") + (own ? " Chỉ tiêu do trường ghi theo văn bản đang giữ." : "")))
    + (outcome ? lines(`Cách tính: ${formula(set, indicator)}.${reckoned} ${lacking(set, indicator, outcome)}`) : "")
    + told.filter(([, text]) => text?.trim()).map(([name, text]) => paragraph(run(`${name}:`, true)) + lines(text ?? "")).join("")
}

/** @param {Assessment} assessment */
function papers({ evidence }) {
  const rows = inOrder(evidence).map(([, paper]) => [paper.code, paper.name, [paper.number, paper.date].filter(Boolean).join(", "), paper.place, paper.keeper].map(text => text ?? ""))
  return rows.length ? heading(1, "Danh mục minh chứng") + table([["Mã", 1], ["Tên giấy tờ", 4], ["Số, ngày", 2], ["Nơi lưu", 1.5], ["Người giữ", 1.5]], rows) : ""
}

/** @param {CriteriaSet} set @param {Assessment} assessment */
function plan(set, assessment) {
  const named = titles(set, assessment)
  const rows = inOrder(assessment.plan).map(([, step]) => [named.get(step.indicator) ?? "", step.task ?? "", [step.lead, step.partners && `Phối hợp: ${step.partners}`]
    .filter(Boolean).join("\n"), step.due ?? "", [step.cost, step.progress].filter(Boolean).join("\n")])
  return rows.length ? heading(1, "Kế hoạch khắc phục") + table([["Chỉ tiêu", 2.5], ["Việc", 3], ["Đơn vị", 2], ["Hạn", 1.2], ["Kinh phí, tiến độ", 1.6]], rows) : ""
}

/** The file. @param {Uint8Array} skeleton @param {Published} published @param {CriteriaSet} set @param {Assessment} assessment */
export function report(skeleton, published, set, assessment) {
  const parts = unzipSync(skeleton)
  const fill = (/** @type {string} */ name, /** @type {string} */ place, /** @type {string} */ made) => {
    const found = parts[name]
    if (!found) throw new Error(`no ${name}`)
    const [before = "", after] = strFromU8(found).split(place)
    if (after === undefined) throw new Error(`no place in ${name}`)
    parts[name] = strToU8(before + made + after)
  }
  fill(TEXT, PLACE, body(published, set, assessment))
  fill(CORE, TITLE, escaped(assessment.name || "Báo cáo tự rà soát"))
  return zipSync(parts, { level: 6, mtime: DAY })
}
