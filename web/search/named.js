// @ts-check
// Pages whose name the whole query is: «lai chau», «tct thanh hoa», «HVCTQG là gì». The names and how surely each is
// meant are told by the index (portal/views/search/called.py); here is only what a query may say around a name.

import { wordOf } from "./query.js"
import { isSlip } from "./slips.js"
import { isQuestion, isSmall } from "./small.js"
import { agrees, exact, fold, words } from "./text.js"

/** @typedef {import("./opened.js").Opened} Opened */
/** @typedef {import("./meaning.js").Asked} Asked */
/** @typedef {{worth: number, former: string, below?: boolean}} Lifted `former`: the name, where it is of something that is a part of
 *  it now; `below`: it is only a part of the query */
/** @typedef {{f: string, x: string | null}[]} Name */

/** More than words can bring, less than a number does. */
export const NAMED = 3000
/** What a step of sureness is worth: more than words tell apart. */
const STEP = 40
/** What a name that is not finished, or that something is asked of, is worth beside a whole one. */
const BEGUN = 0.5
/** What a page is worth more that is looked for by these words, as others may be. */
export const KEYWORD = 25
const isKeyword = (/** @type {number} */ byte) => (byte & SURE) >> 3 === 2
const SURE = 63, BARE = 64, FORMER = 128
const EXPLAINING = 2600
/** More than a name is worth by which others may be meant as well. */
const OWN = NAMED + STEP * 8 * 4
/** Words of a name beyond which nothing is one. */
export const LONGEST = 16
/** Names that one beginning may lead to. */
const MANY = 8
/** «X là gì», «thế nào là X»: what a thing is. Folded, around the thing. */
const BEFORE = /^(?:the nao la|hieu the nao la|dinh nghia|khai niem|giai thich|y nghia(?: cua)?|nghia cua|thuat ngu) (.+)$/
const BEHIND = /^(.+?)(?: nghia)? (?:la gi|la ai|la the nao|la nhu the nao|nghia la gi|viet tat(?: cua)?(?: tu| chu)?(?: gi| nao| la gi)?)$/

/** @param {Opened} opened @param {Asked[]} asked @param {boolean} begun whether the last word may be unfinished
 *  @param {Set<string>} missing @returns {Promise<Map<number, Lifted>>} */
export async function named(opened, asked, begun, missing) {
  if (!asked.length || asked.length > LONGEST) return new Map()
  const meant = asked.some(one => one.means[0]?.kind)
  for (const of of meant ? [asTyped, nameOf] : [asTyped]) {
    const whole = of(asked)
    const { name: thing, explained } = explainedIn(whole)
    const less = isQuestion(asked) && !isDenied(asked) ? of(asked.filter(one => !isSmall(one))) : []
    for (const name of new Set([whole, thing, less].filter(one => one.length))) {
      const found = await pagesOf(opened, name, explained, missing)
      if (found.size) return name === less && less.length < whole.length ? below(found) : found
    }
  }
  const beside = await askedOf(opened, nameOf(asked), missing)
  if (beside.size) return below(beside)
  const near = await slippedIn(opened, nameOf(asked), missing)
  if (near.size) return below(near)
  return begun && asked.length > 1 ? beginning(opened, nameOf(asked), missing) : new Map()
}

/** What a question names stands below a title that is the question. @param {Map<number, Lifted>} found */
const below = found => new Map([...found].map(([page, one]) => [page, { ...one, worth: one.worth * BEGUN, below: true }]))

const NOT = ["không", "chưa"].map(exact)
/** «Trường không đạt chuẩn thì sao» asks for no «đạt chuẩn»; «đã đạt chuẩn chưa» does. @param {Asked[]} asked */
const isDenied = asked => asked.slice(0, -1).some(one => NOT.includes(one.x))

/** @param {Asked[]} asked @returns {Name} */
const asTyped = asked => asked.map(({ f, x, marked, keys }) => keys ?? { f, x: marked ? x : null })

/** Words as they are meant. @param {Asked[]} asked @returns {Name} */
export const nameOf = asked => asked.map(one => {
  const [meant] = isSmall(one) ? [] : one.means
  return meant?.kind ? { f: meant.f, x: meant.x } : { f: one.f, x: one.marked ? one.x : null }
})

