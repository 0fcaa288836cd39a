// @ts-check
// The words around the hits in a page's own text. A page is read as a person reads it: block after block, without
// what stands beside the text; nothing of it is run or fetched.

import { around, parts } from "./marks.js"

/** @typedef {import("./contract.js").Item} Item */
/** @typedef {import("./contract.js").Part} Part */
/** @typedef {import("./marks.js").Sought} Sought */

const LENGTH = 220
/** Text that runs on without a break stands in one of these. */
const BLOCK = "p, li, dt, dd, td, th, h1, h2, h3, h4, h5, h6, blockquote, pre, figcaption, caption, summary, div, section, article, main, body"
const TITLES = "h1, h2, h3, h4, h5, h6"
const APART = "nav, header, aside, script, style, template, svg, [hidden], [aria-hidden=true], [data-search-exclude],"
  + " .headerlink, .sources, .section:has(> #lien-quan)"

/** The beginning of the place that was asked for, else what is around the hits; its summary where the page cannot be had or says no more.
 *  @param {Item} found @param {Sought[]} sought @param {AbortSignal} [signal] @returns {Promise<Part[]>} */
export async function snippet(found, sought, signal) {
  if (found.url.startsWith("file:")) return found.summaryParts // pages of a disk may not be fetched
  try {
    const answer = await fetch(found.url, { signal })
    if (!answer.ok) return found.summaryParts
    const page = new DOMParser().parseFromString(await answer.text(), "text/html")
    const text = page.querySelector("article") ?? page.querySelector("main") ?? page.body
    const place = found.clause && page.getElementById(found.clause.id)
    if (place && text.contains(place)) return parts(opening(textOf(text, place)), sought)
    const whole = textOf(text)
    return whole ? around(whole, sought, LENGTH) : found.summaryParts
  } catch (fault) {
    if (signal?.aborted) throw fault
    return found.summaryParts
  }
}

/** @param {string} text */
const opening = text => text.length > LENGTH ? `${text.slice(0, text.lastIndexOf(" ", LENGTH))} …` : text

/** What is read in an element, from a place in it on: below it, where it is a heading. Blocks are kept apart: by a dot where the first is no sentence.
 *  @param {Element} root @param {Element | null} [from] */
export function textOf(root, from) {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  /** @type {string[]} */
  const blocks = []
  let last = null
  while (walker.nextNode()) {
    const text = /** @type {Text} */ (walker.currentNode)
    const parent = text.parentElement
    if (!parent || parent.closest(APART)) continue
    if (from && (!(from.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING) || from.matches(TITLES) && from.contains(text))) continue
    const block = parent.closest(BLOCK)
    if (block !== last) blocks.push("")
    last = block
    blocks[blocks.length - 1] += text.previousSibling?.nodeName === "BR" ? ` ${text.data}` : text.data
  }
  let made = ""
  for (const block of blocks) {
    const told = block.replace(/\s+/g, " ").trim()
    if (told) made += made ? (/[.!?…:;,]$/.test(made) ? " " : " · ") + told : told
  }
  return made
}
