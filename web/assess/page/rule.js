// @ts-check
// How a chỉ tiêu is reckoned, put together by the school out of quantities: chosen, never typed as a formula.
import { element } from "../../shared/element.js"
import { valueAt } from "../core/state.js"
import { formula } from "../core/wording.js"
import { button, fold, live, newId } from "./fields.js"

/** @typedef {import("./app.js").App} App */

/** @param {App} app @param {string} id */
export function rule(app, id) {
  const at = ["own", "rules", id]
  const clear = button("Bỏ cách tính trường ghi", () => { app.put(at, undefined); draw() }, { quiet: true })
  const inside = element("div")
  const draw = () => inside.replaceChildren(boxes(app, [...at, "numerator"], "Tử số: cộng các số"), boxes(app, [...at, "denominator"], "Chia cho: cộng các số (bỏ trống nếu chỉ đếm)"),
    box("Tính ra phần trăm", valueAt(app.assessment, [...at, "percent"]) === true, on => app.put([...at, "percent"], on || undefined)), element("p", { class: "a-deeds" }, clear))
  draw()
  return fold(live(app, "span", {}, () => {
    const line = app.lines.get(id)
    return [line?.indicator.rule ? `Cách tính: ${formula(app.criteria, line.indicator)}` : "Cách tính: chưa có, ghi theo văn bản trường đang giữ"]
  }), [app.criteria.quantities.length ? inside : element("p", { class: "meta" }, "Chưa có đại lượng nào; thêm ở phần Số liệu.")])
}

/** @param {App} app @param {string[]} at @param {string} legend */
const boxes = (app, at, legend) => element("fieldset", { class: "a-checks" }, element("legend", {}, legend), ...app.criteria.quantities.map(({ id, title, unit }) =>
  box(`${title}${unit ? ` (${unit})` : ""}`, valueAt(app.assessment, [...at, id]) === true, on => app.put([...at, id], on || undefined))))

/** @param {string} label @param {boolean} on @param {(on: boolean) => void} put */
function box(label, on, put) {
  const input = element("input", { type: "checkbox", id: newId("tinh") })
  input.checked = on
  input.addEventListener("change", () => put(input.checked))
  return element("span", { class: "a-check" }, input, " ", element("label", { for: input.id }, label))
}
