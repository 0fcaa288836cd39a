// @ts-check
// «Lưu để in»: keeps this page for «Tài liệu hội nghị». The list stays in this browser, under `tai-lieu`, as JSON:
// [{url, title}], url below the site's root. Where storage is refused, the way to a booklet of this page is offered.
import { recall, remember } from "../shared/storage.js"

/** @typedef {{url: string, title: string}} Item */
const KEY = "tai-lieu"
export const MOST = 40
/** The home page, below which every page of a booklet stands. */
export const root = /** @type {HTMLAnchorElement} */ (document.querySelector(".brand")).href
export const place = `${root}tai-lieu-hoi-nghi/`
/** Below the home page, no way up or out. @param {unknown} url */
export const isOurs = url => typeof url === "string" && /^(?:[a-z0-9][a-z0-9._-]*\/)+$/.test(url)

/** @returns {Item[]} */
export function kept() {
  const found = recall(KEY, /** @type {any} */ ([]))
  return Array.isArray(found) ? found.filter(one => isOurs(one?.url)).map(({ url, title }) => ({ url, title: String(title) })) : []
}

/** Says no where the browser refuses. @param {Item[]} items */
export function keep(items) {
  return remember(KEY, items)
}

function setUp() {
  const button = /** @type {HTMLButtonElement | null} */ (document.querySelector("button[data-booklet]"))
  const url = location.href.replace(/[?#].*/, "").replace(/index\.html$/, "").slice(root.length)
  if (!button || !location.href.startsWith(root) || !isOurs(url) || document.querySelector("[data-gather]")) return
  const told = document.createElement("span")
  told.className = "tools__kept"
  told.setAttribute("role", "status")
  button.after(told)

  const show = (/** @type {boolean} */ said) => {
    const items = kept()
    const on = items.some(one => one.url === url)
    button.setAttribute("aria-pressed", String(on))
    told.replaceChildren()
    if (on) tell(said ? "Đã lưu. " : "", place, `Tập tài liệu (${items.length} trang)`)
    else if (said) told.textContent = "Đã bỏ khỏi tập tài liệu."
  }
  /** @param {string} before @param {string} to @param {string} name */
  const tell = (before, to, name) => {
    const way = document.createElement("a")
    way.href = to
    way.textContent = name
    told.replaceChildren(before, way)
  }
  button.addEventListener("click", () => {
    const items = kept()
    const rest = items.filter(one => one.url !== url)
    const title = document.querySelector("h1")?.textContent?.replace(/\s+/g, " ").trim() ?? document.title
    if (rest.length === items.length && items.length >= MOST) tell(`Một tập nhiều nhất ${MOST} trang. `, place, "Mở tập để bỏ bớt")
    else if (keep(rest.length < items.length ? rest : [...items, { url, title }])) show(true)
    else tell("Trình duyệt không cho lưu. ", `${place}?trang=${url}`, "Mở tập chỉ có trang này")
  })
  addEventListener("storage", ({ key }) => { if (key === KEY) show(false) })
  addEventListener("pageshow", () => show(false))
  show(false)
  button.hidden = false
}

setUp()
