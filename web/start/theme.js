// @ts-check
// Services of the chrome, all dispensable: colours, letters and lines as the reader chose them, the contents
// unfolded where there is room, the search fetched only when a reader turns to it. Runs before the page is painted.

import { element } from "../shared/element.js"

const root = document.documentElement
const here = document.currentScript instanceof HTMLScriptElement && document.currentScript.src
/** Where a choice is kept, the attribute of the page and of its buttons that tells it, what it is called in «Hiển thị»,
 * and its values there; "auto" is none. What a page asks elsewhere (web/reading/margin.js) is called nothing.
 * @type {[string, string, string, Record<string, string>][]} */
const CHOICES = [
  ["giao-dien", "data-scheme", "Giao diện", { auto: "Theo máy", light: "Sáng", dark: "Tối" }],
  ["co-chu", "data-letters", "Cỡ chữ", { auto: "Vừa", lon: "Lớn", "lon-hon": "Lớn hơn", "rat-lon": "Rất lớn" }],
  ["gian-dong", "data-lines", "Giãn dòng", { auto: "Vừa", rong: "Rộng" }],
  ["ghi-chu-le", "data-notes", "", {}],
]
root.classList.replace("no-js", "js")
// In a frame that asks for it, the page leaves its head and foot away (web/embed/frame.js).
if (here && parent !== window && new URLSearchParams(location.search).has("nhung")) {
  root.classList.add("embedded")
  const dress = Object.assign(document.createElement("script"), { src: new URL("../../nhung/khung.js", here).href })
  dress.onerror = () => root.classList.remove("embedded")
  document.head.append(dress)
}
// Opened from the machine's own files, a browser fetches neither modules nor pages.
if (location.protocol === "file:") root.classList.add("from-file")

/** Storage may be refused, inside a frame for one. @param {string} key */
function remembered(key) {
  try { return localStorage.getItem(key) || "auto" } catch { return "auto" }
}

/** @param {string} name @param {string} value */
function show(name, value) {
  if (value === "auto") root.removeAttribute(name)
  else root.setAttribute(name, value)
  for (const button of document.querySelectorAll(`button[${name}]`))
    button.setAttribute("aria-pressed", String(button.getAttribute(name) === value))
}

// Room is kept for what the home page fetches of the reader's own unit (web/mine/home.js).
if (remembered("don-vi-cua-toi") !== "auto") root.classList.add("has-unit")

const showAll = () => { for (const [key, name] of CHOICES) show(name, remembered(key)) }

/** What «Hiển thị» unfolds. */
const panel = () => element("div", {},
  ...CHOICES.filter(([, , title]) => title).map(([, name, title, values]) =>
    element("div", { role: "group", "aria-label": title }, element("p", { "aria-hidden": "true" }, title),
      ...Object.entries(values).map(([value, label]) => element("button", { class: "button", type: "button", [name]: value }, label)))),
  element("button", { class: "button", type: "button", "data-forget": true, hidden: true }, "Quên các chỗ đã đọc"))

function setUpDisplay() {
  const display = document.querySelector(".display")
  display?.append(panel())
  showAll()
  display?.addEventListener("click", ({ target }) => {
    for (const [key, name] of CHOICES) {
      const value = target instanceof HTMLButtonElement && target.getAttribute(name)
      if (!value) continue
      show(name, value)
      try { localStorage.setItem(key, value) } catch { /* lasts for this page only */ }
    }
  })
}

/** What unfolds over the page folds again: by Escape, by a click or a step beyond it. What `data-opens` names is shown
 *  while the fold is open (web/look/). */
function setUpFolds() {
  for (const fold of /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll(".site-header details, .tools details"))) {
    const shown = document.getElementById(fold.dataset.opens ?? "")
    const leave = (/** @type {Event} */ { target }) => {
      if (target instanceof Node && !fold.contains(target) && !shown?.contains(target)) fold.open = false
    }
    document.addEventListener("click", leave)
    document.addEventListener("focusin", leave)
    for (const part of shown ? [fold, shown] : [fold])
      part.addEventListener("keydown", event => {
        if (!(event instanceof KeyboardEvent) || event.key !== "Escape" || !fold.open) return
        fold.open = false
        fold.querySelector("summary")?.focus()
      })
  }
}

/** What the search needs before it can ask anything; a browser would find one behind the other. */
const AHEAD = { "search.js": ["modulepreload", "script"], "../search/index.bin": ["preload", "fetch"] }

/** What its page needs beside. */
const RESULTS = { "results.js": ["modulepreload", "script"] }

