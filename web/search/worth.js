// @ts-check
// What a page is worth more that was asked for as such, above all that words can bring.

/** A number leads to its document. */
export const NUMBER = 10_000
/** A day that nothing else was asked with. */
export const DAY = 6000

/** Whether others rest on this page: where it comes first, none is about what was asked.
 *  @param {import("./opened.js").Opened} opened @param {number} [page] */
export const isResting = ({ head }, page = -1) => head.resting?.includes(head.kinds[head.columns.kinds[page] & 127]?.[0]) ?? false
