// @ts-check
// Everything that was entered, as tables of texts: what workbooks, CSV files and paper are made of. Pure.
import { results } from "../core/results.js"
import { inOrder } from "../core/state.js"
import { cause, formula, lacking, threshold } from "../core/wording.js"

/** @typedef {import("../core/state.js").Assessment} Assessment */
/** @typedef {import("../model.js").CriteriaSet} CriteriaSet */
/** @typedef {import("../model.js").Published} Published */

export const HEADS = ["Tiêu chí", "Chỉ tiêu", "Trường tự thêm", "Ngưỡng", "Cách tính", "Kết quả tính", "Trả lời", "Hiện trạng", "Điểm mạnh", "Tồn tại",
  "Hướng khắc phục", "Minh chứng", "Việc phải làm", "Ghi chú tính"]

export const WIDTHS = [24, 40, 10, 16, 36, 12, 14, 40, 30, 30, 30, 30, 30, 40]

/** Each row: the id of the chỉ tiêu, then what stands under `HEADS`. @param {Published} published @param {CriteriaSet} set
 *  @param {Assessment} assessment @returns {string[][]} */
export function cells(published, set, assessment) {
  const plan = inOrder(assessment.plan)
  return results(published, set, assessment).parts.flatMap(part => part.lines.map(({ indicator, own, answer, outcome }) => {
    const { narrative = {}, evidence = {} } = assessment.answers[indicator.id] ?? {}
    const papers = inOrder(assessment.evidence).filter(([id]) => evidence[id])
      .map(([, { code = "", name = "", number = "", date = "" }]) => [code, name, number, date].filter(Boolean).join(", "))
    const work = plan.filter(([, one]) => one.indicator === indicator.id)
      .map(([, { task = "", lead = "", due = "" }]) => [task, lead, due].filter(Boolean).join(", "))
    return [
      indicator.id, `${part.number}. ${part.title}`, indicator.title, own ? "có" : "", threshold(indicator.threshold), formula(set, indicator), outcome?.value ?? "",
      answer.label, narrative.state ?? "", narrative.strengths ?? "", narrative.weaknesses ?? "", narrative.remedy ?? "", papers.join("\n"), work.join("\n"),
      outcome ? cause(set, outcome) || lacking(set, indicator, outcome) : "",
    ]
  }))
}

/** What every chỉ tiêu is called, also one that is asked at another level. @param {CriteriaSet} set @param {Assessment} assessment */
export const titles = (set, { own }) => new Map([
  ...set.criteria.flatMap(one => one.indicators).map(({ id, title }) => /** @type {[string, string]} */ ([id, title])),
  ...Object.entries(own.indicators).map(([id, { title }]) => /** @type {[string, string]} */ ([id, title])),
])
