// @ts-check
// «Số liệu»: each quantity typed once; what it feeds is reckoned beside it.
import { element } from "../../shared/element.js"
import { known } from "../core/results.js"
import { read, written } from "../core/numbers.js"
import { arithmetic, cause, lacking, slip, threshold } from "../core/wording.js"
import { badge, bind, button, live, newId, textAt } from "./fields.js"

/** @typedef {import("./app.js").App} App */
/** @typedef {import("../model.js").Quantity} Quantity */

/** @param {App} app @returns {HTMLElement[]} */
export function numbers(app) {
  const { quantities } = app.criteria
  const used = new Set(app.result.parts.flatMap(part => part.lines).flatMap(({ indicator: { rule } }) =>
    rule ? [...rule.numerator, ...rule.denominator] : []))
  const asked = quantities.filter(one => used.has(one.id))
  if (!asked.length) return [element("p", { class: "empty" }, "Ở mức này chưa có chỉ tiêu nào biết cách tính, nên chưa cần số liệu. Chấm ở phần Chỉ tiêu.")]
  return [
    element("p", {}, "Nhập mỗi số một lần; mọi tỷ lệ dùng số này tự tính lại. Chưa có số thì để trống."),
    element("div", { class: "a-numbers" }, ...asked.map(one => row(app, one))),
    element("h3", {}, "Tính ra"),
    live(app, "div", { class: "a-reckoned" }, () => app.result.parts.flatMap(part => part.lines).filter(line => line.outcome).map(line => reckoned(app, line))),
  ]
}

/** @param {App} app @param {Quantity} one */
function row(app, { id, title, unit, definition, asOf, fractional }) {
  const at = ["quantities", id], name = newId("so")
  const input = element("input", { id: name, type: "text", inputmode: "decimal", autocomplete: "off", class: "a-number",
    "aria-describedby": `${name}-loi ${name}-y`, "data-at": at.join(".") })
  bind(app, input, at)
  const wrong = live(app, "span", { class: "a-slip", id: `${name}-loi` }, () => {
    const text = textAt(app, at), said = slip(text, !fractional)
    input.setAttribute("aria-invalid", String(Boolean(said)))
    return said ? [said, ...read(text, !fractional).asked.flatMap(value => [" ", meant(app, at, value, input)])] : []
  })
  return element("div", { class: "a-row" },
    element("label", { for: name }, title),
    element("span", { class: "a-typed" }, input, " ", element("span", { class: "meta" }, unit)),
    wrong,
    element("span", { class: "meta a-about", id: `${name}-y` }, [definition, asOf && `Tính đến: ${asOf}.`].filter(Boolean).join(" ")))
}

/** What the number may mean, to be chosen. @param {App} app @param {string[]} at @param {string} value @param {HTMLInputElement} input */
const meant = (app, at, value, input) => button(written(value), () => {
  input.value = written(value)
  app.put(at, input.value)
  input.focus()
}, { quiet: true })

/** @param {App} app @param {import("../core/results.js").Line} line */
function reckoned(app, { indicator, outcome, suggested }) {
  if (!outcome) return element("p")
  const sum = arithmetic(indicator, outcome, known(app.criteria, app.assessment))
  return element("div", { class: "a-line" },
    element("p", { class: "a-line__title" }, indicator.title, " ", element("span", { class: "meta" }, `(${threshold(indicator.threshold)})`)),
    element("p", {}, sum && element("span", { class: "number" }, sum), " ", suggested && badge(suggested.label, suggested.tone), " ",
      cause(app.criteria, outcome) || lacking(app.criteria, indicator, outcome)))
}
