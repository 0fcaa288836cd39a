// @ts-check
// A chỉ tiêu reckoned in its own page: its quantities typed → values, threshold, verdict, gap. The evaluator is that of
// «Tự rà soát». Nothing that is typed is kept or sent.
import { element } from "../../shared/element.js"
import { suggestion } from "../core/answers.js"
import { evaluate } from "../core/evaluate.js"
import { read, written } from "../core/numbers.js"
import { arithmetic, cause, lacking, slip, threshold } from "../core/wording.js"

/** @typedef {import("../model.js").Published} Published */
/** @typedef {import("../model.js").Quantity} Quantity */

/** @param {Published} published one set with one chỉ tiêu that has a rule */
export function calculator({ answers, sets }) {
  const [set] = sets, indicator = set?.criteria[0]?.indicators[0], rule = indicator?.rule
  if (!set || !indicator || !rule) throw new Error("no rule")
  const result = element("p", { class: "calculator__result", role: "status" })
  const show = () => {
    const values = typedIn(rows)
    const outcome = evaluate(rule, indicator.threshold, set.quantities, values)
    const answer = suggestion(answers, outcome)
    const sum = arithmetic(indicator, outcome, values)
    result.replaceChildren(...[
      sum && element("span", { class: "number" }, sum),
      sum && element("span", { class: "meta" }, `(${threshold(indicator.threshold)})`),
      answer && element("span", { class: `badge tone-${answer.tone}` }, answer.label),
      cause(set, outcome) || lacking(set, indicator, outcome),
    ].flatMap(one => one ? [one, " "] : []))
  }
  const rows = set.quantities.map(one => row(one, show))
  show()
  return element("div", {}, ...rows.map(one => one.line), result)
}

/** What can be reckoned with. @param {ReturnType<typeof row>[]} rows @returns {{[id: string]: string}} */
const typedIn = rows => Object.fromEntries(rows.flatMap(({ id, whole, input }) => {
  const { value } = read(input.value, whole)
  return value === null ? [] : [[id, value]]
}))

/** @param {Quantity} quantity @param {() => void} follow */
function row({ id, title, unit, definition, asOf, fractional }, follow) {
  const name = `tinh-${id}`
  const input = element("input", { id: name, type: "text", inputmode: "decimal", autocomplete: "off", "aria-describedby": `${name}-loi ${name}-y` })
  const wrong = element("span", { class: "calculator__slip", id: `${name}-loi` })
  input.addEventListener("input", () => {
    const said = slip(input.value, !fractional)
    input.setAttribute("aria-invalid", String(Boolean(said)))
    wrong.replaceChildren(said, ...(said ? read(input.value, !fractional).asked : []).flatMap(value => [" ", meant(input, value)]))
    follow()
  })
  const about = [definition, asOf && `Tính đến: ${asOf}.`].filter(Boolean).join(" ")
  const line = element("div", { class: "calculator__row" }, element("label", { for: name }, title),
    element("span", {}, input, " ", element("span", { class: "meta" }, unit)), wrong,
    element("span", { class: "meta", id: `${name}-y` }, about))
  return { id, whole: !fractional, line, input }
}

/** What the number may mean, to be chosen. @param {HTMLInputElement} input @param {string} value */
function meant(input, value) {
  const button = element("button", { type: "button", class: "button" }, written(value))
  button.addEventListener("click", () => {
    input.value = written(value)
    input.dispatchEvent(new Event("input"))
    input.focus()
  })
  return button
}
