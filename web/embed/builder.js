// @ts-check
// «Đưa vào cổng khác»: what is chosen becomes a snippet for the portal that is named, and is seen at once as a page
// of others would show it. The register of what there is comes from the section itself (nhung/xem/danh-sach.json).

import { copy } from "../shared/copy.js"
import { element } from "../shared/element.js"
import { ours, path } from "./address.js"
import { seen } from "./seen.js"
import { address, named, snippet, steady } from "./snippet.js"

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
/** What was fetched, by address. @type {Map<string, Promise<string>>} */
const texts = new Map()

const component = () => components.find(one => one.name === field("xem").value)

/** What there is to choose from. */
function offer() {
  const choices = component()?.choices ?? []
  field("muc").replaceChildren(...choices.map(one => element("option", { value: one.id }, one.label)))
  find("[data-choice]").toggleAttribute("hidden", choices.length < 2)
  find("[data-page]").toggleAttribute("hidden", !!component())
}

/** What the link that led here asks for: `?xem=bieu-do&muc=ti-le`. What there is not, changes nothing. */
function ask() {
  const asked = new URL(location.href).searchParams
  for (const name of ["xem", "muc"]) {
    const select = /** @type {HTMLSelectElement} */ (field(name)), value = asked.get(name)
    if ([...select.options].some(one => one.value === value)) select.value = value ?? ""
    if (name === "xem") offer()
  }
}

/** The forms that survive in the portal that is named, the safest first; of whole pages there is no copy to paste.
 *  @param {boolean} [again] whether what was chosen stays, as far as it can */
function choose(again) {
  const told = advice()?.dataset.forms?.split(" ") ?? [], forms = told.filter(one => component() || !TEXTS.has(one))
  const select = /** @type {HTMLSelectElement} */ (field("kieu-ma")), best = forms.includes(told[0] ?? "") ? told[0] : "lien-ket"
  for (const one of select.options) one.hidden = one.disabled = !forms.includes(one.value)
  if (!again || !forms.includes(select.value)) select.value = best ?? ""
}

/** Null where another site's page is asked for. @returns {import("./snippet.js").Wanted | null} */
function wanted() {
  const one = component(), chosen = one?.choices.find(({ id }) => id === field("muc").value)
  const url = ours(field("trang").value || root, root)
  if (!one && !url) return null
  const place = one ? `nhung/xem/${one.name}/${chosen?.id ? `${chosen.id}/` : ""}` : path(url ?? new URL(root), root)
  const coloured = field("kieu-mau").value
  const look = Object.fromEntries(LOOK.map(name => [name, field(name).value]))
  return {
    form: /** @type {import("./snippet.js").Form} */ (field("kieu-ma").value || "khung-ma"),
    root, place, look: { ...look, mau: coloured ? field("mau").value.slice(1) : "" },
    title: chosen?.label || one?.label || "Xây dựng trường chính trị chuẩn",
    height: one?.height ?? 700,
  }
}

/** @returns {HTMLElement | null} */
const advice = () => document.querySelector(`[data-advice="${CSS.escape(field("cong").value)}"]`)

/** @param {string} url */
function text(url) {
  const known = texts.get(url) ?? fetch(url).then(answer => answer.ok ? answer.text() : "").catch(() => "")
  texts.set(url, known)
  return known
}

/** @param {string} told @param {DOMParserSupportedType} type */
const parsed = (told, type = "text/html") => new DOMParser().parseFromString(told, type)

/** The nearest feed of a page, as the page itself names it. @param {string} place */
async function feedOf(place) {
  const named = parsed(await text(root + place)).querySelector("link[type='application/atom+xml']")?.getAttribute("href")
  return named ? new URL(named, root + place).href : ""
}

/** Counts what was asked for: an answer that comes after the next question is not shown. */
let asked = 0

async function show() {
  const now = wanted(), turn = ++asked, form = field("kieu-ma").value
  find("input[name=mau]").toggleAttribute("hidden", !field("kieu-mau").value)
  for (const one of document.querySelectorAll("[data-advice]")) one.toggleAttribute("hidden", one !== advice())
  for (const one of document.querySelectorAll("[data-form-note]")) one.toggleAttribute("hidden", one.getAttribute("data-form-note") !== form)
  find("[data-insecure]").toggleAttribute("hidden", !root.startsWith("http:") || LINKED.has(form))
  status.textContent = ""
  const page = now && await seen(address(now))
  if (now && TEXTS.has(form) && component()) now.fragment = await text(`${root}${now.place}manh.txt`)
  if (now && form === "tin") now.feed = await feedOf(now.place)
  if (turn !== asked) return
  if (now && page) return given({ ...now, title: page.title || now.title, heights: page.heights })
  told.value = ""
  find(".embedding__preview").replaceChildren()
  status.textContent = now ? NO_PAGE : FOREIGN
}

