// @ts-check
// A page of the section inside a page of somebody else: leaves its own head and foot away (assets/css/embed.css),
// takes the looks it was asked for, tells how high it is, keeps what it was asked for over every click. A classic
// script: a frame without an origin is given no modules.

import { framed, ours, path, plain, secretOf } from "./address.js"
import { readable } from "./colour.js"
import { may } from "./may.js"
import { fromPage, sealed, WORD } from "./protocol.js"
import { wordpress } from "./wordpress.js"

const script = /** @type {HTMLScriptElement} */ (document.currentScript)
const root = new URL("..", script.src).href
const words = new URLSearchParams(location.search), page = document.documentElement
const here = new URL(location.href)
/** The page around us; its exact address where the browser tells it. */
let outside = location.ancestorOrigins?.[0] ?? (document.referrer && new URL(document.referrer).origin)
let token = words.get(WORD.token) ?? ""
/** @type {MessagePort | null} */
let port = null
/** @type {string | null | undefined} */
let sandbox
let tall = 0, welcomed = false

// Looks, before anything is painted

const FACES = { "he-thong": "system-ui, sans-serif", "co-chan": "\"Times New Roman\", Times, serif" }

function scheme() {
  const told = { sang: "light", toi: "dark" }[words.get(WORD.scheme) ?? ""]
  if (told) page.setAttribute("data-scheme", told)
  return told
}

function dress() {
  const told = scheme()
  const face = FACES[/** @type {keyof typeof FACES} */ (words.get(WORD.face))]
  if (face) page.style.setProperty("--face", face)
  const dark = told ? told === "dark" : matchMedia("(prefers-color-scheme: dark)").matches
  const accent = readable(words.get(WORD.accent), dark ? "15181d" : "ffffff")
  if (accent) for (const name of ["--link", "--visited", "--brand", "--gold"]) page.style.setProperty(name, accent)
  const robots = document.createElement("meta")
  Object.assign(robots, { name: "robots", content: "noindex" })
  document.head.append(robots)
}

/** Its headings go on where those of the page around end. */
function level() {
  const first = Number(words.get(WORD.level))
  if (!(first >= 2 && first <= 5)) return
  for (const one of document.querySelectorAll("h1, h2, h3, h4, h5, h6"))
    one.setAttribute("aria-level", String(Math.min(6, Number(one.localName[1]) + first - 1)))
}

// Words with the page around

/** @param {import("./protocol.js").Hello | import("./protocol.js").Size} message */
function say(message) {
  if (port) port.postMessage(sealed(message))
  else if (outside) parent.postMessage(sealed(message), outside === "null" ? "*" : outside)
}

const height = () => Math.ceil(document.body.getBoundingClientRect().height)
const hello = () => {
  tall = height()
  say({ type: "hello", token, height: tall, path: path(here, root) + here.hash, title: document.title })
}

function resized() {
  const now = height()
  if (now === tall) return
  tall = now
  say({ type: "size", token, height: now })
  wp.height(now)
}

addEventListener("message", ({ source, origin, data, ports }) => {
  if (source !== parent) return
  const welcome = fromPage(data)
  if (!welcome) return wp.hear(data)
  const again = ports[0] ? !port : welcome.token !== token
  if (origin !== "null") outside = origin
  port = ports[0] ?? port
  token = welcome.token || token
  sandbox = welcome.sandbox
  welcomed = true
  page.dataset.welcomed = ""
  if (sandbox) page.dataset.sandbox = sandbox
  document.dispatchEvent(new Event("embed-welcome"))
  limit()
  if (again) hello()
})

const wp = wordpress(secretOf(location.hash) || words.get(WORD.secret) || "", height)

// What a reader may do here

/** Shows no button that would do nothing. */
function limit() {
  const allowed = may(sandbox)
  for (const [deed, yes] of Object.entries(allowed)) page.classList.toggle(`cannot-${deed}`, !yes)
  for (const form of document.forms) {
    form.hidden = !allowed.submit
    if (form.hidden && form.matches("main [role=search]") && !form.nextElementSibling?.matches(".embed-told")) form.after(refusal("Cổng này không cho nhập chữ trong khung; tìm ở trang đầy đủ."))
  }
  for (const link of document.querySelectorAll("a[href$='.docx'], a[href$='.ics'], a[href$='.csv'], a[href$='.zip'], a[download]"))
    if (!allowed.download) link.replaceWith(`${link.textContent} (tải ở trang đầy đủ)`)
}

/** @param {string} text why something is not done here */
const refusal = text => Object.assign(document.createElement("p"), { className: "embed-told", role: "status", textContent: text })

