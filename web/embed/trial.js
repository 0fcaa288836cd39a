// @ts-check
// The page that tries a portal out, from inside its frame: asks what may be done, waits whether the page around
// answers, says what to use. A classic script, for a frame without an origin too.

import { may } from "./may.js"
import { WORD } from "./protocol.js"
import { secretOf } from "./address.js"
import { told } from "./rung.js"

const page = document.documentElement
const place = /** @type {HTMLElement} */ (document.querySelector("[data-trial-result]"))
const script = /** @type {HTMLScriptElement} */ (document.currentScript)
/** Milliseconds in which a loader answers that is there. */
const PATIENCE = 1500

/** @param {string} name @param {(Node | string)[]} inside */
function made(name, ...inside) {
  const one = document.createElement(name)
  one.append(...inside)
  return one
}

/** Whether its own files can be read from here. */
const fetches = () => fetch(new URL("xem/danh-sach.json", script.src)).then(answer => answer.ok, () => false)

/** @param {boolean} fetch */
function show(fetch) {
  const allowed = may(page.dataset.sandbox)
  const found = told({
    ...allowed, fetch,
    loader: "welcomed" in page.dataset,
    wordpress: !!(secretOf(location.hash) || new URLSearchParams(location.search).get(WORD.secret)),
    origin: self.origin !== "null",
  })
  const rows = found.lines.map(([what, yes, otherwise]) => {
    const head = made("th", what)
    head.setAttribute("scope", "row")
    return made("tr", head, made("td", yes ? "được" : `không. ${otherwise}`))
  })
  const rung = made("p", made("strong", found.title))
  rung.className = "trial__rung"
  place.dataset.rung = found.rung
  place.replaceChildren(rung, made("p", found.recipe), made("table", made("caption", "Cổng cho khung làm gì"), made("tbody", ...rows)))
}

async function start() {
  page.classList.replace("no-js", "js")
  if (parent === window) {
    place.replaceChildren(made("p", "Trang này cần đặt trong một cổng: dán đoạn mã tự kiểm vào cổng, lưu, rồi mở trang vừa lưu."))
    return
  }
  const fetch = await fetches()
  if (!("welcomed" in page.dataset)) await new Promise(done => {
    document.addEventListener("embed-welcome", done, { once: true })
    setTimeout(done, PATIENCE)
  })
  show(fetch)
}

void start()
