// @ts-check
// The whole assessment as it is printed: everything that was entered, nothing to press.
import { element } from "../../shared/element.js"
import { read, written } from "../core/numbers.js"
import { inOrder } from "../core/state.js"
import { cells, HEADS } from "../exports/tables.js"

/** @typedef {import("./app.js").App} App */

/** @param {App} app @returns {HTMLElement[]} */
export function paper(app) {
  const { assessment, criteria, result } = app
  const { tally } = result
  const para = (/** @type {string} */ head, /** @type {string | undefined} */ text) => text?.trim()
    ? [element("h2", {}, head), ...text.split("\n").filter(one => one.trim()).map(one => element("p", {}, one))] : []
  return [
    element("h1", {}, `Báo cáo tự rà soát ${app.level?.title ?? ""}`),
    element("p", {}, [assessment.school, assessment.unit, assessment.year && `năm ${assessment.year}`].filter(Boolean).join(", "), `. Theo ${criteria.document}.`),
    ...para("Đặt vấn đề", assessment.report.opening), ...para("Hội đồng, tổ rà soát", assessment.report.council),
    element("h2", {}, "Kết quả"),
    element("p", {}, `Đạt ${tally.met} trên ${tally.total} chỉ tiêu, trong đó vượt ${tally.exceeded}. Đây là kết quả trường tự rà soát, chưa phải kết quả công nhận.`),
    ...numbers(app), element("h2", {}, "Các chỉ tiêu"), ...cells(app.published, criteria, assessment).map(row => line(row.slice(1))),
    ...table("Minh chứng", ["Mã", "Tên giấy tờ", "Số, ký hiệu", "Ngày", "Nơi lưu", "Người giữ"],
      inOrder(assessment.evidence).map(([, one]) => [one.code, one.name, one.number, one.date, one.place, one.keeper].map(text => text ?? ""))),
    ...table("Kế hoạch", ["Việc", "Chủ trì", "Phối hợp", "Hạn", "Kinh phí", "Tiến độ"],
      inOrder(assessment.plan).map(([, one]) => [one.task, one.lead, one.partners, one.due, one.cost, one.progress].map(text => text ?? ""))),
    ...para("Kết luận", assessment.report.conclusion), ...para("Danh mục viết tắt", assessment.report.abbreviations),
  ]
}

/** One chỉ tiêu: a table of so many columns has no room on a sheet. @param {string[]} row as `HEADS` */
const line = ([criterion = "", title = "", ...told]) => element("section", { class: "a-sheet" }, element("h3", {}, title), element("p", { class: "meta" }, `Tiêu chí ${criterion}`),
  ...told.flatMap((text, at) => text.trim() ? [element("p", {}, element("strong", {}, `${HEADS[at + 2]}: `), text)] : []))

/** @param {App} app */
const numbers = ({ criteria, assessment }) => table("Số liệu", ["Đại lượng", "Số", "Đơn vị"], criteria.quantities
  .filter(({ id }) => assessment.quantities[id]?.trim())
  .map(({ id, title, unit, fractional }) => {
    const text = assessment.quantities[id] ?? "", { value } = read(text, !fractional)
    return [title, value === null ? text : written(value), unit]
  }))

/** @param {string} title @param {string[]} heads @param {string[][]} rows */
const table = (title, heads, rows) => rows.length ? [element("h2", {}, title), element("table", {},
  element("thead", {}, element("tr", {}, ...heads.map(one => element("th", { scope: "col" }, one)))),
  element("tbody", {}, ...rows.map(row => element("tr", {}, ...row.map(text => element("td", {}, text))))))] : []
