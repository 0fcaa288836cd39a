// @ts-check
// Documents asked for by their own number, and pages of an asked day.

import { fits } from "./cited.js"
import { isSmall } from "./small.js"
import { NUMBER } from "./worth.js"

/** @typedef {import("./opened.js").Opened} Opened */
/** @typedef {import("./query.js").Numbered} Numbered */
/** @typedef {{pages: Map<number, {worth: number, type: string}>, from: number, to: number, found: Numbered[], unknown: Numbered[],
 *  perhaps: number[], instead: number[]}} Own pages whose own number was asked for, by the words from…to; `unknown`: numbers that no document
 *  has; `perhaps`: pages whose number stands among the words; `instead`: pages of that number where it was asked for with
 *  letters, or with nothing but a type, that no document of it has */

const FEW = 6

/** Words beside a number of which no more ask than what the document is about: «ai ký quyết định 380». */
const BESIDE = 1

/** @param {Opened} opened @param {Numbered[]} found @param {import("./query.js").Word[]} typed
 *  @param {Set<string>} missing @returns {Promise<Own>} */
export async function ownNumbers(opened, found, typed, missing) {
  const { store, head } = opened, count = typed.length
  /** @type {Own["pages"]} */
  const pages = new Map()
  let from = count, to = 0
  /** @type {Set<Numbered>} */
  const met = new Set()
  /** @type {number[]} */
  const perhaps = []
  /** @type {number[]} */
  const instead = []
  for (const one of found) {
    const more = await store.beginning(`#${one.first}`, "", 3, missing)
    const then = one.year ? new Set((await ofDay(opened, { year: one.year, rest: "", from: 0, to: 0 }, missing)).filter(({ own }) => own).map(({ page }) => page)) : null
    for (const [label, list] of more) {
      if (one.letters.length && !fits(label, one.letters)) continue
      if (then && ![...list.read().pages].some(page => then.has(page))) continue
      const exactly = label.replaceAll("-", "") === one.letters.join("")
      for (const page of list.read().pages) {
        if (then && !then.has(page)) continue
        if (one.weak) { perhaps.push(page); continue }
        const worth = (one.letters.length ? NUMBER : NUMBER / 2) + (exactly ? 100 : 0)
        if (worth > (pages.get(page)?.worth ?? 0)) pages.set(page, { worth, type: one.type })
      }
      if (one.weak) continue
      met.add(one)
      from = Math.min(from, one.from)
      to = Math.max(to, one.to)
    }
  }
  // «khi nào phải nộp báo cáo 11» names no «báo cáo 11», and there is no «11-QĐi/TW»: another document of that number may be meant.
  /** @type {Set<Numbered>} */
  const doubtful = new Set(perhaps.length ? found : [])
  for (const one of met.size ? [] : found.filter(one => one.letters.length && !one.weak)) {
    const beside = typed.filter((word, n) => (n < one.from || n >= one.to) && !isSmall(word)).length
    const asWork = one.type && one.to - one.from < count && head.works?.includes(one.type)
    for (const [, list] of await store.beginning(`#${one.first}`, "", 3, missing)) {
      (asWork || one.type && beside > BESIDE ? perhaps : instead).push(...list.read().pages)
      if (asWork) doubtful.add(one)
    }
  }
  return { pages, from, to, found: [...met], perhaps, instead, unknown: met.size ? [] : found.filter(one => !one.weak && !doubtful.has(one)) }
}

/** Numbers of documents that begin so, where these are few: «38» → 380. @param {Opened} opened @param {string} begun
 *  @param {Set<string>} missing @returns {Promise<number[]>} */
export async function numbersFrom({ store, serials }, begun, missing) {
  const longer = [...serials].filter(one => one !== begun && one.startsWith(begun)).slice(0, FEW)
  const found = await Promise.all(longer.map(one => store.beginning(`#${one}`, "", 1, missing)))
  return found.flat().flatMap(([, list]) => [...list.read().pages])
}

/** Pages of a day, or of any day of a month, those whose own day it is apart from others. @param {Opened} opened
 *  @param {import("./days.js").Day | undefined} day @param {Set<string>} missing @returns {Promise<{page: number, own: boolean}[]>} */
export async function ofDay({ store }, day, missing) {
  const found = day ? await store.beginning(`@${day.year}`, day.rest, 1, missing) : []
  return found.flatMap(([, list]) => {
    const { pages, weights } = list.read()
    return [...pages].map((page, n) => ({ page, own: weights[n] === 1 }))
  })
}
