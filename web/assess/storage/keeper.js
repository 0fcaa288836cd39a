// @ts-check
// Keeps assessments where a browser lets it, so that nothing is lost: every change goes to a journal at once, and from
// time to time the whole into one of two slots, in turn. The journal reaches back to the older slot, so one spoilt slot
// costs nothing. Changes are counted, never timed: a clock set back does no harm. What another tab wrote is noticed
// before it would be written over. Pure: it is given the storage.
import { changed } from "../core/state.js"
import { packed, unpacked } from "./record.js"

/** @typedef {import("../core/state.js").Assessment} Assessment */
/** @typedef {import("../core/state.js").Change} Change */
/** The part of `localStorage` that is used; any call may throw.
 *  @typedef {{readonly length: number, key: (at: number) => string | null, getItem: (key: string) => string | null,
 *    setItem: (key: string, value: string) => void, removeItem: (key: string) => void}} Store */
/** `lost`: something of it could not be read. @typedef {{id: string, assessment: Assessment, number: number, lost: boolean}} Found */
/** How keeping went. `other`: another tab changed it. @typedef {"kept" | "full" | "refused" | "other"} Kept */

export const PREFIX = "tu-ra-soat", VERSION = 1
/** Changes, and letters of the journal, after which the whole is written anew. */
export const OFTEN = 60, LONG = 100_000
const SLOTS = /** @type {const} */ (["a", "b"])
const JOURNAL = "so"

/** @param {string} id @param {string} part */
const keyOf = (id, part) => `${PREFIX}/${VERSION}/${id}/${part}`

/** Whether anything can be kept here at all. @param {() => Store | null | undefined} get may throw @returns {Store | undefined} */
export function usable(get) {
  try {
    const store = get()
    const key = `${PREFIX}/?`
    store?.setItem(key, "1")
    const kept = store?.getItem(key) === "1"
    store?.removeItem(key)
    return kept && store ? store : undefined
  } catch (fault) {
    return isFull(fault) ? get() ?? undefined : undefined
  }
}

/** @param {unknown} fault */
const isFull = fault => fault instanceof Error && /quota/i.test(`${fault.name} ${fault.message}`)

/** @param {Store} store */
const keys = store => Array.from({ length: store.length }, (_, at) => store.key(at) ?? "").filter(key => key.startsWith(`${PREFIX}/`))

/** The assessments that are kept; `newer`: how many a newer edition of this page left, which are let alone.
 *  @param {Store} store @returns {{found: Found[], unread: string[], newer: number}} */
