// @ts-check
// Exact fractions of whole numbers of any size. Pure.

/** The denominator is above zero. @typedef {{readonly n: bigint, readonly d: bigint}} Fraction */

/** @param {bigint} n @param {bigint} [d] @returns {Fraction} */
export const fraction = (n, d = 1n) => d < 0n ? { n: -n, d: -d } : { n, d }

export const ZERO = fraction(0n)

/** `-71.43`: what `numbers.read` gives. @param {string} text */
export function parsed(text) {
  const [whole = "0", rest = ""] = text.split(".")
  return fraction(BigInt(whole + rest), 10n ** BigInt(rest.length))
}

/** @param {Fraction} a @param {Fraction} b */
export const plus = (a, b) => fraction(a.n * b.d + b.n * a.d, a.d * b.d)
/** @param {Fraction} a @param {Fraction} b */
export const minus = (a, b) => fraction(a.n * b.d - b.n * a.d, a.d * b.d)
/** @param {Fraction} a @param {Fraction} b */
export const times = (a, b) => fraction(a.n * b.n, a.d * b.d)
/** @param {Fraction} a @param {Fraction} b not zero */
export const over = (a, b) => fraction(a.n * b.d, a.d * b.n)
/** Below zero, zero, above. @param {Fraction} a @param {Fraction} b */
export const compare = (a, b) => {
  const apart = a.n * b.d - b.n * a.d
  return apart < 0n ? -1 : apart > 0n ? 1 : 0
}
/** @param {Fraction} a */
export const floor = a => a.n >= 0n || a.n % a.d === 0n ? a.n / a.d : a.n / a.d - 1n
/** @param {Fraction} a */
export const ceil = a => -floor(fraction(-a.n, a.d))
/** @param {Fraction} a */
export const isWhole = a => a.n % a.d === 0n
/** @param {Fraction} a */
export const abs = a => fraction(a.n < 0n ? -a.n : a.n, a.d)

const HALF = fraction(1n, 2n)

/** `71.43`: half up, without needless zeros. @param {Fraction} value @param {number} digits */
export function decimal(value, digits) {
  const unit = 10n ** BigInt(digits)
  const units = floor(plus(times(abs(value), fraction(unit)), HALF))
  const rest = digits ? String(units % unit).padStart(digits, "0").replace(/0+$/, "") : ""
  return (value.n < 0n && units ? "-" : "") + String(units / unit) + (rest && `.${rest}`)
}
