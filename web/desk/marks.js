// @ts-check
// What the buttons above a text do to it: pure, on a text and what is selected in it.

/** @typedef {{text: string, start: number, end: number}} State */

/** Words between two signs; taken away where they stand there already. @param {State} state @param {string} sign
 *  @param {string} blank @returns {State} */
export function around({ text, start, end }, sign, blank) {
  const words = text.slice(start, end) || blank, long = sign.length
  if (text.slice(start - long, start) === sign && text.slice(end, end + long) === sign)
    return { text: text.slice(0, start - long) + text.slice(start, end) + text.slice(end + long), start: start - long, end: end - long }
  return { text: text.slice(0, start) + sign + words + sign + text.slice(end), start: start + long, end: start + long + words.length }
}

/** Whole lines, each begun as `sign` tells; the sign goes where all of them have it. @param {State} state
 *  @param {(place: number) => string} sign @param {RegExp} old @returns {State} */
export function lines({ text, start, end }, sign, old) {
  const first = text.lastIndexOf("\n", start - 1) + 1
  const last = text.indexOf("\n", end) < 0 ? text.length : text.indexOf("\n", end)
  const told = text.slice(first, last).split("\n")
  const bare = told.map(line => line.replace(old, ""))
  const has = told.every((line, place) => line.startsWith(sign(place)))
  const made = (has ? bare : bare.map((line, place) => sign(place) + line)).join("\n")
  return { text: text.slice(0, first) + made + text.slice(last), start: first, end: first + made.length }
}

/** @param {State} state @returns {State} the words become a link, its address is selected */
export function link({ text, start, end }) {
  const words = text.slice(start, end) || "chữ hiện ra", address = "loai/ma-cua-muc"
  const at = start + words.length + 3
  return { text: `${text.slice(0, start)}[${words}](${address})${text.slice(end)}`, start: at, end: at + address.length }
}

/** @param {State} state @param {string} block @returns {State} a block of its own behind what is selected */
export function block({ text, end }, block) {
  const before = text.slice(0, end).trimEnd(), after = text.slice(end).trimStart()
  const head = before ? `${before}\n\n` : "", made = `${head}${block}\n${after ? `\n${after}` : ""}`
  return { text: made, start: head.length, end: head.length + block.length }
}

export const BLANK_TABLE = "| Cột 1 | Cột 2 |\n| --- | --- |\n|  |  |"
