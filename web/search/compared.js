// @ts-check
// «So sánh hai quy định 11 và 396», «mức 1 khác mức 2 thế nào»: two things asked for side by side, as the names by which
// the portal calls such pages, or the names of the two. Pure; whether there are such pages is known to the index.
// Fetched where a query has one of these words.

import { isAsking, isSmall } from "./small.js"
import { exact, fold } from "./text.js"
import { typeBefore } from "./types.js"

/** @typedef {import("./query.js").Word} Word */

/** Words that ask for a comparison: two together, folded; one alone, with its marks where any were typed. */
const TOGETHER = ["so sanh", "doi chieu", "phan biet"], ALONE = new Set(["khác", "giống", "vs"].map(exact)), PLAIN = new Set(["khác", "giống", "vs"].map(fold))
/** What may stand beside it where no document is named: «hai quy định cũ và mới khác nhau ở điểm nào». Folded. */
const BESIDE = new Set("hai cac cu moi giua nhau diem cho ban su".split(" "))
/** What joins the two things, and what stands around one and is no part of its name: «sự khác nhau giữa X và Y». Folded. */
const JOINING = new Set("va voi hay".split(" ")), AROUND = new Set("hai giua nhau diem cho su".split(" "))
/** The name of the page of all comparisons. */
const ALL = "so sánh hai văn bản"

/** Names of which every one is what is asked for: the comparison, in either order; the two things themselves, where they
 *  are no documents. None where no comparison is asked for.
 *  @param {Word[]} typed @param {{[name: string]: string}} types @param {Set<string>} serials @returns {string[]} */
export function comparedBy(typed, types, serials) {
  const asks = asking(typed)
  if (!asks.size) return []
  const numbers = typed.filter(one => serials.has(unpadded(one.f))).map(one => unpadded(one.f))
  if (numbers.length === 2 && numbers[0] !== numbers[1]) return [`so sánh ${numbers.join(" và ")}`]
  const things = thingsIn(typed, asks)
  const left = typed.filter((one, n) => !asks.has(n) && !isSmall(one) && !BESIDE.has(one.f))
  const surely = asks.size > 1 || typed.some(one => isAsking(one) || one.f === "nhau" || one.f === "giua") // «các quy định khác» compares nothing
  if (surely && left.length && areTypes(left, types)) return [ALL]
  return things.length === 2 ? things : []
}

/** The things between the words that ask and join, as they were typed. @param {Word[]} typed @param {Set<number>} asks */
function thingsIn(typed, asks) {
  /** @type {Word[][]} */
  const runs = [[]]
  typed.forEach((one, n) => { if (asks.has(n) || JOINING.has(one.f)) runs.push([]); else runs.at(-1)?.push(one) })
  const isAside = (/** @type {Word} */ one) => isSmall(one) || AROUND.has(one.f)
  return runs.map(run => {
    const from = run.findIndex(one => !isAside(one)), to = run.findLastIndex(one => !isAside(one))
    return run.slice(Math.max(0, from), to + 1).map(one => one.o).join(" ")
  }).filter(Boolean)
}

/** Whether these words are nothing but types of documents: «quy định … quy định», «văn [bản]». @param {Word[]} left
 *  @param {{[name: string]: string}} types @returns {boolean} */
function areTypes(left, types) {
  const length = left.at(-1)?.f === "van" ? 1 : typeBefore(left, types)?.words ?? 0
  return !left.length || length > 0 && areTypes(left.slice(0, -length), types)
}

/** The places of words that ask for it. @param {Word[]} typed */
function asking(typed) {
  /** @type {Set<number>} */
  const found = new Set()
  typed.forEach(({ f, x, marked, phrase }, n) => {
    if (phrase) return
    if (TOGETHER.includes(`${f} ${typed[n + 1]?.f}`)) found.add(n).add(n + 1)
    else if (marked ? ALONE.has(x) : PLAIN.has(f)) found.add(n)
  })
  return found
}

/** @param {string} digits */
const unpadded = digits => digits.replace(/^0+(?=\d)/, "")

/** What the second of two things asked for side by side is worth less than the first: more than words tell apart. */
const SECOND = 500

/** The pages of all that was named, where all have one, those named first before the others.
 *  @param {Map<number, import("./named.js").Lifted>[]} found */
export function inOrder(found) {
  const told = found.flatMap((one, n) => [...one].map(([page, lift]) => /** @type {const} */ ([page, { ...lift, worth: lift.worth - n * SECOND }])))
  return new Map(found.every(one => one.size) ? told.reverse() : []) // a page of both keeps its first place
}
