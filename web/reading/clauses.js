// @ts-check
// The menu of a clause, one for the page: its address or its citation to copy. Without it a mark is a plain link.
import { copy } from "../shared/copy.js"

const body = /** @type {HTMLElement} */ (document.querySelector(".document-body"))
const menu = document.createElement("span")
const told = document.createElement("span")
menu.className = "clause-menu"
menu.setAttribute("role", "group")
told.setAttribute("role", "status")
/** @type {HTMLAnchorElement | undefined} */
let mark
let copying = false // the old way of copying takes the focus for a moment

/** @param {string} label @param {string} what @param {(mark: HTMLAnchorElement) => string} text */
function button(label, what, text) {
  const made = document.createElement("button")
  made.type = "button"
  made.className = "button"
  made.textContent = label
  made.addEventListener("click", async () => {
    if (!mark) return
    copying = true
    const done = await copy(text(mark))
    copying = false
    show(text(mark), what, done)
  })
  return made
}

/** Says what was copied, or lets the reader do it. @param {string} text @param {string} what @param {boolean} done */
function show(text, what, done) {
  told.textContent = done ? `Đã chép: ${text}` : `Trình duyệt không cho chép; hãy chọn ${what}: ${text}`
  if (!done) getSelection()?.selectAllChildren(told)
}

function close(back = false) {
  menu.remove()
  if (back) mark?.focus()
  mark = undefined
}

/** What a mark stands at: «Điều 5, khoản 2». @param {HTMLAnchorElement} link */
const name = link => (link.getAttribute("aria-label") ?? "").replace("Liên kết tới ", "")

/** @param {HTMLAnchorElement} link */
function open(link) {
  mark = link
  told.textContent = ""
  menu.setAttribute("aria-label", name(link))
  link.after(menu)
  menu.querySelector("button")?.focus()
}

/** Where errors can be reported. */
function reporting() {
  if (!document.querySelector("[data-report]")) return []
  const made = document.createElement("button")
  made.type = "button"
  made.className = "button"
  made.textContent = "Báo sai sót"
  made.addEventListener("click", async () => {
    if (!mark) return
    const { open: report } = await import("./report.js")
    report({ id: mark.hash.slice(1), part: name(mark) })
    close()
  })
  return [made]
}

menu.append(
  button("Chép liên kết", "liên kết", link => link.href),
  button("Chép trích dẫn", "trích dẫn", link => [link.dataset.cite, body.dataset.cite].filter(Boolean).join(" ")),
  ...reporting(),
  told,
)

/** @param {EventTarget | null} target */
const markOf = target =>
  target instanceof HTMLAnchorElement && target.classList.contains("headerlink") ? target : undefined

body.addEventListener("click", event => {
  const link = markOf(event.target)
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  if (link === mark) close(true)
  else open(link)
})
body.addEventListener("keydown", event => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const link = markOf(event.target)
  if (event.key === "Escape" && mark) close(true)
  else if (step && link) {
    const marks = /** @type {HTMLElement[]} */ ([...body.querySelectorAll(".headerlink")])
    marks[marks.indexOf(link) + step]?.focus()
    event.preventDefault()
  }
})
for (const kind of ["click", "focusin"])
  document.addEventListener(kind, ({ target }) => {
    if (mark && !copying && target instanceof Node && !menu.contains(target) && target !== mark) close()
  })
