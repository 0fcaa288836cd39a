// @ts-check
// One chỉ tiêu reckoned: exact fractions, no floating point. The twin of portal/assess/evaluate.py. What cannot be
// reckoned is unknown, with the fault and the quantities it lies in. Pure.
import { abs, ceil, compare, decimal, floor, fraction, isWhole, minus, over, parsed, plus, times, ZERO } from "./fraction.js"

/** @typedef {import("./fraction.js").Fraction} Fraction */
/** @typedef {import("../model.js").Rule} Rule */
/** @typedef {import("../model.js").Threshold} Threshold */
/** @typedef {import("../model.js").Quantity} Quantity */
/** @typedef {import("../model.js").Comparison} Comparison */
/** @typedef {"exceeded" | "met" | "unmet" | "unknown"} Verdict */
/** @typedef {"missing" | "negative" | "notWhole" | "partExceeds" | "zeroDenominator" | "noThreshold"} Cause */
/** What came out. `names`: the quantities the cause lies in. `steps`: by how many the numerator has to change, the
 *  denominator staying. `joining`: how many have to join both alike.
 *  @typedef {{verdict: Verdict, cause: Cause | null, names: string[], value: string | null, gap: string | null,
 *    steps: number | null, joining: number | null}} Outcome */
/** @typedef {{[id: string]: string}} Values exact, with a point before decimals */

/** Decimals of a result as it is told; more where fewer would look like the threshold. */
const SHOWN = 2, MOST_SHOWN = 8
const HALF = fraction(1n, 2n)

/** @param {Partial<Outcome> & {verdict: Verdict}} told @returns {Outcome} */
const outcome = told => ({ cause: null, names: [], value: null, gap: null, steps: null, joining: null, ...told })

/** @param {Rule} rule @param {Threshold | null} threshold @param {Quantity[]} quantities @param {Values} values
 *  @returns {Outcome} */
export function evaluate(rule, threshold, quantities, values) {
  const known = new Map(quantities.map(one => [one.id, one]))
  const fault = faultOf(rule, known, values)
  if (fault) return fault
  const above = sum(rule.numerator, values), below = sum(rule.denominator, values)
  if (rule.denominator.length && below.n === 0n)
    return outcome({ verdict: "unknown", cause: "zeroDenominator", names: rule.denominator })
  const result = resultOf(rule, above, below)
  if (threshold === null || threshold.value === null)
    return outcome({ verdict: "unknown", cause: "noThreshold", value: decimal(result, digitsOf(rule)) })
  const limit = parsed(threshold.value), way = threshold.comparison
  const value = told(result, limit, digitsOf(rule))
  if (holds(way, result, limit)) {
    const more = way !== "equal" && compare(result, limit) !== 0
    return outcome({ verdict: more ? "exceeded" : "met", value })
  }
  const whole = [...rule.numerator, ...rule.denominator].every(id => !known.get(id)?.fractional)
  return outcome({
    verdict: "unmet", value, gap: told(abs(minus(limit, result)), ZERO, digitsOf(rule)),
    steps: whole ? stepsOf(rule, way, limit, above, below) : null,
    joining: whole ? joiningOf(rule, way, limit, above, below) : null,
  })
}

// What cannot be reckoned

/** @param {Rule} rule @param {Map<string, Quantity>} known @param {Values} values @returns {Outcome | undefined} */
function faultOf(rule, known, values) {
  const named = [...new Set([...rule.numerator, ...rule.denominator])]
  /** @type {[Cause, (id: string) => boolean][]} */
  const faults = [
    ["missing", id => !Object.hasOwn(values, id) || !known.has(id)],
    ["negative", id => valueOf(values, id).n < 0n],
    ["notWhole", id => !known.get(id)?.fractional && !isWhole(valueOf(values, id))],
  ]
  for (const [cause, wrong] of faults) {
    const names = named.filter(wrong)
    if (names.length) return outcome({ verdict: "unknown", cause, names })
  }
  const names = exceeding(rule, named, known, values)
  return names && outcome({ verdict: "unknown", cause: "partExceeds", names })
}

/** A part above its whole; parts together above their one whole. @param {Rule} rule @param {string[]} named
 *  @param {Map<string, Quantity>} known @param {Values} values */
