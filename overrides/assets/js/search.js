// @ts-check
// Search in the portal's pages: the public module. Everything exported and every type below is kept by semver:
// a new major number takes away or changes, a minor one adds. The interface, the tests and the bench use nothing else.
//
//   import { open } from "https://host/any/path/assets/js/search.js"
//   const search = await open("https://host/any/path/")      // the root of the site
//   const asked = new AbortController()                       // asked.abort() when the next letter is typed
//   const found = await search.search("qd 11 điều 5", {
//     limit: 10, kinds: ["van-ban"], facets: { year: ["2021"] }, signal: asked.signal,
//   })
//   for (const { title, url, clause } of found.items) console.log(title, clause?.url ?? url)
//   if (found.reading.changed) console.log("results for", found.reading.text)  // refused by { exact: true }
//
// A query: words with or without marks, numbers of documents in any spelling, with their place («điều 5 qđ 11»),
// "words in a row", -word to leave out. Any string is a query, the empty one finds nothing.
//
// Facets: ids and values are told by `found.facets`, asked for with `facets: {}`: `kind`, `year`, `issuer`,
// `validity`, `topic`, `school`. Values of one facet are alternatives, facets narrow each other; what is not known
// as a facet narrows nothing. `kinds` is the facet `kind`.
//
// Errors: `open` rejects where there is no index that can be read (Error) or no address (TypeError). After that no
// query throws: what could not be loaded is named in `incomplete`, in words for people, and asked for again by the
// next query. An aborted `signal` rejects with its reason (AbortError).
//
// Nothing is fetched before `open` is called, nothing is sent anywhere but requests for files of the site, nothing
// is kept. From another origin those files must be allowed to be read: `Access-Control-Allow-Origin` for
// `assets/js/` and `assets/search/`, for `snippet` the pages as well. Texts are texts: put them in as such.

export const version = "1.1.0"

/** @typedef {{text: string, hit: boolean}} Part */
/** @typedef {{id: string, label: string, url: string}} Clause a place on a page; the address is absolute */
/**
 * @typedef {object} Item
 * @property {string} url absolute
 * @property {string} title
 * @property {Part[]} titleParts
 * @property {{id: string, label: string}} kind
 * @property {{label: string, tone: string}[]} badges its states; a `tone` of `het` is said of what no longer holds
 * @property {Part[]} summaryParts
 * @property {Clause | null} clause the place on the page that was asked for
 * @property {string | null} date `2021-05-19`, `2021-05` or `2021`
 * @property {number} score to be compared within one answer only
 */
/** @typedef {"correction" | "telex" | "vni" | "spaces" | "number" | null} ReadingKind */
/** @typedef {{text: string, original: string, changed: boolean, kind: ReadingKind}} Reading `kind`: why it changed */
/** @typedef {{id: string, label: string, values: {value: string, label: string, count: number}[]}} Facet */
/**
 * @typedef {object} Results
 * @property {string} query
 * @property {Reading} reading the words that were looked for; `changed` where they are not what was typed
 * @property {number} total
 * @property {Item[]} items the best first
 * @property {Facet[]} facets empty unless facets were asked for (`facets: {}` asks for all counts)
 * @property {string[]} near other spellings that would find something
 * @property {string[]} incomplete what could not be loaded, in words for people
 * @property {string} release of the index: another one where what can be found has changed
 */
/**
 * @typedef {object} SearchOptions
 * @property {number} [limit] 10
 * @property {number} [offset] 0
 * @property {string[]} [kinds] only these kinds
 * @property {{[facet: string]: string[]}} [facets] only these values; counts come with it, also with `{}`
 * @property {boolean} [exact] take the words as they were typed
 * @property {AbortSignal} [signal]
 */
/**
 * @typedef {object} Search
 * @property {string} release
 * @property {(query: string, options?: SearchOptions) => Promise<Results>} search
 * @property {(query: string, options?: {limit?: number, signal?: AbortSignal}) => Promise<Results>} suggest while
 *   typing: the last word may be unfinished
 * @property {(item: Item, query: string, options?: {signal?: AbortSignal}) => Promise<Part[]>} snippet words around
 *   the hits in the page's own text, which is fetched for it
 * @property {(root: Element, query: string) => number} markHits puts `mark` around the words in an opened page, but
 *   not in navigation, buttons and what carries `data-search-exclude`; says how many
 */

/** @param {string | URL} baseUrl root of the site
 *  @param {{load?: (path: string, again: boolean) => Promise<ArrayBuffer>}} [options] `load` brings a file below the
 *  root where `fetch` cannot: from a bundle opened without a server
 *  @returns {Promise<Search>} */
export async function open(baseUrl, options = {}) {
  const root = new URL(baseUrl, location.href)
  // The index and the programme at once: neither waits for the other.
  const early = options.load ? null : fetch(new URL("assets/search/index.bin", root)).catch(() => null)
  const { engineOf, loadFrom, loadHead } = await import("./search/flat.js")
  const load = options.load ?? loadFrom(root)
  /** @param {string} path @param {boolean} again */
  const first = async (path, again) => {
    const answer = await early
    return answer?.ok ? answer.arrayBuffer() : load(path, again)
  }
  const head = await loadHead(first, false).catch(() => loadHead(load, true))
  const engine = engineOf(head, load, root)
  return {
    get release() { return engine.release },
    search: (query, asked) => engine.search(query, asked),
    suggest: (query, asked) => engine.search(query, { limit: 8, ...asked, light: true }),
    snippet: engine.snippet,
    markHits: engine.markHits,
  }
}
