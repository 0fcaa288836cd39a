// @ts-check
// «Công văn năm 2024», «văn bản 2022», «sự kiện tháng 8/2025»: documents asked for by type and year, pages of a kind by
// its name and when, and nothing else. Fetched where a query has a year. Knows the index, no texts for people.

import { isSmall } from "./small.js"
import { fold, words } from "./text.js"
import { typeAfter } from "./types.js"

/** @typedef {import("./opened.js").Opened} Opened */
/** @typedef {import("./query.js").Word} Word */
/** @typedef {{year: string, type: string, typed: string}} Asked `type`: folded, empty of documents of any type */
/** @typedef {{typed: string, when: string, own: number[], lists: number[]}} OfYear `own`: these documents; `lists`: the page
 *  of all of that year, or of that type where there is none; `when`: «năm 2022», «tháng 8/2025» */

const YEAR = /^(19|20)\d\d$/
/** The name of the page of all years. */
const EVERY = "văn bản theo năm"
/** What may stand around type and year. Folded. */
const AROUND = new Set("nam danh sach cac tat moi nhung duoc hanh thang".split(" "))
const ANY = new Set(["van ban", "vb"])

/** @param {Word[]} typed @param {{[name: string]: string}} types @returns {Asked | null} */
export function yearAsked(typed, types) {
  const [year, ...others] = typed.filter(one => YEAR.test(one.f))
  if (!year || others.length) return null
  const left = withoutIssued(typed.filter(one => one !== year && !isSmall(one) && !AROUND.has(one.f)))
  const told = left.map(one => one.f).join(" ")
  const type = ANY.has(told) ? "" : typeAfter(left, types)
  if (type === null || type && type.words !== left.length) return null
  return { year: year.f, type: type ? type.name : "", typed: left.map(one => one.o).join(" ") }
}

/** «Ban hành» at the end: «quy định ban hành năm 2021». @param {Word[]} left */
const withoutIssued = left => left.at(-1)?.f === "ban" && left.length > 2 ? left.slice(0, -1) : left

/** @param {Opened} opened @param {Word[]} typed @param {import("./days.js").Day | undefined} day @param {(name: string) => Promise<Map<number, unknown>>} called
 *  pages of a name @param {Set<string>} missing @returns {Promise<OfYear | null>} */
export async function ofYear(opened, typed, day, called, missing) {
  const { head, store } = opened, asked = yearAsked(typed, head.types)
  if (!asked) return ofKind(opened, typed, day, called, missing)
  const dated = (await store.beginning(`@${asked.year}`, "", 1, missing)).flatMap(([, list]) => {
    const { pages, weights } = list.read()
    return [...pages].filter((_, n) => weights[n] === 1)
  })
  const cards = await Promise.all(dated.map(page => store.card(page, missing)))
  const own = dated.filter((_, n) => begins(cards[n]?.[1] ?? "", asked.type))
  const name = asked.type ? own.length ? "" : `các ${asked.typed}` : own.length ? `văn bản ${asked.year}` : EVERY
  return { typed: asked.typed, when: `năm ${asked.year}`, own, lists: name ? [...(await called(name)).keys()] : [] }
}

/** Pages of a kind of that day, month or year; where there are none, the list of the kind. @param {Opened} opened @param {Word[]} typed
 *  @param {import("./days.js").Day | undefined} day @param {(name: string) => Promise<Map<number, unknown>>} called
 *  @param {Set<string>} missing @returns {Promise<OfYear | null>} */
async function ofKind({ head, store }, typed, day, called, missing) {
  const [year, ...others] = typed.filter(one => YEAR.test(one.f))
  const left = typed.filter((one, n) => one !== year && !(day && n >= day.from && n < day.to) && !isSmall(one) && !AROUND.has(one.f))
  const name = left.map(one => one.o).join(" ")
  if (others.length || !name) return null
  for (const page of (await called(name)).keys()) {
    const id = String((await store.card(page, missing))?.[0]).replace(/\/$/, "")
    const kind = head.kinds.findIndex(one => one[0] === id)
    const has = head.columns.kinds.some((one, at) => (one & 127) === kind && head.columns.years[at] > 0)
    if (kind < 0 || !has) continue
    const dated = (await store.beginning(`@${year.f}`, day?.rest ?? "", 1, missing)).flatMap(([, list]) => [...list.read().pages])
    const own = dated.filter(one => (head.columns.kinds[one] & 127) === kind)
    return { typed: name, when: day ? `tháng ${day.rest.split("-").reverse().map(Number).join("/")}/${year.f}` : `năm ${year.f}`, own, lists: own.length ? [] : [page] }
  }
  return null
}

/** @param {string} title @param {string} type folded */
const begins = (title, type) => !type || `${words(fold(title)).join(" ")} `.startsWith(`${type} `)
