// @ts-check
// Search as one types: asks the theme's worker and lists what it finds. Fetched by theme.js when a reader turns
// to the search. The list stands in the page: Tab walks through it, Escape closes it and gives the focus back.

/** @typedef {{location: string, title: string, text: string}} Found */

const AT_ONCE = 20
const PARTS = 3
const BEFORE = 60
const LENGTH = 170

/** @template {HTMLElement} T @param {string} selector @param {new () => T} type @returns {T} */
function part(selector, type) {
  const found = document.querySelector(`.search ${selector}`)
  if (!(found instanceof type)) throw new Error(`ô tìm kiếm thiếu ${selector}`)
  return found
}
const form = part("form", HTMLFormElement)
const input = part("input", HTMLInputElement)
const output = part(".search__output", HTMLElement)
const list = part(".search__list", HTMLOListElement)
const count = part(".search__count", HTMLElement)
const spoken = part("[role=status]", HTMLElement)
const box = /** @type {HTMLElement} */ (form.parentElement)

/** @type {Worker | undefined} */
let worker
let ready = false
let asked = ""
let waiting = false

/** @param {boolean} shown */
function open(shown) {
  output.hidden = !shown
  box.classList.toggle("search--open", shown)
}

/** @param {string} text */
function say(text) {
  count.textContent = text
  spoken.textContent = text
}

async function prepare() {
  const [program, index] = [...document.querySelectorAll(".search template")].map(one => one.getAttribute("data-src"))
  const answer = await fetch(index ?? "")
  if (!answer.ok) throw new Error(`${answer.status} ${index}`)
  const records = await answer.json()
  worker = new Worker(program ?? "")
  worker.onmessage = ({ data }) => {
    if (data.type === 1) ready = true
    else waiting = false
    if (data.type === 3 && input.value.trim() === asked) show(data.data.items)
    else if (input.value.trim()) ask()
  }
  worker.postMessage({ type: 0, data: { ...records, options: {} } })
}

function ask() {
  const words = input.value.trim()
  open(words !== "")
  if (!words) return
  if (!ready) say("Đang chuẩn bị tìm kiếm…")
  else if (!waiting) {
    waiting = true
    asked = words
    worker?.postMessage({ type: 2, data: words })
  }
}

/** @param {Found[][]} pages each page with its sections, the best first */
function show(pages) {
  const told = pages.length ? `${pages.length} trang` : "Không tìm thấy trang nào. Thử ít chữ hơn, hoặc bỏ bớt dấu câu."
  say(pages.length > AT_ONCE ? `${told}; dưới đây là ${AT_ONCE} trang sát nhất` : told)
  list.replaceChildren(...pages.slice(0, AT_ONCE).map(item))
  output.scrollTop = 0
}

/** @param {Found[]} found */
function item(found) {
  const page = found.find(one => !one.location.includes("#")) ?? found[0]
  const sections = found.filter(one => one !== page)
  const made = document.createElement("li")
  made.append(link(page, "search__title"), element("p", excerpt((sections[0] ?? page).text)))
  if (sections.length) {
    const links = sections.slice(0, PARTS).map(one => element("li", [link(one, "search__part")]))
    made.append(element("ul", links))
  }
  return made
}

/** @param {Found} one @param {string} style */
function link(one, style) {
  const made = document.createElement("a")
  made.className = style
  made.href = new URL(one.location, form.action).href
  made.append(...marked(one.title))
  return made
}

/** @param {string} name @param {(Node | string)[]} inside */
function element(name, inside) {
  const made = document.createElement(name)
  made.append(...inside)
  return made
}

/** A text with its hits marked. @param {string} html @returns {(Node | string)[]} */
function marked(html) {
  const nodes = new DOMParser().parseFromString(html, "text/html").body.childNodes
  return [...nodes].map(one => one.nodeName === "MARK" ? element("mark", [one.textContent ?? ""]) : one.textContent ?? "")
}

/** The words around the first hit. @param {string} html */
function excerpt(html) {
  const parts = marked(html)
  const before = parts[0]
  if (parts.length > 1 && typeof before === "string" && before.length > BEFORE)
    parts[0] = before.slice(-BEFORE).replace(/^\S*/, "…")
  /** @type {(Node | string)[]} */
  const made = []
  let room = LENGTH
  for (const one of parts) {
    const text = typeof one === "string" ? one : one.textContent ?? ""
    if (text.length > room) return [...made, text.slice(0, room).replace(/\s*\S*$/, "…")]
    made.push(one)
    room -= text.length
  }
  return made
}

/** @param {number} step */
function move(step) {
  const stops = [input, ...list.querySelectorAll("a")]
  const next = stops[stops.indexOf(/** @type {any} */ (document.activeElement)) + step]
  if (next instanceof HTMLElement && !output.hidden) next.focus()
}

input.addEventListener("input", ask)
input.addEventListener("focus", ask)
form.addEventListener("reset", () => setTimeout(() => { ask(); input.focus() })) // the field is emptied after this event
form.addEventListener("submit", event => {
  event.preventDefault()
  list.querySelector("a")?.click()
})
list.addEventListener("click", () => open(false))
box.addEventListener("keydown", event => {
  if (event.key === "Escape" && !output.hidden) {
    input.focus()
    open(false)
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault()
    move(event.key === "ArrowDown" ? 1 : -1)
  }
})
box.addEventListener("focusout", ({ relatedTarget }) => {
  if (relatedTarget instanceof Node && !box.contains(relatedTarget)) open(false)
})
document.addEventListener("pointerdown", ({ target }) => {
  if (target instanceof Node && !box.contains(target)) open(false)
})

const words = new URLSearchParams(location.search).get("q")
if (words && !input.value) {
  input.value = words
  open(true)
  input.focus()
}
prepare().catch(() => say("Chưa tải được dữ liệu tìm kiếm. Kiểm tra mạng rồi tải lại trang."))
ask()
