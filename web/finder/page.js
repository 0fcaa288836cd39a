// @ts-check
// The page of the search: what is asked stands in its address, so that it can be sent, kept and gone back to.

import { copy } from "../shared/copy.js"
import { element } from "../shared/element.js"
import { number } from "../shared/wording.js"
import { engine, reopen } from "./engine.js"
import { Filters } from "./filters.js"
import { find } from "./find.js"
import { showLately } from "./lately.js"
import { newest } from "./newest.js"
import { remember } from "./recent.js"
import { result, snippets } from "./results.js"
import { isNarrowed, LONGEST, narrow, read, write } from "./state.js"
import { advice, lost, readingOf, wider } from "./told.js"

/** @typedef {import("./state.js").Question} Question */
/** @typedef {import("../search/index.js").Results} Results */
/** @typedef {import("./find.js").Found} Found */

const STEP = 10
const MOST = 200
const SLOW = 100
const SPEAK_AFTER = 500

/** @template {HTMLElement} T @param {string} selector @param {new () => T} type @returns {T} */
function part(selector, type) {
  const found = document.querySelector(`.finder ${selector}`)
  if (!(found instanceof type)) throw new Error(`trang tìm kiếm thiếu ${selector}`)
  return found
}
const form = part("form", HTMLFormElement)
const input = part("input[name=q]", HTMLInputElement)
const send = part("[type=submit]", HTMLInputElement)
const place = part(".found", HTMLElement)
const indexes = part(".finder__indexes", HTMLElement)
/** @type {import("./state.js").Addresses} */
const addresses = JSON.parse(/** @type {HTMLElement} */ (document.querySelector(".finder[data-addresses]")).dataset.addresses ?? "")
const title = document.title

const spoken = element("p", { class: "unseen", role: "status" })
const lately = element("section", { class: "lately", "aria-label": "Tìm gần đây", hidden: true })
const notice = element("div", { class: "found__notice" })
const count = element("h2", { class: "found__count", id: "ket-qua", tabindex: "-1" }, "Kết quả")
const byWorth = element("button", { type: "button" }, "Liên quan nhất")
const byDay = element("button", { type: "button" }, "Mới nhất")
const save = element("button", { type: "button", class: "link" }, "Lưu tìm kiếm này")
/** Beside the count for the eye, behind the list for who goes by keys. */
const ways = element("div", { class: "found__ways", role: "group", "aria-label": "Xếp theo" }, byWorth, byDay)
const reading = element("p", { class: "found__reading", hidden: true })
const notes = element("div", { class: "found__notes", hidden: true })
const list = element("ol", { class: "results" })
const more = element("button", { class: "button", type: "button", hidden: true })
/** What has only some of the words is shown when it is asked for. */
const tail = element("button", { class: "button", type: "button", hidden: true })
const help = element("div", { class: "found__help" })
const filters = new Filters(
  (facet, value, wanted) => go(narrow(question, facet, value, wanted)), () => go({ ...question, chosen: {} }), count)
filters.done.addEventListener("click", () => { filters.box.open = false; count.focus() })
/** The results stand first for who goes by keys: the first of them is two steps from the field. */
const body = element("div", { class: "found__body" }, element("div", { class: "found__list" }, filters.picked, list, more, tail, help, save, ways), filters.box)
const output = element("section", { class: "found__all", "aria-labelledby": "ket-qua", hidden: true }, count, reading, notes, body)
const texts = snippets(
  async (item, signal) => (await engine()).snippet(item, last?.reading.text ?? "", { signal }),
  async (item, signal) => (await engine()).passages(item, last?.reading.text ?? "", { signal }))
place.append(spoken, lately, notice, output)

let question = read(location.search, addresses)
/** How many are shown, and what of them came last. */
let shown = 0
/** @type {Found | undefined} */
let last
let asked = ""
/** Whether what has only some of the words is shown too: of this question alone. */
let weaker = false
/** Whether the address as it is was meant: the next change is a step of its own, to go back from. */
let settled = true
let said = ""
/** @type {ReturnType<typeof setTimeout> | undefined} */
let speaking
/** @type {ReturnType<typeof setTimeout> | undefined} */
let slow

