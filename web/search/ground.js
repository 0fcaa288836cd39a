// @ts-check
// A number within a sentence: of a text that was pasted it is a word like others, of a question the ground on which it is
// to be answered. Pure; fetched where a query has figures.

import { isAsking, isQuestion, isSmall } from "./small.js"

/** @typedef {import("./query.js").Word} Word */
/** @typedef {import("./numbers.js").Own} Own */

/** Other words of a text that was pasted; twice as many where it begins with the number. */
const PASTED = 8
/** Telling words beside a document beyond which it is only the ground of a question: where it stands behind «theo» at an
 *  end of it; wherever it stands, where the sentence ends by asking; and within one that ends by asking whether. */
const GROUND = 4, AMONG = 6, WHETHER = 2

/** What the numbers of a query lead to, as they are meant there. @param {Word[]} typed @param {Own} own
 *  @param {number} full pages that have all words @returns {Own} */
export function inSentence(typed, own, full) {
  if (!own.pages.size) return own
  if (isPasted(typed, own, full)) return { ...own, pages: new Map() }
  return isGround(typed, own) ? { ...own, pages: new Map(), perhaps: [...own.pages.keys()] } : own
}

/** Whether it is a text that some page has: the numbers in it are words like others; not so soon where it begins with
 *  one, «Quy định 11 của Ban Bí thư về …». @param {Word[]} typed @param {Own} own @param {number} full */
const isPasted = (typed, { from, found }, full) =>
  full > 0 && typed.length - found.reduce((sum, one) => sum + one.to - one.from, 0) > (from ? PASTED : 2 * PASTED)

/** Whether a document is only named as that by which a question is to be answered: «không giữ được chuẩn thì xử lý thế nào
 *  theo Quy định 11», «hồ sơ làm dở theo Quy định 11 có phải làm lại không». @param {Word[]} typed @param {Own} own */
function isGround(typed, { from, to }) {
  const others = typed.filter((one, n) => (n < from - 1 || n >= to) && !isSmall(one)).length, last = typed[typed.length - 1]
  const isAtEnd = typed[from - 1]?.f === "theo" && (from === 1 || to === typed.length)
  return isQuestion(typed) && (isAtEnd && others > GROUND || others > (last.f !== "khong" ? isAsking(last) ? AMONG : Infinity : from > 1 ? WHETHER : AMONG))
}
