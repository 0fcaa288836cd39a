// @ts-check
// The chỉ tiêu and all that was written of them as one table, for spreadsheets. Nothing in it becomes a formula. Pure.
import { results } from "../core/results.js"
import { inOrder } from "../core/state.js"
import { cause, formula, lacking, threshold } from "../core/wording.js"

/** @typedef {import("../core/state.js").Assessment} Assessment */

export const HEADS = ["Tiêu chí", "Chỉ tiêu", "Trường tự thêm", "Ngưỡng", "Cách tính", "Kết quả tính", "Trả lời", "Hiện trạng", "Điểm mạnh", "Tồn tại",
  "Hướng khắc phục", "Minh chứng", "Việc phải làm", "Ghi chú tính"]

/** One cell. A text that a spreadsheet would reckon is kept as text. @param {string} text */
export const cell = text => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`

/** @param {import("../model.js").Published} published @param {import("../model.js").CriteriaSet} set @param {Assessment} assessment
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

/** With the mark by which Excel knows UTF-8. @param {import("../model.js").Published} published
 *  @param {import("../model.js").CriteriaSet} set @param {Assessment} assessment */
export const table = (published, set, assessment) =>
  `\ufeff${[HEADS, ...cells(published, set, assessment)].map(row => row.map(cell).join(",")).join("\r\n")}\r\n`
