// @ts-check
// One line of storage: what is kept, its number, and a sum by which half-written or spoilt lines are known. Pure.

/** A sum of 53 bits (cyrb53, public domain): not a secret, only a check. @param {string} text */
export function sumOf(text) {
  let high = 0xdeadbeef, low = 0x41c6ce57
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36)
}

/** @param {number} number @param {unknown} value */
export function packed(number, value) {
  const told = `${number} ${JSON.stringify(value)}`
  return `${sumOf(told)} ${told}`
}

/** None where a letter is missing or another. @param {string | null} text @returns {{number: number, value: any} | undefined} */
export function unpacked(text) {
  const found = /^([a-z0-9]+) ((\d+) ([^]*))$/.exec(text ?? "")
  if (!found || found[1] !== sumOf(found[2] ?? "")) return undefined
  try {
    return { number: Number(found[3]), value: JSON.parse(found[4] ?? "") }
  } catch {
    return undefined
  }
}
