// @ts-check
// Ranked pages → those that are left of them: without what was left out («-từ»), with quoted phrases as they stand.
// Fetched only where one of the two was typed.

import { placeIn } from "./rank.js"
import { exact, fold } from "./text.js"

/** @typedef {import("./opened.js").Opened} Opened */
/** @typedef {import("./gather.js").Ranked} Ranked */

/** Takes out what was left out, and pages without the quoted phrases. @param {Opened} opened
 *  @param {Float32Array} score is changed @param {Map<number, unknown>} lifted is changed @param {string[]} without @param {Ranked | null} phrases
 *  @param {Set<string>} missing */
export async function leaveOut({ store }, score, lifted, without, phrases, missing) {
  for (const word of without) {
    const group = await store.group(fold(word), undefined, missing)
    for (const [told, list] of group?.spellings ?? [])
      if (fold(word) === exact(word) || told === exact(word)) for (const page of list.read().pages) {
        score[page] = 0
        lifted.delete(page)
      }
  }
  if (phrases) quoted(score, phrases)
}

/** Words in quotation marks stand one after the other, with the marks that were typed.
 *  @param {Float32Array} score is changed @param {Ranked} reading */
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

/** A query without its quotation marks. @param {string} query */
export const bare = query => query.replace(/["«»“”]/g, " ").replace(/\s+/g, " ").trim()

/** The words of a phrase that no page has, wherever they stand. @param {string} query
 *  @param {import("./contract.js").Results} found for its words @param {import("./contract.js").SearchOptions} options
 *  @param {import("./facets.js").Counted} quoted what was counted of pages that have it, but are not among those asked for
 *  @returns {import("./contract.js").Results} */
export function unquoted(query, found, options, quoted) {
  const reading = { ...found.reading, original: query, changed: true, kind: found.reading.kind ?? /** @type {const} */ ("correction") }
  if (!options.apart || !quoted.everywhere.total) return { ...found, query, reading }
  const facets = found.facets.map((one, n) => quoted.met[n] ? quoted.facets[n] : one)
  return { ...found, query, reading, facets, everywhere: quoted.everywhere }
}