export function all(store) {
  const ours = keys(store)
  const ids = [...new Set(ours.map(key => new RegExp(`^${PREFIX}/${VERSION}/([^/]+)/`).exec(key)?.[1]).filter(id => id !== undefined))]
  const read = ids.map(id => ({ id, found: recover(store, id) }))
  const newer = new Set(ours.map(key => /^[^/]+\/(\d+)\/([^/]+)\//.exec(key)).filter(one => Number(one?.[1]) > VERSION).map(one => one?.[2]))
  return {
    found: read.flatMap(({ found }) => found ? [found] : []),
    unread: read.filter(({ found }) => !found).map(({ id }) => id),
    newer: newer.size,
  }
}

/** The newest state that can be made out of what is there. @param {Store} store @param {string} id @returns {Found | undefined} */
export function recover(store, id) {
  const written = SLOTS.map(slot => store.getItem(keyOf(id, slot)))
  const slots = written.map(unpacked).filter(one => one !== undefined).sort((a, b) => b.number - a.number)
  const newest = slots[0]
  if (!newest || newest.value === null || typeof newest.value !== "object") return undefined
  let { number, value: assessment } = newest
  const { lines, spoilt } = journal(store, id)
  for (const line of lines) {
    if (line.number !== number + 1) continue
    assessment = line.value.reduce(changed, assessment)
    number = line.number
  }
  const broken = written.some(text => text !== null && !unpacked(text))
  const beyond = lines.some(line => line.number > number)
  return { id, assessment, number, lost: spoilt || beyond || (broken && number < Math.max(...lines.map(line => line.number), 0)) }
}

/** @param {Store} store @param {string} id */
function journal(store, id) {
  const told = (store.getItem(keyOf(id, JOURNAL)) ?? "").split("\n").filter(Boolean)
  const read = told.map(unpacked)
  const lines = read.filter(one => one !== undefined).filter(one => Array.isArray(one.value))
  return { lines, spoilt: lines.length < told.length }
}

/** Keeps one assessment from here on. */
export class Keeper {
  /** Lines of the journal as they stand, and the numbers of the two slots. */
  #lines = /** @type {string[]} */ ([])
  #slots = { a: 0, b: 0 }
  #number = 0
  #last = ""

  /** @param {Store} store @param {string} id */
  constructor(store, id) {
    this.store = store
    this.id = id
    this.#read()
  }

  /** Begin from what stands there. */
  #read() {
    for (const slot of SLOTS) this.#slots[slot] = unpacked(this.store.getItem(keyOf(this.id, slot)))?.number ?? 0
    const text = this.store.getItem(keyOf(this.id, JOURNAL)) ?? ""
    this.#lines = text.split("\n").filter(line => unpacked(line))
    this.#number = recover(this.store, this.id)?.number ?? 0
    this.#last = text
  }

  /** How many changes have been kept. */
  get number() { return this.#number }

  /** One change, or several that belong together. @param {Change[]} changes @param {Assessment} after @returns {Kept} */
  keep(changes, after) {
    return this.#carefully(() => {
      const lines = [...this.#lines, packed(this.#number + 1, changes)]
      this.#writeJournal(lines)
      this.#number += 1
      const many = this.#number - Math.max(this.#slots.a, this.#slots.b) >= OFTEN
      if (many || this.#last.length > LONG) this.#writeWhole(after)
    })
  }

  /** The whole, into the older slot. @param {Assessment} assessment @returns {Kept} */
  settle(assessment) {
    return this.#carefully(() => {
      if (this.#number > Math.max(this.#slots.a, this.#slots.b)) this.#writeWhole(assessment)
    })
  }

  /** In place of whatever stands there, in both slots: a new beginning, or this tab's state over another's.
   *  @param {Assessment} assessment @returns {Kept} */
  replace(assessment) {
    this.#read()
    return this.#carefully(() => {
      this.#number += 1
      for (const _ of SLOTS) this.#writeWhole(assessment)
    })
  }

  /** Take away all that is kept of it. */
  erase() { for (const part of [...SLOTS, JOURNAL]) this.store.removeItem(keyOf(this.id, part)) }

  /** @param {Assessment} assessment */
  #writeWhole(assessment) {
    const older = this.#slots.a <= this.#slots.b ? "a" : "b"
    this.store.setItem(keyOf(this.id, older), packed(this.#number, assessment))
    this.#slots[older] = this.#number
    const reach = Math.min(this.#slots.a, this.#slots.b)
    // The first line says how far the slots are: by it another tab sees that the whole was written.
    this.#writeJournal([packed(0, [this.#number]), ...this.#lines.filter(line => (unpacked(line)?.number ?? 0) > reach)])
  }

  /** @param {string[]} lines */
  #writeJournal(lines) {
    const text = lines.join("\n")
    this.store.setItem(keyOf(this.id, JOURNAL), text)
    this.#lines = lines
    this.#last = text
  }

  /** @param {() => void} write @returns {Kept} */
  #carefully(write) {
    try {
      if ((this.store.getItem(keyOf(this.id, JOURNAL)) ?? "") !== this.#last) return "other"
      write()
      return "kept"
    } catch (fault) {
      return isFull(fault) ? "full" : "refused"
    }
  }
}

/** Everything of ours, of every edition. @param {Store} store */
export const eraseAll = store => { for (const key of keys(store)) store.removeItem(key) }
