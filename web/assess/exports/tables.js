// @ts-check
// Everything that was entered, as tables of texts: what workbooks, CSV files and paper are made of. Pure.
import { read } from "../core/numbers.js"
import { results } from "../core/results.js"
import { inOrder } from "../core/state.js"
import { cause, formula, lacking, threshold } from "../core/wording.js"

/** @typedef {import("../core/state.js").Assessment} Assessment */
/** @typedef {import("../model.js").CriteriaSet} CriteriaSet */
/** @typedef {import("../model.js").Published} Published */
/** Each column with its width in letters. @typedef {{name: string, columns: [string, number][], rows: string[][]}} Table */

export const HEADS = ["Tiêu chí", "Chỉ tiêu", "Trường tự thêm", "Ngưỡng", "Cách tính", "Kết quả tính", "Trả lời", "Hiện trạng", "Điểm mạnh", "Tồn tại",
  "Hướng khắc phục", "Minh chứng", "Việc phải làm", "Ghi chú tính"]

const WIDTHS = [24, 40, 10, 16, 36, 12, 14, 40, 30, 30, 30, 30, 30, 40]

/** @param {Published} published @param {CriteriaSet} set @param {Assessment} assessment
 *  @returns {string[][]} */
export function cells(published, set, assessment) {
  const plan = inOrder(assessment.plan)
  return results(published, set, assessment).parts.flatMap(part => part.lines.map(({ indicator, own, answer, outcome }) => {
    const { narrative = {}, evidence = {} } = assessment.answers[indicator.id] ?? {}
    const papers = inOrder(assessment.evidence).filter(([id]) => evidence[id])
      .map(([, { code = "", name = "", number = "", date = "" }]) => [code, name, number, date].filter(Boolean).join(", "))
    const work = plan.filter(([, one]) => one.indicator === indicator.id)
      .map(([, { task = "", lead = "", due = "" }]) => [task, lead, due].filter(Boolean).join(", "))
    return [
      `${part.number}. ${part.title}`, indicator.title, own ? "có" : "", threshold(indicator.threshold), formula(set, indicator), outcome?.value ?? "",
      answer.label, narrative.state ?? "", narrative.strengths ?? "", narrative.weaknesses ?? "", narrative.remedy ?? "", papers.join("\n"), work.join("\n"),
      outcome ? cause(set, outcome) || lacking(set, indicator, outcome) : "",
    ]
  }))
}

/** @param {Published} published @param {CriteriaSet} set @param {Assessment} assessment @returns {Table[]} */
export const tables = (published, set, assessment) => [
  about(set, assessment),
  { name: "Chỉ tiêu", columns: HEADS.map((label, at) => [label, WIDTHS[at] ?? 20]), rows: cells(published, set, assessment) },
  {
    name: "Số liệu", columns: [["Đại lượng", 50], ["Đã nhập", 14], ["Đọc là", 14], ["Đơn vị tính", 14]],
    rows: set.quantities.map(({ id, title, unit, fractional }) => {
      const typed = assessment.quantities[id] ?? ""
      return [title, typed, read(typed, !fractional).value ?? "", unit]
    }),
  },
  {
    name: "Minh chứng", columns: [["Mã", 10], ["Tên giấy tờ", 50], ["Số, ký hiệu", 20], ["Ngày ban hành", 16], ["Nơi lưu", 24], ["Người giữ", 24]],
    rows: inOrder(assessment.evidence).map(([, one]) => filled(one.code, one.name, one.number, one.date, one.place, one.keeper)),
  },
  {
    name: "Kế hoạch",
    columns: [["Chỉ tiêu", 40], ["Việc phải làm", 50], ["Đơn vị chủ trì", 24], ["Đơn vị phối hợp", 24], ["Hạn", 14], ["Kinh phí", 16], ["Tiến độ", 24]],
    rows: inOrder(assessment.plan).map(([, one]) =>
      filled(titles(set, assessment).get(one.indicator), one.task, one.lead, one.partners, one.due, one.cost, one.progress)),
  },
]

/** @param {(string | undefined)[]} texts */
const filled = (...texts) => texts.map(text => text ?? "")

/** What every chỉ tiêu is called, also one that is asked at another level. @param {CriteriaSet} set @param {Assessment} assessment */
export const titles = (set, { own }) => new Map([
  ...set.criteria.flatMap(one => one.indicators).map(({ id, title }) => /** @type {[string, string]} */ ([id, title])),
  ...Object.entries(own.indicators).map(([id, { title }]) => /** @type {[string, string]} */ ([id, title])),
])

/** @param {CriteriaSet} set @param {Assessment} assessment @returns {Table} */
const about = (set, { name, school, unit, year, level, filing, window: years, report }) => ({
  name: "Thông tin", columns: [["Mục", 24], ["Nội dung", 80]],
  rows: [["Tên bản rà soát", name], ["Trường", school], ["Đơn vị lập", unit], ["Năm", year], ["Bộ tiêu chí", set.document], ["Mức", String(level)],
    ["Ngày dự kiến nộp hồ sơ", filing], ["Xét minh chứng của mấy năm trước ngày nộp", years], ["Đặt vấn đề", report.opening ?? ""],
    ["Hội đồng, tổ rà soát", report.council ?? ""], ["Kết luận", report.conclusion ?? ""], ["Danh mục viết tắt", report.abbreviations ?? ""],
    ["Lưu ý", "Kết quả trường tự rà soát, chưa phải kết quả công nhận."]],
})