/** @param {string} text */
function say(text) {
  clearTimeout(speaking)
  speaking = setTimeout(() => { if (text !== said) spoken.textContent = said = text }, SPEAK_AFTER)
}

const asker = newest(
  (/** @type {{many: number, scroll?: number}} */ { many }, signal) => find(question, many, 0, settled, weaker, signal),
  (found, { scroll }) => show(found, scroll),
  () => fail(),
)

/** Ask what the address says. @param {{many?: number, scroll?: number}} [as] as it stood when it was left */
function ask({ many = STEP, scroll } = {}) {
  document.title = question.words ? `${question.words} – ${title}` : title
  showLately(lately, input, question.words.trim() === "")
  clearTimeout(slow)
  if (!question.words.trim()) {
    asker.stop()
    output.hidden = true
    showHead(true)
    indexes.hidden = false
    notice.replaceChildren()
    say("")
    return
  }
  slow = setTimeout(() => {
    output.setAttribute("aria-busy", "true")
    if (output.hidden) notice.replaceChildren(element("p", { class: "muted" }, "Đang tìm…"))
  }, SLOW)
  asker.ask({ many, scroll })
}

/** @param {Question} next @param {boolean} [typing] one letter more is no step of its own */
function go(next, typing = false) {
  if (next.words !== question.words) weaker = false
  question = next
  const url = location.pathname + write(question, addresses.names)
  if (url !== location.pathname + location.search) {
    const way = typing && !settled ? "replaceState" : "pushState"
    try { history[way](null, "", url) } catch { /* too many in a short time, or in a frame that may not */ }
    settled = !typing
  }
  ask()
}

/** Where there are results, they are what the page is: its name and the way back make room. @param {boolean} shown */
const showHead = shown => place.closest(".finder")?.classList.toggle("finder--found", !shown)

/** @param {Found} found @param {number} [scroll] */
function show(found, scroll) {
  clearTimeout(slow)
  output.removeAttribute("aria-busy")
  const fresh = asked !== `${question.exact} ${question.words}`
  asked = `${question.exact} ${question.words}`
  last = found
  shown = 0
  texts.drop()
  list.replaceChildren()
  filters.learn(found.everywhere.facets)
  filters.show(found.facets, question.chosen, fresh)
  const told = found.total ? `${number(found.total)} kết quả` : "Không tìm thấy mục nào"
  count.textContent = told
  filters.done.textContent = found.total ? `Xem ${told}` : told
  showReading(found)
  notes.replaceChildren(...found.notes.map(one => element("p", {}, one)))
  notes.hidden = !found.notes.length
  showLost(found)
  append(found)
  showWays(found)
  showHelp(found)
  output.hidden = false
  showHead(false)
  indexes.hidden = found.everywhere.total > 0
  if (scroll !== undefined) scrollTo(0, scroll)
  say([found.reading.changed ? `${told} cho «${found.reading.text}»` : told, ...found.notes].join(". "))
}

/** @param {Results} found */
function append(found) {
  const made = found.items.map(one => /** @type {const} */ ([result(one, found.reading.text), one]))
  list.append(...made.map(([one]) => one))
  texts.add(made, found.reading.text)
  shown += found.items.length
  const left = Math.min(found.total, MOST) - shown
  more.hidden = left <= 0 || !found.items.length
  more.textContent = `Xem thêm ${Math.min(STEP, left)} kết quả`
}

/** @param {Found} found */
function showWays(found) {
  byWorth.setAttribute("aria-pressed", String(!question.newest))
  byDay.setAttribute("aria-pressed", String(question.newest === true))
  ways.hidden = save.hidden = !found.total
  save.textContent = "Lưu tìm kiếm này"
  showTail()
}

function showTail() {
  const left = last && shown >= Math.min(last.total, MOST) ? last.weaker : 0
  tail.hidden = !left
  tail.textContent = `Xem thêm ${number(left)} mục chỉ có một phần chữ này`
}

