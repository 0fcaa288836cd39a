// @ts-check
// What a school added — chỉ tiêu, thresholds, quantities, rules — as a file of its own kind, that another school opens.
// Nothing of it is taken before it was looked at: what is new, what stands here already, what would change. Pure.
import { envelope, OWN, Refused, take } from "./file.js"
import { withOwn } from "./own.js"
import { nextId, nextOrder, noneOwn } from "./state.js"

/** @typedef {import("./state.js").Assessment} Assessment */
/** @typedef {import("./state.js").Change} Change */
/** @typedef {import("./state.js").Own} Own */
/** @typedef {import("../model.js").CriteriaSet} CriteriaSet */
/** `set`: of which criteria. @typedef {{set: string, document: string, school: string, own: Own, lost: string[]}} SetFile */
/** One thing of the file. @typedef {{what: string, title: string, state: "new" | "same" | "other", before: string, after: string}} Found */

export const SET_FORMAT = "truong-chinh-tri-chuan/bo-tieu-chi-cua-truong", SET_VERSION = 1

/** @param {Assessment} assessment @param {CriteriaSet} set @param {string} saved */
export const writtenSet = ({ own, school }, { id, document }, saved) =>
  `${JSON.stringify({ format: SET_FORMAT, version: SET_VERSION, saved, set: id, document, school, own }, null, 1)}\n`

/** @param {string} text @returns {SetFile} @throws {Refused} */
export function openedSet(text) {
  const told = envelope(text, SET_FORMAT, SET_VERSION, "tệp bộ tiêu chí của trường")
  /** @type {string[]} */
  const lost = []
  const own = take(told.own, OWN, ["own"], lost)
  if (own === undefined) throw new Refused("Tệp không có chỉ tiêu nào.")
  /** @param {unknown} one */
  const text20 = one => typeof one === "string" ? one.slice(0, 200) : ""
  return { set: text20(told.set), document: text20(told.document), school: text20(told.school), own: { ...noneOwn(), .../** @type {Partial<Own>} */ (own) }, lost }
}

/** What taking the file would do. A quantity of the same name and unit, a chỉ tiêu of the same words, tiêu chí and level is the
 *  same thing here and there, whatever its id.
 *  @param {CriteriaSet} bare @param {Own} here @param {Own} there @returns {{changes: Change[], found: Found[]}} */
export function merged(bare, here, there) {
  const set = withOwn(bare, here)
  /** @type {Change[]} */
  const changes = []
  /** @type {Found[]} */
  const found = []
  /** @type {Map<string, string>} */
  const ids = new Map()
  /** Rows that are matched by what they say. @param {"quantities" | "indicators"} kind @param {string} what @param {string} letter
   *  @param {(one: any) => string} sameAs @param {[string, any][]} present */
  const rows = (kind, what, letter, sameAs, present) => {
    const at = new Map(present.map(([id, one]) => [sameAs(one), id]))
    let taken = /** @type {{[id: string]: any}} */ (here[kind])
    for (const [id, one] of Object.entries(there[kind]).sort(([, a], [, b]) => a.order - b.order)) {
      const same = at.get(sameAs(one))
      const mine = same ?? nextId(taken, letter)
      ids.set(id, mine)
      found.push({ what, title: one.title, state: same ? "same" : "new", before: "", after: "" })
      if (same) continue
      const made = { ...one, order: nextOrder(taken) }
      taken = { ...taken, [mine]: made }
      changes.push({ at: ["own", kind, mine], value: made })
    }
  }
  const named = (/** @type {{title: string, unit?: string}} */ one) => `${key(one.title)}|${key(one.unit ?? "")}`
  rows("quantities", "Đại lượng", "so-", named, set.quantities.map(one => [one.id, one]))
  for (const one of changes) if (mapped(one.value, "whole")) one.value = { .../** @type {object} */ (one.value), whole: moved(/** @type {any} */ (one.value).whole) }
  rows("indicators", "Chỉ tiêu", "tu-them-", one => `${one.criterion}|${one.level}|${key(one.title)}`,
    set.criteria.flatMap(one => one.indicators.map(each => /** @type {[string, any]} */ ([each.id, { ...each, criterion: one.number }]))))
  const known = new Map([...set.criteria.flatMap(one => one.indicators).map(one => /** @type {[string, string]} */ ([one.id, one.title])),
    ...changes.filter(one => one.at[1] === "indicators").map(one => /** @type {[string, string]} */ ([String(one.at[2]), /** @type {any} */ (one.value).title]))])
  /** @param {"thresholds" | "rules"} kind @param {string} what @param {(one: any) => any} turned */
  const beside = (kind, what, turned) => {
    for (const [id, one] of Object.entries(there[kind])) {
      const mine = ids.get(id) ?? id, title = known.get(mine)
      if (title === undefined) { found.push({ what, title: id, state: "same", before: "", after: "chỉ tiêu này không có trong bộ đang làm" }); continue }
      const made = turned(one), before = Object.hasOwn(here[kind], mine) ? told(here[kind][mine]) : "", after = told(made)
      const state = !before ? "new" : before === after ? "same" : "other"
      found.push({ what, title, state, before: state === "other" ? plain(here[kind][mine]) : "", after: state === "other" ? plain(made) : "" })
      if (state !== "same") changes.push({ at: ["own", kind, mine], value: made })
    }
  }
  /** @param {string} id */
  function moved(id) { return ids.get(id) ?? id }
  const names = (/** @type {{[id: string]: true} | undefined} */ of) => Object.fromEntries(Object.keys(of ?? {}).map(id => [moved(id), true]))
  const titles = new Map([...set.quantities.map(one => /** @type {[string, string]} */ ([one.id, one.title])),
    ...changes.filter(one => one.at[1] === "quantities").map(one => /** @type {[string, string]} */ ([String(one.at[2]), /** @type {any} */ (one.value).title]))])
  /** @param {any} one */
  function plain(one) {
    if ("value" in one) return `${one.comparison === "equal" ? "=" : one.comparison === "atMost" ? "≤" : "≥"} ${one.value} ${one.unit}`.trim()
    const sum = (/** @type {object | undefined} */ of) => Object.keys(of ?? {}).map(id => titles.get(id) ?? id).join(" + ")
    return [sum(one.numerator), sum(one.denominator)].filter(Boolean).join(" ÷ ")
  }
  beside("thresholds", "Ngưỡng", one => one)
  beside("rules", "Cách tính", one => ({ ...one, numerator: names(one.numerator), ...one.denominator && { denominator: names(one.denominator) } }))
  return { changes, found }
}

/** @param {unknown} value @param {string} name */
const mapped = (value, name) => value !== null && typeof value === "object" && name in value

/** Equal whatever the order of names. @param {any} one @returns {string} */
const told = one => one !== null && typeof one === "object" ? `{${Object.keys(one).sort().map(name => `${name}:${told(one[name])}`).join()}}` : JSON.stringify(one)

/** Words as they are compared. @param {string} text */
export const key = text => text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim()
