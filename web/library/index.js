// @ts-check
// Narrows a list in place: by facets, in another order where it can be sorted, the choice kept in the address. Without
// it every facet is a page of its own. Works from a file too; a long list fetches its further rows.
import { element, textOf } from "../shared/element.js"
import { facetOf, found, read, toggled, valueOf, wouldLeave, write } from "./core.js"

/** @typedef {import("./core.js").Entry & {row: HTMLTableRowElement}} Entry */
/** @typedef {{url: string, name: string, title: string, issuer: string, day: string, dayShown: string, validity: string, tone: string, known: boolean, dead: boolean, marks: string[]}} Told */

const AT_MOST = 500
const box = /** @type {HTMLElement} */ (document.querySelector(".library[data-total]"))
const body = /** @type {HTMLTableSectionElement} */ (box.querySelector("tbody"))
const status = /** @type {HTMLElement} */ (box.querySelector("[role=status]"))
const chosenList = /** @type {HTMLElement} */ (box.querySelector(".filters__chosen"))
const sorting = box.querySelector("select")
const noun = box.dataset.noun ?? ""
const panel = /** @type {HTMLDetailsElement} */ (box.querySelector(".filters"))
const links = [...box.querySelectorAll("a[data-mark]")].map(one => /** @type {HTMLAnchorElement} */ (one))
const total = Number(box.dataset.total)
const whole = status.textContent ?? ""
const number = new Intl.NumberFormat("vi")

const labels = new Map(links.map(link => [link.dataset.mark ?? "", textOf(link) ?? ""]))
const names = new Map(links.map(link => [facetOf(link.dataset.mark ?? ""), nameOf(link)]))
const pages = new Map(links.map(link => [link, link.href]))

/** @param {HTMLElement} link */
function nameOf(link) {
  const id = link.closest("[aria-labelledby]")?.getAttribute("aria-labelledby") ?? ""
  return textOf(document.getElementById(id)) ?? ""
}

/** @param {HTMLTableRowElement} row @returns {Entry} */
const entry = row => ({
  row, marks: row.dataset.marks?.split(" ") ?? [], day: row.dataset.day ?? "",
  name: row.cells[0].textContent ?? "", issuer: row.cells[1].textContent ?? "",
})
const first = [...body.rows].map(entry)
let entries = first
let complete = !box.dataset.rows

/** @type {import("./core.js").Choice} */
let chosen = new Map()
function readAddress() {
  const told = read(location.search, names.keys())
  chosen = told.choice
  if (!sorting) return
  sorting.value = told.sort
  if (sorting.selectedIndex < 0) sorting.value = ""
}

const order = () => sorting?.value ?? ""
/** @param {import("./core.js").Choice} choice */
const address = choice => write(choice, order()) || location.pathname

function show() {
  const left = found(entries, chosen, order())
  const narrowed = chosen.size > 0 || order() !== ""
  const shown = narrowed || complete ? left.slice(0, AT_MOST) : first
  body.replaceChildren(...shown.map(one => one.row))
  status.textContent = chosen.size
    ? `${number.format(left.length)} trong ${number.format(total)} ${noun}${left.length > AT_MOST ? `; đây là ${AT_MOST} ${noun} đầu` : ""}`
    : narrowed && total > AT_MOST ? `${number.format(total)} ${noun}; đây là ${AT_MOST} ${noun} đầu` : whole
  const pager = document.querySelector(".article .pager")
  if (pager instanceof HTMLElement) pager.hidden = narrowed
  for (const link of links) mark(link)
  for (const fold of panel.querySelectorAll("details")) unfoldChosen(fold)
  for (const group of panel.querySelectorAll("[role=group]")) group.toggleAttribute("hidden", !group.querySelector("li:not([hidden])"))
  chosenList.hidden = !chosen.size
  chosenList.replaceChildren(...[...chosen].map(([facet, one]) => chip(facet, one)))
}

