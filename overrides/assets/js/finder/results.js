// @ts-check
// The list of what was found: titles with their hits, what each is, the words around the hits, the clause asked for.
import { about, carrying, element, isGone, marked } from "./draw.js"

/** @typedef {import("../search.js").Item} Item */
/** @typedef {import("../search.js").Part} Part */

const hits = (/** @type {Part[]} */ parts) => new Set(parts.filter(one => one.hit).map(one => one.text.toLowerCase())).size

/**
 * @param {Item} item @param {string} words what was looked for
 * @param {(item: Item) => Promise<Part[]>} snippet
 */
export function result(item, words, snippet) {
  const text = element("p", { class: "result__text" }, ...marked(item.summaryParts))
  const made = element("li", { class: isGone(item) ? "result result--gone" : "result" },
    element("h3", {}, element("a", { href: carrying(item.url, words), class: isGone(item) ? "dead" : null }, ...marked(item.titleParts))),
    element("p", { class: "result__about" }, about(item)),
    text,
    item.clause && element("p", { class: "result__clause" }, "Tới ", element("a", { href: carrying(item.clause.url, words) }, item.clause.label)))
  snippet(item).then(parts => {
    // The words of the page itself stand in for a summary that says less of what was asked.
    if (hits(parts) > hits(item.summaryParts) || !text.textContent) text.replaceChildren(...marked(parts))
    if (!text.textContent) text.remove()
  }).catch(() => { /* the summary stays */ })
  return made
}
