// @ts-check
// What is asked for, as the address of the page says it: words, what it is narrowed to, and whether the words are
// meant as they stand, and the newest is wanted first. An address someone else wrote may hold anything, one of former
// days means what it meant. Pure.

/** @typedef {{words: string, exact: boolean, newest?: boolean, chosen: {[facet: string]: string[]}}} Question */

/** @typedef {{names: [id: string, name: string][], former: [name: string, value: string, id: string, now: string][]}} Addresses
 *  what facets are called in addresses, as the page tells it; one that is not here goes by its id. `former`: values that
 *  had another name, or another facet */

const OURS = ["q", "dung", "tim", "xep"]
const FACET = /^[a-z][a-z-]{0,30}$/
export const LONGEST = 500
const MOST = 20

/** @param {string} search @param {Addresses} addresses @returns {Question} */
export function read(search, { names, former }) {
  const told = new URLSearchParams(search)
  const ids = new Map(names.map(([id, name]) => [name, id]))
  /** @type {{[facet: string]: string[]}} */
  const chosen = {}
  for (const name of new Set(told.keys())) {
    if (OURS.includes(name) || !FACET.test(name)) continue
    const values = [...new Set(told.getAll(name))].filter(one => one && one.length <= LONGEST).slice(0, MOST)
    for (const value of values) {
      const [, , id, now] = former.find(one => one[0] === name && one[1] === value) ?? [name, value, ids.get(name) ?? name, value]
      const known = Object.hasOwn(chosen, id) ? chosen[id] : []
      if (!known.includes(now)) chosen[id] = [...known, now]
    }
  }
  return { words: (told.get("q") ?? "").slice(0, LONGEST), exact: told.get("dung") === "1", ...told.get("xep") === "ngay" ? { newest: true } : {}, chosen }
}

/** @param {Question} question @param {Addresses["names"]} names */
export function write({ words, exact, newest, chosen }, names) {
  const told = new URLSearchParams(), nameOf = new Map(names)
  if (words.trim()) told.set("q", words.trim())
  if (exact) told.set("dung", "1")
  if (newest) told.set("xep", "ngay")
  for (const [facet, values] of Object.entries(chosen))
    for (const value of values) told.append(nameOf.get(facet) ?? facet, value)
  const text = told.toString()
  return text && `?${text}`
}

/** @param {Question} question @param {string} facet @param {string} value @param {boolean} wanted @returns {Question} */
function choose(question, facet, value, wanted) {
  const rest = (question.chosen[facet] ?? []).filter(one => one !== value)
  const { [facet]: _, ...others } = question.chosen
  const values = wanted ? [...rest, value] : rest
  return { ...question, chosen: values.length ? { ...others, [facet]: values } : others }
}

/** One kind at a time, of all else as many values as are wanted. @param {Question} question @param {string} facet
 *  @param {string} value @param {boolean} wanted @returns {Question} */
export function narrow(question, facet, value, wanted) {
  if (facet !== "kind") return choose(question, facet, value, wanted)
  const { kind: _, ...others } = question.chosen
  return { ...question, chosen: value && wanted ? { ...others, kind: [value] } : others }
}

/** @param {Question} question */
export const isNarrowed = question => Object.keys(question.chosen).length > 0
