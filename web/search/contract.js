// @ts-check
// Search in the portal's pages: the public module, kept by semver: a new major version takes away or changes what is
// exported or typed here, a minor one adds. README, «Tìm kiếm»: an example, and what a server must allow.
//
//   const search = await open("https://host/any/path/")      // the root of the site
//   const found = await search.search("qd 11 điều 5", { limit: 10, facets: { year: ["2021"] }, signal })
//
// `open` rejects where there is no index (Error) or no address (TypeError); after that any string is a query, and none
// throws: what could not be loaded is named in `incomplete`, and asked for again by the next query. Only an aborted
// `signal` rejects, with its reason. Nothing is fetched before `open`, nothing is sent, nothing is kept.
// Facets: `kind`, `type`, `year`, `issuer`, `validity`, `topic`, `school`, `unit`; a document has the values that its row
// in the library has. Values of one are alternatives, facets narrow each other, one that is not known narrows nothing.
// All texts are texts: put them in as such.

/** @typedef {{text: string, hit: boolean}} Part */
/** @typedef {{id: string, label: string, url: string}} Clause the address is absolute */
/** @typedef {{clause: Clause, parts: Part[]}} Passage a section of a page, and words of it */
/**
 * @typedef {object} Item
 * @property {string} url absolute
 * @property {string} title
 * @property {Part[]} titleParts
 * @property {{id: string, label: string}} kind
 * @property {{label: string, tone: string, gone: boolean}[]} badges `gone`: it says that nobody may go by the page any more
 * @property {Part[]} summaryParts
 * @property {Clause | null} clause the place on the page that was asked for
 * @property {Passage[]} passages sections of a long page that answer, the best first
 * @property {string | null} note why it is found, where neither title nor text says it: «Nay gồm cả Bình Dương»
 * @property {string | null} about who signed a document, what it was replaced by
 * @property {string | null} date `2021-05-19`, `2021-05` or `2021`
 * @property {number} score
 */
/** @typedef {"correction" | "telex" | "vni" | "font" | "spaces" | "number" | null} ReadingKind */
/** @typedef {{text: string, original: string, changed: boolean, kind: ReadingKind}} Reading */
/** @typedef {{id: string, label: string, values: {value: string, label: string, count: number}[]}} Facet */
/**
 * @typedef {object} Results
 * @property {string} query
 * @property {Reading} reading the words that were looked for; `changed` where they are not what was typed
 * @property {number} total
 * @property {number} weaker how many more have only some of what was asked, where they were left out
 * @property {Item[]} items
 * @property {Facet[]} facets empty unless facets were asked for (`facets: {}` asks for all counts)
 * @property {{total: number, facets: Facet[]}} [everywhere] what is found without kinds and facets, if asked `apart`
 * @property {string[]} near other spellings that would find something
 * @property {string[]} notes what has to be known before the results, in words for people: words that no page has…
 * @property {string[]} incomplete what could not be loaded, in words for people
 * @property {string} release of the index
 */
/**
 * @typedef {object} SearchOptions
 * @property {number} [limit] 10
 * @property {number} [offset] 0
 * @property {string[]} [kinds] only these kinds
 * @property {{[facet: string]: string[]}} [facets] only these values
 * @property {boolean} [apart] count a facet as if none of its own values were asked for
 * @property {boolean} [weaker] true; false leaves out what has only some of what was asked
 * @property {"day"} [order] the newest first; else what answers best
 * @property {boolean} [exact] take the words as they were typed
 * @property {boolean} [finished] the last word is whole: that no page has it is said in `notes`
 * @property {number} [passages] 3: of so many results, the first ones, the passages are told; others: `passages(item)`
 * @property {AbortSignal} [signal]
 */

export const version = "1.5.0"
