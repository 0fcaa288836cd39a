// @ts-check
// Who comes back to a long page is offered the place last read. Kept on this machine only, for a few pages;
// an address with a place in it leads there, and so does the browser's own way back.
import { textOf } from "../shared/element.js"
import { recall, remember } from "../shared/storage.js"
import { beingRead, kept, KEY, known, leaving } from "./place.js"

/** @typedef {import("./place.js").Place} Place */

const page = location.pathname
let forgotten = false
const headings = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".article :is(h2, h3, h4)[id]")])

const places = () => known(recall(KEY, null))

/** @param {Place} [place] none to forget the one of this page */
function keep(place) {
  const all = kept(places(), page, place)
  remember(KEY, all.length ? all : undefined)
}

function leave() {
  if (forgotten) return
  const deed = leaving({ scrolled: scrollY, height: document.documentElement.scrollHeight, window: innerHeight })
  if (deed === "none") keep()
  if (deed !== "place") return
  const boxes = headings.map(heading => ({ heading, ...edges(heading) }))
  const last = beingRead(boxes, innerHeight)?.heading
  if (last) keep({ page, id: last.id, title: textOf(last) ?? "", of: textOf(document.querySelector(".breadcrumb [aria-current], h1")) })
}

/** @param {Element} one @returns {import("./place.js").Box} */
function edges(one) {
  const { top, bottom } = one.getBoundingClientRect()
  return { top, bottom }
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
    keep()
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
