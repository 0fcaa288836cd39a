// @ts-check
// Where a text has what is typed: from the beginning of a word on, any spaces between, marks only where they were typed.
// Takes text, gives places. Pure.

import { fold } from "../search/text.js"

/** Letters below which everything would be a hit. */
export const LEAST = 2

/** @param {string} typed @returns {(text: string) => [number, number][]} from…to of every hit, none over another */
export function finder(typed) {
  const asked = plain(typed.normalize("NFC")).told.trim()
  const bare = fold(asked) === asked
  if ([...asked].length < LEAST) return () => []
  return text => {
    const { told, at } = plain(text.normalize("NFC") === text ? text : uncomposed(text))
    const read = bare ? [...told].map(letter => fold(letter).slice(0, 1) || letter).join("") : told
    /** @type {[number, number][]} */
    const found = []
    for (let from = read.indexOf(asked); from >= 0; from = read.indexOf(asked, from)) {
      const to = from + asked.length
      if (/[\p{L}\p{N}]/u.test(read[from - 1] ?? "") && /[\p{L}\p{N}]/u.test(asked[0])) from++
      else {
        found.push([at[from], at[to - 1] + 1])
        from = to
      }
    }
    return found
  }
}

/** A text that is not composed is rare on a page of this portal: its places are told letter by letter. @param {string} text */
const uncomposed = text => [...text].map(letter => /\p{M}/u.test(letter) ? "\u00ad" : letter).join("")

/** In lower case, every run of spaces as one, and where each letter stood. @param {string} text */
function plain(text) {
  let told = ""
  /** @type {number[]} */
  const at = []
  for (let n = 0; n < text.length; n++) {
    const letter = text[n]
    if (letter === "\u00ad" || letter === "\u200b") continue
    const isSpace = /\s/.test(letter)
    if (isSpace && told.endsWith(" ")) continue
    const low = isSpace ? " " : letter.toLowerCase()
    told += low.length === 1 ? low : letter
    at.push(n)
  }
  return { told, at }
}
