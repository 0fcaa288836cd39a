// @ts-check
// What retirements do: for each year, every chỉ tiêu reckoned anew with those who will have left by then taken off, nobody
// coming. Pure.
import { evaluate } from "./evaluate.js"
import { read } from "./numbers.js"
import { withOwn } from "./own.js"

/** @typedef {import("./state.js").Assessment} Assessment */
/** @typedef {import("./evaluate.js").Outcome} Outcome */
/** @typedef {import("../model.js").CriteriaSet} CriteriaSet */
/** @typedef {import("./results.js").Line} Line */
/** `outcomes`: by chỉ tiêu; `lost`: those that hold now and no longer then.
 *  @typedef {{year: string, values: {[id: string]: string}, outcomes: Map<string, Outcome>, lost: Line[], faults: string[]}} Year */

/** Years looked ahead. */
export const AHEAD = 5

/** The years that are asked: those behind the assessment's. @param {Assessment} assessment @param {number} now */
export function years({ year }, now) {
  const from = /^\d{4}$/.test(year.trim()) ? Number(year) : now
  return Array.from({ length: AHEAD }, (_, at) => String(from + at + 1))
}

/** Only years of which something was typed. Who leaves a part leaves its whole: it is typed for both, and where it was not,
 *  the fault is told. @param {CriteriaSet} bare @param {Assessment} assessment @param {Line[]} lines @param {{[id: string]: string}} values
 *  @param {string[]} asked @returns {Year[]} */
export function ahead(bare, assessment, lines, values, asked) {
  const set = withOwn(bare, assessment.own)
  /** @type {{[id: string]: bigint}} */
  const gone = {}
  /** @type {Year[]} */
  const found = []
  for (const year of asked) {
    const told = assessment.leaving[year] ?? {}
    /** @type {string[]} */
    const faults = []
    for (const [id, text] of Object.entries(told)) {
      const { value } = read(text, true)
      if (value !== null && !value.startsWith("-") && !value.includes(".")) gone[id] = (gone[id] ?? 0n) + BigInt(value)
    }
    if (!Object.keys(gone).length) continue
    const then = { ...values }
    for (const [id, many] of Object.entries(gone)) {
      const now = values[id]
      if (now === undefined || now.includes(".")) continue
      const left = BigInt(now) - many
      if (left < 0n) faults.push(id)
      then[id] = String(left < 0n ? 0n : left)
    }
    const outcomes = new Map(lines.filter(({ indicator }) => indicator.rule).map(({ indicator }) =>
      [indicator.id, evaluate(/** @type {import("../model.js").Rule} */ (indicator.rule), indicator.threshold, set.quantities, then)]))
    const lost = lines.filter(({ indicator, outcome }) => holds(outcome) && !holds(outcomes.get(indicator.id) ?? null))
    found.push({ year, values: then, outcomes, lost, faults })
  }
  return found
}

/** @param {Outcome | null} outcome */
const holds = outcome => outcome?.verdict === "met" || outcome?.verdict === "exceeded"
