// @ts-check
// «Tài liệu hội nghị»: the reader's list in order, and under it the one document gathered from the pages' own
// articles. `?trang=a,b,c&ten=…` opens a list that was sent; changes of it stay in the address, not in the storage.
import { copy } from "../shared/copy.js"
import { element, textOf } from "../shared/element.js"
import { root } from "../shared/root.js"
import { recall, remember as store } from "../shared/storage.js"
import { bound } from "./bind.js"
import { address as addressOf, moved, sent } from "./core.js"
import { keep, kept, place } from "./list.js"

/** @typedef {import("./core.js").Item} Item */
const NAME = "tai-lieu-ten"
const LONG = 1800 // letters of an address that every post still carries
const asked = new URLSearchParams(location.search)
const shared = asked.has("trang")
const desk = /** @type {HTMLElement} */ (document.querySelector("[data-gather]"))
const list = /** @type {HTMLElement} */ (desk.querySelector(".gather__pages"))
const name = /** @type {HTMLInputElement} */ (desk.querySelector("#ten-tap"))
const told = /** @type {HTMLElement} */ (document.querySelector(".gather__told"))
const none = /** @type {HTMLElement} */ (document.querySelector(".gather__none"))
const book = /** @type {HTMLElement} */ (document.querySelector(".booklet"))
/** @type {Map<string, Promise<Document | null>>} */
const fetched = new Map()
const site = document.title
let items = shared ? sent(asked.get("trang") ?? "") : kept()
let turn = 0

/** None where there is no such page; throws where it cannot be asked for. @param {string} url */
function page(url) {
  let answer = fetched.get(url)
  if (!answer) {
    answer = fetch(root + url).then(async got => got.ok ? new DOMParser().parseFromString(await got.text(), "text/html") : null)
    answer.catch(() => fetched.delete(url))
    fetched.set(url, answer)
  }
  return answer
}

const address = () => addressOf(place, items, name.value.trim())

function remember() {
  if (shared) history.replaceState(null, "", address())
  else if (!keep(items)) told.textContent = "Trình duyệt không cho lưu; hãy giữ địa chỉ của tập."
  if (!shared) store(NAME, name.value.trim())
}

/** @param {string} text @param {string} of @param {() => void} deed */
function button(text, of, deed) {
  const made = element("button", { type: "button", class: "button", "aria-label": `${text}: ${of}` }, text)
  made.addEventListener("click", deed)
  return made
}

/** @param {number} at @param {number} to @param {number} which the button that keeps the focus */
function move(at, to, which) {
  const one = items[at]
  if (!one) return
  items = moved(items, at, to)
  changed()
  const buttons = list.children[to]?.querySelectorAll("button")
  const wanted = buttons?.[which]?.disabled ? buttons[1 - which] : buttons?.[which]
  wanted?.focus()
  told.textContent = `«${one.title}» nay ở vị trí ${to + 1} trong ${items.length}.`
}

/** @param {number} at */
function drop(at) {
  const one = items[at]
  items = items.filter(other => other !== one)
  changed()
  told.textContent = `Đã bỏ «${one?.title}». Còn ${items.length} trang.`
  const next = list.children[Math.min(at, items.length - 1)]?.querySelector("button:last-child")
  if (next instanceof HTMLElement) next.focus()
  else toTop()
}

/** Where the last row is gone, the reader stands at the head of the page. */
function toTop() {
  const title = document.querySelector("h1")
  title?.setAttribute("tabindex", "-1")
  title?.focus()
}

function showList() {
  list.replaceChildren(...items.map((one, at) => {
    const up = button("Lên", one.title, () => move(at, at - 1, 0))
    const down = button("Xuống", one.title, () => move(at, at + 1, 1))
    up.disabled = at === 0
    down.disabled = at === items.length - 1
    return element("li", {}, element("a", { href: root + one.url }, one.title),
      element("span", {}, up, " ", down, " ", button("Bỏ", one.title, () => drop(at))))
  }))
  desk.hidden = items.length === 0
  none.hidden = items.length > 0
}

function changed() {
  remember()
  showList()
  void gather()
}

/** Fetch what is not yet here, and bind it; what comes late is not bound over what came after it. */
async function gather() {
  const mine = ++turn
  const got = await Promise.all(items.map(one => page(one.url).catch(() => undefined)))
  if (mine !== turn) return
  const lost = items.filter((_, at) => got[at] === null)
  const cut = items.filter((_, at) => got[at] === undefined)
  /** @type {[Item, Document][]} */
  const whole = []
  items.forEach((one, at) => {
    const found = got[at]
    if (!found) return
    one.title = textOf(found.querySelector(".article h1")) ?? one.title
    whole.push([one, found])
  })
  if (shared) showTitles()
  document.title = [name.value.trim(), site].filter(Boolean).join(" – ")
  book.replaceChildren(...(whole.length ? bound(whole, name.value.trim() || name.placeholder, address()) : []))
  book.hidden = whole.length === 0
  if (cut.length) told.textContent = `Không tải được ${cut.length} trang; kiểm tra mạng rồi nạp lại trang này.`
  else if (lost.length) told.textContent = `Không thấy trang: ${lost.map(one => one.title).join("; ")}. Hãy bỏ khỏi tập.`
}

function showTitles() {
  list.querySelectorAll("li > a").forEach((way, at) => { way.textContent = items[at]?.title ?? "" })
}

/** @type {Record<string, () => unknown>} */
const DEEDS = {
  print: () => window.print(),
  address: async () => {
    const text = address()
    const done = await copy(text)
    const long = text.length > LONG ? " Địa chỉ dài, nên gửi trong tệp hay tin nhắn cho phép dòng dài." : ""
    told.textContent = (done ? "Đã sao chép địa chỉ của tập." : `Trình duyệt không cho sao chép. Địa chỉ của tập: ${text}`) + long
  },
  clear: () => {
    items = []
    changed()
    told.textContent = "Đã bỏ hết."
    toTop()
  },
  keep: () => {
    const done = keep(items)
    store(NAME, name.value.trim())
    if (done) location.assign(place)
    else told.textContent = "Trình duyệt không cho lưu; hãy giữ địa chỉ của tập."
  },
}

desk.addEventListener("click", ({ target }) => {
  const deed = target instanceof HTMLElement && target.dataset.do
  if (deed) void DEEDS[deed]?.()
})
name.addEventListener("change", () => { remember(); void gather() })
name.value = asked.get("ten") ?? (shared ? "" : String(recall(NAME, "")))
const note = desk.querySelector(".gather__shared")
if (note instanceof HTMLElement) note.hidden = !shared
showList()
if (shared && !items.length) told.textContent = "Địa chỉ này không nêu trang nào mở được."
void gather()