const NO_PAGE = "Chuyên mục không có trang này. Kiểm tra lại địa chỉ ở ô «Địa chỉ trang trong chuyên mục»."
const FOREIGN = "Địa chỉ này không thuộc chuyên mục. Mở trang cần đưa vào cổng trong chuyên mục rồi sao chép địa chỉ trên thanh trình duyệt."

/** @param {import("./snippet.js").Wanted} now */
function given(now) {
  told.value = snippet(now)
  told.rows = Math.min(14, told.value.split("\n").length + 2)
  for (const one of document.querySelectorAll("[data-height]")) one.textContent = String(steady(now))
  if (now.form === "tin" && now.feed) void news(now.feed)
  else if (LINKED.has(now.form)) find(".embedding__preview").replaceChildren(...parsed(told.value).body.childNodes)
  else if (FIXED.has(now.form)) fixed(now)
  else preview(now)
}

/** As high as it says: the loader of this page does not see it. @param {import("./snippet.js").Wanted} now */
function fixed(now) {
  const home = element("div"), { body } = parsed(snippet({ ...now, form: "khung" }))
  if (now.form === "dia-chi-khung") for (const one of body.querySelectorAll("p")) one.remove()
  for (const link of body.querySelectorAll("a")) link.style.color = "inherit" // there are no other styles in here
  home.attachShadow({ mode: "open" }).append(...body.childNodes)
  find(".embedding__preview").replaceChildren(home)
}

/** Forms that are made of what the section says, and not of a frame. */
const TEXTS = new Set(["manh", "danh-sach"])
/** Those without any frame, and those whose frame nobody minds. */
const LINKED = new Set([...TEXTS, "lien-ket", "tin"]), FIXED = new Set(["khung", "dia-chi-khung"])
/** What a block of news shows at once. */
const FEW = 5

/** The first news of a feed as such a block shows them: name and day, each a link. @param {string} url */
async function news(url) {
  const feed = parsed(await text(url), "application/xml")
  const items = [...feed.querySelectorAll("entry")].slice(0, FEW).map(one => {
    const day = one.querySelector("updated")?.textContent?.slice(0, 10).split("-").reverse().join("/") ?? ""
    const href = new URL(one.querySelector("link")?.getAttribute("href") ?? "", url).href
    return element("li", {}, element("a", { href }, one.querySelector("title")?.textContent ?? ""), ` ${day}`)
  })
  find(".embedding__preview").replaceChildren(element("h3", {}, feed.querySelector("feed > title")?.textContent ?? ""), element("ul", {}, ...items))
}

/** The element itself, by the loader that portals get; in the sandbox of WordPress where that makes the frame.
 *  @param {import("./snippet.js").Wanted} now */
function preview(now) {
  const before = document.querySelector(".embedding__preview truong-chuan"), oembed = now.form === "dia-chi"
  const at = oembed ? new URL(now.place, root).href : address(now)
  if (before?.getAttribute("data-at") === at) return
  const link = element("a", { href: new URL(now.place, root).href }, now.title)
  const shown = element("p", {}, link)
  const made = document.createElement("truong-chuan")
  const looks = oembed ? { sandbox: "allow-scripts" } : now.look
  for (const [name, value] of Object.entries({ ...looks, xem: named(now.place), cao: now.heights?.join(" "), "data-at": at }))
    if (value) made.setAttribute(name, value)
  made.append(shown)
  find(".embedding__preview").replaceChildren(made)
}

async function start() {
  const list = await fetch(`${root}nhung/xem/danh-sach.json`)
  if (!list.ok) return
  components = (await list.json()).components
  ask()
  choose(true) // what was chosen while the list was on its way stays
  document.head.append(element("script", { src: `${root}nhung/v1.js` }))
  desk.addEventListener("input", event => {
    if (event.target === field("xem")) offer()
    if (event.target === field("xem") || event.target === field("cong")) choose(event.target !== field("cong"))
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
  find("[data-trial-address]").textContent = `${root}nhung/tu-kiem/`
  await show()
}

void start().catch(() => { /* offline: the advice stands there all the same */ })
