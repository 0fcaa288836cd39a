// @ts-check
// «Báo cáo»: the chapters around the chỉ tiêu, and who the assessment is of.
import { element } from "../../shared/element.js"
import { choice, field, levelChoice } from "./fields.js"

/** @typedef {import("./app.js").App} App */

/** @param {App} app @returns {HTMLElement[]} */
export const report = app => [
  element("div", { class: "a-fields" },
    field(app, "Đặt vấn đề", ["report", "opening"], { rows: 4 }),
    field(app, "Kết luận", ["report", "conclusion"], { rows: 4 }),
    field(app, "Danh mục viết tắt", ["report", "abbreviations"], { rows: 3 }),
    field(app, "Hội đồng, tổ rà soát", ["report", "council"], { rows: 3 })),
]

/** Name, school, year, set and level: changed at any time, nothing is lost by it. @param {App} app @param {() => void} again
 *  @returns {HTMLElement[]} */
export const about = (app, again) => [
  element("div", { class: "a-fields" },
    field(app, "Tên bản rà soát", ["name"]), field(app, "Trường", ["school"]), field(app, "Đơn vị lập", ["unit"]),
    field(app, "Năm", ["year"]), field(app, "Ngày dự kiến nộp hồ sơ", ["filing"], { day: true }),
    field(app, "Xét minh chứng của mấy năm trước ngày nộp", ["window"], { hint: "Ghi theo văn bản trường đang giữ; bỏ trống thì không xét." })),
  choice("Bộ tiêu chí", app.published.sets.map(({ id, document }) => ({ value: id, label: document })), app.criteria.id,
    value => { app.put(["set"], value); again() }),
  levelChoice(app.criteria, app.assessment.level, value => { app.put(["level"], value); again() }),
  element("p", { class: "meta" }, "Đổi bộ hoặc mức thì danh sách chỉ tiêu đổi theo; câu trả lời đã ghi cho mức kia vẫn giữ."),
]