/** Below the page: the way to the whole of it, and what has to be said here. */
function foot() {
  const foot = document.querySelector(".embed-foot") ?? document.createElement("footer"), code = document.createElement("code")
  const own = foot.querySelector("a"), link = own ?? Object.assign(document.createElement("a"), { target: "_blank", rel: "noopener", textContent: "Mở trang đầy đủ" })
  // What was chosen meanwhile stands in the address of the page, and goes along.
  const renew = () => {
    if (!own) link.href = plain(new URL(location.href))
    code.textContent = link.href
  }
  renew()
  for (const sort of ["pointerenter", "focusin", "click"]) foot.addEventListener(sort, renew)
  foot.className = "embed-foot"
  foot.ariaLabel = "Mở toàn trang"
  foot.replaceChildren(link, code)
  if (document.querySelector("button[data-booklet], button[data-mine], [data-gather], [data-assess]")) {
    const kept = document.createElement("p")
    kept.textContent = may(sandbox).keep
      ? "Lựa chọn, danh sách lưu ở đây chỉ dùng trong cổng đang xem, không chung với trang riêng của chuyên mục."
      : "Trình duyệt không cho phần nhúng này lưu lựa chọn, danh sách; muốn lưu, hãy mở trang đầy đủ."
    foot.append(kept)
  }
  document.body.append(foot)
}

/** A link of ours keeps what this frame was asked for, another opens beside the page around. @param {MouseEvent} event */
function follow(event) {
  const link = event.target instanceof Element && event.target.closest("a[href]")
  if (!(link instanceof HTMLAnchorElement) || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return
  const url = ours(link.href, root)
  if (link.target === "_blank" || !url) return leave(event, link)
  if (url.pathname === here.pathname && url.hash) return reach(decodeURIComponent(url.hash.slice(1)))
  link.href = framed(url, carried())
}

/** What goes along with every click. @returns {Record<string, string | null>} */
const carried = () => ({
  ...Object.fromEntries([WORD.accent, WORD.face, WORD.scheme, WORD.level].map(word => [word, words.get(word)])),
  [WORD.token]: token, [WORD.next]: "1", [WORD.secret]: wp.secret,
})

/** To a page of its own. Where no new window may open, the address is there to be copied. @param {MouseEvent} event @param {HTMLAnchorElement} link */
function leave(event, link) {
  if (link.protocol !== "https:" && link.protocol !== "http:") return
  event.preventDefault()
  if (wp.secret && ours(link.href, root)) return wp.link(link.href)
  if (may(sandbox).open) return void window.open(link.href, "_blank", "noopener")
  const told = [...document.querySelectorAll(".embed-told")].find(one => one.querySelector("code")) ?? refusal("")
  const code = document.createElement("code")
  code.textContent = link.href
  told.replaceChildren("Cổng này không cho khung mở cửa sổ mới. Địa chỉ để sao chép: ", code)
  link.after(told)
}

/** A place in the page, and the page around goes along. @param {string} id */
function reach(id) {
  const target = id && document.getElementById(id)
  if (!target) return
  for (let one = target.parentElement; one; one = one.parentElement) if (one instanceof HTMLDetailsElement) one.open = true
  if (!target.hasAttribute("tabindex")) target.tabIndex = -1
  target.scrollIntoView()
}

/** The fields of a form take along what links do. */
function fields() {
  for (const form of document.forms)
    for (const [name, value] of Object.entries({ [WORD.on]: "1", ...carried() }))
      if (value) form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }))
}

function start() {
  scheme() // the reader's own choice was shown meanwhile
  level()
  fields()
  foot()
  limit()
  for (const link of document.querySelectorAll("a[href^='#']")) {
    const target = document.getElementById(decodeURIComponent(link.getAttribute("href")?.slice(1) ?? ""))
    if (target && !target.hasAttribute("tabindex")) target.tabIndex = -1
  }
  void begin()
  addEventListener("click", follow)
  addEventListener("hashchange", () => { here.hash = location.hash; hello() })
  const place = words.get(WORD.place)
  if (place) reach(place)
  else if (words.has(WORD.next)) document.body.scrollIntoView()
}

/** Speaks when it has its letters: words in others would be higher or lower, and the page around would move twice. */
async function begin() {
  height() // asks for them
  await Promise.race([document.fonts.ready, new Promise(done => setTimeout(done, LETTERS))])
  hello()
  wp.height(tall)
  new ResizeObserver(resized).observe(document.body)
  // A loader that comes late has not heard the first.
  for (const wait of [300, 1000, 3000]) setTimeout(() => { if (!welcomed) hello() }, wait)
}
const LETTERS = 600

/** Seen once it is dressed. */
function ready() {
  page.classList.add("embed-ready")
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", start)
  else start()
}

/** An old address: what leads on from there for everybody would lose what this frame was asked for. */
const moved = script.dataset.to

if (parent !== window && moved) {
  stop()
  location.replace(framed(new URL(moved, here), { ...carried(), [WORD.next]: null, [WORD.place]: words.get(WORD.place) }))
} else if (parent !== window) {
  page.classList.add("embedded")
  page.classList.replace("no-js", "js")
  dress()
  const style = Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL("../assets/css/embed.css", script.src).href })
  style.onload = style.onerror = ready
  document.head.append(style)
}
