// @ts-check
// The type of a document beside its number, however it was typed: «quy định», «quy địng», «quy ddinhj», «quyđịnh». Pure.

import { isSlip } from "./slips.js"
import { fold } from "./text.js"
import { typedKeys } from "./lexicon.js"

/** @typedef {import("./query.js").Word} Word */
/** @typedef {{name: string, sign: string, words: number}} Type `words`: how many of those typed tell it */

/** Letters of a name below which another one is a slip away too soon. */
const LONG = 6

/** The type that these words end with. @param {Word[]} typed @param {{[name: string]: string}} types @returns {Type | null} */
export const typeBefore = (typed, types) => typeOf(length => typed.slice(-length), typed.length, types)

/** The type that these words begin with. @param {Word[]} typed @param {{[name: string]: string}} types @returns {Type | null} */
export const typeAfter = (typed, types) => typeOf(length => typed.slice(0, length), typed.length, types)

/** @param {(length: number) => Word[]} some @param {number} most @param {{[name: string]: string}} types @returns {Type | null} */
function typeOf(some, most, types) {
  for (const length of [2, 1, 3]) {
    if (length > most) continue
    const run = some(length).map(one => one.f)
    const exactly = types[run.join(" ")]
    if (exactly) return { name: run.join(" "), sign: exactly, words: length }
  }
  const names = Object.keys(types).map(name => ({ name, joined: name.replaceAll(" ", "") })).filter(one => one.joined.length >= LONG)
  for (const length of [2, 1, 3]) {
    if (length > most) continue
    const run = some(length)
    const ways = [run.map(one => one.f).join(""), run.map(one => keyed(one.o)).join("")]
    if (ways.some(one => /\d/.test(one))) continue
    const found = names.find(one => ways.includes(one.joined)) ?? names.find(one => ways.some(way => isSlip(way, one.joined)))
    if (found) return { name: found.name, sign: types[found.name], words: length }
  }
  return null
}

/** @param {string} typed */
const keyed = typed => fold(typedKeys(typed, false)?.x.replace(/[1-5]$/, "") ?? typed)
