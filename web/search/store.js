// @ts-check
// The files of the index: asked for when they are needed, once, checked, tried again when they fail.
// Refuses to know what is looked for.

import { ID, readChunk, readHead, readJson, readPlaces, readRows } from "./chunk.js"
import { crc32 } from "./text.js"

/** Bytes of files kept at hand: all that a reader asks in one go; what was left is in the browser's own cache. */
const KEPT = 48e6
const HEAD = "assets/search/index.bin"

/** @typedef {(path: string, again: boolean) => Promise<ArrayBuffer>} Load */
/** @typedef {import("./chunk.js").Listed} Listed */

/** The content, unpacked where the server has not done so. @param {ArrayBuffer} packed */
export async function unpack(packed) {
  const bytes = new Uint8Array(packed)
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  const { readable, writable } = new DecompressionStream("gzip")
  const writer = writable.getWriter()
  writer.write(bytes).then(() => writer.close()).catch(() => { /* the reader is told */ })
  const parts = []
  for (const reader = readable.getReader(); ;) {
    const { done, value } = await reader.read()
    if (done) break
    parts.push(value)
  }
  const whole = new Uint8Array(parts.reduce((sum, one) => sum + one.length, 0))
  parts.reduce((at, one) => (whole.set(one, at), at + one.length), 0)
  return whole
}

/** @param {import("./chunk.js").Head} head @param {Load} load */
export function storeOf(head, load) {
  const files = head.columns.files
  /** @type {string[]} */
  const names = []
  for (let at = 0; at + ID <= files.length; at += ID)
    names.push(Array.from(files.subarray(at, at + ID), byte => byte.toString(16).padStart(2, "0")).join(""))
  /** @type {Map<string, {first: number, starts: string[]}>} */
  const big = new Map()
  /** In the order of their last use. @type {Map<number | string, Promise<{bytes: number, made: any}>>} */
  const kept = new Map()
  let weight = 0
  /** @type {Set<number | string>} */
  const failed = new Set()
  let free = head.buckets
  for (const [word, told] of Object.entries(head.big)) {
    const starts = told ? told.split(" ") : []
    big.set(word, { first: free, starts })
    free += 1 + starts.length
  }
  const cards = free, facets = names.length - 1
  const rows = (/** @type {Uint8Array} */ bytes) => readRows(bytes, head.alphabet)
  if (facets - cards === 1) void file(cards, rows, new Set(), "") // the only one, needed whatever is found

  /** @template T @param {number | string} place of a file, or its name @param {(bytes: Uint8Array) => T} read
   *  @returns {Promise<{bytes: number, made: T}>} */
  async function fetched(place, read, again = false) {
    const name = typeof place === "string" ? place : names[place]
    const bytes = await unpack(await load(`assets/search/${name}.bin`, again))
    const own = Array.from(bytes.subarray(0, ID), byte => byte.toString(16).padStart(2, "0")).join("")
    if (own !== name) throw new Error(`${name}: tệp của bản khác`)
    const made = read(bytes)
    weight += bytes.length
    return { made, bytes: bytes.length }
  }

  /** A file, once; `null` where it cannot be had, after a second try.
   *  @template T @param {number | string} place @param {(bytes: Uint8Array) => T} read @param {Set<string>} missing
   *  @param {string} part @returns {Promise<T | null>} */
  async function file(place, read, missing, part) {
    let asked = kept.get(place)
    if (asked) kept.delete(place) // and to the end again
    else {
      asked = fetched(place, read).catch(() => fetched(place, read, true))
      asked.catch(() => failed.add(place))
    }
    kept.set(place, asked)
    try {
      return (await asked).made
    } catch {
      missing.add(part)
      return null
    }
  }

  /** The file in which a follower stands, or the spellings. @param {string} word @param {string} [follower] */
  function placeOf(word, follower) {
    const own = big.get(word)
    if (!own) return crc32(word) & head.buckets - 1
    let at = 0
    while (follower !== undefined && at < own.starts.length && own.starts[at] <= follower) at++
    return own.first + at
  }

  return {
    names,
    placeOf,
    /** Between two queries: what failed is asked for again, what was not used for long makes room. */
    async forget() {
      for (const place of failed) kept.delete(place)
      failed.clear()
      for (const [place, asked] of weight > KEPT ? [...kept] : []) {
        if (weight <= KEPT) break
        const one = await asked.catch(() => null)
        if (one && kept.delete(place)) weight -= one.bytes
      }
    },
    /** @param {number} place */
    isHere: place => kept.has(place),
    /** A group as far as one of its files tells it. @param {string} word @param {string | undefined} follower
     *  @param {Set<string>} missing */
    async group(word, follower, missing) {
      const found = await file(placeOf(word, follower), readChunk, missing, "một phần mục từ")
      return found?.get(word) ?? null
    },
    /** The files that hold followers with this beginning, at most so many. @param {string} word
     *  @param {string} prefix @param {number} most @param {Set<string>} missing */
    async beginning(word, prefix, most, missing) {
      const first = placeOf(word, prefix), last = placeOf(word, `${prefix}\uffff`)
      const places = Array.from({ length: Math.min(most, last - first + 1) }, (_, n) => first + n)
      const found = await Promise.all(places.map(one => file(one, readChunk, missing, "một phần mục từ")))
      return found.flatMap(one => one?.get(word)?.followers.from(prefix) ?? [])
    },
    /** @param {number} page @param {Set<string>} missing @returns {Promise<any[] | null>} */
    async card(page, missing) {
      const row = await file(cards + Math.floor(page / head.cards), rows, missing, "tên của một số trang")
      return row?.(page % head.cards) ?? null
    },
    /** The places of a long page with what stands there. @param {string} name @param {Set<string>} missing
     *  @returns {Promise<import("./passages.js").Part[] | null>} the same array every time */
    places: (name, missing) => file(name, readPlaces, missing, "các đoạn của một trang"),
    /** The day of every page; empty where it has none. @param {Set<string>} missing @returns {Promise<string[] | null>} */
    days: async missing => head.days ? file(head.days, bytes => readJson(bytes).split(";"), missing, "ngày của các trang") : null,
    /** @param {Set<string>} missing */
    facets: missing => file(facets, readJson, missing, "các bộ lọc"),
  }
}

/** @typedef {ReturnType<typeof storeOf>} Store */

/** @param {Load} load @param {boolean} again */
export async function loadHead(load, again) {
  return readHead(await unpack(await load(HEAD, again)))
}
