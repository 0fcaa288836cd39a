// @ts-check
// The desk of editors (portal/editor/): forms work without any of this, but for items of lists that are added or moved.

import { attaching } from "./attaching.js"
import { arrival } from "./arrival.js"
import { early } from "./early.js"
import { filtered } from "./filter.js"
import { items } from "./items.js"
import { keeping } from "./keeping.js"
import { references } from "./references.js"
import { tools } from "./tools.js"

document.documentElement.classList.add("js")
for (const input of document.querySelectorAll("[data-filter]")) if (input instanceof HTMLInputElement) filtered(input)
for (const input of document.querySelectorAll("[data-arrival]")) if (input instanceof HTMLInputElement) arrival(input)
const form = document.querySelector("form[data-keep]")
if (form instanceof HTMLFormElement) {
  items(form)
  references(form)
  attaching(form)
  const body = form.querySelector("[data-body]")
  if (body instanceof HTMLTextAreaElement) tools(form, body)
  keeping(form)
}
early(document)
for (const told of document.querySelectorAll("[data-told]")) if (told instanceof HTMLElement) told.focus()
for (const one of document.querySelectorAll("a[data-line]"))
  one.addEventListener("click", event => {
    const text = document.querySelector("textarea.d-raw")
    if (!(text instanceof HTMLTextAreaElement) || !(one instanceof HTMLElement)) return
    event.preventDefault()
    const lines = text.value.split("\n").slice(0, Number(one.dataset.line) - 1)
    const at = lines.join("\n").length + (lines.length ? 1 : 0)
    text.focus()
    text.setSelectionRange(at, Math.max(at, text.value.indexOf("\n", at)))
  })
// A fault leads to its control, also where that is folded away.
for (const link of document.querySelectorAll(".d-found a[href^='#']"))
  link.addEventListener("click", event => {
    const found = document.getElementById((link.getAttribute("href") ?? "").slice(1))
    if (!found) return
    event.preventDefault()
    for (let above = found.closest("details"); above; above = above.parentElement?.closest("details") ?? null) above.open = true
    found.focus()
    found.scrollIntoView({ block: "center" })
  })
