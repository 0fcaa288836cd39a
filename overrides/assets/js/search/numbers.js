// @ts-check
// Documents asked for by their own number, and pages of an asked day.

import { fits } from "./query.js"

/** @typedef {import("./opened.js").Opened} Opened */
/** @typedef {import("./query.js").Numbered} Numbered */
/** @typedef {{pages: Map<number, {worth: number, label: string}>, from: number, to: number, found: Numbered[]}} Own
 *  pages whose own number was asked for, by the words from…to */

/** More than words can bring: a number leads to its document. */
export const NUMBER = 1000

/** @param {Opened} opened @param {Numbered[]} found @param {number} count words of the query
 *  @param {Set<string>} missing @returns {Promise<Own>} */
export async function ownNumbers({ store }, found, count, missing) {
  /** @type {Own["pages"]} */
  const pages = new Map()
  let from = count, to = 0
  for (const one of found) {
    const more = await store.beginning(`#${one.first}`, "", 3, missing)
    for (const [label, list] of more) {
      if (one.letters.length && !fits(label, one.letters)) continue
      const exactly = label.replaceAll("-", "") === one.letters.join("")
      for (const page of list.read().pages) {
        const worth = (one.letters.length ? NUMBER : NUMBER / 2) + (exactly ? 100 : 0)
        if (worth > (pages.get(page)?.worth ?? 0)) pages.set(page, { worth, label })
      }
      from = Math.min(from, one.from)
      to = Math.max(to, one.to)
    }
  }
  return { pages, from, to, found }
}

/** @param {Opened} opened @param {{year: string, rest: string} | null} day @param {Set<string>} missing */
export async function ofDay({ store }, day, missing) {
  const found = day ? await store.beginning(`@${day.year}`, day.rest, 1, missing) : []
  return found.flatMap(([, list]) => [...list.read().pages])
}
