// @ts-check
// Ranked pages → the same in the order of their kinds and days: what holds before what does not.

import { isQuestion } from "./small.js"

/** @typedef {import("./opened.js").Opened} Opened */

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
