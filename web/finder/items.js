// @ts-check
// What is made of a result before it is drawn: where it leads, whether its text tells why it was found. Pure.

/** @typedef {import("../search/contract.js").Item} Item */
/** @typedef {import("../search/contract.js").Part} Part */

const LONGEST = 200

/** Whether it no longer holds, and should look so. @param {Item} item */
export const isGone = item => item.badges.some(one => one.gone)

/** An address that carries the words, so that the page can mark them (marks.js).
 *  @param {string} url @param {string} words */
export function carrying(url, words) {
  const made = new URL(url)
  const told = words.trim().slice(0, LONGEST)
  if (made.protocol === "file:" && made.pathname.endsWith("/")) made.pathname += "index.html"
  if (told) made.searchParams.set("tim", told)
  return made.href
}

/** @param {string} text */
const words = text => text.toLowerCase().match(/[\p{L}\p{M}]+|\p{Nd}+/gu) ?? []

/** @param {Part[]} parts */
export const hasHit = parts => parts.some(one => one.hit)

/** What is found in texts, word by word. @param {Part[]} parts */
const hits = parts => new Set(parts.filter(one => one.hit).flatMap(one => words(one.text)))

/** Whether the page may tell what title and summary do not: a place was asked for, or some of the words.
 *  @param {Item} item @param {string} asked */
export const lacksWords = (item, asked) =>
  item.clause !== null || hits([...item.titleParts, ...item.summaryParts]).size < new Set(words(asked)).size

/** Whether words of the page say more of what was asked than the summary. @param {Item} item @param {Part[]} parts */
export const saysMore = (item, parts) => item.clause !== null || !item.summaryParts.length
  || hasHit(parts) && hits([...item.titleParts, ...parts]).size > hits([...item.titleParts, ...item.summaryParts]).size
