// @ts-check
// How papers are numbered: a pattern a school declares → a code for each paper. `##` is the number, with as many digits;
// `{tc}` the first tiêu chí the paper serves, each counted for itself. Codes change, who uses which paper does not. Pure.
import { asked } from "./results.js"
import { inOrder } from "./state.js"

/** @typedef {import("./state.js").Assessment} Assessment */
/** @typedef {import("./state.js").Change} Change */
/** @typedef {import("../model.js").CriteriaSet} CriteriaSet */

export const USUAL = "MC##"
const NUMBER = /#+/, CRITERION = "{tc}"

/** What is wrong with a pattern; nothing where it can be used. @param {string} pattern */
export const slip = pattern => !pattern.trim() || NUMBER.test(pattern) ? "" : "Mẫu mã thiếu chỗ cho số: viết dấu #, ví dụ MC## hoặc H{tc}.##."

/** @param {string} pattern @param {number} number @param {number | undefined} criterion */
export const code = (pattern, number, criterion) => (NUMBER.test(pattern) ? pattern : USUAL)
  .replaceAll(CRITERION, criterion === undefined ? "0" : String(criterion))
  .replace(NUMBER, places => String(number).padStart(places.length, "0"))

/** Every paper numbered anew, in the order of the list. @param {CriteriaSet} set @param {Assessment} assessment @returns {Change[]} */
export function renumbered(set, assessment) {
  const serves = criteriaOf(set, assessment), pattern = assessment.pattern.trim() || USUAL
  const apart = pattern.includes(CRITERION)
  /** @type {Map<number | undefined, number>} */
  const counts = new Map()
  return inOrder(assessment.evidence).map(([id]) => {
    const criterion = apart ? serves.get(id) : undefined
    const number = (counts.get(criterion) ?? 0) + 1
    counts.set(criterion, number)
    return { at: ["evidence", id, "code"], value: code(pattern, number, criterion) }
  })
}

/** The next code that no paper has. @param {Assessment} assessment */
export function nextCode({ evidence, pattern }) {
  const taken = new Set(Object.values(evidence).map(one => one.code))
  const told = pattern.trim() || USUAL
  let number = Object.keys(evidence).length + 1
  while (taken.has(code(told, number, undefined)) && number < 9999) number += 1
  return code(told, number, undefined)
}

/** The first tiêu chí each paper serves. @param {CriteriaSet} set @param {Assessment} assessment @returns {Map<string, number>} */
function criteriaOf(set, assessment) {
  const found = new Map()
  for (const { number, indicators } of asked(set, assessment))
    for (const { indicator } of indicators)
      for (const id of Object.keys(assessment.answers[indicator.id]?.evidence ?? {})) if (!found.has(id)) found.set(id, number)
  return found
}
