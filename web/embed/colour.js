// @ts-check
// The accent of a host, made to be read on our grounds. Touches no page.

export const ENOUGH = 4.5

/** @param {string} hex six figures */
const parts = hex => [0, 2, 4].map(at => parseInt(hex.slice(at, at + 2), 16))

/** @param {number} one 0 to 255 */
const linear = one => (one /= 255) <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4

/** @param {string} hex */
function light(hex) {
  const [r = 0, g = 0, b = 0] = parts(hex).map(linear)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** @param {string} one @param {string} other */
export function contrast(one, other) {
  const [low = 0, high = 0] = [light(one), light(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

/** The colour itself, or the nearest between it and black or white that can be read there; null where it is none.
 *  @param {string | null} told `9e1b20`, with or without a sign before it @param {string} ground @returns {string | null} */
export function readable(told, ground) {
  const hex = /^#?([0-9a-f]{6})$/i.exec(told ?? "")?.[1]?.toLowerCase()
  if (!hex) return null
  const end = light(ground) > 0.18 ? 0 : 255
  for (let step = 0; step <= 20; step++) {
    const mixed = parts(hex).map(one => Math.round(one + (end - one) * step / 20).toString(16).padStart(2, "0")).join("")
    if (contrast(mixed, ground) >= ENOUGH) return `#${mixed}`
  }
  return null
}
