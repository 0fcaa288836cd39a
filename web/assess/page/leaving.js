// @ts-check
// «Người nghỉ theo năm»: how many leave in each year, and what that does to every ratio, nobody coming.
import { element } from "../../shared/element.js"
import { ahead, years } from "../core/leaving.js"
import { read, written } from "../core/numbers.js"
import { valueAt } from "../core/state.js"
import { nameOf } from "../core/wording.js"
import { fold, live } from "./fields.js"

/** @typedef {import("./app.js").App} App */
/** @typedef {import("../model.js").Quantity} Quantity */

const PEOPLE = "người"

/** @param {App} app @param {Quantity[]} asked @returns {HTMLElement[]} */
export function leaving(app, asked) {
  const people = asked.filter(one => one.unit === PEOPLE && !one.fractional)
  if (!people.length) return []
  const told = years(app.assessment, new Date().getFullYear()), open = Object.keys(app.assessment.leaving).length > 0
  const wanted = people.map(({ id, title }) => element("tr", {}, element("th", { scope: "row" }, title), ...told.map(year => element("td", { "data-label": year }, cell(app, id, title, year)))))
  return [fold("Người nghỉ hưu, chuyển đi theo năm", [
    element("p", {}, "Ghi số người sẽ nghỉ trong từng năm. Người nghỉ thuộc nhiều dòng thì ghi ở mọi dòng, ví dụ cả «giảng viên» và «tổng số». Chưa tính người về thay."),
    element("div", { class: "table table--rows a-leaving" }, element("table", {}, element("caption", { class: "unseen" }, "Số người nghỉ theo năm"),
      element("thead", {}, element("tr", {}, element("th", { scope: "col" }, "Đại lượng"), ...told.map(year => element("th", { scope: "col" }, year)))), element("tbody", {}, ...wanted))),
    live(app, "ul", { class: "a-list" }, () => outlook(app, told)),
  ], open)]
}

/** @param {App} app @param {string} id @param {string} title @param {string} year */
function cell(app, id, title, year) {
  const at = ["leaving", year, id], input = element("input", { type: "text", inputmode: "numeric", class: "a-few", autocomplete: "off", "aria-label": `${title}, năm ${year}`, "data-at": at.join(".") })
  const text = () => String(valueAt(app.assessment, at) ?? "")
  const mark = () => {
    const { value } = read(input.value, true)
    input.setAttribute("aria-invalid", String(Boolean(input.value.trim()) && (value === null || !/^\d+$/.test(value))))
  }
  input.value = text()
  mark()
  input.addEventListener("input", () => { app.put(at, input.value || undefined); mark() })
  app.on(() => { if (input !== document.activeElement && input.value !== text()) { input.value = text(); mark() } })
  return input
}

/** @param {App} app @param {string[]} told @returns {HTMLElement[]} */
const outlook = (app, told) => ahead(app.criteria, app.assessment, [...app.lines.values()], app.known, told).map(({ year, outcomes, lost, faults }) => {
  const lacking = [...app.lines.values()].flatMap(({ indicator }) => {
    const { verdict, steps } = outcomes.get(indicator.id) ?? {}
    return verdict === "unmet" ? [`«${indicator.title}»${steps && steps > 0 ? ` thiếu ${written(String(steps))} ${PEOPLE}` : ""}${lost.some(one => one.indicator.id === indicator.id) ? ", hiện đang đạt" : ""}`] : []
  })
  const crossed = [...outcomes].filter(([, one]) => one.cause === "partExceeds").map(([id]) => app.lines.get(id)?.indicator.title ?? id)
  return element("li", {}, element("strong", {}, `Cuối năm ${year}: `), lacking.length ? `${lacking.join("; ")}.` : "các tỷ lệ tính được đều giữ ngưỡng.",
    faults.length > 0 && element("span", { class: "a-slip" }, ` Số người nghỉ nhiều hơn số hiện có: ${faults.map(id => `«${nameOf(app.criteria, id)}»`).join(", ")}.`),
    crossed.length > 0 && element("span", { class: "a-slip" }, ` Chưa ghi người nghỉ ở mọi dòng liên quan nên không tính được: ${crossed.map(one => `«${one}»`).join(", ")}.`))
})
