// @ts-check
// The words around the hits in a page's own text. A page is read as a person reads it: block after block, without
// what stands beside the text; nothing of it is run or fetched.

import { around, parts } from "./marks.js"
import { passagesOf } from "./passages.js"

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
    const page = await pageOf(found.url, signal)
    if (!page) return found.summaryParts
    const text = rowIn(page, found.url) ?? textIn(page)
    const place = found.clause && page.getElementById(found.clause.id)
    if (place && text.contains(place)) return parts(opening(textOf(text, place)), sought)
    const whole = textOf(text)
    return whole ? around(whole, sought, LENGTH) : found.summaryParts
  } catch (fault) {
    if (signal?.aborted) throw fault
    return found.summaryParts
  }
}

/** The sections of a page that answer best: those under its headings that can be led to. None where it has few, or none
 *  has enough of what was asked. @param {Item} found @param {import("./query.js").Word[]} asked @param {Sought[]} sought
 *  @param {{limit?: number, signal?: AbortSignal}} [how] @returns {Promise<import("./contract.js").Passage[]>} */
export async function passages(found, asked, sought, { limit = 3, signal } = {}) {
  if (found.url.startsWith("file:") || new URL(found.url).hash) return [] // a row has no sections
  try {
    const page = await pageOf(found.url, signal)
    const sections = page ? sectionsOf(textIn(page)) : []
    if (sections.length < FEW) return []
    return passagesOf(sections, asked, sought, found.url, { limit, length: LENGTH })
  } catch (fault) {
    if (signal?.aborted) throw fault
    return []
  }
}

/** Sections of a page below which it has no passages. */
const FEW = 3

/** @param {Element} root */
function sectionsOf(root) {
  const heads = [...root.querySelectorAll(TITLES)].filter(one => one.id && !one.closest(APART))
  const texts = heads.map(() => "")
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  let at = -1
  while (walker.nextNode()) {
    const text = /** @type {Text} */ (walker.currentNode)
    while (heads[at + 1] && heads[at + 1].compareDocumentPosition(text) & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY)) at++
    if (at >= 0 && !heads[at].contains(text) && !text.parentElement?.closest(APART)) texts[at] += ` ${text.data}`
  }
  return heads.map((one, n) => ({ id: one.id, label: clean(one.textContent ?? ""), text: clean(texts[n]) }))
}

/** @param {string} text */
const clean = text => text.replace(/\s+/g, " ").trim()

/** Pages that were fetched, the last ones: the words around hits and the sections are of the same.
 *  @type {Map<string, Promise<Document | null>>} */
const kept = new Map()
const MOST = 12

/** @param {string} url @param {AbortSignal} [signal] @returns {Promise<Document | null>} none where there is none */
function pageOf(url, signal) {
  const before = kept.get(url)
  if (before) return before
  const asked = fetch(url, { signal }).then(async answer =>
    answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null)
  asked.catch(() => kept.delete(url))
  kept.set(url, asked)
  const [oldest] = kept.keys()
  if (kept.size > MOST) kept.delete(oldest)
  return asked
}

/** @param {Document} page */
const textIn = page => page.querySelector("article") ?? page.querySelector("main") ?? page.body

/** What has no page of its own is a row of one: the words around it are others'. @param {Document} page @param {string} url */
function rowIn(page, url) {
  const row = page.getElementById(decodeURIComponent(new URL(url).hash.slice(1)))
  return row?.matches(TITLES) ? null : row
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
