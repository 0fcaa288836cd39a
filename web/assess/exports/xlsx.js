// @ts-check
// Everything that was entered as a workbook. Every text is a cell of text, so that nothing becomes a formula.
import write from "write-excel-file/universal"
import { read } from "../core/numbers.js"
import { inOrder } from "../core/state.js"
import { cells, HEADS } from "./csv.js"

/** @typedef {import("../core/state.js").Assessment} Assessment */
/** @typedef {import("../model.js").CriteriaSet} CriteriaSet */
/** @typedef {import("../model.js").Published} Published */

/** Letters a cell of Excel holds. */
const MOST = 32_767
/** What XML cannot hold. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** @param {string} value */
const text = value => ({ value: value.replace(CONTROL, "").slice(0, MOST), type: String, wrap: true, alignVertical: /** @type {"top"} */ ("top") })
/** @param {string} value */
const head = value => ({ ...text(value), fontWeight: /** @type {"bold"} */ ("bold"), backgroundColor: "#f1f2f5" })

/** @param {string} sheet @param {[string, number][]} columns each with its width in letters @param {string[][]} rows */
const made = (sheet, columns, rows) => ({
  sheet, columns: columns.map(([, width]) => ({ width })), stickyRowsCount: 1,
  data: [columns.map(([label]) => head(label)), ...rows.map(row => row.map(text))],
})

/** The sheets, in words. @param {Published} published @param {CriteriaSet} set @param {Assessment} assessment */
export function sheets(published, set, assessment) {
  const { evidence, plan, report } = assessment
  const titles = new Map(set.criteria.flatMap(one => one.indicators).map(({ id, title }) => [id, title]))
  for (const [id, { title }] of Object.entries(assessment.own.indicators)) titles.set(id, title)
  const widths = [24, 40, 10, 16, 36, 12, 14, 40, 30, 30, 30, 30, 30, 40]
  return [
    made("Thông tin", [["Mục", 24], ["Nội dung", 80]], [["Tên bản rà soát", assessment.name], ["Trường", assessment.school], ["Đơn vị lập", assessment.unit],
      ["Năm", assessment.year], ["Bộ tiêu chí", set.document], ["Mức", String(assessment.level)], ["Ngày dự kiến nộp hồ sơ", assessment.filing],
      ["Đặt vấn đề", report.opening ?? ""], ["Hội đồng, tổ rà soát", report.council ?? ""], ["Kết luận", report.conclusion ?? ""],
      ["Danh mục viết tắt", report.abbreviations ?? ""], ["Lưu ý", "Kết quả trường tự rà soát, chưa phải kết quả công nhận."]]),
    made("Chỉ tiêu", HEADS.map((label, at) => [label, widths[at] ?? 20]), cells(published, set, assessment)),
    made("Số liệu", [["Đại lượng", 50], ["Đã nhập", 14], ["Đọc là", 14], ["Đơn vị tính", 14]], set.quantities.map(({ id, title, unit, fractional }) => {
      const typed = assessment.quantities[id] ?? ""
      return [title, typed, read(typed, !fractional).value ?? "", unit]
    })),
    made("Minh chứng", [["Mã", 10], ["Tên giấy tờ", 50], ["Số, ký hiệu", 20], ["Ngày ban hành", 16], ["Nơi lưu", 24], ["Người giữ", 24]],
      inOrder(evidence).map(([, one]) => [one.code, one.name, one.number, one.date, one.place, one.keeper].map(value => value ?? ""))),
    made("Kế hoạch", [["Chỉ tiêu", 40], ["Việc phải làm", 50], ["Đơn vị chủ trì", 24], ["Đơn vị phối hợp", 24], ["Hạn", 14], ["Kinh phí", 16], ["Tiến độ", 24]],
      inOrder(plan).map(([, one]) => [titles.get(one.indicator) ?? "", one.task, one.lead, one.partners, one.due, one.cost, one.progress].map(value => value ?? ""))),
  ]
}

/** @param {Published} published @param {CriteriaSet} set @param {Assessment} assessment @returns {Promise<Blob>} */
export const workbook = (published, set, assessment) => write(sheets(published, set, assessment)).toBlob()
