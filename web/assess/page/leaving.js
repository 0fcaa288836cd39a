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

const PEOPLE = "người", TOLD = "Còn thiếu bao nhiêu người vào cuối năm, nếu không ai về thay"

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
    live(app, "div", {}, () => outlook(app, told)),
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

/** What is lacking at the end of each year, of the chỉ tiêu that somebody leaves. @param {App} app @param {string[]} told @returns {HTMLElement[]} */
function outlook(app, told) {
  const found = ahead(app.criteria, app.assessment, [...app.lines.values()], app.known, told)
  const leave = new Set(Object.values(app.assessment.leaving).flatMap(Object.keys))
  const touched = [...app.lines.values()].filter(({ indicator: { rule }, outcome }) => outcome?.value && rule && [...rule.numerator, ...rule.denominator].some(id => leave.has(id)))
  const slips = found.flatMap(({ year, outcomes, faults }) => {
    const crossed = [...outcomes].filter(([, one]) => one.cause === "partExceeds").map(([id]) => `«${app.lines.get(id)?.indicator.title ?? id}»`)
    return [...faults.length ? [`Năm ${year}: số người nghỉ nhiều hơn số hiện có ở ${faults.map(id => `«${nameOf(app.criteria, id)}»`).join(", ")}.`] : [],
      ...crossed.length ? [`Năm ${year}: chưa ghi người nghỉ ở mọi dòng liên quan nên chưa tính được ${crossed.join(", ")}.`] : []]
  })
  if (!found.length || !touched.length) return slips.map(one => element("p", { class: "a-slip" }, one))
  const cells = (/** @type {import("../core/results.js").Line} */ line) => [line.outcome, ...found.map(({ outcomes }) => outcomes.get(line.indicator.id) ?? null)]
    .map((outcome, at) => element("td", { "data-label": at ? found[at - 1]?.year ?? "" : "Hiện nay" }, said(outcome)))
  return [element("p", { class: "a-line__title" }, TOLD), element("div", { class: "table table--rows" }, element("table", {}, element("caption", { class: "unseen" }, TOLD),
    element("thead", {}, element("tr", {}, ...["Chỉ tiêu", "Hiện nay", ...found.map(one => one.year)].map(one => element("th", { scope: "col" }, one)))),
    element("tbody", {}, ...touched.map(line => element("tr", {}, element("th", { scope: "row" }, line.indicator.title), ...cells(line)))))),
  ...slips.map(one => element("p", { class: "a-slip" }, one))]
}

/** @param {import("../core/evaluate.js").Outcome | null} outcome */
function said(outcome) {
  if (!outcome || outcome.verdict === "unknown") return "–"
  if (outcome.verdict !== "unmet") return "đạt"
  return outcome.steps && outcome.steps > 0 ? `thiếu ${written(String(outcome.steps))}` : "chưa đạt"
}
