// @ts-check
// Marks in the contents of the page where the reader is.
import { beingRead } from "./place.js"

const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".toc a"))
const box = /** @type {HTMLDetailsElement} */ (document.querySelector(".toc"))
const wide = matchMedia("(min-width: 64em)")

/** @type {[HTMLElement, HTMLAnchorElement][]} */
const places = []
for (const link of links) {
  const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)))
  if (heading) places.push([heading, link])
}

/** @type {HTMLAnchorElement | undefined} */
let current

/** @returns {HTMLAnchorElement | undefined} */
function here() {
  const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2
  if (atEnd && scrollY) return places.at(-1)?.[1]
  const boxes = places.map(([heading, link]) => {
    const { top, bottom } = heading.getBoundingClientRect()
    return { link, top, bottom }
  })
  return beingRead(boxes, innerHeight)?.link
}

function mark() {
  const link = here()
  if (link === current) return
  current?.removeAttribute("aria-current")
  link?.setAttribute("aria-current", "location")
  current = link
  if (link && wide.matches) reveal(link)
}

/** Long contents scroll by themselves, the page does not. @param {HTMLElement} link */
function reveal(link) {
  const inside = link.getBoundingClientRect()
  const window = box.getBoundingClientRect()
  if (inside.top < window.top) box.scrollTop += inside.top - window.top - 16
  else if (inside.bottom > window.bottom) box.scrollTop += inside.bottom - window.bottom + 16
}

// A heading that crosses the line a quarter down changes the place; nothing is asked while it does not.
const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -75% 0px" })
for (const [heading] of places) observer.observe(heading)
addEventListener("scrollend", mark)

// On a phone the contents fold again once they have led somewhere.
box.addEventListener("click", ({ target }) => {
  if (!wide.matches && target instanceof Element && target.closest("a")) box.open = false
})
