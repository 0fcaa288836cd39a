// @ts-check
// The page `tu-ra-soat/`: which screen is shown, by the address behind «#»; saved when the page is left.
import { element } from "../../shared/element.js"
import { all, recover, usable } from "../storage/keeper.js"
import { App } from "./app.js"
import { begin } from "./begin.js"
import { evidence } from "./evidence.js"
import { live } from "./fields.js"
import { files, save } from "./files.js"
import { lines } from "./lines.js"
import { numbers } from "./numbers.js"
import { paper } from "./paper.js"
import { plan } from "./plan.js"
import { about, report } from "./report.js"
import { result } from "./result.js"
import { status } from "./status.js"

/** @typedef {import("../core/state.js").Assessment} Assessment */
/** @typedef {(app: App, again: () => void) => HTMLElement[]} Screen */

const home = /** @type {HTMLElement} */ (document.querySelector("[data-assess]"))
const published = /** @type {import("../model.js").Published} */ (JSON.parse(home.querySelector("[data-sets]")?.textContent ?? "{}"))
const store = usable(() => window.localStorage)
const desk = element("div", { class: "a-desk" }), sheet = element("div", { class: "a-paper" })
home.querySelector("[data-loading]")?.replaceWith(desk, sheet)

/** By the word behind «#», in the order in which the work goes. @type {[string, string, Screen][]} */
const SCREENS = [
  ["so-lieu", "Số liệu", numbers],
  ["tung-chi-tieu", "Chỉ tiêu", lines],
  ["giay-to", "Minh chứng", evidence],
  ["ket-qua", "Kết quả", result],
  ["viec-can-lam", "Kế hoạch", plan],
  ["loi-bao-cao", "Báo cáo", report],
  ["thong-tin", "Thông tin chung", about],
  ["tep", "Tệp và in", (app, again) => files(app, { again, leave, erase: () => { app.erase(); leave() } })],
]
/** In the address, so that a reader who comes back, or loads the page again, is where the work was. */
const ID = "ban"
/** @type {App | undefined} */
let app

/** With the next frame; a page that is not seen has none. @param {() => void} deed */
const frame = deed => document.hidden ? deed() : void requestAnimationFrame(deed)

/** @param {Assessment} assessment @param {{begins: boolean}} how */
function open(assessment, how) {
  app = new App(published, store, assessment, { ...how, later: frame })
  const shown = SCREENS.some(([name]) => location.hash === `#${name}`) ? location.hash : `#${SCREENS[0]?.[0]}`
  history.replaceState(null, "", `?${ID}=${assessment.id}${shown}`)
  draw(true)
}

function leave() {
  app?.settle()
  app = undefined
  history.replaceState(null, "", location.pathname)
  draw(true)
}

/** @param {boolean} [moves] the reader came here: the heading takes the focus */
function draw(moves = false) {
  const now = app
  home.closest(".article")?.classList.toggle("a-working", Boolean(now))
  if (!now) {
    const kept = store ? all(store) : { found: [], unread: [], newer: 0 }
    desk.replaceChildren(...begin({ store, published, kept, open, again: () => draw(true) }))
    sheet.replaceChildren()
    if (moves) document.querySelector("h1")?.scrollIntoView()
    return
  }
  const [word = "", place] = location.hash.slice(1).split("/")
  const [name, title, screen] = SCREENS.find(one => one[0] === word) ?? /** @type {[string, string, Screen]} */ (SCREENS[0])
  now.quiet()
  const heading = element("h2", { tabindex: "-1", class: "a-title" }, title)
  desk.replaceChildren(head(now), status(now, { undo, reload }), menu(name), element("section", { class: `a-screen a-screen--${name}` }, heading, ...screen(now, () => draw())))
  desk.querySelector(".a-menu [aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" })
  if (place) document.getElementById(`ct-${place}`)?.scrollIntoView()
  const target = place ? document.querySelector(`#ct-${CSS.escape(place)} input`) : heading
  if (moves && target instanceof HTMLElement) target.focus({ preventScroll: Boolean(place) })
}

/** @param {App} now */
const head = now => live(now, "p", { class: "a-head" }, () => [element("strong", {}, nameOf(now.assessment)), " · ",
  `${now.level?.title ?? `Mức ${now.assessment.level}`} · ${now.criteria.document} `, element("a", { href: "#thong-tin" }, "Sửa")])

/** @param {Assessment} assessment */
const nameOf = ({ name, school }) => name || school || "Bản chưa đặt tên"

/** @param {string} name */
const menu = name => element("nav", { class: "a-menu", "aria-label": "Các phần của bản rà soát" }, element("ul", { class: "inline" }, ...SCREENS.map(([word, title]) =>
  element("li", {}, element("a", { href: `#${word}`, "aria-current": word === name ? "page" : null }, title)))))

function undo() {
  const back = app?.undo()
  if (!back) return
  draw()
  const [first] = back
  const field = first && document.querySelector(`[data-at="${CSS.escape(first.at.join("."))}"]`)
  if (field instanceof HTMLElement) field.focus()
}

/** What another tab kept in place of what stands here. */
function reload() {
  const there = app && store && recover(store, app.assessment.id)
  if (there) open(there.assessment, { begins: false })
  draw(true)
}

const settle = () => app?.settle()
window.addEventListener("hashchange", () => draw(true))
document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") settle() })
window.addEventListener("pagehide", settle)
window.addEventListener("beforeprint", () => { if (app) sheet.replaceChildren(...paper(app)) })
window.addEventListener("beforeunload", event => { if (app && app.kept !== "kept" && app.unsaved) event.preventDefault() })
window.addEventListener("keydown", event => {
  if (!app || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== "s") return
  event.preventDefault()
  save(app)
})
const before = new URLSearchParams(location.search).get(ID)
const there = before && store ? recover(store, before) : undefined
if (there) open(there.assessment, { begins: false })
else draw()
