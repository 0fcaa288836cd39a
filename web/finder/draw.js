// @ts-check
// What was found, as elements of the page. Texts are put in as texts: nothing found can become markup.

/** @typedef {import("../search/index.js").Item} Item */
/** @typedef {import("../search/index.js").Part} Part */
/** @typedef {Node | string | null | false} Content */

const LONGEST_MARKED = 200

/**
 * @template {keyof HTMLElementTagNameMap} N
 * @param {N} name @param {{[attribute: string]: string | boolean | null | undefined}} attributes
 * @param {Content[]} inside
 * @returns {HTMLElementTagNameMap[N]}
 */
export function element(name, attributes = {}, ...inside) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes))
    if (value === true) made.setAttribute(key, "")
    else if (typeof value === "string") made.setAttribute(key, value)
  made.append(...inside.filter(one => one !== null && one !== false))
  return made
}

/** A text with its hits marked. @param {Part[]} parts @returns {(Node | string)[]} */
export const marked = parts => parts.map(one => one.hit ? element("mark", {}, one.text) : one.text)

/** `2021-05-19` → «19/5/2021», as documents write it: a zero before days below ten, months 1 and 2.
 *  @param {string} iso */
export function day(iso) {
  const [year, month, date] = iso.split("-")
  if (!date) return month ? `${month}/${year}` : year
  return `${date}/${Number(month) < 3 ? month : Number(month)}/${year}`
}

/** @param {number} value */
export const number = value => String(value).replace(/\B(?=(\d{3})+$)/g, ".")

/** Whether it no longer holds, and should look so. @param {Item} item */
export const isGone = item => item.badges.some(one => one.tone === "het")

/** The kind, the states and the day, for the eye and the ear. @param {Item} item */
export function about(item) {
  const made = element("span", { class: "meta" }, item.kind.label)
  for (const { label, tone } of item.badges) made.append(" · ", element("span", { class: `badge tone-${tone}` }, label))
  if (item.date) made.append(" · ", element("time", { datetime: item.date }, day(item.date)))
  return made
}

/** An address that carries the words, so that the page can mark them (search-marks.js).
 *  @param {string} url @param {string} words */
export function carrying(url, words) {
  const made = new URL(url)
  const told = words.trim().slice(0, LONGEST_MARKED)
  if (made.protocol === "file:" && made.pathname.endsWith("/")) made.pathname += "index.html"
  if (told) made.searchParams.set("tim", told)
  return made.href
}
