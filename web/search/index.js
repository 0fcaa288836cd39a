// @ts-check
/**
 * @typedef {object} Search
 * @property {string} release
 * @property {(query: string, options?: SearchOptions) => Promise<Results>} search
 * @property {(query: string, options?: {limit?: number, signal?: AbortSignal}) => Promise<Results>} suggest while
 *   typing: the last word may be unfinished
 * @property {(item: Item, query: string, options?: {signal?: AbortSignal}) => Promise<Part[]>} snippet words around
 *   the hits in the page's own text, which is fetched for it
 * @property {(item: Item, query: string, options?: {limit?: number, signal?: AbortSignal}) => Promise<Passage[]>} passages
 *   the sections of the page that answer best, read in its own text
 * @property {(root: Element, query: string) => number} markHits marks the words in an opened page, but not in
 *   `[data-search-exclude]`; says how many
 */

import { engineOf } from "./engine.js"
import { mark } from "./marking.js"
import { ask } from "./query.js"
import { loadHead } from "./store.js"

export { version } from "./contract.js"

/** @typedef {import("./contract.js").Item} Item */
/** @typedef {import("./contract.js").Part} Part */
/** @typedef {import("./contract.js").Passage} Passage */
/** @typedef {import("./contract.js").Results} Results */
/** @typedef {import("./contract.js").SearchOptions} SearchOptions */

/** @param {URL} root @returns {import("./store.js").Load} */
const loadFrom = root => async (path, again) => {
  const answer = await fetch(new URL(path, root), { cache: again ? "reload" : "default" })
  if (!answer.ok) throw new Error(`${answer.status} ${path}`)
  return answer.arrayBuffer()
}

/** @param {string | URL} baseUrl root of the site
 *  @param {{load?: (path: string, again: boolean) => Promise<ArrayBuffer>}} [options] `load` brings a file below the
 *  root where `fetch` cannot: from a bundle opened without a server
 *  @returns {Promise<Search>} */
export async function open(baseUrl, { load } = {}) {
  const root = new URL(baseUrl, location.href)
  const bring = load ?? loadFrom(root)
  const engine = engineOf(await loadHead(bring, false).catch(() => loadHead(bring, true)), bring, root)
  return {
    get release() { return engine.release },
    search: (query, asked) => engine.search(query, asked),
    suggest: (query, asked) => engine.search(query, { limit: 8, ...asked, light: true }),
    snippet: (item, query, { signal } = {}) => import("./snippet.js").then(({ snippet }) => snippet(item, engine.sought(query), signal), () => item.summaryParts),
    passages: async (item, query, how) => await engine.passages(item, how?.limit)
      ?? import("./snippet.js").then(({ passages }) => passages(item, ask(query).words, engine.sought(query), how), () => []),
    markHits: (element, query) => mark(element, engine.sought(query), query),
  }
}
