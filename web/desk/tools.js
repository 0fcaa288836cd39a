// @ts-check
// The small toolbar above the text of an entry, and what is pasted into it.

import { BLANK_TABLE, around, block, lines, link } from "./marks.js"
import { picture } from "./picture.js"
import { sent } from "./sending.js"

/** @type {{[mark: string]: (state: import("./marks.js").State) => import("./marks.js").State}} */
const DOES = {
  bold: state => around(state, "**", "chữ đậm"),
  italic: state => around(state, "*", "chữ nghiêng"),
  heading: state => lines(state, () => "## ", /^#{1,6} +/),
  list: state => lines(state, () => "- ", /^(?:[-*+]|\d+\.) +/),
  number: state => lines(state, place => `${place + 1}. `, /^(?:[-*+]|\d+\.) +/),
  link,
  table: state => block(state, BLANK_TABLE),
}
const KEYS = new Map([["b", "bold"], ["i", "italic"], ["k", "link"]])

/** @param {HTMLFormElement} form @param {HTMLTextAreaElement} body */
export function tools(form, body) {
  for (const button of form.querySelectorAll("button[data-mark]"))
    if (button instanceof HTMLButtonElement) button.addEventListener("click", () => mark(body, button.dataset.mark ?? ""))
  const dialog = document.getElementById("them-anh")
  if (dialog instanceof HTMLDialogElement) {
    picture(dialog, text => {
      const { start, end } = { start: body.selectionStart, end: body.selectionEnd }
      const made = block({ text: body.value, start, end }, text)
      replace(body, made.text)
      body.setSelectionRange(made.end, made.end)
    })
    form.querySelector("[data-picture]")?.addEventListener("click", () => dialog.showModal())
  }
  body.addEventListener("keydown", event => {
    const does = (event.ctrlKey || event.metaKey) && !event.altKey ? KEYS.get(event.key.toLowerCase()) : undefined
    if (!does) return
    event.preventDefault()
    mark(body, does)
  })
  body.addEventListener("paste", event => {
    const html = event.clipboardData?.getData("text/html"), plain = event.clipboardData?.getData("text/plain") ?? ""
    if (!html) return
    event.preventDefault()
    paste(body, html, plain)
  })
}

/** @param {HTMLTextAreaElement} body @param {string} name */
function mark(body, name) {
  const does = DOES[name]
  if (!does) return
  const { text, start, end } = does({ text: body.value, start: body.selectionStart, end: body.selectionEnd })
  replace(body, text)
  body.setSelectionRange(start, end)
}

/** So that Ctrl+Z takes it back. @param {HTMLTextAreaElement} body @param {string} text */
function replace(body, text) {
  body.focus()
  body.select()
  if (!document.execCommand("insertText", false, text)) {
    body.value = text
    body.dispatchEvent(new Event("input", { bubbles: true }))
  }
}

/** @param {HTMLTextAreaElement} body @param {string} html @param {string} plain */
async function paste(body, html, plain) {
  const form = new FormData()
  form.set("html", html)
  let text = plain
  try {
    const answer = await sent("/dan", form)
    if (answer.ok) text = (await answer.json()).chu || plain
  } catch { /* the plain words are better than nothing */ }
  body.focus()
  if (!document.execCommand("insertText", false, text.trimEnd())) body.setRangeText(text.trimEnd())
}
