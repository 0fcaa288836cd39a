// @ts-check
// What was found, as elements of the page.

import { element } from "../shared/element.js"
import { day } from "../shared/wording.js"

/** @typedef {import("../search/index.js").Item} Item */
/** @typedef {import("../search/index.js").Part} Part */

/** A text with its hits marked. @param {Part[]} parts @returns {(Node | string)[]} */
export const marked = parts => parts.map(one => one.hit ? element("mark", {}, one.text) : one.text)

/** The kind, the states and the day, for the eye and the ear. @param {Item} item */
export function about(item) {
  const made = element("span", { class: "meta" }, item.kind.label)
  for (const { label, tone } of item.badges) made.append(" · ", element("span", { class: `badge tone-${tone}` }, label))
  if (item.about) made.append(" · ", item.about)
  if (item.note) made.append(" · ", item.note)
  if (item.date) made.append(" · ", element("time", { datetime: item.date }, day(item.date)))
  return made
}
