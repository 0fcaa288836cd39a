// @ts-check
// A number as a Vietnamese office types it → the number, or the question what was meant. Nothing is guessed:
// «1.234,5» is read, of «1,234.5» is asked. The twin of portal/assess/numbers.py. Pure.

/** `value`: with a point before decimals. Where that is none: what it may mean, or what is wrong; nothing at all
 *  for an empty field.
 *  @typedef {{value: string | null, asked: string[], slip: "notNumber" | "tooLong" | null}} Typed */

/** Digits before the comma; a longer number is a slip. */
export const LONGEST = 12
const SPACES = /[\s\u00a0\u202f]+/g
const PLAIN = /^[0-9]+(?:,[0-9]+)?$/
const GROUPED = /^[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?$/
const SPACED = /^[1-9][0-9]{0,2}(?:[ \u00a0\u202f][0-9]{3})+(?:,[0-9]+)?$/
const ENGLISH = /^[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?$/
const POINTED = /^[0-9]+\.[0-9]+$/
const THOUSAND = /^[1-9][0-9]{0,2}[.,][0-9]{3}$/

/** @param {string} body */
const isVietnamese = body => [PLAIN, GROUPED, SPACED].some(one => one.test(body))

/** No needless zeros: `007.50` → `7.5`. @param {string} number */
function canonical(number) {
  const [whole = "", rest = ""] = number.split(".")
  const decimals = rest.replace(/0+$/, "")
  return (whole.replace(/^0+/, "") || "0") + (decimals && `.${decimals}`)
}

/** All that the digits may mean, the Vietnamese reading first. @param {string} body @param {boolean} whole */
function meanings(body, whole) {
  /** @type {string[]} */
  const found = []
  if (isVietnamese(body)) found.push(body.replace(SPACES, "").replaceAll(".", "").replace(",", "."))
  if (ENGLISH.test(body) && (body.includes(".") || body.split(",").length > 2 || THOUSAND.test(body)))
    found.push(body.replaceAll(",", ""))
  if (POINTED.test(body) && !(whole && GROUPED.test(body))) found.push(body)
  return [...new Set(found.map(canonical))]
}

/** @param {string} text @param {boolean} [whole] only whole numbers make sense, so «1.234» cannot be a decimal one
 *  @returns {Typed} */
export function read(text, whole = false) {
  const told = text.trim()
  if (!told) return { value: null, asked: [], slip: null }
  const body = /^[-−+]/.test(told) ? told.slice(1).trim() : told
  const sign = /^[-−]/.test(told) ? "-" : ""
  const found = meanings(body, whole)
  if (!found.length) return { value: null, asked: [], slip: "notNumber" }
  if (found.some(one => (one.split(".")[0] ?? "").length > LONGEST)) return { value: null, asked: [], slip: "tooLong" }
  const signed = found.map(one => one === "0" ? one : sign + one)
  return signed.length === 1 && isVietnamese(body)
    ? { value: signed[0] ?? null, asked: [], slip: null } : { value: null, asked: signed, slip: null }
}

/** `1234.5` → «1.234,5». @param {string} value */
export function written(value) {
  const [whole = "", rest] = value.split(".")
  return whole.replace(/\B(?=(\d{3})+$)/g, ".").replace("-", "−") + (rest ? `,${rest}` : "")
}
