// @ts-check
// What a citation tells before it is followed: the document's name, whether it holds today, what is read in its
// place, the first words of the clause. Fetched once for each document, when it is asked for.
import { element } from "../shared/element.js"
import { beginning, cited } from "./card.js"

/** @typedef {{ name: string, text?: string, state?: string }} Place */
/** @typedef {{ title: string, state?: string, tone?: string, instead?: { title: string, href: string }, places?: Record<string, Place> }} Card */

/** What the portal adds to the words of a document. */
const BESIDE = ".clause-history, .here"

/** @type {Map<string, Promise<Card>>} */
const cards = new Map()

/** @param {string} file @returns {Promise<Card>} */
function card(file) {
  const known = cards.get(file)
  if (known) return known
  const asked = fetch(file).then(answer => {
    if (!answer.ok) throw new Error(file)
    return answer.json()
  })
  asked.catch(() => cards.delete(file))
  cards.set(file, asked)
  return asked
}

/** @param {HTMLAnchorElement} link @returns {Promise<Node[]>} nothing where nothing is known of it */
export async function told(link) {
  const found = cited(link.href, location.href)
  if (!found) return []
  if (!found.file) return ofPlace(here(found.place))
  const known = await card(found.file)
  return [title(known.title, link.href), ...state(known), ...ofPlace(known.places?.[found.place])]
}

/** @param {Card} known @returns {Node[]} */
function state({ state, tone, instead }) {
  const lines = state ? [element("p", {}, element("span", { class: `tone-${tone}` }, state))] : []
  if (instead) lines.push(element("p", {}, "Nay xem: ", quiet(instead.title, instead.href)))
  return lines
}

/** @param {Place | undefined} place @returns {Node[]} */
function ofPlace(place) {
  if (!place) return []
  const words = [element("strong", {}, place.name), place.text ? `: ${place.text}` : ""]
  const lines = [element("p", {}, ...words)]
  if (place.state) lines.push(element("p", {}, element("em", {}, place.state)))
  return lines
}

/** A place of this page, as it stands there. @param {string} id @returns {Place | undefined} */
function here(id) {
  const place = document.getElementById(id)
  if (!place) return undefined
  const heading = place.closest(".clause")
  return heading ? ofHeading(heading, place) : ofItem(place)
}

/** What stands below a heading, up to the next one. @param {Element} heading @param {Element} title @returns {Place} */
function ofHeading(heading, title) {
  /** @type {Place} */
  const place = { name: title.textContent ?? "" }
  for (let one = heading.nextElementSibling; one && !one.matches(".clause"); one = one.nextElementSibling) {
    if (one.matches(".clause-state")) place.state = one.textContent ?? ""
    else if (!one.matches(BESIDE)) return { ...place, text: beginning(one.textContent ?? "") }
  }
  return place
}

/** @param {Element} item @returns {Place} */
function ofItem(item) {
  const name = item.querySelector(":scope > .headerlink")?.getAttribute("aria-label") ?? item.id
  const state = item.querySelector(":scope > .clause-state")?.textContent ?? undefined
  return { name, text: beginning(own(item)), state }
}

/** The words of an item, without what stands below it. @param {Element} item */
function own(item) {
  const copy = /** @type {Element} */ (item.cloneNode(true))
  for (const one of copy.querySelectorAll(`ul, ol, .clause-state, .headerlink, ${BESIDE}`)) one.remove()
  return copy.textContent ?? ""
}

/** @param {string} text @param {string} href */
const title = (text, href) => element("p", {}, element("strong", {}, quiet(text, href)))

/** For the pointer: the keyboard has the link itself. @param {string} text @param {string} href */
const quiet = (text, href) => element("a", { href, tabindex: "-1" }, text)
