// @ts-check
// Which of the answers a school may give a reckoned verdict is. Pure.

/** @typedef {import("./evaluate.js").Outcome} Outcome */
/** @typedef {import("../model.js").Answer} Answer */

/** The answer that a reckoned verdict is. @param {Answer[]} answers @param {Outcome} outcome @returns {Answer | null} */
export function suggestion(answers, { verdict }) {
  if (verdict === "unknown") return null
  const met = verdict !== "unmet", exceeds = verdict === "exceeded"
  return answers.find(one => one.applies && !one.open && one.met === met && one.exceeds === exceeds) ?? null
}
