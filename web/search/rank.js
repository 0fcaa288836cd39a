// @ts-check
// Lists of postings → the pages that answer best. Pure: gets the lists, knows no files and no words for people.

/** @typedef {import("./chunk.js").Listed} Listed */
/**
 * @typedef {object} Given one spelling of one meaning of one typed word
 * @property {Listed} list
 * @property {number} rarity
 * @property {number} factor how well it is what was typed, marks included
 */
/**
 * @typedef {object} Position one typed word
 * @property {Given[]} given
 * @property {number} rarity of the word, whatever it means
 * @property {boolean} through whether the pairs beside it stand for it: its own lists were not fetched
 * @property {boolean} optional words that need not be there: the number of a document, once it is known
 * @property {number} [titling] what it counts where a title has it; a word that only asks, nothing
 */
/** @typedef {{list: Listed, rarity: number, alone: number, factor: number}[]} Pair the neighbours at one place, in
 *  all meanings; `alone` is the pair's own rarity, `rarity` no more than its words explain */
/** @typedef {{score: Float32Array, titled: Float32Array, inARow: Float32Array, sum: number, full: number, answered: boolean}} Layer
 *  how much of the query stands in a page's title (`titled`), and in the page as it was typed (`inARow`), 0…1; `sum`: the
 *  rarity of all words asked for; `full`: how many pages have them all; `answered`: whether the title of one of these says them */

export const TITLE = 128
const CANDIDATES = 200
const ALL = 0.999
/** How much of what a title says counts where its words do not stand there one after the other: half, twice where they do. */
const APART = 0.5

/** @param {number} pages @param {number} count */
export const rarity = (pages, count) => Math.log(1 + (pages - count + 0.5) / (count + 0.5))

/** Room to count in, made once: of a page with all its words, and of the word at hand. What a count leaves in it is
 *  of no use to the next one. @param {number} pages */
function roomFor(pages) {
  const column = () => new Float32Array(pages)
  return {
    pages, at: new Uint32Array(pages), cover: column(), here: column(), titled: column(), fit: column(),
    touched: new Uint32Array(pages), slot: new Uint8Array(pages), bins: new Float32Array(CANDIDATES * 32), done: new Int32Array(CANDIDATES),
  }
}
/** @typedef {ReturnType<typeof roomFor>} Room */
let room = roomFor(0)

/** The score of every page for one reading of the query. @param {number} pages @param {Position[]} positions
 *  @param {Pair[]} pairs between position n and n + 1 @param {Uint8Array} titles words in the title of each page
 *  @returns {Layer} */
export function layer(pages, positions, pairs, titles) {
  if (room.pages !== pages) room = roomFor(pages)
  const score = new Float32Array(pages), inTitle = new Float32Array(pages)
  const sum = byWords(score, inTitle, positions, pairs, room)
  const inPairs = new Float32Array(pages)
  for (const pair of pairs) byPair(score, inPairs, pair, room)
  const { cover } = room
  const asked = positions.reduce((sum, one) => sum + (one.titling ?? 1), 0) || 1
  let full = 0, answered = false
  for (let page = 0; page < pages; page++) {
    if (!score[page]) continue
    const told = inTitle[page] * (pairs.length ? APART * (1 + Math.min(1, inPairs[page] / Math.max(1, inTitle[page] - 1))) : 1)
    const covered = Math.min(1, cover[page] / (sum || 1))
    const share = told / Math.max(asked, Math.min(titles[page], asked * 3))
    score[page] = (score[page] + sum * (1.2 * share * share + 0.5 * told / asked)) * covered * covered
    cover[page] = covered
    inTitle[page] /= asked
    if (cover[page] <= ALL) continue
    full++
    answered ||= inTitle[page] > 0.6
  }
  const inRow = new Float32Array(pages)
  if (pairs.length > 1) byRows(score, inRow, pairs, room)
  return { score, inARow: inRow, titled: inTitle, sum, full, answered }
}

/** @param {Float32Array} score @param {Float32Array} inTitle @param {Position[]} positions @param {Pair[]} pairs
 *  @param {Room} room @returns {number} the rarity of all words */
