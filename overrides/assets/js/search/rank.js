// @ts-check
// Lists of postings → the pages that answer best. Pure: gets the lists, knows no files and no words for people.

/** @typedef {import("./chunk.js").List} List */
/**
 * @typedef {object} Given one spelling of one meaning of one typed word
 * @property {List} list
 * @property {number} rarity
 * @property {number} factor how well it is what was typed, marks included
 */
/**
 * @typedef {object} Position one typed word
 * @property {Given[]} given
 * @property {number} rarity of the word, whatever it means
 * @property {boolean} through whether the pairs beside it stand for it: its own lists were not fetched
 * @property {boolean} optional words that need not be there: the number of a document, once it is known
 */
/** @typedef {{list: List, rarity: number, alone: number, factor: number}[]} Pair the neighbours at one place, in all
 *  meanings; `alone` is the pair's own rarity, `rarity` no more than its words explain */
/** @typedef {{score: Float32Array, cover: Float32Array, titled: Float32Array, sum: number}} Layer `cover`: how much of
 *  the query a page has, `titled`: its title; `sum`: the rarity of all words asked for */

export const TITLE = 128

/** @param {number} pages @param {number} count */
export const rarity = (pages, count) => Math.log(1 + (pages - count + 0.5) / (count + 0.5))

/** The score of every page for one reading of the query. @param {number} pages @param {Position[]} positions
 *  @param {Pair[]} pairs between position n and n + 1 @param {Uint8Array} titles words in the title of each page
 *  @returns {Layer} */
export function layer(pages, positions, pairs, titles) {
  const score = new Float32Array(pages), cover = new Float32Array(pages), inTitle = new Float32Array(pages)
  const here = new Float32Array(pages), titled = new Float32Array(pages), fit = new Float32Array(pages)
  let sum = 0
  positions.forEach((position, n) => {
    here.fill(0)
    titled.fill(0)
    fit.fill(0)
    for (const { list, rarity, factor } of position.given) take(list, rarity * factor, factor, 4, here, titled, fit)
    if (position.through)
      for (const pair of [pairs[n - 1], pairs[n]])
        for (const { list, factor } of pair ?? []) take(list, position.rarity * factor, factor, 5, here, titled, fit)
    const weight = position.optional ? position.rarity * 0.1 : position.rarity
    sum += weight
    for (let page = 0; page < pages; page++) {
      const found = here[page]
      if (!found) continue
      score[page] += position.optional ? found * 0.5 : found
      cover[page] += weight * Math.min(1, 0.6 + 0.5 * fit[page])
      inTitle[page] += titled[page]
    }
  })
  for (const pair of pairs) {
    here.fill(0)
    for (const { list, rarity, factor } of pair) {
      const { pages: at, weights } = list
      for (let n = 0; n < at.length; n++) {
        const weight = weights[n]
        const found = rarity * factor * (0.3 + (weight >> 5 & 3) / 4) * (weight & TITLE ? 1.6 : 1)
        if (found > here[at[n]]) here[at[n]] = found
      }
    }
    for (let page = 0; page < pages; page++) score[page] += here[page]
  }
  const asked = positions.length || 1
  for (let page = 0; page < pages; page++) {
    if (!score[page]) continue
    const covered = Math.min(1, cover[page] / (sum || 1))
    const share = inTitle[page] / Math.max(asked, Math.min(titles[page], asked * 3))
    score[page] = (score[page] + sum * (1.2 * share * share + 0.5 * inTitle[page] / asked)) * covered * covered
    cover[page] = covered
    inTitle[page] /= asked
  }
  return { score, cover, titled: inTitle, sum }
}

/** @param {List} list @param {number} worth @param {number} factor @param {number} shift
 *  @param {Float32Array} here @param {Float32Array} titled @param {Float32Array} fit */
function take({ pages, weights }, worth, factor, shift, here, titled, fit) {
  const most = shift === 4 ? 8 : 4
  for (let n = 0; n < pages.length; n++) {
    const page = pages[n], weight = weights[n]
    const found = worth * (0.25 + (weight >> shift & most - 1) / most)
    if (found > here[page]) here[page] = found
    if (factor > fit[page]) fit[page] = factor
    if (weight & TITLE && factor > titled[page]) titled[page] = factor
  }
}

/** How much of the query stands in a page one word after the other: the weight of the pairs that share a place.
 *  @param {number} page @param {Pair[]} pairs @returns {number} */
export function inARow(page, pairs) {
  const bins = new Float32Array(32)
  let most = 0
  pairs.forEach((pair, n) => {
    let done = 0
    for (const { list, alone, factor } of pair) {
      const at = placeIn(list.pages, page)
      if (at < 0) continue
      const bin = (list.weights[at] & 31) - n & 31
      if (!(done & 1 << bin)) bins[bin] += alone * factor
      done |= 1 << bin
    }
  })
  // A word may stand between that was not typed: «Trường Chính trị [tỉnh] Thanh Hóa».
  const loosely = pairs.length > 5 ? 0.4 : 0.8
  for (let bin = 0; bin < 32; bin++) most = Math.max(most, bins[bin] + loosely * bins[bin + 1 & 31])
  return most
}

/** @param {Uint32Array} pages @param {number} page */
export function placeIn(pages, page) {
  let low = 0, high = pages.length - 1
  while (low <= high) {
    const middle = low + high >> 1
    if (pages[middle] === page) return middle
    if (pages[middle] < page) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** The best pages, the best first. @param {Float32Array} score @param {number} most @returns {number[]} */
export function best(score, most) {
  /** @type {number[]} */
  const heap = []
  let least = 0
  for (let page = 0; page < score.length; page++) {
    const one = score[page]
    if (one <= least) continue
    let at = heap.length
    if (at < most) heap.push(page)
    else at--
    while (at > 0 && score[heap[at - 1]] < one) {
      heap[at] = heap[at - 1]
      at--
    }
    heap[at] = page
    if (heap.length === most) least = score[heap[most - 1]]
  }
  return heap
}