async function showMore() {
  if (more.getAttribute("aria-disabled") === "true") return
  more.setAttribute("aria-disabled", "true")
  const before = shown
  const about = last
  try {
    const found = await find(question, STEP, before, settled, weaker)
    if (last !== about) return
    append(found)
    showTail()
    const next = list.children[before]?.querySelector("a")
    if (next) next.focus()
    say(`Đang hiện ${number(shown)} trên ${number(found.total)} kết quả`)
    showLost(found)
  } catch {
    fail()
  } finally {
    more.removeAttribute("aria-disabled")
  }
}

/** What was taken for what was typed, and the way to insist. @param {Results} found */
function showReading(found) {
  reading.replaceChildren(...readingOf(found.reading, question.exact, exact => anew({ ...question, exact })))
  reading.hidden = !reading.firstChild
}

/** Asked by a button that goes with the answer: who reads on stands before what is found. @param {Question} next */
function anew(next) {
  go(next)
  count.focus()
}

/** @param {Results} found */
function showLost({ incomplete }) {
  notice.replaceChildren(...incomplete.length ? [lost("Kết quả có thể thiếu", incomplete.join(" "), again)] : [])
}

function fail() {
  clearTimeout(slow)
  reopen()
  output.hidden = true
  output.removeAttribute("aria-busy")
  indexes.hidden = false
  const told = "Chưa tải được dữ liệu tìm kiếm"
  notice.replaceChildren(lost(told, "Kiểm tra mạng rồi thử lại. Các bảng tra dưới đây vẫn dùng được.", again))
  say(told)
}

function again() {
  reopen()
  send.focus() // not the field: the keyboard of a phone would come up
  ask({ many: Math.max(shown, STEP) })
}

/** @param {Found} found */
function showHelp({ total, near, everywhere }) {
  const widen = () => anew({ ...question, chosen: {} })
  help.replaceChildren(
    ...!total && isNarrowed(question) ? [wider(everywhere.total, widen)] : [],
    ...everywhere.total ? [] : advice(near))
}

/** @param {Question} next */
function adopt(next) {
  question = next
  input.value = next.words
}

input.addEventListener("input", () => go({ ...question, words: input.value.slice(0, LONGEST), exact: false }, true))
input.addEventListener("focus", () => { engine().catch(() => { /* said when something is asked */ }) }, { once: true })
form.addEventListener("submit", event => {
  event.preventDefault()
  remember(input.value)
  go({ ...question, words: input.value.slice(0, LONGEST) })
  if (matchMedia("(pointer: coarse)").matches) input.blur() // the keyboard of the phone makes room
})
const toFirst = () => list.querySelector("a")?.focus()
input.addEventListener("keydown", event => {
  if (event.key !== "ArrowDown" || event.isComposing || !list.firstChild) return
  event.preventDefault()
  toFirst()
})
more.addEventListener("click", showMore)
tail.addEventListener("click", () => {
  weaker = true
  ask({ many: Math.min(MOST, shown + STEP), scroll: scrollY })
  count.focus({ preventScroll: true })
})
byWorth.addEventListener("click", () => go({ ...question, newest: false }))
byDay.addEventListener("click", () => go({ ...question, newest: true }))
save.addEventListener("click", async () => {
  const told = await copy(location.href) ? "Đã chép địa chỉ: mở lại là ra đúng tìm kiếm này" : "Trình duyệt không cho chép; hãy đánh dấu trang này"
  save.textContent = told
  say(told)
})
list.addEventListener("click", () => remember(question.words))
addEventListener("popstate", () => {
  adopt(read(location.search, addresses))
  settled = true
  asked = ""
  ask(history.state ?? {})
})
addEventListener("pagehide", () => {
  try { history.replaceState({ many: Math.max(shown, STEP), scroll: scrollY }, "") } catch { /* then it starts at the top */ }
})

// The wide screen has room for the filters, the narrow one unfolds them.
const wide = matchMedia("(min-width: 64em)")
const follow = () => { filters.box.open = wide.matches }
wide.addEventListener("change", follow)
follow()

if (input.value && !question.words) question = { ...question, words: input.value } // typed before this was here
else adopt(question)
remember(read(location.search, addresses).words)
indexes.hidden = question.words.trim() !== ""
document.documentElement.classList.remove("asked")
ask(history.state ?? {})
