// @ts-check
// «Đối chiếu văn bản»: any two documents that a reader chooses, side by side, clause by clause. What is chosen stands in
// the address; two that have a comparison of their own lead to it. Both are fetched from the open data, once they are
// asked for; the words for what is found stand on the page.
import { element, textOf } from "../shared/element.js"
import { align } from "./align.js"
import { address, beside, chosen, unitsOf } from "./core.js"
import { compared } from "./words.js"

/** @typedef {import("./align.js").Row} Row @typedef {import("./align.js").Unit} Unit @typedef {import("./core.js").Choice} Choice */
/** @typedef {{id: string, hasText: boolean, name: string, page: string, text: string, card: string, original: boolean}} Offered */
/** @typedef {{of: Offered, entry: import("./core.js").Entry, card: import("./core.js").Card, units: Unit[]}} Side */

/** @param {string} selector @param {ParentNode} [within] */
const one = (selector, within = document) => /** @type {HTMLElement} */ (within.querySelector(selector))
const root = document.documentElement
const form = /** @type {HTMLFormElement} */ (one("[data-compare]"))
const [first, second] = form.querySelectorAll("select")
const told = one("[data-compared]"), box = one("[data-result]"), heading = element("h3", { id: "ket-qua", tabindex: "-1" })
box.prepend(heading)
const title = document.title, usual = textOf(one(".paper__place")) ?? ""

/** @type {Offered[]} */
const documents = [...document.querySelectorAll(".compare__documents > li")].map(item => {
  const link = /** @type {HTMLAnchorElement} */ (one("a", item)), { document: id = "", text = "", card = "", original } = /** @type {HTMLElement} */ (item).dataset
  return { id, hasText: Boolean(text), name: textOf(link) ?? "", page: link.getAttribute("href") ?? "", text, card, original: original !== undefined }
})
/** Comparisons of their own, by both ids. */
const ways = new Map([...document.querySelectorAll("[data-beside]")].map(item => {
  const { beside: b, way = "" } = /** @type {HTMLElement} */ (item).dataset
  return [`${one("h2", item.closest(".section") ?? document).id} ${b}`, way]
}))
const way = (/** @type {string} */ a, /** @type {string} */ b) => ways.get(`${a} ${b}`)

/** @param {HTMLSelectElement} select @param {Offered[]} from @param {string} value */
function fill(select, from, value) {
  select.replaceChildren(element("option", { value: "" }, "Chọn văn bản"),
    ...from.map(({ id, name }) => element("option", { value: id, selected: id === value }, name)))
}

/** @param {Choice} choice */
function offer({ a, b }) {
  fill(first, documents, a)
  fill(second, beside(documents, a, way), b)
}

/** The newest question; answers to older ones are left. */
let asked = 0

/** @param {boolean} moved whether the reader asked just now: then the reader is led to what is found */
async function show(moved) {
  const mine = ++asked, choice = chosen(location.search), { a, b } = choice
  offer(choice)
  box.hidden = true
  root.classList.remove("is-compared")
  document.title = title
  told.textContent = ""
  if (!b) return root.classList.remove("asked")
  const pair = [a, b].map(id => documents.find(each => each.id === id && each.hasText))
  const own = way(a, b)
  if (own) return location.replace(new URL(own, location.href))
  const [left, right] = pair
  if (!left || !right || left === right) {
    told.textContent = "Địa chỉ này nêu hai văn bản không đối chiếu được với nhau; đồng chí chọn lại ở trên."
    return root.classList.remove("asked")
  }
  told.textContent = "Đang lấy nội dung hai văn bản…"
  try {
    const sides = await Promise.all([left, right].map(fetched))
    if (mine === asked) draw(sides[0], sides[1], moved)
  } catch {
    if (mine === asked) told.textContent = "Chưa lấy được nội dung hai văn bản; đồng chí bấm «Đối chiếu» để lấy lại."
  }
}

/** @param {string} url */
async function json(url) {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(url)
  return answer.json()
}

/** @param {Offered} of @returns {Promise<Side>} */
async function fetched(of) {
  const [{ items: [entry] }, card] = await Promise.all([json(of.text), json(of.card)])
  return { of, entry, card, units: unitsOf(entry, card) }
}

/** @param {Side} a @param {Side} b @param {boolean} moved */
function draw(a, b, moved) {
  const rows = align(a.units, b.units), alike = rows.filter(({ like }) => like).length
  heading.textContent = `${a.of.name} và ${b.of.name}`
  document.title = `${heading.textContent} – ${title}`
  one(".paper__place").textContent = usual + location.search
  one("[data-caution]").hidden = a.of.original && b.of.original
  one("[data-sides]").replaceChildren(sides(a, b))
  one("[data-clauses]").replaceChildren(table(heading.textContent, ["Mức giống", a.of.name, b.of.name], rows.map(row => line(row, a, b))))
  kinds(rows, a, b)
  for (const finding of /** @type {NodeListOf<HTMLElement>} */ (box.querySelectorAll("[data-finding]")))
    finding.hidden = !rows.some(row => badgeOf(row) === finding.dataset.finding)
  told.textContent = alike
    ? `${alike} chỗ giống hoặc trùng nhau, trong ${a.units.length} và ${b.units.length} điều khoản.`
    : `Không có điều khoản nào của hai văn bản giống hoặc trùng nhau (${a.units.length} và ${b.units.length} điều khoản).`
  box.hidden = false
  root.classList.add("is-compared")
  if (moved) heading.focus()
}