function byWords(score, inTitle, positions, pairs, room) {
  const { cover, here, titled, fit, touched } = room
  cover.fill(0)
  let sum = 0
  positions.forEach((position, n) => {
    let met = 0
    for (const { list, rarity, factor } of position.given) met = take(list, rarity * factor, factor, 4, met, room)
    if (position.through)
      for (const pair of [pairs[n - 1], pairs[n]])
        for (const { list, factor } of pair ?? []) met = take(list, position.rarity * factor, factor, 5, met, room)
    const weight = position.optional ? position.rarity * 0.1 : position.rarity
    sum += weight
    for (let n = 0; n < met; n++) {
      const page = touched[n], found = here[page]
      score[page] += position.optional ? found * 0.5 : found
      cover[page] += weight * Math.min(1, 0.6 + 0.5 * fit[page])
      inTitle[page] += titled[page] * (position.titling ?? 1)
      here[page] = titled[page] = fit[page] = 0
    }
  })
  return sum
}

/** The best of what one list says of each page, beside what others said. @param {Listed} list @param {number} worth
 *  @param {number} factor @param {number} shift @param {number} met pages touched so far @param {Room} room
 *  @returns {number} pages touched now */
function take(list, worth, factor, shift, met, { at, here, titled, fit, touched }) {
  const most = shift === 4 ? 8 : 4
  const { count, weights } = list
  list.pages(at)
  for (let n = 0; n < count; n++) {
    const page = at[n], weight = weights[n]
    const found = worth * (0.25 + (weight >> shift & most - 1) / most)
    if (!here[page]) touched[met++] = page
    if (found > here[page]) here[page] = found
    if (factor > fit[page]) fit[page] = factor
    if (weight & TITLE && factor > titled[page]) titled[page] = factor
  }
  return met
}

/** @param {Float32Array} score @param {Float32Array} inPairs how many pairs stand in the title @param {Pair} pair @param {Room} room */
function byPair(score, inPairs, pair, { at, here, touched, titled }) {
  let met = 0
  for (const { list, rarity, factor } of pair) {
    const { count, weights } = list
    list.pages(at)
    for (let n = 0; n < count; n++) {
      const page = at[n], weight = weights[n]
      const found = rarity * factor * (0.3 + (weight >> 5 & 3) / 4) * (weight & TITLE ? 1.6 : 1)
      if (!here[page]) touched[met++] = page
      if (found > here[page]) here[page] = found
      if (weight & TITLE) titled[page] = 1
    }
  }
  for (let n = 0; n < met; n++) {
    score[touched[n]] += here[touched[n]]
    inPairs[touched[n]] += titled[touched[n]]
    here[touched[n]] = titled[touched[n]] = 0
  }
}

/** How much of the query stands in the best pages one word after the other: the weight of the pairs that share a
 *  place. @param {Float32Array} score @param {Float32Array} inRow is filled @param {Pair[]} pairs @param {Room} room */
function byRows(score, inRow, pairs, { at, slot, bins, done, cover }) {
  const candidates = best(score, CANDIDATES)
  slot.fill(0)
  bins.fill(0)
  candidates.forEach((page, place) => { slot[page] = place + 1 })
  pairs.forEach((pair, n) => {
    done.fill(0)
    for (const { list, alone, factor } of pair) {
      const { count, weights } = list
      list.pages(at)
      for (let m = 0; m < count; m++) {
        const place = slot[at[m]] - 1
        if (!(place >= 0)) continue
        const bin = (weights[m] & 31) - n & 31
        if (!(done[place] & 1 << bin)) bins[place * 32 + bin] += alone * factor
        done[place] |= 1 << bin
      }
    }
  })
  // A word may stand between that was not typed: «Trường Chính trị [tỉnh] Thanh Hóa».
  const whole = pairs.reduce((sum, pair) => sum + Math.max(0, ...pair.map(one => one.alone)), 0) || 1
  const loosely = pairs.length > 5 ? 0.4 : 0.8
  candidates.forEach((page, place) => {
    let most = 0
    for (let bin = 0; bin < 32; bin++)
      most = Math.max(most, bins[place * 32 + bin] + loosely * bins[place * 32 + (bin + 1 & 31)])
    score[page] += most * cover[page]
    inRow[page] = Math.min(1, most / whole)
  })
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
