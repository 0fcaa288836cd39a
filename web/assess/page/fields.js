// @ts-check
// Fields bound to one place of the assessment: what is typed is kept at once.
import { element } from "../../shared/element.js"
import { slip as daySlip } from "../core/dates.js"
import { valueAt } from "../core/state.js"

/** @typedef {import("./app.js").App} App */
/** @typedef {import("../../shared/element.js").Content} Content */
/** `rows`: of a long text; `day`: a day is meant. @typedef {{rows?: number, day?: boolean, hint?: string, wide?: boolean}} How */

let made = 0
/** An id that no other element has. @param {string} name */
export const newId = name => `o-${name}-${made += 1}`

/** @param {App} app @param {string[]} at */
export const textAt = (app, at) => {
  const told = valueAt(app.assessment, at)
  return typeof told === "string" || typeof told === "number" ? String(told) : ""
}

/** A label and its field. @param {App} app @param {string} label @param {string[]} at @param {How} [how] */
export function field(app, label, at, { rows, day = false, hint = "", wide = false } = {}) {
  const id = newId("ghi"), about = `${id}-y`
  const common = { id, "aria-describedby": hint || day ? about : null, autocomplete: "off", "data-at": at.join(".") }
  const input = rows ? element("textarea", { ...common, rows: String(rows) })
    : element("input", { ...common, type: "text", placeholder: day ? "ngày/tháng/năm" : null })
  bind(app, input, at)
  const wrong = day && live(app, "span", { class: "a-slip", id: about }, () => {
    const said = daySlip(textAt(app, at))
    input.setAttribute("aria-invalid", String(Boolean(said)))
    return [said]
  })
  return element("p", { class: wide || rows ? "a-field a-field--wide" : "a-field" }, element("label", { for: id }, label), input,
    wrong || hint && element("span", { class: "meta", id: about }, hint))
}

/** What is typed is kept; what is kept is shown, unless it is being typed. @param {App} app
 *  @param {HTMLInputElement | HTMLTextAreaElement} input @param {string[]} at */
export function bind(app, input, at) {
  input.value = textAt(app, at)
  input.addEventListener("input", () => app.put(at, input.value || undefined))
  app.on(() => { if (input !== document.activeElement && input.value !== textAt(app, at)) input.value = textAt(app, at) })
}

/** @param {string} label @param {() => void} deed @param {{main?: boolean, quiet?: boolean, about?: string}} [how] */
export function button(label, deed, { main = false, quiet = false, about } = {}) {
  const made = element("button", { type: "button", class: `button${main ? " button--main" : ""}${quiet ? " button--quiet" : ""}`,
    "aria-label": about ? `${label}: ${about}` : null }, label)
  made.addEventListener("click", deed)
  return made
}

/** One of a few, all in view. @param {string} legend @param {{value: string, label: string, tone?: string}[]} options
 *  @param {string} chosen @param {(value: string) => void} choose @param {boolean} [unseen] the legend stands elsewhere */
export function choice(legend, options, chosen, choose, unseen = false) {
  const name = newId("chon")
  const inputs = options.map(({ value, label, tone }) => {
    const input = element("input", { type: "radio", name, value, id: `${name}-${value}` })
    input.checked = value === chosen
    input.addEventListener("change", () => choose(value))
    return element("span", { class: `a-choice${tone ? ` tone-${tone}` : ""}` }, input, element("label", { for: input.id }, label))
  })
  return element("fieldset", { class: "a-choices" }, element("legend", unseen ? { class: "unseen" } : {}, legend), ...inputs)
}

/** @param {Content} part @returns {part is Node | string} */
const isShown = part => part !== null && part !== false && part !== ""

/** Text that follows the assessment. @template {keyof HTMLElementTagNameMap} N @param {App} app @param {N} name
 *  @param {{[attribute: string]: string}} attributes @param {() => Content[]} tell */
export function live(app, name, attributes, tell) {
  const one = element(name, attributes)
  let before = "-"
  const follow = () => {
    const parts = tell().filter(isShown)
    const now = JSON.stringify(parts.map(part => part instanceof Element ? part.outerHTML : String(part)))
    if (now === before) return
    one.replaceChildren(...parts)
    one.hidden = !parts.length
    before = now
  }
  follow()
  app.on(follow)
  return one
}

/** @param {string} label @param {string} tone */
export const badge = (label, tone) => element("span", { class: `badge tone-${tone}` }, label)

/** The levels of a set; a set of which none is known is worked at level 1. @param {import("../model.js").CriteriaSet | undefined} set
 *  @param {number} chosen @param {(level: number) => void} choose */
export const levelChoice = (set, chosen, choose) => set?.levels.length
  ? choice("Mức", set.levels.map(({ number, title }) => ({ value: String(number), label: title })), String(chosen), value => choose(Number(value)))
  : element("p", { class: "meta" }, "Chưa có nguồn nêu bộ này có mấy mức; tạm ghi ở mức 1.")

/** A folded part. @param {Content} summary @param {Content[]} inside @param {boolean} [open] */
export function fold(summary, inside, open = false) {
  const one = element("details", { class: "more a-fold", open }, element("summary", {}, summary), ...inside)
  return one
}