/** @param {string} caption @param {string[]} heads @param {HTMLElement[]} rows */
const table = (caption, heads, rows) => element("div", { class: "table table--rows" }, element("table", {},
  element("caption", { class: "unseen" }, caption),
  element("thead", {}, element("tr", {}, ...heads.map((head, n) => element("th", { scope: "col", class: n > 0 && "wide" }, head)))),
  element("tbody", {}, ...rows)))

/** What both are, first whether they hold. @param {Side} a @param {Side} b */
function sides(a, b) {
  const unknown = () => element("span", { class: "unknown", role: "img", "aria-label": "chưa rõ" }, "–")
  /** @type {[string, (side: Side) => Node | string | null | undefined][]} */
  const lines = [
    ["Văn bản", ({ of, entry }) => element("a", { href: of.page }, entry.name)],
    ["Hiệu lực", ({ card, entry }) => card.state ? element("span", { class: `badge tone-${card.tone}` }, card.state) : entry.validity.state.label],
    ["Cơ quan ban hành", ({ entry }) => entry.issuer],
    ["Ngày ban hành", ({ entry }) => entry.issued?.text],
    ["Bản đang dùng", ({ entry }) => entry.textQuality.label],
  ]
  return table("Thông tin chung của hai bên", ["Nội dung", a.of.name, b.of.name], lines.map(([label, tell]) => element("tr", {},
    element("th", { scope: "row" }, label), ...[a, b].map(side => element("td", { "data-label": side.of.name }, tell(side) || unknown())))))
}

/** Which badge tells it. @param {Row} row */
const badgeOf = row => row.like ?? "alone"
/** What can be seen alone. @param {Row} row */
const kindOf = row => row.like ?? (row.a ? "a" : "b")

/** @param {Row} row @param {Side} a @param {Side} b */
function line(row, a, b) {
  const [left, right] = row.like && row.a && row.b ? compared(row.a.text, row.b.text) : []
  return element("tr", { "data-kind": kindOf(row) },
    element("th", { scope: "row" }, one(`[data-finding="${badgeOf(row)}"] .badge`, box).cloneNode(true)),
    cell(a.of, row.a, left, row.like), cell(b.of, row.b, right, row.like))
}

/** @param {Offered} of @param {Unit | undefined} unit @param {import("./words.js").Piece[] | undefined} pieces @param {string | undefined} like */
function cell(of, unit, pieces, like) {
  const inside = unit
    ? [element("a", { href: `${of.page}#${unit.id}` }, unit.name), "\n", ...pieces ? pieces.map(piece => shown(piece, like)) : [unit.text]]
    : [element("span", { class: "muted" }, "không có")]
  return element("td", { "data-label": of.name, class: !unit && "compare__none" }, ...inside)
}

/** Of two that are near, what differs; of two that only touch, what they have in common.
 *  @param {import("./words.js").Piece} piece @param {string | undefined} like @returns {Node | string} */
function shown({ same, text, count }, like) {
  const name = like === "near" && !same ? "mark" : like === "touching" && same && count > 1 ? "strong" : ""
  if (!name) return text
  const end = text.trimEnd().length
  return element("span", {}, element(name, {}, text.slice(0, end)), text.slice(end))
}

/** Buttons, each for the clauses of one kind. @param {Row[]} rows @param {Side} a @param {Side} b */
function kinds(rows, a, b) {
  const labels = Object.fromEntries([...box.querySelectorAll("[data-finding]")].map(each => [/** @type {HTMLElement} */ (each).dataset.finding, textOf(one(".badge", each))]))
  const found = [...new Set([...Object.keys(labels), "a", "b"])].map(kind => ({ kind, count: rows.filter(row => kindOf(row) === kind).length }))
  const names = { ...labels, a: `Chỉ ở ${a.of.name}`, b: `Chỉ ở ${b.of.name}` }
  const button = (/** @type {string} */ kind, /** @type {string} */ label, /** @type {number} */ count) =>
    element("button", { type: "button", class: "button", "data-only": kind, "aria-pressed": String(!kind) }, `${label} (${count})`)
  one("[data-kinds]").replaceChildren(button("", "Tất cả", rows.length),
    ...found.filter(({ count }) => count).map(({ kind, count }) => button(kind, names[/** @type {keyof typeof names} */ (kind)] ?? "", count)))
}

one("[data-kinds]").addEventListener("click", ({ target }) => {
  const only = target instanceof HTMLElement ? target.dataset.only : undefined
  if (only === undefined) return
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (box.querySelectorAll("[data-only]"))) button.setAttribute("aria-pressed", String(button === target))
  for (const row of /** @type {NodeListOf<HTMLElement>} */ (box.querySelectorAll("tr[data-kind]"))) row.hidden = Boolean(only) && row.dataset.kind !== only
})

/** @param {Choice} choice */
function go(choice) {
  const own = way(choice.a, choice.b)
  if (own) return location.assign(new URL(own, location.href))
  try { history.pushState(null, "", address(location.search, choice)) } catch { /* inside some frames */ }
  show(true)
}

first.addEventListener("change", () => offer({ a: first.value, b: second.value }))
form.addEventListener("submit", event => {
  event.preventDefault()
  go({ a: first.value, b: second.value })
})
one("[data-swap]").addEventListener("click", () => {
  const choice = { a: second.value, b: first.value }
  if (choice.a && choice.b && !box.hidden) go(choice)
  else offer(choice)
})
addEventListener("popstate", () => show(false))
show(false)
