// @ts-check
// The list of what was found: titles with their hits, what each is, the words around the hits, the clause asked for.
import { element } from "../shared/element.js"
import { about, marked } from "./draw.js"
import { carrying, isGone, lacksWords, saysMore } from "./items.js"

/** @typedef {import("../search/index.js").Item} Item */
/** @typedef {import("../search/index.js").Part} Part */
/** @typedef {import("../search/contract.js").Passage} Passage */

const PAUSE = 250

/** @param {Item} item @param {string} asked what was looked for */
export function result(item, asked) {
  const text = element("p", { class: "result__text" }, ...marked(item.summaryParts))
  return element("li", { class: isGone(item) ? "result result--gone" : "result" },
    element("h3", {}, element("a", { href: carrying(item.url, asked), class: isGone(item) ? "dead" : null }, ...marked(item.titleParts))),
    element("p", { class: "result__about" }, about(item)),
    item.clause && element("p", { class: "result__clause" }, "Tới ", element("a", { href: carrying(item.clause.url, asked) }, item.clause.label)),
    text)
}

/**
 * The words of the page itself stand in for a summary that says less of what was asked and the title does not say.
 * They are fetched for what is about to be seen, and not before the typing has paused: a page for every result and
 * letter would be too much.
 * @param {(item: Item, signal: AbortSignal) => Promise<Part[]>} snippet
 * @param {(item: Item, signal: AbortSignal) => Promise<Passage[]>} passages of a long page, to be led to
 */
export function snippets(snippet, passages) {
  /** @type {Map<Element, Item>} */
  let waiting = new Map()
  let running = new AbortController()
  let words = ""
  /** @param {Element} made @param {Item} item @param {AbortSignal} signal */
  const put = (made, item, signal) => snippet(item, signal).then(parts => {
    const text = made.querySelector(".result__text")
    if (!signal.aborted && text && saysMore(item, parts)) text.replaceChildren(...marked(parts))
    return item.clause ? [] : passages(item, signal)
  }).then(found => {
    if (!signal.aborted && found.length) made.append(element("ul", { class: "result__places plain" }, ...found.map(one => element("li", {},
      element("a", { href: carrying(one.clause.url, words) }, one.clause.label), " ", element("span", { class: "meta" }, ...marked(one.parts))))))
  }).catch(() => { /* the summary stays */ })

  const seen = new IntersectionObserver(entries => {
    for (const { isIntersecting, target } of entries) {
      const item = waiting.get(target)
      if (!isIntersecting || !item) continue
      waiting.delete(target)
      seen.unobserve(target)
      put(target, item, running.signal)
    }
  }, { rootMargin: "50% 0px" })
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause

  return {
    /** @param {(readonly [Element, Item])[]} made @param {string} asked */
    add(made, asked) {
      words = asked
      for (const [one, item] of made) if (lacksWords(item, asked)) waiting.set(one, item)
      clearTimeout(pause)
      pause = setTimeout(() => { for (const one of waiting.keys()) seen.observe(one) }, PAUSE)
    },
    /** Others are looked for now. */
    drop() {
      clearTimeout(pause)
      seen.disconnect()
      running.abort()
      running = new AbortController()
      waiting = new Map()
    },
  }
}