function exceeding(rule, named, known, values) {
  for (const id of named)
    for (const outer of known.get(id)?.within ?? [])
      if (Object.hasOwn(values, outer) && compare(valueOf(values, id), valueOf(values, outer)) > 0) return [id, outer]
  const [whole] = rule.denominator
  if (rule.denominator.length !== 1 || whole === undefined) return undefined
  const inside = rule.numerator.every(id => known.get(id)?.within.includes(whole))
  return inside && compare(sum(rule.numerator, values), valueOf(values, whole)) > 0 ? [...rule.numerator, whole] : undefined
}

/** @param {Values} values @param {string} id */
const valueOf = (values, id) => parsed(values[id] ?? "0")
/** @param {string[]} ids @param {Values} values */
const sum = (ids, values) => ids.reduce((all, id) => plus(all, valueOf(values, id)), ZERO)

// Arithmetic

/** @param {Rule} rule @param {Fraction} above @param {Fraction} below */
function resultOf({ denominator, scale, rounding }, above, below) {
  const exact = times(denominator.length ? over(above, below) : above, fraction(BigInt(scale)))
  if (!rounding) return exact
  const unit = 10n ** BigInt(rounding.digits), units = times(exact, fraction(unit))
  return fraction(floor(rounding.way === "nearest" ? plus(units, HALF) : units), unit)
}

/** @param {Comparison} way @param {Fraction} result @param {Fraction} limit */
function holds(way, result, limit) {
  const apart = compare(result, limit)
  return way === "atLeast" ? apart >= 0 : way === "atMost" ? apart <= 0 : apart === 0
}

/** The least change of the numerator; of parts no more than their whole has room for. @param {Rule} rule
 *  @param {Comparison} way @param {Fraction} limit @param {Fraction} above @param {Fraction} below */
function stepsOf(rule, way, limit, above, below) {
  const ratio = rule.denominator.length > 0
  const rises = compare(resultOf(rule, above, below), limit) < 0
  const sign = rises ? 1n : -1n
  const toward = rises ? "atLeast" : "atMost"
  /** @param {bigint} change */
  const result = change => resultOf(rule, plus(above, fraction(sign * change)), below)
  const exact = times(over(onGrid(rule, limit, rises), fraction(BigInt(rule.scale))), ratio ? below : fraction(1n))
  const most = ceil(times(fraction(sign), minus(exact, above)))
  const least = leastOf(one => holds(toward, result(one), limit), most)
  const after = plus(above, fraction(sign * least))
  const full = ratio && rule.scale !== 1 && compare(after, below) > 0
  return full || after.n < 0n || !holds(way, result(least), limit) ? null : Number(sign * least)
}

/** @param {Rule} rule @param {Comparison} way @param {Fraction} limit @param {Fraction} above @param {Fraction} below */
function joiningOf(rule, way, limit, above, below) {
  const share = over(onGrid(rule, limit, true), fraction(BigInt(rule.scale)))
  const rest = minus(fraction(1n), share)
  if (way !== "atLeast" || !rule.denominator.length || rest.n <= 0n || compare(above, below) > 0) return null
  const most = ceil(over(minus(times(share, below), above), rest))
  return Number(leastOf(n => holds(way, resultOf(rule, plus(above, fraction(n)), plus(below, fraction(n))), limit), most))
}

/** The nearest limit that a rounded result can have. @param {Rule} rule @param {Fraction} limit @param {boolean} up */
function onGrid({ rounding }, limit, up) {
  if (!rounding) return limit
  const unit = 10n ** BigInt(rounding.digits), units = times(limit, fraction(unit))
  return fraction(up ? ceil(units) : floor(units), unit)
}

/** The least number from none to `most` for which it holds, as it does from there on.
 *  @param {(n: bigint) => boolean} holds @param {bigint} most */
function leastOf(holds, most) {
  let low = 0n, high = most > 0n ? most : 0n
  while (low < high) {
    const middle = (low + high) / 2n
    if (holds(middle)) high = middle
    else low = middle + 1n
  }
  return low
}

// Words

/** @param {Rule} rule */
const digitsOf = rule => rule.rounding ? rule.rounding.digits : SHOWN

/** Rounded, yet never so far that it would look like the limit. @param {Fraction} value @param {Fraction} limit
 *  @param {number} digits */
function told(value, limit, digits) {
  const side = compare(value, limit)
  if (side === 0 || compare(parsed(decimal(value, digits)), limit) !== 0) return decimal(value, digits)
  if (digits < MOST_SHOWN) return told(value, limit, digits + 1)
  return decimal(plus(limit, fraction(BigInt(side), 10n ** BigInt(MOST_SHOWN))), MOST_SHOWN)
}
