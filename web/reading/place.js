// @ts-check
// Where in a page a reader is, and was. Pure: knows boxes and lists, no page.

/** @typedef {{page: string, id: string, title: string, of?: string}} Place `title` of the heading, `of` the page */
/** @typedef {{top: number, bottom: number}} Box of a heading, from the upper edge of the window */
/** @typedef {{scrolled: number, height: number, window: number}} View how far the page is scrolled, how high it and
 *  the window are */

/** Where places are kept. */
export const KEY = "doc-tiep"
/** Pages of which a place is kept. */
const KEPT = 20
/** Windows that a page must be long before a place in it is worth keeping. */
const LONG = 4

/** The first heading in the upper quarter of the window, or the last one above it. @template {Box} T @param {T[]} boxes
 *  @param {number} window @returns {T | undefined} */
export function beingRead(boxes, window) {
  const passed = boxes.filter(box => box.top < window / 4)
  return passed.find(box => box.bottom > 0) ?? passed.at(-1)
}

/** What a reader who leaves now has of the page: a place worth keeping; none, being through; or, where the page is
 *  short or hardly begun, what was kept before. @param {View} view @returns {"place" | "none" | "as before"} */
export function leaving({ scrolled, height, window }) {
  const room = height - window
  if (room < window * (LONG - 1)) return "as before"
  if (scrolled > room - window) return "none"
  return scrolled < window ? "as before" : "place"
}

/** Whatever stands in storage. @param {unknown} told @returns {Place[]} */
export const known = told => Array.isArray(told) ? told.filter(one => typeof one?.page === "string" && typeof one.id === "string" && typeof one.title === "string") : []

/** The newest first, one of a page. @param {Place[]} places @param {string} page @param {Place} [place] none to forget it
 *  @returns {Place[]} */
export function kept(places, page, place) {
  const others = places.filter(one => one.page !== page)
  return place ? [place, ...others].slice(0, KEPT) : others
}
