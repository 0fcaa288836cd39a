// @ts-check
// All words of the index with their spellings: what a typed word may mean. Pure; knows no pages.

import { isSlip } from "./slips.js"
import { exact, fold } from "./text.js"

/** @typedef {{told: string, count: number}} Spelling `told` as `exact` gives it */
/** @typedef {{f: string, x: string | null, weight: number, kind: import("./contract.js").ReadingKind}} Meaning one
 *  word of the index: folded; the spelling that is meant, if any; how likely */

const FREE = new Set("adeou")

/** @param {import("./chunk.js").Head} head */
export function lexiconOf(head) {
  const all = head.words ? head.words.split(" ") : []
  const place = new Map(all.map((word, at) => [word, at]))
  const told = head.spellings.split(" ").map(one => one.split(","))
  const starts = new Uint32Array(all.length + 1)
  told.forEach((one, at) => { if (at < all.length) starts[at + 1] = starts[at] + one.length })
  const counts = head.columns.counts
  const counted = (/** @type {number} */ at) => Math.round(2 ** (counts[at] / 16))
  const total = Float64Array.from(all, (_, at) => {
    let sum = 0
    for (let n = starts[at]; n < starts[at + 1]; n++) sum += counted(n)
    return Math.min(head.pages, sum)
  })

  /** @param {string} f @returns {Spelling[]} */
  function spellings(f) {
    const at = place.get(f)
    if (at === undefined) return []
    return told[at].map((one, n) => ({ told: unpacked(f, one), count: counted(starts[at] + n) }))
  }

  /** @param {string} f */
  const count = f => {
    const at = place.get(f)
    return at === undefined ? 0 : total[at]
  }

  /** The usual spelling. @param {string} f */
  function usual(f) {
    const [best] = spellings(f).sort((a, b) => b.count - a.count)
    return best?.told ?? f
  }

  /** The first place whose word is not before this one. @param {string} prefix */
  function lower(prefix) {
    let low = 0, high = all.length
    while (low < high) {
      const middle = low + high >> 1
      if (all[middle] < prefix) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Words that begin so, the most frequent first. @param {string} prefix @param {number} most @returns {string[]} */
  function beginning(prefix, most) {
    const found = []
    for (let at = lower(prefix); at < all.length && all[at].startsWith(prefix); at++) found.push(at)
    return found.sort((a, b) => total[b] - total[a]).slice(0, most).map(at => all[at])
  }

  /** Words one slip away: a letter lost, added, changed, or two exchanged. @param {string} word @returns {string[]} */
  function near(word) {
    /** @type {number[]} */
    const found = []
    all.forEach((other, at) => { if (isSlip(word, other)) found.push(at) })
    return found.sort((a, b) => total[b] - total[a]).map(at => all[at])
  }

  /** A run of letters as words that stand in the index, the fewest and most frequent. @param {string} run
   *  @returns {string[]} */
  function split(run) {
    /** @type {{cost: number, from: number}[]} */
    const best = [{ cost: 0, from: 0 }]
    for (let end = 1; end <= run.length; end++)
      for (let from = Math.max(0, end - 7); from < end; from++) {
        const before = best[from], word = run.slice(from, end)
        const often = before && (word.length > 1 || word === "o" || word === "y") ? count(word) : 0
        if (!often) continue
        const cost = before.cost + 3 + Math.log2((head.pages + 1) / often)
        if (!best[end] || cost < best[end].cost) best[end] = { cost, from }
      }
    const made = []
    for (let end = run.length; end > 0 && best[end]; end = best[end].from) made.unshift(run.slice(best[end].from, end))
    return made.length > 1 && made.join("") === run ? made : []
  }

  return { words: all, has: (/** @type {string} */ f) => place.has(f), count, spellings, usual, beginning, near, split }
}

/** @typedef {ReturnType<typeof lexiconOf>} Lexicon */

/** @param {string} f @param {string} told */
function unpacked(f, told) {
  if (told === "") return f
  if (told[0] === "=") return told.slice(1)
  const marks = [...told]
  let made = ""
  for (const letter of f) made += FREE.has(letter) ? marks.shift() ?? letter : letter
  return made + marks.join("")
}

/** @type {{[key: string]: string}} */
const TELEX = { f: "1", s: "2", r: "3", x: "4", j: "5" }
/** @type {{[key: string]: string}} */
const VNI = { 1: "2", 2: "1", 3: "3", 4: "4", 5: "5" }
const HAT = { a: "â", e: "ê", o: "ô" }

/** What was meant by keys of an input method that was off, or half on: `truowfng`, `truong2`.
 *  @param {string} typed lower case @param {boolean} vni @returns {{x: string, keys: number} | null} */
export function typedKeys(typed, vni) {
  const given = exact(typed)
  let tone = /^\D+[1-5]$/.test(given) && !/\d$/.test(typed) ? given.slice(-1) : ""
  /** @type {string[]} */
  const made = []
  let keys = 0
  for (const key of tone ? given.slice(0, -1) : given) {
    const voiced = made.some(one => "aeiouyâăêôơư".includes(one))
    const done = vni ? applyVni(made, key, voiced) : applyTelex(made, key, voiced)
    if (done === false) made.push(key)
    else {
      keys++
      if (done !== true) tone = done
    }
  }
  return keys ? { x: made.join("") + tone, keys } : null
}

/** @param {string[]} made @param {string} key @param {boolean} voiced @returns {string | boolean} */
function applyTelex(made, key, voiced) {
  if (voiced && TELEX[key]) return TELEX[key]
  if (voiced && key === "z") return ""
  if (key === "w") return horn(made) || made.push("ư") > 0
  if (key === "d" && made[0] === "d") return change(made, "d", "đ")
  if (key in HAT && made.at(-1) === key) return change(made, key, HAT[/** @type {"a"} */ (key)])
  if (key in HAT && voiced && made.includes(key) && !"aeiouy".includes(made.at(-1) ?? ""))
    return change(made, key, HAT[/** @type {"a"} */ (key)])
  return false
}

/** @param {string[]} made @param {string} key @param {boolean} voiced @returns {string | boolean} */
function applyVni(made, key, voiced) {
  if (VNI[key]) return voiced && VNI[key]
  if (key === "6") return ["a", "e", "o"].some(one => change(made, one, HAT[/** @type {"a"} */ (one)]))
  if (key === "7") return horn(made)
  if (key === "8") return change(made, "a", "ă")
  if (key === "9") return change(made, "d", "đ")
  return false
}

/** @param {string[]} made */
function horn(made) {
  const o = made.lastIndexOf("o")
  if (o > 0 && "uư".includes(made[o - 1]) && made[o - 2] !== "q") {
    made[o - 1] = "ư"
    made[o] = "ơ"
    return true
  }
  if (made.at(-1) === "o" && made.at(-2) === "ư") return change(made, "o", "ơ")
  const place = made.findLastIndex(one => "aou".includes(one))
  if (place < 0) return false
  made[place] = { a: "ă", o: "ơ", u: "ư" }[/** @type {"a"} */ (made[place])]
  return true
}

/** @param {string[]} made @param {string} from @param {string} to */
function change(made, from, to) {
  const place = made.lastIndexOf(from)
  if (place >= 0) made[place] = to
  return place >= 0
}

/** The word of the index that keys meant, if there is one. @param {Lexicon} lexicon @param {string} typed
 *  @returns {Meaning | null} */
export function meantByKeys(lexicon, typed) {
  const vni = /\d/.test(typed)
  const found = typedKeys(typed, vni)
  if (!found) return null
  const f = fold(found.x.replace(/[1-5]$/, ""))
  if (!lexicon.has(f)) return null
  const tone = /[1-5]$/.exec(found.x)?.[0] ?? ""
  const known = lexicon.spellings(f)
  const same = known.find(one => one.told === found.x)
    ?? known.filter(one => tone && one.told.endsWith(tone)).sort((a, b) => b.count - a.count)[0]
  return { f, x: same?.told ?? null, weight: same ? 0.95 : 0.85, kind: vni ? "vni" : "telex" }
}
