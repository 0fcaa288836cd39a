// @ts-check
// An index held in memory, of pages told in a line each: what the real one says of them, without files and bytes.
// Only for tests; that the real files say the same is tried in a browser (tests/test_search.py).

import { lexiconOf } from "../lexicon.js"
import { phrasesOf } from "../named.js"
import { synonymsOf } from "../opened.js"
import { exact, fold, words } from "../text.js"

/** @typedef {import("../opened.js").Opened} Opened */
/** @typedef {import("../chunk.js").Listed} Listed */
/** @typedef {{url: string, title: string, text?: string, kind?: string, year?: string, gone?: boolean,
 *  numbers?: [string, string][], keywords?: string[], places?: [string, string][], within?: import("../passages.js").Part[], names?: [string, number][], day?: string, dated?: boolean}} Told
 *  `numbers`: `["11", "qd-tw"]`; `names`: with their byte */

const TITLE = 128

/** @param {Told[]} pages @param {{synonyms?: string[][], types?: {[name: string]: string}, around?: string[], asked?: {[kind: string]: string[]}, explaining?: string[], resting?: string[], subject?: string[], works?: string[]}} [more]
 *  @returns {Opened} */
export function openedOf(pages, { synonyms = [], types = {}, around = [], asked = {}, explaining = [], resting = [], subject = [], works = [] } = {}) {
  /** @type {Map<string, {spellings: Map<string, Map<number, number>>, followers: Map<string, Map<number, number>>}>} */
  const groups = new Map()
  /** Of every word the phrases that have it. @type {Map<string, [number, number][]>} */
  const phrases = new Map()
  const group = (/** @type {string} */ f) => groups.get(f) ?? groups.set(f, { spellings: new Map(), followers: new Map() }).get(f)
  /** @param {"spellings" | "followers"} of @param {string} f @param {string} name @param {number} page @param {number} weight */
  const put = (of, f, name, page, weight) => {
    const lists = group(f)?.[of]
    const list = lists?.get(name) ?? lists?.set(name, new Map()).get(name)
    list?.set(page, (list.get(page) ?? (/^[=@]/.test(f) ? 0 : 16)) | weight)
  }
  pages.forEach(({ title, text = "", numbers = [], names = [], keywords = [], day, dated = false }, page) => {
    ;[title, ...keywords].forEach((phrase, n) => {
      const all = new Set(words(phrase).map(fold))
      for (const word of all) phrases.set(word, [...phrases.get(word) ?? [], [page, Math.min(15, all.size - 1) << 4 | n]])
    })
    for (const [part, weight] of /** @type {[string, number][]} */ ([[[title, ...keywords].join("\n"), TITLE], [text, 0]]))
      for (const sentence of part.split(/[.\n]/)) {
        const run = words(sentence)
        run.forEach((word, n) => {
          put("spellings", fold(word), exact(word), page, weight)
          if (n + 1 < run.length) put("followers", fold(word), fold(run[n + 1]), page, weight | n & 15)
        })
      }
    for (const [first, letters] of numbers) put("followers", `#${first}`, letters, page, TITLE)
    for (const [name, byte] of names) {
      const [first, ...rest] = words(name)
      put("followers", `=${fold(first)}`, `${rest.map(fold).join("-")}/${words(name).map(exact).join("-")}`, page, byte)
    }
    if (day) put("followers", `@${day.slice(0, 4)}`, day.slice(5), page, dated ? 1 : 0)
  })
  const known = [...groups.keys()].filter(one => !/^[#@=]/.test(one)).sort()
  const kinds = [...new Set(pages.map(one => one.kind ?? "bai"))], years = [...new Set(pages.map(one => one.year ?? ""))].filter(Boolean).sort()
  const head = /** @type {import("../chunk.js").Head} */ ({
    format: 2, release: "thu", pages: pages.length, buckets: 1, big: {}, cards: 1, alphabet: "",
    badges: [["Hết hiệu lực", "bac-mau", true]], kinds: kinds.map(one => [one, one]), facets: [["kind", "Loại"], ["year", "Năm"]],
    letters: [...new Set(pages.flatMap(one => one.numbers ?? []).flatMap(one => one[1].split("-")))].join(" "),
    types, synonyms, around, explaining, resting, works, words: known.join(" "),
    spellings: known.map(f => [...groups.get(f)?.spellings.keys() ?? []].map(told => `=${told}`).join(",")).join(" "),
    columns: {
      counts: Uint8Array.from(known.flatMap(f => [...groups.get(f)?.spellings.values() ?? []]), list => Math.round(16 * Math.log2(list.size))),
      titles: Uint8Array.from(pages, one => words(one.title).length),
      kinds: Uint8Array.from(pages, one => kinds.indexOf(one.kind ?? "bai") | (one.gone ? TITLE : 0)),
      years: Uint8Array.from(pages, one => Number(one.year ?? 1900) - 1900),
      files: new Uint8Array(),
    },
  })
  const facets = {
    kind: [kinds.map(one => [one, one]), pages.map(one => kinds.indexOf(one.kind ?? "bai")).join(";")],
    year: [years.map(one => [one, one]), pages.map(one => one.year ? years.indexOf(one.year) : "").join(";")],
  }
  const store = {
    names: [], forget: () => {}, placeOf: () => 0, isHere: () => true,
    /** @param {string} f */
    group: async f => {
      const found = groups.get(f)
      const called = phrases.get(f) ?? [], pages = Uint32Array.from(called, one => one[0]), weights = Uint8Array.from(called, one => one[1])
      const list = { count: pages.length, weights, pages: (/** @type {Uint32Array} */ room) => (room.set(pages), room), read: () => ({ pages, weights }) }
      return found ? { spellings: listed(found.spellings), followers: followersOf(new Map([...listed(found.followers), ["=", list]])) } : null
    },
    /** @param {string} f @param {string} prefix */
    beginning: async (f, prefix) => followersOf(listed(groups.get(f)?.followers ?? new Map())).from(prefix),
    /** @param {number} page */
    card: async page => {
      const { url, title, text = "", gone, places = [], numbers = [], within } = pages[page]
      return [url, title, text, null, gone ? [0] : [], numbers[0]?.join("-") ?? "", places, ...within ? [String(page)] : []]
    },
    days: async () => pages.map(one => one.day ?? ""),
    /** @param {string} name */
    places: async name => pages[Number(name)].within ?? null,
    facets: async () => facets,
  }
  return {
    head, lexicon: lexiconOf(head), around: phrasesOf(around), subject: phrasesOf(subject), asked: Object.entries(asked).map(([kind, told]) => [kind, phrasesOf(told)]), serials: new Set(pages.flatMap(one => one.numbers ?? []).map(one => one[0])), letters: new Set(head.letters.split(" ").filter(Boolean)),
    store: /** @type {any} */ (store),
    synonyms: synonymsOf(head),
  }
}

/** @param {Map<string, Map<number, number>>} lists @returns {Map<string, Listed>} */
const listed = lists => new Map([...lists].map(([name, list]) => {
  const pages = Uint32Array.from([...list.keys()].sort((a, b) => a - b)), weights = Uint8Array.from(pages, page => list.get(page) ?? 0)
  return [name, { count: pages.length, weights, pages: room => (room.set(pages), room), read: () => ({ pages, weights }) }]
}))

/** @param {Map<string, Listed>} lists @returns {import("../chunk.js").Followers} */
const followersOf = lists => ({
  get: name => lists.get(name),
  from: prefix => [...lists].filter(([name]) => name.startsWith(prefix)).sort((a, b) => a[0] < b[0] ? -1 : 1),
})
