// @ts-check
// Words marked in an opened page.

import { parts } from "./marks.js"

/** @typedef {import("./contract.js").Part} Part */
/** @typedef {import("./marks.js").Sought} Sought */

/** What is no text of the page, or is marked already. */
const BESIDE = "script, style, textarea, mark, nav, button, [data-search-exclude]"
const NUMBERED = /\p{Nd}[\p{Nd}\p{L}]*\s*[-‐–/]\s*\p{L}/u

/** Marks words in an opened page, phrases as one mark; of the number of a document the whole, where the page has it:
 *  its letters alone stand in every other. @param {Element} root @param {Sought[]} sought @param {string} query
 *  @returns {number} how many */
export function mark(root, sought, query) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  /** @type {Text[]} */
  const texts = []
  while (walker.nextNode())
    if (!walker.currentNode.parentElement?.closest(BESIDE)) texts.push(/** @type {Text} */ (walker.currentNode))
  const all = texts.map(text => ({ text, found: parts(text.data, sought) })).filter(one => one.found.some(part => part.hit))
  const isWhole = (/** @type {Part} */ one) => one.hit && NUMBERED.test(one.text)
  if (NUMBERED.test(query) && all.some(one => one.found.some(isWhole)))
    for (const { found } of all) for (const one of found) one.hit = isWhole(one)
  let count = 0
  for (const { text, found } of all) {
    if (!found.some(one => one.hit)) continue
    text.replaceWith(...found.map(one => {
      if (!one.hit) return one.text
      count++
      const made = document.createElement("mark")
      made.textContent = one.text
      return made
    }))
  }
  return count
}
