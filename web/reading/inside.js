// @ts-check
// A bar that finds words in the text of one document: how many, the next, the one before; Enter, Shift+Enter, Esc.
// Nothing is fetched: the text is on the page.

import { element } from "../shared/element.js"
import { number } from "../shared/wording.js"
import { finder } from "./hits.js"

const TEXT = ".document-body"
const BESIDE = "script, style, textarea, button, [data-search-exclude], .headerlink, [hidden]"
/** Marks beyond which nobody walks; all are counted. */
const MOST = 1000
const PAUSE = 150

const field = element("input", { type: "search", "aria-label": "Tìm trong văn bản này", placeholder: "Tìm trong văn bản này", maxlength: "100", autocomplete: "off", enterkeyhint: "search" })
const told = element("span", { role: "status" })
const before = element("button", { type: "button", class: "button", "aria-label": "Chỗ trước" }, "Trước")
const after = element("button", { type: "button", class: "button", "aria-label": "Chỗ sau" }, "Sau")
const away = element("button", { type: "button", class: "button" }, "Đóng")
const bar = element("form", { class: "marks inside", role: "search", "aria-label": "Tìm trong văn bản này", "data-search-exclude": true }, field, told, before, after, away)

/** Hits in their order; one over several elements has several marks. @type {HTMLElement[]} */
let marks = []
let here = -1
/** @type {Element | null} */
let opener = null
/** @type {ReturnType<typeof setTimeout> | undefined} */
let pause

/** @param {Element} button by which it was asked for: the focus goes back to it */
export function open(button) {
  opener = button
  const text = document.querySelector(TEXT)
  if (!text) return
  document.querySelectorAll(".marks:not(.inside)").forEach(one => one.remove())
  if (!bar.isConnected) (text.closest(".article") ?? text).append(bar)
  document.documentElement.classList.add("is-marked")
  field.focus({ preventScroll: true })
  field.select()
  if (field.value) look()
}

function close() {
  clearTimeout(pause)
  const at = marks[here]?.parentElement
  clear()
  bar.remove()
  document.documentElement.classList.remove("is-marked")
  if (opener instanceof HTMLElement) opener.focus({ preventScroll: at !== undefined })
}

function clear() {
  for (const one of marks) {
    const parent = one.parentNode
    one.replaceWith(...one.childNodes)
    parent?.normalize()
  }
  marks = []
  here = -1
}

function look() {
  clear()
  const find = finder(field.value)
  let count = 0
  for (const text of textsIn(document.querySelector(TEXT))) {
    const found = find(text.data)
    count += found.length
    if (found.length && marks.length < MOST) marks.push(...marked(text, found))
  }
  for (const one of [before, after]) one.disabled = !marks.length
  if (!field.value.trim()) told.textContent = ""
  else if (!count) told.textContent = "Không có chỗ nào"
  else walk(firstBelow(), count)
}

/** @param {Element | null} root */
function textsIn(root) {
  /** @type {Text[]} */
  const texts = []
  if (!root) return texts
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  while (walker.nextNode())
    if (!walker.currentNode.parentElement?.closest(BESIDE)) texts.push(/** @type {Text} */ (walker.currentNode))
  return texts
}

/** @param {Text} text @param {[number, number][]} found */
function marked(text, found) {
  const { data } = text
  /** @type {HTMLElement[]} */
  const made = []
  /** @type {(string | HTMLElement)[]} */
  const pieces = []
  let end = 0
  for (const [from, to] of found) {
    const mark = element("mark", {}, data.slice(from, to))
    pieces.push(data.slice(end, from), mark)
    made.push(mark)
    end = to
  }
  text.replaceWith(...pieces, data.slice(end))
  return made
}

/** Where the reader is, the reading goes on. */
function firstBelow() {
  const at = marks.findIndex(one => one.getBoundingClientRect().top >= 0)
  return at < 0 ? 0 : at
}

/** @param {number} to @param {number} [count] */
function walk(to, count = marks.length) {
  if (!marks.length) return
  marks[here]?.classList.remove("is-here")
  here = (to + marks.length) % marks.length
  const one = marks[here]
  for (let fold = one.closest("details:not([open])"); fold; fold = fold.parentElement?.closest("details:not([open])") ?? null)
    fold.setAttribute("open", "")
  one.classList.add("is-here")
  one.scrollIntoView({ block: "center" })
  told.textContent = `Chỗ ${number(here + 1)} trên ${number(Math.max(count, marks.length))}`
}

field.addEventListener("input", () => {
  clearTimeout(pause)
  pause = setTimeout(look, PAUSE)
})
bar.addEventListener("submit", event => event.preventDefault())
bar.addEventListener("keydown", event => {
  if (event.isComposing) return
  if (event.key === "Escape") close()
  else if (event.key === "Enter" && event.target === field) walk(here + (event.shiftKey ? -1 : 1))
  else return
  event.preventDefault()
})
before.addEventListener("click", () => walk(here - 1))
after.addEventListener("click", () => walk(here + 1))
away.addEventListener("click", close)
