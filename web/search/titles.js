// @ts-check
// The first pages, weighed once more by their titles as they are written: lists know which words a title has, not
// in what order and with which marks they stand there.

import { agrees, begins, exact, fold, words } from "./text.js"
import { NUMBER } from "./worth.js"

/** @typedef {import("./meaning.js").Asked} Asked */

/** So many pages are read again: their cards are fetched to be shown in any case. */
export const DOZEN = 12
const WHOLE = 6, OTHER = 0.6
/** How soon the longest part of a query in a title counts as all of it. */
const ALL = 16
/** Words that are no chance where a title says them all, one after the other. */
const MANY = 4, SURELY = 0.97

/** @param {string} title */
const wordsOf = title => words(title).map(word => ({ f: fold(word), x: exact(word) }))

/** By how much more a page is worth for what its title says. @param {string} title @param {Asked[]} asked */
export function byTitle(title, asked) {
  const said = wordsOf(title)
  return (1 + WHOLE * inTitle(said, asked) ** ALL) * (isOther(said, asked) ? OTHER : 1)
}

/** Whether a title says all that was asked. @param {string} title @param {Asked[]} asked */
export const saysAll = (title, asked) => asked.length >= MANY && inTitle(wordsOf(title), asked) > SURELY

/** Whether a title says another number of what was asked by number: «Mức 1 …» of «mức 2 cần bao nhiêu giảng viên».
 *  @param {{f: string}[]} title @param {Asked[]} asked */
function isOther(title, asked) {
  const numbered = asked.filter((_, n) => /^\d\d?$/.test(asked[n + 1]?.f)).map(one => one.f)
  const numbers = new Set(asked.map(one => one.f))
  const told = title.flatMap((one, n) => numbered.includes(one.f) && /^\d+$/.test(title[n + 1]?.f) ? [title[n + 1].f] : [])
  return told.length > 0 && !told.some(one => numbers.has(one))
}

/** The longest part of the query that stands in a title word by word. @param {{f: string, x: string}[]} title
 *  @param {Asked[]} asked @returns {number} 0…1 */
function inTitle(title, asked) {
  let most = 0
  let before = new Float32Array(asked.length + 1)
  for (const word of title) {
    const here = new Float32Array(asked.length + 1)
    asked.forEach((one, n) => {
      const same = alike(word, one)
      here[n + 1] = same && before[n] + same
      most = Math.max(most, here[n + 1])
    })
    before = here
  }
  return asked.length ? most / asked.length : 0
}

/** How well a word is one that was asked for. @param {{f: string, x: string}} word @param {Asked} asked */
function alike(word, { means, begun, x, marked }) {
  let most = begun && word.f.length > begun.length && word.f.startsWith(begun) ? !marked || begins(x, word.x) ? 0.9 : 0.5 : 0
  for (const { f, x, weight } of means)
    if (f === word.f) most = Math.max(most, (weight > 0.5 ? 1 : weight) * (x === null || x === word.x ? 1 : agrees(x, word.x) ? 0.75 : 0.3))
  return most
}

/** What a number is worth too much where another type of document was named: «Quy định 180», not «Quyết định 180».
 *  @param {import("./numbers.js").Own} own @param {number} page @param {string} title @returns {number} */
export function ofOtherType({ pages }, page, title) {
  const told = pages.get(page)
  if (!told?.type || words(fold(title)).slice(0, 2).join(" ") === told.type) return 0
  return told.worth - NUMBER / 500
}
