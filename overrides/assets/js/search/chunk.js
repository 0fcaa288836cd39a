// @ts-check
// The files of the index, read: portal/views/search/pack.py and head.py write them. Throws a RangeError or an
// Error where the bytes are not what they should be; reads nothing beyond them.

export const ID = 5

/** @typedef {{pages: Uint32Array, weights: Uint8Array}} List pages growing, one byte of weight for each */
/** @typedef {{count: number, read: () => List}} Listed */
/** @typedef {{spellings: Map<string, Listed>, followers: Map<string, Listed>}} Group */

/** @param {Uint8Array} bytes @param {{at: number}} place */
function varint(bytes, place) {
  let value = 0
  for (let shift = 0; shift < 35; shift += 7) {
    if (place.at >= bytes.length) throw new RangeError("tệp chỉ mục bị cắt")
    const byte = bytes[place.at++]
    value += (byte & 127) * 2 ** shift
    if (byte < 128) return value
  }
  throw new RangeError("số quá lớn trong chỉ mục")
}

/** @param {Uint8Array} bytes @param {number} from @param {number} length */
function slice(bytes, from, length) {
  if (from + length > bytes.length) throw new RangeError("tệp chỉ mục bị cắt")
  return bytes.subarray(from, from + length)
}

/** The groups of a file; a group cut into several files comes back in part. @param {Uint8Array} bytes
 *  @returns {Map<string, Group>} */
export function readChunk(bytes) {
  const place = { at: ID }
  const lengths = [varint(bytes, place), varint(bytes, place), varint(bytes, place)]
  const names = new TextDecoder().decode(slice(bytes, place.at, lengths[0]))
  const counts = slice(bytes, place.at + lengths[0], lengths[1])
  const steps = slice(bytes, place.at + lengths[0] + lengths[1], lengths[2])
  const weights = bytes.subarray(place.at + lengths[0] + lengths[1] + lengths[2])
  const at = { at: 0 }
  let step = 0, weight = 0
  /** @returns {Listed} */
  const next = () => {
    const count = varint(counts, at), from = step, own = slice(weights, weight, count)
    for (let left = count; left > 0; step++) {
      if (step >= steps.length) throw new RangeError("tệp chỉ mục bị cắt")
      if (steps[step] < 128) left--
    }
    weight += count
    /** @type {List | undefined} */
    let made
    return { count, read: () => made ??= { pages: pagesOf(steps, from, count), weights: own } }
  }
  const found = new Map()
  for (const line of names ? names.split("\n") : []) {
    const [word, spellings, followers] = line.split("\t")
    if (followers === undefined) throw new Error("tệp chỉ mục hỏng")
    const read = (/** @type {string} */ told) => new Map((told ? told.split(" ") : []).map(name => [name, next()]))
    found.set(word, { spellings: read(spellings), followers: read(followers) })
  }
  return found
}

/** @param {Uint8Array} steps @param {number} from @param {number} count */
function pagesOf(steps, from, count) {
  const pages = new Uint32Array(count)
  for (let n = 0, at = from, page = 0; n < count; n++) {
    let byte = steps[at++]
    page += byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = steps[at++]
      page += (byte & 127) << shift
    }
    pages[n] = page
  }
  return pages
}

/**
 * @typedef {object} Head
 * @property {number} format
 * @property {string} release
 * @property {number} pages
 * @property {number} buckets
 * @property {{[word: string]: string}} big for every big group the first follower of every file but the first
 * @property {number} cards pages in one file of cards
 * @property {[string, string][]} badges
 * @property {[string, string][]} kinds
 * @property {[string, string][]} facets
 * @property {string} letters
 * @property {{[name: string]: string}} types
 * @property {string[][]} synonyms
 * @property {{[kind: string]: [number, number]}} [worth] of its pages, and where a question is asked
 * @property {string} words
 * @property {string} spellings
 * @property {{[name: string]: Uint8Array}} columns
 */

/** @param {Uint8Array} bytes @returns {Head} */
export function readHead(bytes) {
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true)
  const told = JSON.parse(new TextDecoder().decode(slice(bytes, 4, length)))
  if (told.format !== 1) throw new Error(`chỉ mục ở dạng ${told.format}`)
  let at = 4 + length
  /** @type {{[name: string]: Uint8Array}} */
  const columns = {}
  for (const [name, size] of told.columns) {
    columns[name] = slice(bytes, at, size)
    at += size
  }
  return { ...told, columns }
}

/** What a file says as JSON, behind its checksum. @param {Uint8Array} bytes */
export const readJson = bytes => JSON.parse(new TextDecoder().decode(bytes.subarray(ID)))
