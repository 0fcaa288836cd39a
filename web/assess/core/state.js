// @ts-check
// One assessment of a school, and how it changes: every change puts one value at one place, so that it can be kept in
// a journal, undone, and told. Nothing is changed in place. Pure.

/** Hiện trạng, điểm mạnh, tồn tại, hướng khắc phục.
 *  @typedef {{state?: string, strengths?: string, weaknesses?: string, remedy?: string}} Narrative */
/** @typedef {{verdict?: string, narrative?: Narrative, evidence?: {[id: string]: true}}} Answered */
/** `order`: its place in the list. @typedef {{order: number, code?: string, name?: string, number?: string, date?: string,
 *    place?: string, keeper?: string}} Evidence */
/** A chỉ tiêu, a threshold or a quantity that the school added out of the official text.
 *  @typedef {{order: number, criterion: number, level: number, title: string, clause?: string, note?: string}} OwnIndicator */
/** @typedef {{comparison: import("../model.js").Comparison, value: string, unit: string, clause?: string}} OwnThreshold */
/** `whole`: the quantity it is part of.
 *  @typedef {{order: number, title: string, unit?: string, definition?: string, asOf?: string, whole?: string, fractional?: true}} OwnQuantity */
/** Quantities by their ids; `percent`: the result is told in hundredths.
 *  @typedef {{numerator?: {[id: string]: true}, denominator?: {[id: string]: true}, percent?: true, rounding?: import("../model.js").Way, digits?: number}} OwnRule */
/** @typedef {{quantities: {[id: string]: OwnQuantity}, indicators: {[id: string]: OwnIndicator}, thresholds: {[indicator: string]: OwnThreshold},
 *    rules: {[indicator: string]: OwnRule}}} Own */
/** @typedef {{order: number, indicator: string, task?: string, lead?: string, partners?: string, due?: string,
 *    cost?: string, progress?: string}} Step */
/** @typedef {{opening?: string, conclusion?: string, abbreviations?: string, council?: string}} Report */
/** @typedef {object} Assessment
 *  @property {string} id @property {string} name @property {string} school @property {string} unit @property {string} year
 *  @property {string} set which criteria @property {number} level @property {string} filing the day planned, or nothing
 *  @property {string} window years before that day from which evidence counts, as typed
 *  @property {{[id: string]: string}} quantities as they were typed
 *  @property {{[indicator: string]: Answered}} answers
 *  @property {{[id: string]: Evidence}} evidence
 *  @property {string} pattern how papers are numbered
 *  @property {Own} own
 *  @property {{[year: string]: {[quantity: string]: string}}} leaving how many will have left by the end of each year, as typed
 *  @property {{[id: string]: Step}} plan
 *  @property {Report} report */

/** One value at one place; without a value, what stood there is taken away.
 *  @typedef {{at: string[], value?: unknown}} Change */

/** @returns {Own} */
export const noneOwn = () => ({ quantities: {}, indicators: {}, thresholds: {}, rules: {} })

/** @param {string} id @param {Partial<Assessment>} [told] @returns {Assessment} */
export const fresh = (id, told = {}) => ({
  id, name: "", school: "", unit: "", year: "", set: "", level: 1, filing: "", window: "", pattern: "", quantities: {}, answers: {}, evidence: {},
  own: noneOwn(), leaving: {}, plan: {}, report: {}, ...told,
})

/** Names by which a value would reach what is not its own. */
const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"])

/** @param {any} whole @param {string[]} at @returns {unknown} */
export const valueAt = (whole, at) => at.reduce((one, name) =>
  one !== null && typeof one === "object" && Object.hasOwn(one, name) ? one[name] : undefined, whole)

/** @template T @param {T} whole @param {Change} change @returns {T} */
export function changed(whole, { at: [name, ...rest], value }) {
  if (name === undefined || FORBIDDEN.has(name)) return whole
  const before = /** @type {any} */ (whole !== null && typeof whole === "object" ? whole : {})
  const own = Object.hasOwn(before, name) ? before[name] : undefined
  const inner = rest.length ? changed(own ?? {}, { at: rest, value }) : value
  const { [name]: _, ...others } = before
  if (inner === undefined) return others
  return Object.hasOwn(before, name) ? { ...before, [name]: inner } : { ...others, [name]: inner }
}

/** What takes a change back. @param {Assessment} whole @param {Change} change @returns {Change} */
export const inverse = (whole, { at }) => {
  const before = valueAt(whole, at)
  return before === undefined ? { at } : { at, value: before }
}

/** An id that is not taken: `m1`, `m2`… @param {{[id: string]: unknown}} taken @param {string} letter */
export function nextId(taken, letter) {
  let number = Object.keys(taken).length + 1
  while (Object.hasOwn(taken, `${letter}${number}`)) number += 1
  return `${letter}${number}`
}

/** @template {{order: number}} T @param {{[id: string]: T}} rows @returns {[string, T][]} in their order */
export const inOrder = rows => Object.entries(rows).sort(([, a], [, b]) => a.order - b.order)

/** @param {{[id: string]: {order: number}}} rows */
export const nextOrder = rows => Math.max(0, ...Object.values(rows).map(one => one.order)) + 1

/** The assessment as the beginning of the next year's: what stays true stays, answers are asked anew.
 *  @param {Assessment} last @param {string} id @param {string} year @returns {Assessment} */
export function nextYear(last, id, year) {
  const answers = Object.fromEntries(Object.entries(last.answers).map(([key, { narrative, evidence }]) =>
    [key, { ...narrative && { narrative }, ...evidence && { evidence } }]))
  return { ...last, id, year, name: last.name && last.year ? last.name.replaceAll(last.year, year) : last.name, answers }
}
