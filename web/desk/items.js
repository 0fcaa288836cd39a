// @ts-check
// Items of a list: added, moved, dropped. A new one is a copy of the list's blank; its number is one nobody has.

import { fresh, named } from "./names.js"

const NAMED = ["name", "id", "for", "aria-describedby", "aria-controls"]

/** @param {HTMLFormElement} form */
export function items(form) {
  form.addEventListener("click", event => {
    const button = event.target instanceof Element ? event.target.closest("button[data-do]") : null
    if (!(button instanceof HTMLButtonElement)) return
    const item = button.closest("li"), list = button.closest(".d-several")
    if (button.dataset.do === "add" && list) add(list)
    else if (item) move(item, button)
    form.dispatchEvent(new Event("input", { bubbles: true }))
  })
}

/** @param {Element} list */
function add(list) {
  const blank = list.querySelector(":scope > template"), into = list.querySelector(":scope > [data-items]")
  const marker = list.querySelector(":scope > input[type=hidden]")
  if (!(blank instanceof HTMLTemplateElement) || !into || !(marker instanceof HTMLInputElement)) return
  const name = marker.name.replace(/\/$/, "")
  const names = [...into.querySelectorAll("[name]")].map(one => one.getAttribute("name") ?? "")
  const made = /** @type {DocumentFragment} */ (blank.content.cloneNode(true))
  number(made, fresh(names, name))
  into.append(made)
  const first = into.lastElementChild?.querySelector("input:not([type=hidden]), textarea, select")
  if (first instanceof HTMLElement) first.focus()
}

/** Blanks inside a blank have names too. @param {DocumentFragment} part @param {string} token */
function number(part, token) {
  for (const one of part.querySelectorAll("*")) {
    for (const key of NAMED) {
      const told = one.getAttribute(key)
      if (told?.includes("~")) one.setAttribute(key, told.split(" ").map(each => named(each, token)).join(" "))
    }
    if (one instanceof HTMLTemplateElement) number(one.content, token)
  }
}

/** @param {HTMLLIElement} item @param {HTMLButtonElement} button */
function move(item, button) {
  const before = item.previousElementSibling, after = item.nextElementSibling
  if (button.dataset.do === "up" && before) before.before(item)
  else if (button.dataset.do === "down" && after) after.after(item)
  else if (button.dataset.do === "drop") {
    const next = (after ?? before)?.querySelector("button") ?? item.closest(".d-several")?.querySelector(":scope > .d-add")
    item.remove()
    if (next instanceof HTMLElement) next.focus()
    return
  }
  button.focus()
}
