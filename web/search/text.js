// @ts-check
// Words of Vietnamese text: folded, and told apart by their marks. The twin of portal/views/search/words.py and
// of `fold` in portal/text.py; tests/search.json and tests/fold.json are read by the tests of both.

/** The same words come again and again: what was made of them is kept, up to so many.
 *  @param {(word: string) => string} make @returns {(word: string) => string} */
function kept(make, most = 4000, longest = 24) {
  /** @type {Map<string, string>} */
  const made = new Map()
  return word => {
    if (word.length > longest) return make(word)
    let found = made.get(word)
    if (found === undefined) {
      if (made.size >= most) made.clear()
      made.set(word, found = make(word))
    }
    return found
  }
}

/** Lower case without marks: `Đội ngũ` → `doi ngu`. */
export const fold = kept(text =>
  text.replace(/[đĐðÐ]/g, "d").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/ß/g, "ss").replace(/ς/g, "σ"))

/** @type {{[mark: string]: string}} */
const TONES = { "\u0300": "1", "\u0301": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5" }
const MARKS = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"]

/** The word with its letters' marks and its tone as a digit: `hòa` = `hoà` → `hoa1`. */
export const exact = kept(word => {
  let tone = "", kept = ""
  for (const char of word.toLowerCase().normalize("NFD")) {
    if (TONES[char]) tone = TONES[char]
    else kept += char
  }
  return kept.normalize("NFC") + tone
})

/** Whether a spelling has all the marks that were typed, and perhaps more: `duong` and `dương` agree with `đường`.
 *  @param {string} typed @param {string} told */
export function agrees(typed, told) {
  const tone = (/** @type {string} */ one) => /[1-5]$/.exec(one)?.[0] ?? ""
  const a = [...typed.replace(/[1-5]$/, "")], b = [...told.replace(/[1-5]$/, "")]
  return (!tone(typed) || tone(typed) === tone(told)) && a.length === b.length
    && a.every((letter, n) => letter === b[n] || letter === fold(b[n]))
}

/** Whether a spelling goes on as it was typed: `thươ` and `thườ` begin `thường`. @param {string} typed
 *  @param {string} told */
export const begins = (typed, told) =>
  agrees(typed, told.slice(0, typed.replace(/[1-5]$/, "").length) + (/[1-5]$/.exec(told)?.[0] ?? ""))

/** The word as it is written: `hoa1` → `hòa`. @param {string} told what `exact` gives */
export function written(told) {
  const tone = /[1-5]$/.test(told) && !/^\d+$/.test(told) ? told.slice(-1) : ""
  if (!tone) return told
  const letters = [...told.slice(0, -1)]
  const bearer = placeOfTone(letters.join(""), letters)
  if (bearer < 0) return letters.join("")
  letters[bearer] = (letters[bearer] + MARKS[Number(tone)]).normalize("NFC")
  return letters.join("")
}

/** @param {string} word @param {string[]} letters */
function placeOfTone(word, letters) {
  const marked = letters.findLastIndex(one => "âăêôơư".includes(one))
  if (marked >= 0) return marked
  const start = /^(qu|gi(?=[aeiouy]))/.test(word) ? 2 : 0
  const vowels = letters.flatMap((one, place) => place >= start && "aeiouy".includes(one) ? [place] : [])
  if (vowels.length < 2) return vowels[0] ?? letters.findIndex(one => "aeiouy".includes(one))
  const closed = /[^aeiouy]$/.test(word)
  return vowels.length > 2 || closed ? vowels[1] : vowels[0]
}

/** Letters and digits apart, as they are. @param {string} text @returns {string[]} */
export const words = text => text.normalize("NFC").match(/[\p{L}\p{M}]+|\p{Nd}+/gu) ?? []

/** The checksum by which small groups are put into files. @param {string} word */
export function crc32(word) {
  let sum = -1
  for (const byte of new TextEncoder().encode(word)) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? sum >>> 1 ^ 0xedb88320 : sum >>> 1
  }
  return ~sum >>> 0
}
