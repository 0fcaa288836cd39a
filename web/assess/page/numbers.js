// @ts-check
// «Số liệu»: each quantity typed once; what it feeds is reckoned beside it.
import { element } from "../../shared/element.js"
import { read, written } from "../core/numbers.js"
import { arithmetic, cause, lacking, slip, threshold } from "../core/wording.js"
import { adder, dropper } from "./own-numbers.js"
import { leaving } from "./leaving.js"
import { badge, bind, button, live, newId, textAt } from "./fields.js"

/** @typedef {import("./app.js").App} App */
/** @typedef {import("../model.js").Quantity} Quantity */

/** @param {App} app @param {() => void} again @returns {HTMLElement[]} */
export function numbers(app, again) {
  const { quantities } = app.criteria
  const used = new Set(app.result.parts.flatMap(part => part.lines).flatMap(({ indicator: { rule } }) =>
    rule ? [...rule.numerator, ...rule.denominator] : []))
  const own = app.assessment.own.quantities
  const asked = quantities.filter(one => used.has(one.id) || Object.hasOwn(own, one.id))
  if (!asked.length) return [element("p", { class: "empty" }, "Ở mức này chưa có chỉ tiêu nào biết cách tính, nên chưa cần số liệu. Chấm ở phần Chỉ tiêu."), ...adder(app, again)]
  return [
    element("p", {}, "Nhập mỗi số một lần; mọi tỷ lệ dùng số này tự tính lại. Chưa có số thì để trống."),
    element("div", { class: "a-numbers" }, ...asked.map(one => row(app, one, again))),
    ...adder(app, again), ...leaving(app, asked),
    element("h3", {}, "Tính ra"),
    element("div", { class: "a-reckoned" }, ...[...app.lines.values()].filter(line => line.outcome).map(line => reckoned(app, line))),
  ]
}

/** @param {App} app @param {Quantity} one @param {() => void} again */
function row(app, { id, title, unit, definition, asOf, fractional }, again) {
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
    element("label", { for: name }, title, Object.hasOwn(app.assessment.own.quantities, id) && " ", Object.hasOwn(app.assessment.own.quantities, id) && badge("Trường tự thêm", "thong-tin")),
    element("span", { class: "a-typed" }, input, " ", element("span", { class: "meta" }, unit)),
    wrong,
    element("span", { class: "meta a-about", id: `${name}-y` }, [definition, asOf && `Tính đến: ${asOf}.`].filter(Boolean).join(" "), Object.hasOwn(app.assessment.own.quantities, id) && dropper(app, id, title, again)))
}

/** What the number may mean, to be chosen. @param {App} app @param {string[]} at @param {string} value @param {HTMLInputElement} input */
const meant = (app, at, value, input) => button(written(value), () => {
  input.value = written(value)
  app.put(at, input.value)
  input.focus()
}, { quiet: true })

/** Each line follows for itself, so that a key draws anew only what it changed. @param {App} app @param {import("../core/results.js").Line} line */
const reckoned = (app, { indicator: { id, title, threshold: limit } }) => element("div", { class: "a-line" },
  element("p", { class: "a-line__title" }, title, " ", element("span", { class: "meta" }, `(${threshold(limit)})`)),
  live(app, "p", {}, () => {
    const { indicator, outcome, suggested } = app.lines.get(id) ?? {}
    if (!indicator || !outcome) return []
    const sum = arithmetic(indicator, outcome, app.known)
    return [sum && element("span", { class: "number" }, sum), " ", suggested ? badge(suggested.label, suggested.tone) : null, " ",
      cause(app.criteria, outcome) || lacking(app.criteria, indicator, outcome)]
  }))
