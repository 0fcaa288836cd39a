// @ts-check
// Ranked pages → those that were asked for: what holds before what does not, without what was left out, with quoted
// phrases as they stand.

import { placeIn } from "./rank.js"
import { isQuestion } from "./small.js"
import { exact, fold } from "./text.js"

/** @typedef {import("./opened.js").Opened} Opened */
/** @typedef {import("./gather.js").Ranked} Ranked */

/** What no longer holds is worth so much of what does. */
const DEAD = 0.86

/** What still holds before what does not, what explains before what is only a source; the newer of equals first;
 *  the asked year. @param {Opened} opened
 *  @param {Float32Array} score is changed @param {Float32Array} titled @param {import("./query.js").Word[]} typed */
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
