// @ts-check
// The choice among the documents of the list: one value of a facet each, and an order. Pure; `facet:value` is a mark.

/** @typedef {{marks: string[], day: string, name: string, issuer: string}} Entry */
/** @typedef {Map<string, string>} Choice facet → mark */

const SORT = "sap-xep"
const words = new Intl.Collator("vi", { numeric: true })

/** @param {string} mark */
export const facetOf = mark => mark.slice(0, mark.indexOf(":"))
/** @param {string} mark */
export const valueOf = mark => mark.slice(mark.indexOf(":") + 1)

/** What an address chooses of the facets that there are. @param {string} search @param {Iterable<string>} facets
 *  @returns {{choice: Choice, sort: string}} */
export function read(search, facets) {
  const told = new URLSearchParams(search)
  const choice = new Map([...facets].flatMap(facet => told.has(facet) ? [[facet, `${facet}:${told.get(facet)}`]] : []))
  return { choice, sort: told.get(SORT) ?? "" }
}

/** @param {Choice} choice @param {string} sort @returns {string} nothing where nothing is chosen */
export function write(choice, sort) {
  const told = new URLSearchParams()
  for (const [facet, mark] of choice) told.set(facet, valueOf(mark))
  if (sort) told.set(SORT, sort)
  return String(told) && `?${told}`
}

/** The choice with a mark in place of its facet's other one, or without it where it was chosen. @param {Choice} choice
 *  @param {string} mark @returns {Choice} */
export function toggled(choice, mark) {
  const made = new Map(choice)
  const facet = facetOf(mark)
  if (choice.get(facet) === mark) made.delete(facet)
  else made.set(facet, mark)
  return made
}

/** @param {Entry} one @param {Choice} choice */
const fits = (one, choice) => [...choice.values()].every(mark => one.marks.includes(mark))

/** @type {Map<string, (one: Entry, other: Entry) => number>} */
const ORDERS = new Map([
  ["cu-nhat", (one, other) => Number(!one.day) - Number(!other.day) || one.day.localeCompare(other.day)],
  ["ten", (one, other) => words.compare(one.name, other.name)],
  ["co-quan", (one, other) => words.compare(one.issuer, other.issuer)],
])

/** What is left, in order; as the list stands where the order is none of ours. @template {Entry} T @param {T[]} entries
 *  @param {Choice} choice @param {string} sort @returns {T[]} */
export function found(entries, choice, sort) {
  const order = ORDERS.get(sort)
  const left = entries.filter(one => fits(one, choice))
  return order ? left.sort(order) : left
}

/** How many a mark would leave in place of its facet's other one. @param {Entry[]} entries @param {Choice} choice
 *  @param {string} mark */
export function wouldLeave(entries, choice, mark) {
  const others = new Map(choice)
  others.delete(facetOf(mark))
  return entries.reduce((sum, one) => sum + Number(one.marks.includes(mark) && fits(one, others)), 0)
}