/** How many a further choice would leave, and where it leads. @param {HTMLAnchorElement} link */
function mark(link) {
  const mine = link.dataset.mark ?? ""
  const current = chosen.get(facetOf(mine)) === mine
  link.toggleAttribute("aria-current", current)
  if (current) link.setAttribute("aria-current", "true")
  link.href = address(toggled(chosen, mine))
  if (!complete) return
  const count = wouldLeave(entries, chosen, mine)
  if (link.nextElementSibling) link.nextElementSibling.textContent = `(${number.format(count)})`
  if (link.parentElement) link.parentElement.hidden = !count && !current
}

/** A choice is never hidden, nor are all values of a facet; a fold says how many it holds. @param {HTMLDetailsElement} fold */
function unfoldChosen(fold) {
  const values = [...fold.querySelectorAll("li")].filter(one => !one.hidden)
  const summary = fold.querySelector("summary")?.firstChild
  if (summary) summary.textContent = `Thêm ${values.length}`
  fold.hidden = !values.length
  const before = fold.previousElementSibling?.querySelector("li:not([hidden])")
  if (!before || fold.querySelector("[aria-current]")) fold.open = true
}

/** @param {string} facet @param {string} one */
function chip(facet, one) {
  const button = element("button", { type: "button", class: "button" },
    element("span", { class: "unseen" }, "Bỏ lọc "), `${names.get(facet)}: ${labels.get(one) ?? valueOf(one)}`)
  button.addEventListener("click", () => {
    go(toggled(chosen, one))
    const next = chosenList.querySelector("button")
    if (next) next.focus()
    else panel.querySelector("summary")?.checkVisibility() ? panel.querySelector("summary")?.focus() : (sorting ?? links[0])?.focus()
  })
  return element("li", {}, button)
}

/** A row as the list has it. @param {Told} told */
function rowOf(told) {
  const link = element("a", { href: told.url, class: told.dead && "dead" }, told.name)
  const unknown = () => element("span", { class: "unknown", role: "img", "aria-label": "chưa rõ" }, "–")
  const time = told.day ? element("time", { datetime: told.day }, told.dayShown) : unknown()
  const state = told.known ? element("span", { class: `badge tone-${told.tone}` }, told.validity) : unknown()
  const heads = [...box.querySelectorAll("thead th")].map(one => one.textContent)
  return element("tr", { "data-marks": told.marks.join(" "), "data-day": told.day },
    element("th", { scope: "row" }, told.title ? element("strong", {}, link) : link, " ", element("span", { class: "cell-more" }, told.title)),
    element("td", { "data-label": heads[1] }, told.issuer),
    element("td", { class: "short", "data-label": heads[2] }, time),
    element("td", { class: "short", "data-label": heads[3] }, state))
}

async function fetchAll() {
  const answer = await fetch(box.dataset.rows ?? "")
  if (!answer.ok) throw new Error(String(answer.status))
  const told = await answer.json()
  entries = told.map((/** @type {Told} */ one) => entry(rowOf(one)))
  complete = true
}

/** Where further rows cannot be had, the page of the facet says the same. @param {string} [otherwise] */
async function refresh(otherwise) {
  if (!complete && (chosen.size || order())) {
    status.textContent = "Đang lấy cả danh sách…"
    try { await fetchAll() } catch {
      if (otherwise) location.href = otherwise
      status.textContent = "Không lấy được cả danh sách; chỉ lọc trong trang này."
      return
    }
  }
  show()
}

/** @param {Map<string, string>} choice @param {string} [otherwise] */
function go(choice, otherwise) {
  chosen = choice
  try { history.pushState(null, "", address(choice)) } catch { /* inside some frames, from some files */ }
  refresh(otherwise)
}

panel.addEventListener("click", event => {
  const link = event.target instanceof Element ? event.target.closest("a[data-mark]") : null
  if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  go(toggled(chosen, link.dataset.mark ?? ""), pages.get(link))
})
sorting?.addEventListener("change", () => go(chosen))
addEventListener("popstate", () => { readAddress(); refresh() })
const wide = matchMedia("(min-width: 64em)")
const unfold = () => panel.toggleAttribute("open", wide.matches)
wide.addEventListener("change", unfold)
unfold()
readAddress()
refresh()
