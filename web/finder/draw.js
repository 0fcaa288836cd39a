// @ts-check
// What was found, as elements of the page.

import { element } from "../shared/element.js"
import { day } from "../shared/wording.js"

/** @typedef {import("../search/index.js").Item} Item */
/** @typedef {import("../search/index.js").Part} Part */

/** A text with its hits marked. @param {Part[]} parts @returns {(Node | string)[]} */
export const marked = parts => parts.map(one => one.hit ? element("mark", {}, one.text) : one.text)

/** The kind, the states and the day, for the eye and the ear. A state stands in a frame: no sign is needed beside it, and
 *  none is left alone where the line breaks. @param {Item} item */
export function about({ kind, badges, about, note, date }) {
  const states = badges.flatMap(({ label, tone }) => [" ", element("span", { class: `badge tone-${tone}` }, label)])
  const told = [about, note, date && element("time", { datetime: date }, day(date))].filter(one => one)
  return element("span", { class: "meta" }, kind.label, ...states, ...told.flatMap((one, n) => [n || !states.length ? "\u00a0· " : " ", one]))
}
