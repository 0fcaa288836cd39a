// @ts-check
// «Báo sai sót»: a message about this page, its clause and its words, to send or to copy. Without it the link leads to
// the page that says whom to write to.
import { copy } from "../shared/copy.js"
import { element, textOf } from "../shared/element.js"
import { message, sending, subject } from "./message.js"
import { beingRead } from "./place.js"

const link = /** @type {HTMLAnchorElement} */ (document.querySelector("[data-report]"))
const { report: to = "", updated } = link.dataset

/** @typedef {{id?: string, part?: string}} Part of a page: where it stands, what it is called */

/** Where the reader is: at a clause or figure that was pressed, or below a heading. @param {Part} [pressed] */
function place(pressed) {
  const canonical = document.querySelector("link[rel=canonical]")
  const page = canonical instanceof HTMLLinkElement ? canonical.href : location.href.replace(/[?#].*/, "")
  const { id, part } = pressed ?? heading()
  return {
    title: textOf(document.querySelector("h1")) ?? document.title,
    address: id ? `${page}#${id}` : page,
    part,
    quoted: getSelection()?.toString().trim(),
    updated,
  }
}

/** @returns {Part} */
function heading() {
  const boxes = [...document.querySelectorAll(".article :is(h2, h3, h4)[id]")].map(one => {
    const { top, bottom } = one.getBoundingClientRect()
    return { top, bottom, one }
  })
  const found = beingRead(boxes, innerHeight)?.one
  return { id: found?.id, part: textOf(found) }
}

/** The figure above what is told of it: by its caption, or the heading it stands below. @param {Element} beside @returns {Part} */
function figure(beside) {
  const before = [...document.querySelectorAll(".article :is(h2, h3, h4)[id]")].findLast(one => one.compareDocumentPosition(beside) & Node.DOCUMENT_POSITION_FOLLOWING)
  let above = beside.previousElementSibling
  while (above?.matches("p")) above = above.previousElementSibling
  return { id: beside.closest(".article [id]")?.id ?? before?.id, part: textOf(above?.querySelector("figcaption, caption")) ?? textOf(before) }
}

/** @param {Part} [pressed] */
export function open(pressed) {
  const found = place(pressed)
  const field = element("textarea", { "aria-label": "Nội dung báo sai sót", rows: "12" })
  field.value = message(found)
  const told = element("p", { role: "status" })
  const copying = element("button", { type: "button", class: "button" }, "Sao chép")
  copying.addEventListener("click", async () => {
    if (await copy(field.value)) told.textContent = "Đã sao chép; đồng chí dán vào thư hoặc công văn gửi đơn vị phụ trách."
    else field.select()
  })
  const send = sending(to, subject(found), field.value) && element("a", { class: "button", href: "" }, to.includes("@") ? "Soạn thư" : "Gửi")
  if (send) {
    const follow = () => { send.href = sending(to, subject(found), field.value) ?? "" }
    field.addEventListener("input", follow)
    follow()
  }
  const closing = element("button", { type: "button", class: "button" }, "Đóng")
  const whom = element("a", { href: link.href }, "Gửi tới đâu?")
  const box = element("dialog", { class: "report", "aria-labelledby": "bao-sai-sot" },
    element("h2", { id: "bao-sai-sot" }, "Báo sai sót"), field,
    element("div", { class: "report__deeds" }, send || null, copying, closing, whom), told)
  closing.addEventListener("click", () => box.close())
  box.addEventListener("close", () => box.remove())
  document.body.append(box)
  box.showModal()
  field.focus()
}

link.addEventListener("click", event => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  open()
})
for (const button of document.querySelectorAll(".taken button"))
  button.addEventListener("click", () => open(figure(/** @type {Element} */ (button.closest(".taken")))))