/** Pages of which something is asked beside their names: «địa chỉ trường chính trị Cần Thơ», «nhiệm vụ của Vụ Quản lý đào
 *  tạo», «biểu đồ tiến độ». @param {Opened} opened @param {Name} name @param {Set<string>} missing */
async function askedOf(opened, name, missing) {
  const found = new Map()
  for (const [kind, phrases] of opened.asked) {
    const left = withoutAround(name, phrases)
    if (left.length === name.length) continue
    for (const some of [left, trimmed(left)])
      for (const [page, lift] of some.length ? await pagesOf(opened, some, false, missing) : [])
        if (kindOf(opened, page) === kind && lift.worth > OWN) found.set(page, lift)
  }
  return found
}

/** A school whose place has a slip behind its first word, where nothing is said beside what every school is called: «trường
 *  chính trị Ca Mao». @param {Opened} opened @param {Name} name @param {Set<string>} missing */
async function slippedIn(opened, name, missing) {
  /** @type {Map<number, Lifted>} */
  const made = new Map()
  const [first, ...rest] = withoutAround(name, opened.around)
  if (!rest.length || rest.length > PLACE || name.length < rest.length + 3) return made
  const told = rest.map(one => one.f).join("-")
  for (const [key, list] of await opened.store.beginning(`=${first.f}`, "", 2, missing)) {
    if (!isSlip(told, key.slice(0, key.indexOf("/")))) continue
    const { pages, weights } = list.read()
    pages.forEach((page, n) => { if (weights[n] & BARE && !(weights[n] & FORMER)) made.set(page, { worth: NAMED + STEP * (weights[n] & SURE), former: "" }) })
  }
  return made
}

/** Without small words at its ends: «của Vụ Quản lý đào tạo». @param {Name} name */
function trimmed(name) {
  const told = name.map(({ f, x }) => !isSmall({ ...wordOf(f), x: x ?? f, marked: x !== null }))
  return name.slice(Math.max(0, told.indexOf(true)), told.lastIndexOf(true) + 1)
}

/** @param {Name} name */
function explainedIn(name) {
  const told = name.map(one => one.f).join(" ")
  const thing = BEFORE.exec(told)?.[1] ?? BEHIND.exec(told)?.[1]
  if (!thing) return { name, explained: false }
  const length = thing.split(" ").length, from = told.startsWith(thing) ? 0 : name.length - length
  return { name: name.slice(from, from + length), explained: true }
}

/** Pages of this name, as it stands or without what stands around a bare one. @param {Opened} opened @param {Name} name
 *  @param {boolean} explained @param {Set<string>} missing */
async function pagesOf(opened, name, explained, missing) {
  const bare = [withoutAround(name, opened.around, true), withoutAround(name, opened.around)]
    .filter((one, n, all) => one.length && one.length < name.length && (!n || one.length < all[0].length))
  let found = await listed(opened, name, 0, missing)
  for (const one of bare) found = found.length ? found : await listed(opened, one, BARE, missing)
  /** @type {Map<number, Lifted>} */
  const made = new Map()
  for (const { page, byte, told } of found) {
    const worth = isKeyword(byte) ? KEYWORD : NAMED + STEP * (byte & SURE) + (explained && opened.head.explaining?.includes(kindOf(opened, page)) ? EXPLAINING : 0)
    if (worth > (made.get(page)?.worth ?? 0)) made.set(page, { worth, former: byte & FORMER ? told : "" })
  }
  return made
}

/** @param {Opened} opened @param {number} page */
const kindOf = ({ head }, page) => head.kinds[head.columns.kinds[page] & 127]?.[0] ?? ""

/** @param {Opened} opened @param {Name} name @param {number} flag that a name has to have @param {Set<string>} missing */
async function listed({ store }, name, flag, missing) {
  const [first, ...rest] = name
  const found = await store.beginning(`=${first.f}`, `${rest.map(one => one.f).join("-")}/`, 2, missing)
  return found.flatMap(([told, list]) => {
    const spelt = told.slice(told.indexOf("/") + 1).split("-")
    if (!name.every(({ x }, n) => x === null || agrees(x, spelt[n] ?? ""))) return []
    const { pages, weights } = list.read()
    return [...pages].flatMap((page, n) => !flag || weights[n] & flag ? [{ page, byte: weights[n], told: spelt.join(" ") }] : [])
  })
}

