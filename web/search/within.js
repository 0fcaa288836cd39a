// @ts-check
// What was asked inside a page that was found: the place that was named, the passages that answer. The texts of a page's
// places are a file of their own, fetched for few pages and only where there is something to look for in them.

import { isSmall } from "./small.js"
import { placed } from "./told.js"

/** @typedef {import("./opened.js").Opened} Opened */
/** @typedef {import("./meaning.js").Asked} Asked */
/** @typedef {import("./contract.js").Item} Item */
/** @typedef {{file: string, words: import("./passages.js").Word[], sought: import("./marks.js").Sought[], steps: string[] | null}} Within
 *  `steps`: a place that was named */

/** Results that a named place is looked for in; passages of one; letters of each. */
const PINNED = 3, SHOWN = 3, LENGTH = 220
/** Words beside the name of a place up to which it is what was asked for. */
const FEW = 6

/** Words to be looked for in the page's own text: as they are meant, without those that only say which page.
 *  @param {Asked[]} asked @returns {Within["words"]} */
export function wordsWithin(asked) {
  const left = asked.filter(one => !one.optional && !one.lost)
  const telling = left.some(one => !isSmall(one))
  return telling ? left.map(one => one.means[0]?.kind ? { ...one, f: one.means[0].f, x: one.means[0].x ?? one.means[0].f, marked: one.means[0].x !== null } : one) : []
}

/** Tells results where in them the answer stands. @param {Opened} opened @param {(readonly [Item, Within])[]} found the best first
 *  @param {number} many of them @param {Set<string>} missing */
export async function lead(opened, found, many, missing) {
  await Promise.all(found.slice(0, Math.max(many, PINNED)).map(async ([item, within], n) => {
    if (!within.file || n >= many && !within.steps) return
    const places = await opened.store.places(within.file, missing)
    if (!places) return
    item.clause = pinnedIn(places, within, item) ?? item.clause
    if (n >= many) return
    item.passages = await passagesIn(places, within, item)
    item.clause = item.clause && within.words.length <= FEW ? item.clause : item.passages[0]?.clause ?? item.clause
  }))
}

/** The passages of one result. @param {Opened} opened @param {Item} item @param {Within} within @param {number} [limit]
 *  @param {Set<string>} [missing] @returns {Promise<Item["passages"]>} */
export async function passagesOfItem(opened, item, within, limit = SHOWN, missing = new Set()) {
  const places = within.words.length ? await opened.store.places(within.file, missing) : null
  return places ? passagesIn(places, within, item, limit) : []
}

/** @param {import("./passages.js").Part[]} places @param {Within} within @param {Item} item */
async function passagesIn(places, within, item, limit = SHOWN) {
  if (!within.words.length) return []
  const module = await import("./passages.js").catch(() => null)
  const pinned = pinnedIn(places, within, item)?.id
  return module?.passagesOf(places, within.words, within.sought, item.url, { limit, length: LENGTH, pinned }) ?? []
}

/** The place that was named. @param {import("./passages.js").Part[]} places @param {Within} within @param {Item} item */
function pinnedIn(places, { steps }, item) {
  const found = steps ? placed(places.map(({ id, label }) => [id, label]), steps) : undefined
  if (!found) return null
  const url = new URL(item.url), [id, label] = found
  url.hash = id
  return { id, label, url: url.href }
}
