// @ts-check
// The files of the index, read: portal/views/search/pack.py and head.py write them. Throws a RangeError or an
// Error where the bytes are not what they should be; reads nothing beyond them.

export const ID = 5

/** @typedef {{pages: Uint32Array, weights: Uint8Array}} List pages growing, one byte of weight for each */
/**
 * @typedef {object} Listed a list that stays packed: unpacked it is four times as large, and soon read again
 * @property {number} count
 * @property {Uint8Array} weights one byte for each page
 * @property {(room: Uint32Array) => Uint32Array} pages growing, put into the given room
 * @property {() => List} read with room of its own
 */
/** @typedef {{get: (name: string) => Listed | undefined, from: (prefix: string) => [string, Listed][]}} Followers */
/** @typedef {{spellings: Map<string, Listed>, followers: Followers}} Group */
/** @typedef {{get: (word: string) => Group | undefined}} Chunk */

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
 *  @returns {Chunk} */
export function readChunk(bytes) {
  const place = { at: ID }
  const lengths = [varint(bytes, place), varint(bytes, place), varint(bytes, place)]
  const names = new TextDecoder().decode(slice(bytes, place.at, lengths[0]))
  const counts = slice(bytes, place.at + lengths[0], lengths[1])
  const steps = slice(bytes, place.at + lengths[0] + lengths[1], lengths[2])
  const weights = bytes.subarray(place.at + lengths[0] + lengths[1] + lengths[2])
  /** @type {Map<string, {spellings: string, followers: string, first: number, then: number}>} */
  const groups = new Map()
  let first = 0
  for (const line of names ? names.split("\n") : []) {
    const [word, spellings, followers] = line.split("\t")
    if (followers === undefined) throw new Error("tệp chỉ mục hỏng")
    const then = first + namesIn(spellings)
    groups.set(word, { spellings, followers, first, then })
    first = then + namesIn(followers)
  }
  const { stepAt, weightAt } = boundsOf(first, counts, steps, weights)

  /** @param {number} n @returns {Listed} */
  const listed = n => {
    const count = weightAt[n + 1] - weightAt[n], own = weights.subarray(weightAt[n], weightAt[n + 1])
    const pages = (/** @type {Uint32Array} */ room) => pagesOf(steps, stepAt[n], count, room)
    return { count, weights: own, pages, read: () => ({ pages: pages(new Uint32Array(count)), weights: own }) }
  }
  return {
    get(word) {
      const told = groups.get(word)
      return told && {
        spellings: new Map(namesOf(told.spellings).map((name, n) => [name, listed(told.first + n)])),
        followers: followersOf(told.followers, n => listed(told.then + n)),
      }
    },
  }
}

/** Where every list has its steps and its weights. @param {number} lists @param {Uint8Array} counts
 *  @param {Uint8Array} steps @param {Uint8Array} weights */
function boundsOf(lists, counts, steps, weights) {
  const stepAt = new Uint32Array(lists), weightAt = new Uint32Array(lists + 1)
  const at = { at: 0 }
  let step = 0, weight = 0
  for (let n = 0; n < lists; n++) {
    const count = varint(counts, at)
    stepAt[n] = step
    for (let left = count; left > 0; step++) {
      if (step >= steps.length) throw new RangeError("tệp chỉ mục bị cắt")
      if (steps[step] < 128) left--
    }
    weight += count
    weightAt[n + 1] = weight
  }
  if (weight > weights.length) throw new RangeError("tệp chỉ mục bị cắt")
  return { stepAt, weightAt }
}

/** @param {string} told */
const namesOf = told => told ? told.split(" ") : []

/** How many names stand in a text. @param {string} told @param {number} [end] before this place */
function namesIn(told, end = told.length) {
  let count = end && 1
  for (let at = 0; at < end; at++) if (told.charCodeAt(at) === 32) count++
  return count
}