/** Words of a name that may stand within a query, and of one of a place. */
const WITHIN = 6, PLACE = 4
/** Names that lead to one thing by themselves: of units and schools, no keywords and nothing that is only inferred. */
const isOwn = (/** @type {number} */ byte) => (byte & 7) >= 4 && (byte & SURE) >> 3 >= 4
/** Schools and units that are named within a query: «Thanh Hóa đạt chuẩn năm nào», «nhiệm vụ của Vụ Quản lý đào tạo»; of
 *  names within one another the longest; `only` where nothing else was said: «Bình Dương Vũng Tàu». @param {Opened} opened
 *  @param {Asked[]} asked @param {Set<string>} missing @returns {Promise<{pages: Set<number>, only: boolean}>} */
export async function namedWithin(opened, asked, missing) {
  /** @type {Set<number>} */
  const found = new Set()
  let left = asked.length
  for (let from = 0; from < asked.length; from++) {
    for (let length = Math.min(WITHIN, asked.length - from); length; length--) {
      const run = asked.slice(from, from + length), name = nameOf(run)
      if (run.at(-1)?.small || length === asked.length) continue
      const met = !run[0].small && (length > 1 || run[0].caps) ? (await listed(opened, name, 0, missing)).filter(one => isOwn(one.byte)) : []
      if (!met.length && length <= PLACE && !run.every(one => one.small)) met.push(...await listed(opened, name, BARE, missing))
      for (const { page } of met) found.add(page)
      if (!met.length) continue
      from += length - 1
      left -= length
      break
    }
  }
  return { pages: found, only: !left }
}

/** Pages whose names begin so, where these are few. @param {Opened} opened @param {Name} name @param {Set<string>} missing
 *  @param {boolean} [own] only schools and units */
export async function beginning(opened, name, missing, own = false) {
  /** @type {Map<number, Lifted>} */
  const made = new Map()
  for (const some of [name, withoutAround(name, opened.around)]) {
    if (!some.length || some.length < 2 && some === name) continue
    const [first, ...rest] = some
    if (!rest.length) continue
    const found = await opened.store.beginning(`=${first.f}`, rest.map(one => one.f).join("-"), 2, missing)
    const pages = found.flatMap(([, list]) => { const { pages, weights } = list.read(); return [...pages].map((page, n) => ({ page, byte: weights[n] })) })
    if (new Set(pages.map(one => one.page)).size > MANY) continue
    for (const { page, byte } of pages)
      if (!(byte & FORMER) && (some === name || byte & BARE) && (!own || isOwn(byte))) made.set(page, { worth: Math.max(made.get(page)?.worth ?? 0, NAMED * BEGUN + (byte & SURE)), former: "" })
  }
  return made
}

/** What is left of a name where «trường chính trị», «tỉnh» are taken away: all of them, or those before it, since
 *  without marks «tinh» may be the name of a place. @param {Name} name @param {Name[]} around the longest first */
export function withoutAround(name, around, before = false) {
  /** @type {Name} */
  const left = []
  for (let at = 0; at < name.length; at++) {
    const phrase = before && left.length ? undefined : around.find(one => one.every((word, n) => isSame(name[at + n], word)))
    if (phrase) at += phrase.length - 1
    else if (!at || left.length || !SMALL.has(name[at].f)) left.push(name[at])
  }
  return left
}
/** «trường của tỉnh Lai Châu», «trường ở Cà Mau». */
const SMALL = new Set(["cua", "o", "tai", "thuoc"])

/** @param {Name[0] | undefined} one @param {Name[0]} word */
const isSame = (one, word) => one !== undefined && one.f === word.f && (one.x === null || one.x === word.x || agrees(one.x, word.x ?? ""))

/** Phrases as words, the longest first. @param {string[]} [told] @returns {Name[]} */
export const phrasesOf = (told = []) => told.map(one => words(one).map(word => ({ f: fold(word), x: exact(word) })))
  .filter(one => one.length).sort((a, b) => b.length - a.length)
