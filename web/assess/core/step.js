// @ts-check
// Which one step closes most gaps: one quantity raised by what one chỉ tiêu lacks, everything reckoned anew. Pure.
import { evaluate } from "./evaluate.js"

/** @typedef {import("../model.js").CriteriaSet} CriteriaSet */
/** @typedef {import("./results.js").Line} Line */
/** `id`: the quantity; `more`: by how many; `closed`: the chỉ tiêu that hold then.
 *  @typedef {{id: string, more: number, closed: string[]}} Step */

/** The steps that close a gap, the best first; those that open another are no steps.
 *  @param {CriteriaSet} set @param {Line[]} lines @param {{[id: string]: string}} values @returns {Step[]} */
export function steps(set, lines, values) {
  const reckoned = lines.filter(({ indicator, outcome }) => indicator.rule && outcome)
  /** @type {Map<string, Step>} */
  const found = new Map()
  for (const { indicator: { rule }, outcome } of reckoned) {
    if (outcome?.verdict !== "unmet" || !outcome.steps || outcome.steps < 0) continue
    for (const id of rule?.numerator ?? []) {
      const step = tried(set, reckoned, values, id, outcome.steps)
      if (step) found.set(`${id} ${step.more}`, step)
    }
  }
  return [...found.values()].sort((a, b) => b.closed.length - a.closed.length || a.more - b.more)
}

/** @param {CriteriaSet} set @param {Line[]} lines @param {{[id: string]: string}} values @param {string} id @param {number} more
 *  @returns {Step | undefined} */
function tried(set, lines, values, id, more) {
  const raised = { ...values, [id]: String(BigInt(values[id] ?? "0") + BigInt(more)) }
  /** @type {string[]} */
  const closed = []
  for (const { indicator, outcome } of lines) {
    if (!indicator.rule) continue
    const after = evaluate(indicator.rule, indicator.threshold, set.quantities, raised)
    const held = outcome?.verdict === "met" || outcome?.verdict === "exceeded", holds = after.verdict === "met" || after.verdict === "exceeded"
    if ((held && !holds) || (after.cause !== null && outcome?.cause === null)) return undefined
    if (!held && holds) closed.push(indicator.id)
  }
  return closed.length ? { id, more, closed } : undefined
}
