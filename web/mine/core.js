// @ts-check
// The reader's own unit or school: what is kept of it, and which of its duties come first. Pure.
import { isOurs } from "../booklet/core.js"

/** @typedef {{url: string, title: string, shared: string[]}} Unit `url` of its page below the site's root; `shared`: the
 *  pages whose duties are its duties too */
/** @typedef {{url: string, title: string, until: string, when: string, state: string}} Duty `until`: 2026-12-31, or
 *  nothing where it has no day */

/** Whatever stands in storage. @param {any} told @returns {Unit | undefined} */
export function known(told) {
  if (!isOurs(told?.url) || typeof told.title !== "string") return undefined
  const shared = Array.isArray(told.shared) ? told.shared.filter(isOurs) : []
  return { url: told.url, title: told.title, shared }
}

/** Each once; those with a day by their days, the others behind them as they stood. @param {Duty[]} duties */
export function dueNext(duties) {
  const once = [...new Map(duties.map(one => [one.url, one])).values()]
  const dated = once.filter(one => one.until).sort((a, b) => a.until < b.until ? -1 : Number(a.until > b.until))
  return [...dated, ...once.filter(one => !one.until)]
}
