// @ts-check
// What a question is narrowed to, and how many of the pages that answer each value of a facet has. A facet may be
// counted apart, as if none of its own values were asked for: one look at every page tells that of all of them.

/** @typedef {import("./opened.js").Opened} Opened */
/** @typedef {import("./contract.js").Facet} Facet */
/** @typedef {{id: string, fits: (page: number) => boolean}} Filter all that is asked of one facet */
/** @typedef {{id: string, label: string, ordered?: boolean, values: [string, string][], rows: number[][]}} Column a
 *  facet: its values with their labels, and the places of those that each page has */
/** @typedef {{facets: Facet[], met: boolean[], everywhere: {total: number, facets: Facet[]}}} Counted `met`: whether
 *  any page was counted for a facet */

const KIND = "kind"
/** A page that passes every filter, and one that fails more than one; else the place of the only one it fails. */
export const PASSES = -1, FAILS = -2

/** @param {Opened} opened @param {Set<string>} missing @returns {Promise<Column[]>} none where they cannot be had */
export async function columnsOf({ head, store }, missing) {
  const told = await store.facets(missing)
  return told ? head.facets.map(([id, label, ordered]) => ({ id, label, ordered, values: told[id][0], rows: rowsOf(told, id) })) : []
}

/** Read once, kept with the file. @param {any} told @param {string} id @returns {number[][]} */
const rowsOf = (told, id) => told[id].rows ??= told[id][1].split(";").map((/** @type {string} */ one) => one ? one.split(",").map(Number) : [])

/** @param {Opened["head"]} head @param {Column[]} columns @param {string[]} [kinds]
 *  @param {{[id: string]: string[]}} [facets] one that is not known narrows nothing @returns {Filter[]} */
export function filtersOf(head, columns, kinds = [], facets = {}) {
  /** @type {Map<string, Filter["fits"]>} */
  const made = new Map()
  const wanted = new Set(kinds)
  if (wanted.size) made.set(KIND, page => wanted.has(head.kinds[head.columns.kinds[page] & 127]?.[0]))
  for (const { id, values, rows } of columns) {
    const asked = facets[id] ?? []
    if (!asked.length) continue
    const places = new Set(asked.map(value => values.findIndex(one => one[0] === value)))
    const before = made.get(id)
    made.set(id, page => rows[page].some(one => places.has(one)) && (!before || before(page)))
  }
  return [...made].map(([id, fits]) => ({ id, fits }))
}

/** Which filter every page fails. @param {number} pages @param {Filter[]} filters @returns {Int8Array} */
export function failing(pages, filters) {
  const fails = new Int8Array(pages).fill(PASSES)
  for (let page = 0; page < pages; page++)
    for (let n = 0; n < filters.length && fails[page] !== FAILS; n++)
      if (!filters[n].fits(page)) fails[page] = fails[page] === PASSES ? n : FAILS
  return fails
}

/** @param {Float32Array} score @param {Int8Array} fails @param {number} least above which a page answers, whatever was
 *  chosen: so a count is what a choice leaves @returns {number[]} */
export function answering(score, fails, least) {
  const pages = []
  for (let page = 0; page < score.length; page++) if (fails[page] === PASSES && score[page] > least) pages.push(page)
  return pages
}

/** How many each facet has: of the pages that pass every filter, or every one but its own; and of all that answer.
 *  @param {Float32Array} score @param {Int8Array} fails @param {Filter[]} filters @param {number} least
 *  @param {Column[]} columns @param {boolean} apart @returns {Counted} */
export function counted(score, fails, filters, least, columns, apart) {
  const counts = columns.map(({ id, values, rows }) => {
    const own = apart ? filters.findIndex(one => one.id === id) : -1
    return { rows, own, met: false, here: new Uint32Array(values.length), all: new Uint32Array(values.length) }
  })
  let total = 0
  for (let page = 0; page < score.length; page++) {
    const n = fails[page]
    if (!(score[page] > least)) continue
    total++
    for (const one of counts) {
      const counts = n === PASSES || n >= 0 && n === one.own
      one.met ||= counts
      for (const place of one.rows[page]) {
        if (counts) one.here[place]++
        one.all[place]++
      }
    }
  }
  return {
    facets: columns.map((column, n) => facet(column, counts[n].here)),
    met: counts.map(one => one.met),
    everywhere: { total, facets: columns.map((column, n) => facet(column, counts[n].all)) },
  }
}

/** The values that are left, in their own order, else by how many they have. @param {Column} column
 *  @param {Uint32Array} count @returns {Facet} */
function facet({ id, label, ordered, values }, count) {
  const made = values.map(([value, label], n) => ({ value, label, count: count[n] })).filter(one => one.count)
  return { id, label, values: ordered ? made : made.sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, "vi")) }
}
