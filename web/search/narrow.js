// @ts-check
// Ranked pages → those that were asked for: what holds before what does not, only the chosen kinds and facets,
// without what was left out, with quoted phrases as they stand; and how many of each facet there are.

import { placeIn } from "./rank.js"
import { isQuestion } from "./small.js"
import { exact, fold } from "./text.js"

/** @typedef {import("./opened.js").Opened} Opened */
/** @typedef {import("./gather.js").Ranked} Ranked */
/** @typedef {import("./contract.js").Results} Results */

/** What no longer holds is worth so much of what does. */
const DEAD = 0.86

/** What still holds before what does not, what explains before what is only a source; the newer of equals first;
 *  the asked year. @param {Opened} opened
 *  @param {Float32Array} score @param {Float32Array} titled @param {import("./query.js").Word[]} typed */
export function adjust({ head }, score, titled, typed) {
  const { kinds, years } = head.columns
  const place = isQuestion(typed) ? 1 : 0
  const worth = head.kinds.map(([id]) => head.worth?.[id]?.[place] ?? 1)
  const asked = typed.filter(one => /^(19|20)\d\d$/.test(one.f)).map(one => Number(one.f) - 1900)
  for (let page = 0; page < score.length; page++) {
    if (!score[page]) continue
    if (kinds[page] & 128) score[page] *= DEAD
    if (asked.length && asked.includes(years[page])) score[page] *= 1.08
    // Only as far as the title says what was asked: a sentence is looked for wherever it stands.
    const more = ((worth[kinds[page] & 127] ?? 1) - 1) * Math.min(1, 2 * titled[page])
    score[page] *= (1 + more) * (1 + years[page] / 255 * 0.004)
  }
}

/** Takes out what was not asked for. @param {Opened} opened @param {Float32Array} score
 *  @param {{kinds?: string[], facets?: {[id: string]: string[]}, without: string[], phrases: Ranked | null}} by
 *  @param {Set<string>} missing */
export async function narrow({ head, store }, score, { kinds, facets, without, phrases }, missing) {
  if (kinds?.length) {
    const wanted = new Set(kinds)
    for (let page = 0; page < score.length; page++)
      if (!wanted.has(head.kinds[head.columns.kinds[page] & 127]?.[0])) score[page] = 0
  }
  for (const word of without) {
    const group = await store.group(fold(word), undefined, missing)
    for (const [told, list] of group?.spellings ?? [])
      if (fold(word) === exact(word) || told === exact(word)) for (const page of list.read().pages) score[page] = 0
  }
  if (phrases) quoted(score, phrases)
  const picked = Object.entries(facets ?? {}).filter(([, values]) => values.length)
  if (!picked.length) return
  const told = await store.facets(missing)
  for (const [id, values] of picked) {
    if (!told?.[id]) continue
    const rows = rowsOf(told, id)
    const places = new Set(values.map(value => told[id][0].findIndex((/** @type {string[]} */ one) => one[0] === value)))
    for (let page = 0; page < score.length; page++) if (!rows[page].some(one => places.has(one))) score[page] = 0
  }
}

/** Words in quotation marks stand one after the other, with the marks that were typed.
 *  @param {Float32Array} score @param {Ranked} reading */
function quoted(score, { asked, positions, pairs }) {
  const told = asked.map((one, n) => positions[n].given.filter(({ factor }) => one.phrase && factor > 0.6).map(({ list }) => list.read().pages))
  const after = pairs.map((pair, n) => pair.filter(() => asked[n].phrase).map(({ list }) => list.read().pages))
  for (let page = 0; page < score.length; page++) {
    if (!score[page]) continue
    for (let n = 0; n < asked.length && score[page]; n++) {
      if (!asked[n].phrase) continue
      const next = asked[n + 1]?.phrase === asked[n].phrase
      const paired = positions[n].through && (next || asked[n - 1]?.phrase === asked[n].phrase) // told by its pairs
      const here = paired || told[n].some(pages => placeIn(pages, page) >= 0)
      const follows = !next || after[n].some(pages => placeIn(pages, page) >= 0)
      if (!here || !follows) score[page] = 0
    }
  }
}

/** @param {any} told @param {string} id @returns {number[][]} */
const rowsOf = (told, id) => told[id].rows ??= told[id][1].split(";").map((/** @type {string} */ one) => one ? one.split(",").map(Number) : [])

/** @param {Opened} opened @param {number[]} pages @param {Set<string>} missing @returns {Promise<Results["facets"]>} */
export async function counted({ head, store }, pages, missing) {
  const told = await store.facets(missing)
  if (!told) return []
  return head.facets.map(([id, label]) => {
    const [values] = told[id], rows = rowsOf(told, id), count = new Uint32Array(values.length)
    for (const page of pages) for (const one of rows[page]) count[one]++
    const made = values.map((/** @type {string[]} */ [value, label], /** @type {number} */ n) => ({ value, label, count: count[n] }))
    return { id, label, values: made.filter((/** @type {any} */ one) => one.count).sort((/** @type {any} */ a, /** @type {any} */ b) =>
      id === "year" ? b.value.localeCompare(a.value) : b.count - a.count || a.label.localeCompare(b.label, "vi")) }
  })
}
