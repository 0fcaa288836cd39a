// @ts-check
// Who comes back to a long page is offered the place last read. Kept on this machine only, for a few pages;
// an address with a place in it leads there, and so does the browser's own way back.
import { recall, remember } from "../shared/storage.js"

const KEY = "doc-tiep"
const KEPT = 20
/** Windows that a page must be long before a place in it is worth keeping. */
const LONG = 4

/** @typedef {{page: string, id: string, title: string}} Place */

const page = location.pathname
let forgotten = false
const headings = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".article :is(h2, h3, h4)[id]")])

/** @returns {Place[]} */
const places = () => {
  const kept = recall(KEY, /** @type {Place[]} */ ([]))
  return Array.isArray(kept) ? kept : []
}

/** @param {string} id @param {string} title nothing where the reader has not come far, or is through */
function keep(id, title) {
  const others = places().filter(one => one.page !== page)
  const kept = id ? [{ page, id, title }, ...others].slice(0, KEPT) : others
  remember(KEY, kept.length ? kept : undefined)
}

function leave() {
  if (forgotten) return
  const room = document.documentElement.scrollHeight - innerHeight
  if (room < innerHeight * (LONG - 1)) return
  if (scrollY > room - innerHeight) return keep("", "")
  if (scrollY < innerHeight) return // where we were before stays remembered
  const passed = headings.filter(heading => heading.getBoundingClientRect().top < innerHeight / 4)
  const last = passed.find(heading => heading.getBoundingClientRect().bottom > 0) ?? passed.at(-1)
  if (last) keep(last.id, (last.textContent ?? "").replace(/\s+/g, " ").trim())
}

/** @param {Place} place */
function offer(place) {
  const box = document.createElement("aside")
  box.className = "resume"
  box.setAttribute("aria-label", "Chỗ đọc lần trước")
  const link = document.createElement("a")
  link.href = `#${encodeURIComponent(place.id)}`
  link.textContent = `Đọc tiếp từ «${place.title}»`
  const forget = document.createElement("button")
  forget.type = "button"
  forget.className = "button"
  forget.textContent = "Quên"
  forget.setAttribute("aria-label", "Quên chỗ đã đọc của trang này")
  const close = () => box.remove()
  link.addEventListener("click", close)
  forget.addEventListener("click", () => {
    keep("", "")
    forgotten = true
    close()
    document.getElementById("noi-dung")?.focus({ preventScroll: true })
  })
  box.addEventListener("keydown", ({ key }) => { if (key === "Escape") close() })
  addEventListener("scroll", () => { if (scrollY > innerHeight * 1.5) close() }, { passive: true })
  document.querySelector(".site-header")?.after(box)
  box.append(link, forget)
}

const eraser = document.querySelector("[data-forget]")
if (eraser instanceof HTMLButtonElement) {
  eraser.hidden = places().length === 0
  eraser.addEventListener("click", () => {
    remember(KEY, undefined)
    forgotten = true
    document.querySelector(".resume")?.remove()
    document.querySelector(".display")?.querySelector("summary")?.focus()
    eraser.hidden = true
  })
}

const way = /** @type {PerformanceNavigationTiming | undefined} */ (performance.getEntriesByType("navigation")[0])?.type
const place = places().find(one => one.page === page)
if (place && way === "navigate" && !location.hash && scrollY === 0 && document.getElementById(place.id)) offer(place)
addEventListener("pagehide", leave)
document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") leave() })
