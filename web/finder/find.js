// @ts-check
// What a question asks of the search: the results, how many each value of a facet would leave, and what is found
// where nothing is narrowed.
import { engine } from "./engine.js"
import { choose } from "./state.js"

/** @typedef {import("./state.js").Question} Question */
/** @typedef {import("../search/index.js").Results} Results */
/** @typedef {Results & {everywhere: Results}} Found */

/** One kind at a time, of all else as many values as are wanted. @param {Question} question @param {string} facet
 *  @param {string} value @param {boolean} wanted @returns {Question} */
export function narrow(question, facet, value, wanted) {
  if (facet !== "kind") return choose(question, facet, value, wanted)
  const others = without(question.chosen, facet)
  return { ...question, chosen: value && wanted ? { ...others, kind: [value] } : others }
}

/** A facet is counted as if nothing of it was chosen: so another of its values can be added.
 *  @param {Question} question @param {number} limit @param {number} offset @param {AbortSignal} [signal]
 *  @returns {Promise<Found>} */
export async function find({ words, exact, chosen }, limit, offset, signal) {
  const search = await engine()
  /** @param {Question["chosen"]} by @param {number} most @returns {Promise<Results>} */
  const put = ({ kind, ...facets }, most) => search.search(words, { limit: most, offset, kinds: kind, facets, exact, signal })
  const ids = offset ? [] : Object.keys(chosen)
  const [found, ...apart] = await Promise.all([
    put(chosen, limit), ...ids.map(id => put(without(chosen, id), 0)), ...ids.length > 1 ? [put({}, 0)] : []])
  const facets = found.facets.map(facet => apart[ids.indexOf(facet.id)]?.facets.find(one => one.id === facet.id) ?? facet)
  return { ...found, facets, everywhere: apart.at(-1) ?? found }
}

/** @param {Question["chosen"]} chosen @param {string} id */
function without(chosen, id) {
  const { [id]: _, ...others } = chosen
  return others
}
