// @ts-check
// «Minh chứng»: the list of papers, each once, whatever it serves. Nothing is uploaded.
import { element } from "../../shared/element.js"
import { placed } from "../core/dates.js"
import { nextCode, renumbered, slip } from "../core/codes.js"
import { inOrder } from "../core/state.js"
import { button, field, live } from "./fields.js"
import { rows } from "./rows.js"

/** @typedef {import("./app.js").App} App */

/** @type {{[where: string]: string}} */
const WINDOW = {
  before: "Ngoài khoảng xét: ban hành trước những năm được tính.",
  edge: "Sắp ra ngoài khoảng xét: nộp hồ sơ muộn hơn nửa năm thì giấy tờ này không còn được tính.",
  after: "Ngày này sau ngày dự kiến nộp hồ sơ.",
}

/** @param {App} app @param {string} id */
const where = ({ assessment: { evidence: of, filing, window: years } }, id) => placed(of[id]?.date ?? "", filing, years)

/** @param {App} app @param {() => void} again @returns {HTMLElement[]} */
export function evidence(app, again) {
  const served = (/** @type {string} */ id) => Object.entries(app.assessment.answers).filter(([, one]) => one.evidence?.[id]).length
  const renumber = () => {
    app.putAll(renumbered(app.criteria, app.assessment))
    again()
  }
  app.on(() => fade(app))
  queueMicrotask(() => fade(app))
  return [
    element("p", {}, "Ghi mỗi giấy tờ một lần, rồi ở từng chỉ tiêu chọn giấy tờ dùng cho chỉ tiêu đó. Trang này không nhận tệp, chỉ ghi tên và nơi giữ."),
    live(app, "div", { class: "notice tone-luu-y" }, () => falling(app)),
    ...rows(app, {
      at: ["evidence"], letter: "mc-", one: "Minh chứng", none: "Chưa ghi giấy tờ nào.", add: "Thêm giấy tờ",
      fresh: () => ({ code: nextCode(app.assessment) }),
      fields: [
        ["code", "Mã"], ["name", "Tên giấy tờ", { wide: true }], ["number", "Số, ký hiệu"], ["date", "Ngày ban hành", { day: true }],
        ["place", "Nơi lưu"], ["keeper", "Người giữ"],
      ],
      foot: id => [live(app, "p", { class: "a-slip" }, () => [WINDOW[String(where(app, id))] ?? ""]), live(app, "p", { class: "meta" }, () => {
        const many = served(id)
        return [many ? `Dùng cho ${many} chỉ tiêu.` : "Chưa dùng cho chỉ tiêu nào."]
      })],
    }, again),
    element("div", { class: "a-fields" }, field(app, "Mẫu mã minh chứng", ["pattern"], { hint: "# là số thứ tự, {tc} là số tiêu chí. Ví dụ MC## ra MC01; H{tc}.## ra H2.01. Bỏ trống thì theo MC##." })),
    live(app, "p", { class: "a-slip" }, () => [slip(app.assessment.pattern)]),
    ...Object.keys(app.assessment.evidence).length ? [element("p", { class: "a-deeds" }, button("Đánh lại mã theo mẫu", renumber, { quiet: true }),
      " ", element("span", { class: "meta" }, "Chỉ đổi mã; chỉ tiêu nào dùng giấy tờ nào vẫn giữ."))] : [],
  ]
}

/** Papers outside the years that count are grey. @param {App} app */
function fade(app) {
  for (const id of Object.keys(app.assessment.evidence)) document.getElementById(`d-${id}`)?.classList.toggle("a-out", where(app, id) === "before")
}

/** What is out, and what is about to fall out, for the day of filing. @param {App} app @returns {import("./fields.js").Content[]} */
function falling(app) {
  const told = (/** @type {string} */ at) => inOrder(app.assessment.evidence).filter(([id]) => where(app, id) === at).map(([, one]) => one.code || one.name || "(chưa đặt tên)")
  const out = told("before"), edge = told("edge")
  return [...out.length ? [element("p", {}, `Ngoài khoảng xét: ${out.join(", ")}.`)] : [],
    ...edge.length ? [element("p", {}, `Sắp ra ngoài khoảng xét nếu nộp hồ sơ muộn hơn nửa năm: ${edge.join(", ")}.`)] : []]
}
