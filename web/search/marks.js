// @ts-check
// Texts with their hits, for the list of results and for an opened page. Takes text, gives text: no markup. Pure.

import { exact, fold } from "./text.js"

/** @typedef {import("./contract.js").Part} Part */
/** @typedef {{f: string, x: string | null}} Sought a word to be marked; `x` where its marks were typed */

/** Between words of one mark: «đội ngũ», «380-KH/HVCTQG». */
const JOINT = /^(?:\s+|\s?[-‐–/]\s?)$/
const PIECE = /[\p{L}\p{M}]+|\p{Nd}+|[^\p{L}\p{M}\p{Nd}]+/gu

/** @param {string} text @param {Sought[]} sought @returns {Part[]} */
export function parts(text, sought) {
  /** @type {Part[]} */
  const made = []
  let gap = ""
  for (const [piece] of text.normalize("NFC").matchAll(PIECE)) {
    const last = made.at(-1)
    if (last?.hit && !gap && JOINT.test(piece)) gap = piece
    else if (isHit(piece, sought)) {
      if (last?.hit && gap) last.text += gap + piece
      else if (last?.hit) last.text += piece
      else made.push({ text: piece, hit: true })
      gap = ""
    } else {
      if (last && !last.hit) last.text += piece
      else made.push({ text: gap + piece, hit: false })
      gap = ""
    }
  }
  if (gap) made.push({ text: gap, hit: false })
  return made
}

/** @param {string} piece @param {Sought[]} sought */
function isHit(piece, sought) {
  const f = fold(piece)
  return sought.some(one => one.f === f && (one.x === null || one.x === f || one.x === exact(piece)))
}

/** The part of a text that has most of the words, cut at words. @param {string} text @param {Sought[]} sought
 *  @param {number} length @returns {Part[]} */
export function around(text, sought, length) {
  const pieces = [...text.normalize("NFC").matchAll(PIECE)].map(one => ({ at: one.index, text: one[0] }))
  const hits = pieces.filter(one => isHit(one.text, sought))
  let best = { score: -1, at: 0 }
  hits.forEach((first, n) => {
    const met = new Set()
    for (let m = n; m < hits.length && hits[m].at < first.at + length * 0.8; m++) met.add(fold(hits[m].text))
    if (met.size > best.score) best = { score: met.size, at: first.at }
  })
  const plain = text.normalize("NFC")
  const from = beginning(plain, best.at, length)
  let to = Math.min(plain.length, from + length)
  if (to < plain.length) to = Math.max(from + 1, plain.lastIndexOf(" ", to))
  const made = parts(plain.slice(from, to), sought)
  if (from > 0) made.unshift({ text: "… ", hit: false })
  if (to < plain.length) made.push({ text: " …", hit: false })
  return made
}

/** Where to begin so that a hit is seen: with its sentence where that is near, else with a word.
 *  @param {string} text @param {number} hit @param {number} length */
function beginning(text, hit, length) {
  const earliest = hit - Math.round(length * 0.4)
  if (earliest <= 0) return 0
  const sentence = Math.max(...[". ", "· ", "; ", ": "].map(end => text.lastIndexOf(end, hit - 2)))
  return sentence >= earliest ? sentence + 2 : text.indexOf(" ", hit - Math.round(length * 0.2)) + 1
}
