// @ts-check
// What a query says in figures: the number of a document, a place in one, a day; and the pages these lead to. Fetched
// where a query has figures, or letters that count.

import { ANY, numbered, pinpoint } from "./cited.js"
import { daysOf } from "./days.js"
import { isSmall } from "./small.js"
import { typeBefore } from "./types.js"

export { inSentence } from "./ground.js"
export { numbersFrom, ofDay, ownNumbers } from "./numbers.js"

/** «Văn bản ban hành ngày …» asks for nothing but the day. Folded. */
const ISSUED = new Set(["hanh"])

/** @typedef {import("./opened.js").Opened} Opened */
/** @typedef {import("./query.js").Word} Word */
/** @typedef {{aside: import("./query.js").Pinpoint | null, named: import("./query.js").Numbered[], day: import("./days.js").Day | undefined, dayAlone: boolean}} Figures
 *  `aside`: a place; `named`: documents; `dayAlone`: nothing else was asked with the day */

/** @param {Opened} opened @param {Word[]} typed @returns {Figures} */
export function figuresIn({ head, letters, serials }, typed) {
  const aside = pinpoint(typed)
  const days = daysOf(typed).filter(one => !one.bare || !letters.has(typed[one.from - 1]?.f) && !typeBefore(typed.slice(0, one.from), head.types))
  const day = days.find(one => one.year)
  return {
    aside, day,
    named: numbered(typed, { letters, types: head.types, serials }, [aside, ...days]),
    dayAlone: day !== undefined && typed.every((one, n) => n >= day.from && n < day.to || isSmall(one) || ANY.has(one.f) || ISSUED.has(one.f)),
  }
}
