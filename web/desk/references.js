// @ts-check
// A reference is found by typing a title or a number; what stands in the field is the id.

import { element } from "../shared/element.js"

/** @typedef {{ref: string, title: string, kind: string}} Found */
const PAUSE = 150

/** @param {HTMLFormElement} form */
export function references(form) {
  form.addEventListener("input", event => {
    const input = event.target
    if (input instanceof HTMLInputElement && input.role === "combobox") later(input)
  })
  form.addEventListener("keydown", event => {
    if (event.target instanceof HTMLInputElement && event.target.role === "combobox") keyed(event, event.target)
  })
  form.addEventListener("focusout", event => {
    if (event.target instanceof HTMLInputElement && event.target.role === "combobox") shut(event.target)
  })
  form.addEventListener("pointerdown", event => {
    const option = event.target instanceof Element ? event.target.closest("[role=option]") : null
    const input = option?.closest(".d-ref")?.querySelector("input")
    if (!option || !input) return
    event.preventDefault()
    choose(input, option)
  })
}

/** @type {WeakMap<HTMLInputElement, number>} */
const waiting = new WeakMap()

/** @param {HTMLInputElement} input */
function later(input) {
  clearTimeout(waiting.get(input))
  waiting.set(input, setTimeout(() => ask(input), PAUSE))
}

/** @param {HTMLInputElement} input */
async function ask(input) {
  const words = input.value.trim(), { list, told, kinds } = parts(input)
  told.textContent = ""
  if (words.length < 2) return shut(input)
  const query = new URLSearchParams({ tim: words.split("#")[0] ?? "", loai: kinds })
  const answer = await fetch(`/tham-chieu?${query}`, { credentials: "same-origin" })
  /** @type {Found[]} */
  const found = await answer.json()
  if (input.value.trim() !== words || document.activeElement !== input) return
  list.replaceChildren(...found.map((one, place) => option(one, `${list.id}.${place}`)))
  list.hidden = !found.length
  input.setAttribute("aria-expanded", String(!list.hidden))
  input.removeAttribute("aria-activedescendant")
  if (!found.length) told.textContent = "Không tìm thấy mục nào; kiểm tra lại, hoặc thêm mục này trước."
}

/** @param {Found} one @param {string} id */
const option = (one, id) =>
  element("li", { role: "option", id, "data-ref": one.ref, "aria-selected": "false" },
    element("span", {}, one.title), element("span", { class: "meta" }, `${one.kind} · ${one.ref}`))

/** @param {HTMLInputElement} input */
function parts(input) {
  const box = /** @type {HTMLElement} */ (input.closest(".d-ref"))
  const list = /** @type {HTMLElement} */ (box.querySelector("[role=listbox]"))
  const told = /** @type {HTMLElement} */ (box.querySelector(".d-ref__told"))
  return { list, told, kinds: box.dataset.kinds ?? "" }
}

/** @param {HTMLInputElement} input */
function shut(input) {
  const { list } = parts(input)
  list.hidden = true
  input.setAttribute("aria-expanded", "false")
  input.removeAttribute("aria-activedescendant")
}

/** @param {HTMLInputElement} input @param {Element} option */
function choose(input, option) {
  const anchor = input.value.includes("#") ? `#${input.value.split("#")[1]}` : ""
  input.value = (option.getAttribute("data-ref") ?? "") + anchor
  parts(input).told.textContent = `→ ${option.firstElementChild?.textContent ?? ""}`
  shut(input)
  clearTimeout(waiting.get(input))
  input.form?.dispatchEvent(new Event("input", { bubbles: true }))
}

/** @param {KeyboardEvent} event @param {HTMLInputElement} input */
function keyed(event, input) {
  const { list } = parts(input)
  if (list.hidden) return
  const all = [...list.children], at = all.findIndex(one => one.getAttribute("aria-selected") === "true")
  if (event.key === "Escape") shut(input)
  else if (event.key === "Enter" && at >= 0) choose(input, /** @type {Element} */ (all[at]))
  else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const next = all[(at + (event.key === "ArrowDown" ? 1 : -1) + all.length) % all.length]
    for (const one of all) one.setAttribute("aria-selected", String(one === next))
    if (next) input.setAttribute("aria-activedescendant", next.id)
    next?.scrollIntoView({ block: "nearest" })
  } else return
  event.preventDefault()
}
