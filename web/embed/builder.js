// @ts-check
// «Đưa vào cổng khác»: what is chosen becomes a snippet for the portal that is named, and is seen at once as a page
// of others would show it. The register of what there is comes from the section itself (nhung/xem/danh-sach.json).

import { copy } from "../shared/copy.js"
import { element } from "../shared/element.js"
import { ours, path } from "./address.js"
import { address, named, snippet } from "./snippet.js"

/** @typedef {{name: string, label: string, height: number, choices: {id: string, label: string}[]}} Component */

const desk = /** @type {HTMLFormElement} */ (document.querySelector("[data-embedding]"))
const root = new URL(desk.dataset.embedding ?? "", location.href).href
const LOOK = ["chu", "giao-dien", "tieu-de"]

/** @template {Element} E @param {string} selector @returns {E} */
const find = selector => /** @type {E} */ (document.querySelector(selector))
/** @param {string} name @returns {HTMLInputElement | HTMLSelectElement} */
const field = name => /** @type {HTMLInputElement} */ (desk.elements.namedItem(name))
const told = /** @type {HTMLTextAreaElement} */ (find(".embedding__result textarea"))
const status = find(".embedding__result [role=status]")

/** @type {Component[]} */
let components = []
/** What was fetched of fragments, by place. @type {Map<string, Promise<string>>} */
const fragments = new Map()

const component = () => components.find(one => one.name === field("xem").value)

/** What there is to choose from. */
function offer() {
  const choices = component()?.choices ?? [], several = choices.length > 1
  const select = field("muc")
  select.replaceChildren(...(several ? choices.map(one => element("option", { value: one.id }, one.label)) : []))
  find("[data-choice]").toggleAttribute("hidden", !several)
  find("[data-page]").toggleAttribute("hidden", !!component())
}

/** @returns {import("./snippet.js").Wanted} */
function wanted() {
  const one = component(), chosen = one?.choices.find(({ id }) => id === field("muc").value)
  const url = ours(field("trang").value || root, root)
  const place = one ? `nhung/xem/${one.name}/${chosen?.id ? `${chosen.id}/` : ""}` : path(url ?? new URL(root), root)
  const coloured = field("kieu-mau").value
  const look = Object.fromEntries(LOOK.map(name => [name, field(name).value]))
  return {
    form: /** @type {import("./snippet.js").Form} */ (advice()?.dataset.form ?? "khung-ma"),
    root, place, look: { ...look, mau: coloured ? field("mau").value.slice(1) : "" },
    title: chosen?.label || one?.label || (place ? place : "Xây dựng trường chính trị chuẩn"),
    height: one?.height ?? 700,
  }
}

/** @returns {HTMLElement | null} */
const advice = () => document.querySelector(`[data-advice="${CSS.escape(field("cong").value)}"]`)

/** @param {string} place */
function fragment(place) {
  const known = fragments.get(place) ?? fetch(`${root}${place}manh.txt`).then(answer => answer.ok ? answer.text() : "").catch(() => "")
  fragments.set(place, known)
  return known
}

async function show() {
  const now = wanted()
  find("input[name=mau]").toggleAttribute("hidden", !field("kieu-mau").value)
  for (const one of document.querySelectorAll("[data-advice]")) one.toggleAttribute("hidden", one !== advice())
  status.textContent = ""
  if (now.form === "manh" && component()) now.fragment = await fragment(now.place)
  told.value = snippet(now)
  told.rows = Math.min(14, told.value.split("\n").length + 2)
  preview(now)
}

/** The element itself, by the loader that portals get. @param {import("./snippet.js").Wanted} now */
function preview(now) {
  const before = document.querySelector(".embedding__preview truong-chuan"), at = address(now)
  if (before?.getAttribute("data-at") === at) return
  const link = element("a", { href: new URL(now.place, root).href }, now.title)
  const shown = element("p", {}, link)
  const made = document.createElement("truong-chuan")
  for (const [name, value] of Object.entries({ ...now.look, xem: named(now.place), cao: String(now.height), "data-at": at }))
    if (value) made.setAttribute(name, value)
  made.append(shown)
  find(".embedding__preview").replaceChildren(made)
}

async function start() {
  const list = await fetch(`${root}nhung/xem/danh-sach.json`)
  if (!list.ok) return
  components = (await list.json()).components
  offer()
  document.head.append(element("script", { src: `${root}nhung/v1.js` }))
  desk.addEventListener("input", event => {
    if (event.target === field("xem")) offer()
    void show()
  })
  desk.addEventListener("submit", event => {
    event.preventDefault()
    told.focus()
    told.select()
  })
  find("[data-copy]").addEventListener("click", async () => {
    status.textContent = await copy(told.value) ? "Đã sao chép." : "Trình duyệt không cho sao chép; hãy chọn đoạn mã rồi bấm Ctrl+C."
  })
  const trial = /** @type {HTMLTextAreaElement} */ (find("[data-trial]"))
  trial.value = trial.value.replace(/"[^"]*(?=nhung\/(?:tu-kiem|v1))/g, `"${root}`)
  await show()
}

void start().catch(() => { /* offline: the advice stands there all the same */ })
