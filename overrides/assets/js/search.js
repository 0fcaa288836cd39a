// @ts-check
// Search in the portal's pages, version 1.0.0 (semver: a major number changes what is exported here).
//
//   import { open } from "…/assets/js/search.js"
//   const search = await open("https://host/any/path/")      // the root of the site
//   const found = await search.search("qd 11 điều 5", { limit: 10 })
//
// Nothing is fetched before `open` is called; nothing is sent anywhere; no query ever throws: what could not be
// loaded is named in `incomplete`. Only an aborted `signal` rejects (AbortError), and `open` where there is no index.

/** @typedef {{text: string, hit: boolean}} Part */
/** @typedef {{id: string, label: string, url: string}} Clause the address is absolute */
/**
 * @typedef {object} Item
 * @property {string} url absolute
 * @property {string} title
 * @property {Part[]} titleParts
 * @property {{id: string, label: string}} kind
 * @property {{label: string, tone: string}[]} badges
 * @property {Part[]} summaryParts
 * @property {Clause | null} clause the place on the page that was asked for
 * @property {string | null} date `2021-05-19`, `2021-05` or `2021`
 * @property {number} score
 */
/** @typedef {"correction" | "telex" | "vni" | "spaces" | "number" | null} ReadingKind */
/** @typedef {{text: string, original: string, changed: boolean, kind: ReadingKind}} Reading */
/** @typedef {{id: string, label: string, values: {value: string, label: string, count: number}[]}} Facet */
/**
 * @typedef {object} Results
 * @property {string} query
 * @property {Reading} reading the words that were looked for; `changed` where they are not what was typed
 * @property {number} total
 * @property {Item[]} items
 * @property {Facet[]} facets empty unless facets were asked for (`facets: {}` asks for all counts)
 * @property {string[]} near other spellings that would find something
 * @property {string[]} incomplete what could not be loaded, in words for people
 * @property {string} release
 */
/**
 * @typedef {object} SearchOptions
 * @property {number} [limit] 10
 * @property {number} [offset] 0
 * @property {string[]} [kinds] only these kinds
 * @property {{[facet: string]: string[]}} [facets] only these values
 * @property {boolean} [exact] take the words as they were typed
 * @property {AbortSignal} [signal]
 */
/**
 * @typedef {object} Search
 * @property {string} release
 * @property {(query: string, options?: SearchOptions) => Promise<Results>} search
 * @property {(query: string, options?: {limit?: number, signal?: AbortSignal}) => Promise<Results>} suggest while
 *   typing: the last word may be unfinished
 * @property {(item: Item, query: string) => Promise<Part[]>} snippet words around the hits in the page's own text
 * @property {(root: Element, query: string) => number} markHits marks the words in an opened page, says how many
 */

const fold = (/** @type {string} */ text) =>
  text.replace(/[đĐðÐ]/g, "d").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
const words = (/** @type {string} */ text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** A text with its hits. @param {string} text @param {string[]} asked @returns {Part[]} */
function parts(text, asked) {
  /** @type {Part[]} */
  const made = []
  for (const [piece] of text.normalize("NFC").matchAll(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+/gu)) {
    const hit = asked.includes(fold(piece))
    const last = made.at(-1)
    if (last && last.hit === hit) last.text += piece
    else made.push({ text: piece, hit })
  }
  return made
}

/** @param {string | URL} baseUrl root of the site @param {{load?: (path: string) => Promise<Response>}} [options]
 *  @returns {Promise<Search>} */
export async function open(baseUrl, options = {}) {
  const root = new URL(baseUrl, location.href)
  const load = options.load ?? (path => fetch(new URL(path, root)))
  const index = await (await load("assets/search/index.json")).json()
  /** @type {any[]} */
  const docs = index.docs.map((/** @type {any[]} */ d) => ({ d, title: words(d[1]), all: new Set(words(`${d[1]}\n${d[8]}`)) }))

  /** @param {string} query @param {SearchOptions} [options] @returns {Promise<Results>} */
  async function search(query, { limit = 10, offset = 0, kinds, facets } = {}) {
    const asked = words(query)
    const ranked = docs
      .map(({ d, title, all }) => {
        const hits = asked.filter(one => all.has(one)).length / (asked.length || 1)
        const inTitle = asked.filter(one => title.includes(one)).length
        return { d, score: hits * hits * (1 + 3 * inTitle / (asked.length + title.length)) }
      })
      .filter(({ d, score }) => score > 0.25 && (!kinds || kinds.includes(d[2]))
        && Object.entries(facets ?? {}).every(([id, wanted]) => !wanted.length || values(d, id).some(([v]) => wanted.includes(v))))
      .sort((a, b) => b.score - a.score)
    return {
      query,
      reading: { text: query, original: query, changed: false, kind: null },
      total: ranked.length,
      items: ranked.slice(offset, offset + limit).map(({ d, score }) => item(d, score, asked)),
      facets: facets ? counts(ranked.map(({ d }) => d)) : [],
      near: [],
      incomplete: [],
      release: "",
    }
  }

  /** @param {any[]} d @param {string} id @returns {[string, string][]} */
  const values = (d, id) => id === "kind" ? [[d[2], index.kinds[d[2]] ?? d[2]]]
    : id === "year" ? d[4] ? [[d[4].slice(0, 4), d[4].slice(0, 4)]] : [] : d[7][id] ?? []

  /** @param {any[][]} found @returns {Facet[]} */
  function counts(found) {
    return Object.entries(index.facets).map(([id, label]) => {
      const met = new Map()
      for (const d of found)
        for (const [value, label] of values(d, id))
          met.set(value, { value, label, count: (met.get(value)?.count ?? 0) + 1 })
      return { id, label: String(label), values: [...met.values()].sort((a, b) => b.count - a.count) }
    })
  }

  /** @param {any[]} d @param {number} score @param {string[]} asked @returns {Item} */
  function item(d, score, asked) {
    const [path, title, kind, summary, date, badges, , , , sections] = d
    const place = sections.find((/** @type {string[]} */ one) => asked.length > 1 && asked.every(word => words(one[1]).includes(word)))
    return {
      url: new URL(path, root).href,
      title,
      titleParts: parts(title, asked),
      kind: { id: kind, label: index.kinds[kind] ?? "Trang" },
      badges: badges.map((/** @type {string[]} */ [label, tone]) => ({ label, tone })),
      summaryParts: parts(summary, asked),
      clause: place ? { id: place[0], label: place[1], url: new URL(`${path}#${place[0]}`, root).href } : null,
      date: date || null,
      score,
    }
  }

  return {
    release: "",
    search,
    suggest: (query, { limit = 8 } = {}) => search(query, { limit }),
    async snippet(found, query) {
      const d = index.docs.find((/** @type {any[]} */ one) => new URL(one[0], root).href === found.url)
      return parts(d ? d[8].slice(0, 240) : "", words(query))
    },
    markHits,
  }
}

/** Marks the words of a query in an opened page. @param {Element} root @param {string} query @returns {number} */
export function markHits(root, query) {
  const asked = words(query)
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  /** @type {Text[]} */
  const texts = []
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode))
  let count = 0
  for (const text of texts) {
    const found = parts(text.data, asked)
    if (!found.some(one => one.hit)) continue
    text.replaceWith(...found.map(one => {
      if (!one.hit) return one.text
      count++
      const mark = document.createElement("mark")
      mark.textContent = one.text
      return mark
    }))
  }
  return count
}
