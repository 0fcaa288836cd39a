// @ts-check
// What a term, a footnote, the number of a source or a citation stands for, told where it is read: on hover, on focus, or at
// the first tap; the second one follows the link, as it does without script. Stays while pointer or focus are on
// the link or the note; Escape puts it away.
import { element } from "../shared/element.js"
import { cited } from "./card.js"

const LINKS = "a.term, a.ref, a.footnote-ref"
// Where sentences stand: in lists of links a citation is what it is, and one tap is enough.
const CITING = ".document-body a, .entry > :is(p, ul, ol, blockquote, .markdown) a, .notice p a, .entry dd p a"
// A term has a page (`thuat-ngu/x/`) or is a row of a list (`thuat-ngu/#x`, `thuat-ngu/trang-2/#x`).
const TERM = /^(.*\/thuat-ngu\/)([^/]*)/
const OF_LIST = /^trang-\d+$/
const COMING = 200
const GOING = 300

const note = document.createElement("div")
note.className = "note"
note.id = "chu-thich"
note.setAttribute("role", "tooltip")
note.setAttribute("popover", "manual")

/** @type {HTMLAnchorElement | null} */
let shown = null
/** @type {HTMLAnchorElement | null} the link whose note is on its way */
let wanted = null
/** The link that a finger came down on while its note was open already. @type {Element | null} */
let again = null
let touched = false
let timer = 0
/** @type {Promise<Record<string, {title: string, text: string}>> | undefined} */
let terms

/** @param {EventTarget | null} target @returns {HTMLAnchorElement | null} */
const linkAt = target => {
  const link = target instanceof Element ? target.closest("a") : null
  if (!link || note.contains(link)) return null
  return link.matches(LINKS) || (isCiting(link) && cited(link.href, location.href)) ? link : null
}

/** @param {HTMLAnchorElement} link */
const isCiting = link => link.matches(CITING) && !link.closest("nav, h1, h2, h3, h4, h5, h6, summary, .headerlink, .here")

/** @param {HTMLAnchorElement} link @returns {Promise<Node[]>} */
async function told(link) {
  if (!link.matches(LINKS)) return (await import("./cards.js")).told(link)
  if (!link.matches(".term")) return copied(link)
  const [, home = "", page = ""] = link.pathname.match(TERM) ?? []
  const id = page && !OF_LIST.test(page) ? page : decodeURIComponent(link.hash.slice(1))
  terms ??= fetch(new URL(`${home}tra-nhanh.json`, link.href)).then(answer => answer.json())
  terms.catch(() => { terms = undefined })
  const term = (await terms)[id]
  const name = link.querySelector("abbr")?.title || term.title
  return [element("p", {}, element("strong", {}, name)), element("p", {}, term.text)]
}

/** What stands at the end of the page, without what leads back here. @param {HTMLAnchorElement} link */
function copied(link) {
  link.removeAttribute("title") // it would be told twice
  const target = document.getElementById(decodeURIComponent(link.hash.slice(1)))
  const copy = /** @type {HTMLElement} */ (target?.cloneNode(true) ?? element("p"))
  for (const back of copy.querySelectorAll(".footnote-backref, .headerlink")) back.remove()
  for (const one of copy.querySelectorAll("[id]")) one.removeAttribute("id")
  for (const one of copy.querySelectorAll("a")) one.tabIndex = -1 // for the pointer: the keyboard has the link itself
  return [...copy.childNodes]
}

/** @param {HTMLAnchorElement} link @param {boolean} [follow] whether to follow the link where nothing can be told */
async function show(link, follow) {
  clearTimeout(timer)
  if (shown === link) return
  wanted = link
  /** @type {Node[]} */
  const nodes = await told(link).catch(() => [])
  if (wanted !== link) return
  hide()
  if (nodes.length) open(link, nodes)
  else if (follow) location.assign(link.href)
}

/** Where the browser cannot tie the note to its link, it stands at the edge of the window that is farther off. */
function place() {
  if (shown) note.classList.toggle("note--above", shown.getBoundingClientRect().top > innerHeight / 2)
}

/** @param {HTMLAnchorElement} link @param {Node[]} nodes */
function open(link, nodes) {
  shown = link
  note.replaceChildren(...nodes)
  place()
  link.classList.add("noted")
  link.setAttribute("aria-describedby", note.id)
  link.after(note)
  note.showPopover?.()
}

function hide() {
  clearTimeout(timer)
  wanted = null
  if (!shown) return
  shown.classList.remove("noted")
  shown.removeAttribute("aria-describedby")
  shown = null
  note.remove()
}

/** @param {EventTarget | null} target */
const isAtNote = target => target instanceof Node && (note.contains(target) || Boolean(shown?.contains(target)))

document.addEventListener("pointerover", ({ target, pointerType }) => {
  if (pointerType === "touch") return
  const link = linkAt(target)
  clearTimeout(timer)
  if (link && link !== shown) timer = window.setTimeout(show, COMING, link)
  else if (!isAtNote(target) && document.activeElement !== shown) timer = window.setTimeout(hide, GOING)
})
document.addEventListener("focusin", ({ target }) => {
  const link = linkAt(target)
  if (link?.matches(":focus-visible")) show(link)
  else if (shown && !isAtNote(target)) hide()
})
document.addEventListener("focusout", ({ relatedTarget }) => {
  if (shown && relatedTarget && !isAtNote(relatedTarget)) hide()
})
document.addEventListener("pointerdown", ({ target, pointerType }) => {
  touched = pointerType === "touch"
  again = shown && linkAt(target)
  if (again !== shown) again = null
  if (shown && !isAtNote(target)) hide()
})
document.addEventListener("click", event => {
  const link = linkAt(event.target)
  if (!link || !touched || event.detail === 0 || again === link) return
  event.preventDefault()
  show(link, true)
})
document.addEventListener("scroll", place, { passive: true })
document.addEventListener("keydown", event => {
  if (event.key !== "Escape" || !(shown || wanted)) return
  event.preventDefault()
  hide()
})
