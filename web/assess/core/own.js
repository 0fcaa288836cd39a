// @ts-check
// What a school adds out of the text it holds — quantities, chỉ tiêu, thresholds, rules — over the set that is published:
// one set, of which everything else reckons. Doing it twice changes nothing. Pure.
import { read } from "./numbers.js"
import { inOrder } from "./state.js"

/** @typedef {import("./state.js").Own} Own */
/** @typedef {import("../model.js").CriteriaSet} CriteriaSet */
/** @typedef {import("../model.js").Indicator} Indicator */
/** @typedef {import("../model.js").Quantity} Quantity */
/** @typedef {import("../model.js").Rule} Rule */
/** @typedef {import("../model.js").Threshold} Threshold */

export const PERCENT = "%"
/** @type {{[way: string]: string}} */
const SIGNS = { atLeast: "≥", equal: "=", atMost: "≤" }

/** @param {CriteriaSet} set @param {Own} own @returns {CriteriaSet} */
export const withOwn = (set, own) => ({
  ...set,
  quantities: [...set.quantities.filter(({ id }) => !Object.hasOwn(own.quantities, id)), ...inOrder(own.quantities).map(([id, one]) => quantity(id, one))],
  criteria: set.criteria.map(criterion => ({
    ...criterion,
    indicators: [
      ...criterion.indicators.filter(({ id }) => !Object.hasOwn(own.indicators, id)),
      ...inOrder(own.indicators).filter(([, one]) => one.criterion === criterion.number).map(([id, one]) => indicator(id, one)),
    ].map(one => ({ ...one, threshold: limitOf(own, one.id) ?? one.threshold, rule: ruleOf(own, one.id) ?? one.rule })),
  })),
})

/** @param {string} id @param {import("./state.js").OwnQuantity} one @returns {Quantity} */
const quantity = (id, { title, unit, definition, asOf, whole, fractional }) => ({
  id, title, unit: unit ?? "", definition: definition ?? null, asOf: asOf ?? null, within: whole && whole !== id ? [whole] : [], fractional: fractional === true,
})

/** @param {string} id @param {import("./state.js").OwnIndicator} one @returns {Indicator} */
const indicator = (id, { level, title, clause }) => ({
  id, level, title, url: null, clause: clause ? { title: clause, url: "" } : null, threshold: null, counted: [], rule: null,
  evidence: [], questions: [], standing: null,
})

/** The threshold that the school typed, where it is a number. @param {Own} own @param {string} id @returns {Threshold | undefined} */
export function limitOf(own, id) {
  const typed = Object.hasOwn(own.thresholds, id) ? own.thresholds[id] : undefined
  const value = typed && read(typed.value).value
  if (!typed || !value || value.startsWith("-")) return undefined
  return { comparison: typed.comparison, sign: SIGNS[typed.comparison] ?? "", unit: typed.unit, value }
}

/** The rule that the school put together, where it counts anything. @param {Own} own @param {string} id @returns {Rule | undefined} */
export function ruleOf(own, id) {
  const told = Object.hasOwn(own.rules, id) ? own.rules[id] : undefined
  const numerator = Object.keys(told?.numerator ?? {}), denominator = Object.keys(told?.denominator ?? {})
  if (!told || !numerator.length) return undefined
  const rounding = told.rounding ? { way: told.rounding, digits: Math.min(4, Math.max(0, told.digits ?? 0)) } : null
  return { numerator, denominator, scale: told.percent ? 100 : 1, rounding }
}

/** How many things of its own a school has. @param {Own} own */
export const count = own => Object.values(own).reduce((all, rows) => all + Object.keys(rows).length, 0)
