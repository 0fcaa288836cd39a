// @ts-check
// What an assessment comes to: every chỉ tiêu with its rule reckoned, per tiêu chí, in all; what is still lacking. The
// school's own answer counts, never the reckoned one: that is shown beside it. Pure.
import { suggestion } from "./answers.js"
import { evaluate } from "./evaluate.js"
import { read } from "./numbers.js"
import { limitOf, ruleOf, withOwn } from "./own.js"

/** @typedef {import("./state.js").Assessment} Assessment */
/** @typedef {import("./evaluate.js").Outcome} Outcome */
/** @typedef {import("../model.js").CriteriaSet} CriteriaSet */
/** @typedef {import("../model.js").Indicator} Indicator */
/** @typedef {import("../model.js").Answer} Answer */
/** @typedef {import("../model.js").Published} Published */
/** `own`: the school added it; `ownThreshold`, `ownRule`: it added the threshold, the rule.
 *  @typedef {{indicator: Indicator, own: boolean, ownThreshold: boolean, ownRule: boolean}} Asked */
/** `outcome`: none where there is no rule.
 *  `differs`: the answer is not what was reckoned.
 *  @typedef {Asked & {answer: Answer, outcome: Outcome | null,
 *    suggested: Answer | null, differs: boolean, evidence: number}} Line */
/** @typedef {{met: number, exceeded: number, unmet: number, open: number, apart: number, total: number}} Tally */
/** @typedef {{number: number, title: string, unknowns: string[], lines: Line[], tally: Tally}} Part */
/** `stated`: how many chỉ tiêu the level has, as sources count; not one where they disagree.
 *  @typedef {{parts: Part[], tally: Tally, stated: number[], gaps: Line[]}} Result */

/** The quantities that can be used, as exact numbers. @param {CriteriaSet} set @param {Assessment} assessment */
export function known(set, { quantities, own }) {
  const found = withOwn(set, own).quantities.map(({ id, fractional }) => [id, read(quantities[id] ?? "", !fractional).value])
  return /** @type {{[id: string]: string}} */ (Object.fromEntries(found.filter(([, value]) => value !== null)))
}

/** The chỉ tiêu of the level, those of the school behind those of the set. @param {CriteriaSet} set
 *  @param {Assessment} assessment @returns {{number: number, title: string, unknowns: string[], indicators: Asked[]}[]} */
export function asked(set, { level, own }) {
  return withOwn(set, own).criteria.map(({ number, title, unknowns, indicators }) => ({
    number, title, unknowns,
    indicators: indicators.filter(one => one.level === level).map(indicator => ({
      indicator, own: Object.hasOwn(own.indicators, indicator.id),
      ownThreshold: limitOf(own, indicator.id) !== undefined, ownRule: ruleOf(own, indicator.id) !== undefined,
    })),
  }))
}

/** @param {Published} published @param {CriteriaSet} bare @param {Assessment} assessment @returns {Result} */
export function results(published, bare, assessment) {
  const set = withOwn(bare, assessment.own)
  const values = known(set, assessment)
  const parts = asked(set, assessment).map(({ indicators, ...part }) => {
    const lines = indicators.map(one => lineOf(published, set, assessment, values, one))
    return { ...part, lines, tally: tallied(lines) }
  })
  const lines = parts.flatMap(part => part.lines)
  const counts = set.levels.find(one => one.number === assessment.level)?.counts ?? []
  const stated = [...new Set(counts.filter(one => one.criterion === null).map(one => one.value))]
  return { parts, tally: tallied(lines), stated, gaps: lines.filter(({ answer }) => !answer.met && answer.applies && !answer.open) }
}

/** @param {Published} published @param {CriteriaSet} set @param {Assessment} assessment @param {{[id: string]: string}} values
 *  @param {Asked} one @returns {Line} */
function lineOf({ answers, untouched }, set, assessment, values, one) {
  const { indicator } = one
  const told = Object.hasOwn(assessment.answers, indicator.id) ? assessment.answers[indicator.id] : undefined
  const first = /** @type {Answer} */ (answers.find(({ value }) => value === untouched) ?? answers[0])
  const answer = answers.find(({ value }) => value === told?.verdict) ?? first
  const outcome = indicator.rule && evaluate(indicator.rule, indicator.threshold, set.quantities, values)
  const suggested = outcome && suggestion(answers, outcome)
  const differs = suggested !== null && answer !== first && answer !== suggested
  const evidence = Object.keys(told?.evidence ?? {}).filter(id => Object.hasOwn(assessment.evidence, id)).length
  return { ...one, answer, outcome, suggested, differs, evidence }
}

/** @param {Line[]} lines @returns {Tally} */
function tallied(lines) {
  /** @param {(answer: Answer) => boolean} is */
  const count = is => lines.filter(({ answer }) => is(answer)).length
  return {
    met: count(one => one.met), exceeded: count(one => one.exceeds), unmet: count(one => one.applies && !one.met && !one.open),
    open: count(one => one.open), apart: count(one => !one.applies), total: count(one => one.applies),
  }
}
