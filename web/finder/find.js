// @ts-check
// What a question asks of the search: the results, how many each value of a facet would leave, and what is found
// where nothing is narrowed.
import { engine } from "./engine.js"

/** @typedef {import("./state.js").Question} Question */
/** @typedef {import("../search/contract.js").Results} Results */
/** @typedef {Results & {everywhere: NonNullable<Results["everywhere"]>}} Found */

/** @param {Question} question @param {number} limit @param {number} offset @param {boolean} finished whether nobody is
 *  typing it any more @param {boolean} weaker what has only some of the words as well
 *  @param {AbortSignal} [signal] @returns {Promise<Found>} */
export async function find({ words, exact, newest, chosen: { kind, ...facets } }, limit, offset, finished, weaker, signal) {
  const search = await engine()
  const found = await search.search(words, { limit, offset, kinds: kind, facets, apart: true, exact, finished, weaker, ...newest ? { order: /** @type {const} */ ("day") } : {}, passages: 0, signal })
  return { ...found, everywhere: found.everywhere ?? found }
}
