// @ts-check
// «Việc của đơn vị tôi» on the home page: the duties of the chosen unit as its own page tells them, its sheets, what
// was read lately. Nothing is fetched before a unit was chosen, and nothing from a disk.
import { KEY as PLACES, known } from "../reading/place.js"
import { element, textOf } from "../shared/element.js"
import { root } from "../shared/root.js"
import { recall } from "../shared/storage.js"
import { dueNext } from "./core.js"
import { addressOf, choose, chosen, KEY } from "./unit.js"

const SHOWN = 4
const READ = 3
const DUTIES = "[data-agenda] tbody > tr"
/** On the page of a unit, and on that of a school. */
const WAYS = ".to-worksheet a, .entry--truong > .facets a"
const box = /** @type {HTMLElement} */ (document.querySelector("[data-my-work]"))

/** @param {string} href @param {string} text */
const link = (href, text) => element("a", { href }, text)
/** @param {string} text */
const small = text => element("span", { class: "meta" }, text)

/** @param {Element} row @param {string} page @returns {import("./core.js").Duty[]} */
function duty(row, page) {
  const to = row.querySelector("th a")
  const until = row.querySelector("[data-label='Thời hạn']")
  const state = textOf(until?.querySelector(".cell-more")) ?? ""
  if (!to) return []
  const when = (textOf(until) ?? "").replace(state, "").trim()
  return [{ url: resolved(to, page), title: textOf(to) ?? "", until: row.getAttribute("data-until") ?? "", when, state }]
}

/** @param {Element} to @param {string} page */
const resolved = (to, page) => new URL(to.getAttribute("href") ?? "", page).href

/** @param {string} url */
async function read(url) {
  const page = root + url
  const got = await fetch(page)
  const there = new DOMParser().parseFromString(await got.text(), "text/html")
  if (!got.ok || !there.querySelector(".entry")) throw new Error(page)
  return {
    duties: [...there.querySelectorAll(DUTIES)].flatMap(row => duty(row, page)),
    ways: [...there.querySelectorAll(WAYS)].map(way => link(resolved(way, page), textOf(way) ?? "")),
  }
}

/** Until when, and its state where that is another word. @param {import("./core.js").Duty} duty */
const told = ({ when, state }) => when.toLowerCase() === state.toLowerCase() ? state : [when, state].filter(Boolean).join(" · ")

/** @param {import("./core.js").Unit} unit */
async function fetched(unit) {
  const [own, ...shared] = await Promise.all([unit.url, ...unit.shared].map(read))
  const duties = dueNext([own, ...shared].flatMap(one => one?.duties ?? []))
  const rows = duties.slice(0, SHOWN).map(one => element("li", {},
    link(one.url, one.title), small(` – ${told(one)}`)))
  const rest = duties.length - rows.length
  return [
    rows.length ? element("ul", { class: "news-list" }, ...rows) : element("p", {}, "Không có nhiệm vụ nào đang thực hiện."),
    element("p", { class: "my-work__ways" }, rest > 0 && link(addressOf(unit.url), `${rest} nhiệm vụ khác`), ...own?.ways ?? []),
  ]
}

/** What the reading of long pages keeps (reading/resume.js), of this site. */
function lately() {
  const here = new URL(root).pathname
  const places = known(recall(PLACES, null)).filter(one => one.page.startsWith(here)).slice(0, READ)
  if (!places.length) return []
  const rows = places.map(one => element("li", {},
    link(`${one.page}#${encodeURIComponent(one.id)}`, one.of ?? one.title), one.of ? small(` – ${one.title}`) : null))
  return [element("h3", {}, "Đọc gần đây"), element("ul", { class: "news-list" }, ...rows)]
}

/** @param {import("./core.js").Unit} unit */
async function fill(unit) {
  const drop = element("button", { type: "button", class: "button" }, "Bỏ chọn")
  drop.addEventListener("click", () => {
    choose()
    show()
    document.getElementById("noi-dung")?.focus({ preventScroll: true })
  })
  const head = element("div", { class: "my-work__head" },
    element("h2", {}, "Việc của đơn vị tôi"), link(addressOf(unit.url), unit.title), drop)
  const left = element("div")
  const right = lately()
  box.replaceChildren(head, left, ...right.length ? [element("div", {}, ...right)] : [])
  if (location.protocol === "file:") return
  left.replaceChildren(...await fetched(unit).catch(() =>
    [element("p", {}, "Chưa tải được nhiệm vụ; đồng chí mở trang của đơn vị để xem.")]))
}

function show() {
  const unit = chosen()
  document.documentElement.classList.toggle("has-unit", Boolean(unit))
  if (unit) fill(unit)
  else box.replaceChildren()
}

addEventListener("storage", ({ key }) => { if (key === KEY) show() })
show()
