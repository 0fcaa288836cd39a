// @ts-check
// Where an arrow key leads in a grid that is read row by row. Pure.

/** The place that a key leads to; none where the key is not for the grid, or it ends there.
 * @param {string} key @param {number} at @param {number} count @param {number} columns @returns {number | undefined} */
export function towards(key, at, count, columns) {
  const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns, Home: -at, End: count - 1 - at }
  const step = /** @type {Record<string, number>} */ (steps)[key]
  const to = at + (step ?? NaN)
  return to >= 0 && to < count ? to : undefined
}

/** How many stand beside each other in the first row, by how far down each begins.
 * @param {number[]} tops @returns {number} */
export function columnsOf(tops) {
  const below = tops.findIndex(top => top > (tops[0] ?? 0))
  return below < 0 ? Math.max(tops.length, 1) : below
}