/** All of it at once; from a disk it is here already (disk/). @returns {Promise<typeof import("../finder/index.js")>} */
async function finder() {
  if (globalThis.PortalFinder) return globalThis.PortalFinder
  const ahead = document.querySelector(".finder") ? { ...AHEAD, ...RESULTS } : AHEAD
  if (here && location.protocol !== "file:")
    for (const [path, [rel, as]] of Object.entries(ahead)) {
      const href = new URL(path, here).href
      document.head.append(Object.assign(document.createElement("link"), { rel, as, crossOrigin: "anonymous", href }))
    }
  return import("../finder/index.js")
}

/** How a field with suggestions is typed into, and what it is to those who hear it. */
const FIELD = { role: "combobox", "aria-expanded": "false", "aria-autocomplete": "list" }
/** How any search field is. */
const TYPED = { maxlength: "500", inputmode: "search", enterkeyhint: "search", autocapitalize: "off", autocomplete: "off", spellcheck: "false" }

/** The search is fetched when a reader turns to it: a field takes the focus, its page is opened, a result is. */
function setUpSearch() {
  const fields = document.querySelectorAll("form[data-suggest] input[name=q]")
  const suggest = () => { finder().then(({ box }) => box()).catch(() => { /* offline: Enter still leads to the page */ }) }
  for (const field of document.querySelectorAll("form[role=search] input[name=q]"))
    for (const [name, value] of Object.entries({ ...TYPED, ...[...fields].includes(field) && FIELD })) field.setAttribute(name, value)
  for (const field of fields) field.addEventListener("focus", suggest, { once: true })
  addEventListener("keydown", event => {
    const { key, ctrlKey, metaKey, altKey, target } = event
    const typing = target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
    if (!((ctrlKey || metaKey) && !altKey && key.toLowerCase() === "k" || key === "/" && !typing && !ctrlKey && !metaKey && !altKey)) return
    const field = [...document.querySelectorAll("input[name=q]")].find(one => one instanceof HTMLInputElement && one.checkVisibility?.() !== false)
    if (!(field instanceof HTMLInputElement)) return
    event.preventDefault()
    field.focus()
    field.select()
  })
  if (document.querySelector(".finder"))
    finder().then(({ page }) => page()).catch(() => {
      root.classList.remove("asked")
      root.classList.add("no-search")
    })
  if (new URLSearchParams(location.search).get("tim"))
    finder().then(({ marks }) => marks()).catch(() => { /* offline: the page reads without marks */ })
}

/** Beside the text where there is room; over it, folded, where there is not, but for what came unfolded. */
function setUpContents() {
  const wide = matchMedia("(min-width: 64em)")
  /** @type {[Element, boolean][]} */
  const folds = [...document.querySelectorAll("details.toc, details.fold")].map(one => [one, one.hasAttribute("open")])
  const follow = () => { for (const [one, open] of folds) one.toggleAttribute("open", open || wide.matches) }
  wide.addEventListener("change", follow)
  follow()
}

/** On paper: the address the reader came by where the portal was built without one, and at the foot of every
 *  sheet the page's title, so that loose sheets are known. */
function markPaper() {
  const place = document.querySelector(".paper__place")
  const named = document.querySelector("link[rel=canonical]")
  if (place && !named && location.protocol.startsWith("http")) {
    place.textContent = location.origin + location.pathname + (root.classList.contains("is-compared") ? location.search : "")
    place.previousSibling?.replaceWith("Địa chỉ: ")
  }
  try {
    const sheet = new CSSStyleSheet()
    const title = document.title.replace(/["\\\n]/g, " ")
    sheet.replaceSync(`@page { @bottom-left { content: "${title}"; font: 8.5pt "Be Vietnam Pro", sans-serif } }`)
    document.adoptedStyleSheets = [sheet]
  } catch { /* an old browser prints without it */ }
}

// A slow machine may show a page before the transition to it is ready. Then there is none, and nothing is wrong.
addEventListener("unhandledrejection", event => {
  if (event.reason instanceof DOMException && event.reason.message.startsWith("Transition was")) event.preventDefault()
})

showAll()
// Results are on their way, or two documents: «b» is the second that was chosen (web/compare/).
if (["q", "b"].some(name => new URLSearchParams(location.search).get(name))) root.classList.add("asked")
addEventListener("DOMContentLoaded", () => { setUpDisplay(); setUpFolds(); setUpContents(); setUpSearch() })
/** What is unfolded for paper alone. @type {Element[]} */
const unfolded = []
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll(".article details:not([open])")) {
    details.setAttribute("open", "")
    unfolded.push(details)
  }
  markPaper()
})
addEventListener("afterprint", () => { for (const details of unfolded.splice(0)) details.removeAttribute("open") })
