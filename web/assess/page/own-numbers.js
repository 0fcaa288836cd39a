// @ts-check
// A quantity that the portal does not know, added by the school.
import { element } from "../../shared/element.js"
import { key } from "../core/set-file.js"
import { nextId, nextOrder } from "../core/state.js"
import { button, fold, newId } from "./fields.js"

/** @typedef {import("./app.js").App} App */

/** @param {App} app @param {() => void} again @returns {HTMLElement[]} */
export function adder(app, again) {
  const line = (/** @type {string} */ label, /** @type {string} */ value = "") => {
    const input = element("input", { type: "text", id: newId("dl"), autocomplete: "off" })
    input.value = value
    return { input, shown: element("p", { class: "a-field" }, element("label", { for: input.id }, label), input) }
  }
  const title = line("Tên đại lượng"), unit = line("Đơn vị tính", "người"), about = line("Gồm những gì")
  const whole = element("select", { id: newId("trong") }, element("option", { value: "" }, "không nằm trong số nào"),
    ...app.criteria.quantities.map(one => element("option", { value: one.id }, one.title)))
  const parts = element("input", { type: "checkbox", id: newId("le") })
  const slip = element("p", { class: "a-slip", role: "status" })
  const add = () => {
    const name = title.input.value.trim(), rows = app.assessment.own.quantities
    slip.textContent = !name ? "Ghi tên đại lượng." : app.criteria.quantities.some(one => key(one.title) === key(name)) ? "Đại lượng này đã có." : ""
    if (slip.textContent) return title.input.focus()
    const id = nextId(rows, "so-")
    app.put(["own", "quantities", id], {
      order: nextOrder(rows), title: name, unit: unit.input.value.trim(), ...about.input.value.trim() && { definition: about.input.value.trim() },
      ...whole.value && { whole: whole.value }, ...parts.checked && { fractional: true },
    })
    again()
    const made = document.querySelector(`[data-at="quantities.${id}"]`)
    if (made instanceof HTMLElement) made.focus()
  }
  return [fold("Thêm đại lượng trường có trong văn bản", [element("div", { class: "a-fields" }, title.shown, unit.shown, about.shown,
    element("p", { class: "a-field" }, element("label", { for: whole.id }, "Nằm trong"), whole)),
  element("p", { class: "a-check" }, parts, " ", element("label", { for: parts.id }, "Nhận số lẻ")), slip, element("p", { class: "a-deeds" }, button("Thêm đại lượng", add))])]
}

/** Only what no rule uses is taken away. @param {App} app @param {string} id @param {string} title @param {() => void} again */
export function dropper(app, id, title, again) {
  const used = Object.values(app.assessment.own.rules).some(one => one.numerator?.[id] || one.denominator?.[id])
  return used ? null : button("Bỏ đại lượng này", () => { app.putAll([{ at: ["own", "quantities", id] }, { at: ["quantities", id] }]); again() }, { about: title, quiet: true })
}