/** @param {string} told @param {(n: number) => Listed} listed @returns {Followers} */
function followersOf(told, listed) {
  return {
    get(name) {
      const at = ` ${told} `.indexOf(` ${name} `)
      return at < 0 || !told ? undefined : listed(at && namesIn(told, at - 1))
    },
    from: prefix => namesOf(told).flatMap((name, n) => name.startsWith(prefix) ? [[name, listed(n)]] : []),
  }
}

/** @param {Uint8Array} steps @param {number} from @param {number} count @param {Uint32Array} room */
function pagesOf(steps, from, count, room) {
  for (let n = 0, at = from, page = 0; n < count; n++) {
    let byte = steps[at++]
    page += byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = steps[at++]
      page += (byte & 127) << shift
    }
    room[n] = page
  }
  return room
}

/**
 * @typedef {object} Head
 * @property {number} format
 * @property {string} release
 * @property {number} pages
 * @property {number} buckets
 * @property {{[word: string]: string}} big for every big group the first follower of every file but the first
 * @property {number} cards pages in one file of cards
 * @property {string} alphabet what the bytes of cards from 128 on stand for
 * @property {[string, string, boolean?][]} badges
 * @property {[string, string][]} kinds
 * @property {[string, string, boolean?][]} facets the last: whether its values stand in an order of their own
 * @property {string} letters
 * @property {{[name: string]: string}} types
 * @property {string[][]} synonyms
 * @property {string} [serials] numbers that documents have
 * @property {string} [days] name of the file of days
 * @property {string[]} [around] what may stand around a bare name
 * @property {string[]} [subject] what every page is about
 * @property {{[kind: string]: string[]}} [asked] what is asked of its pages beside a name
 * @property {string[]} [explaining] kinds that say what a thing is
 * @property {string[]} [works] types of documents whose names are those of work too: «nộp báo cáo»
 * @property {string[]} [resting] kinds of pages that others rest on
 * @property {{[kind: string]: [number, number]}} [worth] of its pages, and where a question is asked
 * @property {string} words
 * @property {string} spellings
 * @property {{[name: string]: Uint8Array}} columns
 */

/** @param {Uint8Array} bytes @returns {Head} */
export function readHead(bytes) {
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true)
  const told = JSON.parse(new TextDecoder().decode(slice(bytes, 4, length)))
  if (told.format !== 2) throw new Error(`chỉ mục ở dạng ${told.format}`)
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

/** The places of a page. @param {Uint8Array} bytes @returns {import("./passages.js").Part[]} */
export const readPlaces = bytes => readJson(bytes).map((/** @type {string[]} */ [id, label, text]) => ({ id, label, text }))

/** What a card has: address, title, summary, day, and a line of JSON. */
const LINES = 5
/** Cards in columns, a line each, of which only those that are asked for are read: what stays bytes has a quarter of the
 *  size. @param {Uint8Array} bytes @param {string} alphabet @returns {(n: number) => any} */
export function readRows(bytes, alphabet) {
  const ends = [ID - 1]
  for (let at = ID; (at = bytes.indexOf(10, at)) >= 0; at++) ends.push(at)
  const rows = ends.length / LINES
  if (rows % 1 || bytes.at(-1) !== 93) throw new RangeError("tệp chỉ mục bị cắt")
  const line = (/** @type {number} */ n) => letters(bytes.subarray(ends[n] + 1, ends[n + 1]), alphabet)
  return n => {
    if (n >= rows) return null
    const [url, title, summary, day, more] = Array.from({ length: LINES }, (_, column) => line(column * rows + n))
    return [url, title, summary, day, ...JSON.parse(more)]
  }
}

/** One byte a letter; of others, behind a byte 1, three bytes for each unit (portal/views/search/alphabet.py).
 *  @param {Uint8Array} bytes @param {string} alphabet */
function letters(bytes, alphabet) {
  let text = ""
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === 1) text += String.fromCharCode((bytes[++at] & 15) << 12 | bytes[++at] - 48 << 6 | bytes[++at] - 48)
    else text += byte < 128 ? String.fromCharCode(byte) : alphabet[byte - 128]
  }
  return text
}
