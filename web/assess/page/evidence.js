// @ts-check
// «Minh chứng»: the list of papers, each once, whatever it serves. Nothing is uploaded.
import { element } from "../../shared/element.js"
import { placed } from "../core/dates.js"
import { inOrder } from "../core/state.js"
import { button, live } from "./fields.js"
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
    app.putAll(inOrder(app.assessment.evidence).map(([id], place) => ({ at: ["evidence", id, "code"], value: `MC${String(place + 1).padStart(2, "0")}` })))
    again()
  }
  return [
    element("p", {}, "Ghi mỗi giấy tờ một lần, rồi ở từng chỉ tiêu chọn giấy tờ dùng cho chỉ tiêu đó. Trang này không nhận tệp, chỉ ghi tên và nơi giữ."),
    ...rows(app, {
      at: ["evidence"], letter: "mc-", one: "Minh chứng", none: "Chưa ghi giấy tờ nào.", add: "Thêm giấy tờ",
      fresh: () => ({ code: `MC${String(Object.keys(app.assessment.evidence).length + 1).padStart(2, "0")}` }),
      fields: [
        ["code", "Mã"], ["name", "Tên giấy tờ", { wide: true }], ["number", "Số, ký hiệu"], ["date", "Ngày ban hành", { day: true }],
        ["place", "Nơi lưu"], ["keeper", "Người giữ"],
      ],
      foot: id => [live(app, "p", { class: "a-slip" }, () => [WINDOW[String(where(app, id))] ?? ""]), live(app, "p", { class: "meta" }, () => {
        const many = served(id)
        return [many ? `Dùng cho ${many} chỉ tiêu.` : "Chưa dùng cho chỉ tiêu nào."]
      })],
    }, again),
    ...Object.keys(app.assessment.evidence).length ? [element("p", { class: "a-deeds" }, button("Đánh lại mã theo thứ tự", renumber, { quiet: true }),
      " ", element("span", { class: "meta" }, "Chỉ đổi mã; chỉ tiêu nào dùng giấy tờ nào vẫn giữ."))] : [],
  ]
}
