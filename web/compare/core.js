// @ts-check
// Which two documents are chosen, which can stand beside each other, and a document's file as its clauses. Pure.
import { unnumbered } from "./align.js"

/** @typedef {{id: string, hasText: boolean}} Offered */
/** @typedef {{a: string, b: string}} Choice either empty */
/** What is read of api/v1/van-ban/….json.
 *  @typedef {{name: string, issuer: string | null, issued: {text: string} | null, validity: {state: {label: string}},
 *    textQuality: {label: string}, body: {sections: {id: string, label: string, text: string}[]}}} Entry */
/** What is read of van-ban/…/the.json. @typedef {{state?: string, tone?: string, places?: {[id: string]: {name: string}}}} Card */

/** @param {string} search @returns {Choice} */
export function chosen(search) {
  const told = new URLSearchParams(search)
  return { a: told.get("a") ?? "", b: told.get("b") ?? "" }
}

/** The address of a choice; whatever else it says stays. @param {string} search @param {Choice} choice */
export function address(search, { a, b }) {
  const told = new URLSearchParams(search)
  told.set("a", a)
  told.set("b", b)
  return `?${told}`
}

/** The documents that can stand beside one: both with their texts, or with a comparison of their own.
 *  @template {Offered} D @param {D[]} all @param {string} a @param {(a: string, b: string) => unknown} way */
export function beside(all, a, way) {
  const one = all.find(({ id }) => id === a)
  return all.filter(other => one && other !== one && (one.hasText && other.hasText || way(a, other.id)))
}

/** Clauses with their names and words; a heading's words come first, unless they are its name; its number is
 *  in the name.
 *  @param {Entry} entry @param {Card} card @returns {import("./align.js").Unit[]} */
export const unitsOf = ({ body }, { places }) => body.sections.map(({ id, label, text }) => {
  const name = places?.[id]?.name ?? label
  const own = label.toLowerCase() === name.toLowerCase() ? [] : [label]
  return { id, name, text: unnumbered([...own, text.trim()].filter(Boolean).join("\n") || label) }
})
