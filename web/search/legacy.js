// @ts-check
// Words typed in TCVN3 or VNI, the encodings from before Unicode: «chÝnh trÞ», «tröôøng» → as they were meant. Both
// borrow Latin-1 letters; only what no language of today writes is taken as a sign of them (portal/letters/legacy.py). Pure.

/** Latin-1 letters and what they stand for in TCVN3, two by two. */
const TCVN3 = new Map("µà¸á¶ả·ã¹ạ¨ă»ằ¾ắ¼ẳ½ẵÆặ©âÇầÊấÈẩÉẫËậ®đÌèÐéÎẻÏẽÑẹªêÒềÕếÓểÔễÖệ×ìÝíØỉÜĩÞịßòãóáỏâõäọ«ôåồèốæổçỗéộ¬ơêờíớëởìỡîợïùóúñủòũôụ\u00adưõừøứöử÷ữùựúỳýýûỷüỹþỵ¡Ă¢Â§Đ£Ê¤Ô¥Ơ¦Ư"
  .match(/../gu)?.map(one => /** @type {[string, string]} */ ([...one])))
const TCVN3_SIGN = /[a-z][\u00c6-\u00cf\u00d1-\u00d6\u00d8\u00dc-\u00de]|[A-Za-z][\u00a8-\u00aa\u00ac\u00ae\u00b5\u00b6\u00b8\u00b9\u00bc-\u00be][A-Za-z]|(?<![A-Za-z])\u00ae[a-z\u00a8-\u00aa\u00b5-\u00b9\u00bc-\u00ff]|\u00ad[\u00ac\u00ea\u00eb\u00ed\u00ec\u00ee]/

const GRAVE = "\u0300", ACUTE = "\u0301", HOOK = "\u0309", TILDE = "\u0303", DOT = "\u0323", HAT = "\u0302", BREVE = "\u0306"
/** What VNI writes behind a letter, and the marks it stands for. @type {{[after: string]: string}} */
const BEHIND = {
  ø: GRAVE, ù: ACUTE, û: HOOK, õ: TILDE, ï: DOT, â: HAT, à: HAT + GRAVE, á: HAT + ACUTE, å: HAT + HOOK, ã: HAT + TILDE, ä: HAT + DOT,
  ê: BREVE, è: BREVE + GRAVE, é: BREVE + ACUTE, ú: BREVE + HOOK, ü: BREVE + TILDE, ë: BREVE + DOT,
}
/** @type {{[letter: string]: string}} */
const ALONE = { ñ: "đ", ö: "ư", ô: "ơ", æ: "ỉ", ó: "ĩ", ò: "ị", î: "ỵ" }
const VNI_SIGN = /[aeouy]ø|[ôö][ùøûõï]|öô|a[àâãäåûõù]|e[âàåõ]|o[âäåõ]|u[ûõù]|y[ûõùø]/i

/** «ư» is a soft hyphen in TCVN3, which gets lost where text is copied; no word has «ơng», «ơc», «ơu». */
const LOST = /(^|[^uưUƯ])([ơờớởỡợ](?:ng|c|u))/g

/** The text as it was meant; as it is where it has no sign of either. @param {string} text NFC */
export function modern(text) {
  if (TCVN3_SIGN.test(text)) return [...text].map(one => TCVN3.get(one) ?? one).join("").normalize("NFC").replace(LOST, "$1ư$2")
  return VNI_SIGN.test(text) ? fromVni(text) : text
}

/** @param {string} text */
function fromVni(text) {
  let made = ""
  const letters = [...text.toLowerCase()]
  for (let n = 0; n < letters.length; n++) {
    const letter = ALONE[letters[n]] ?? letters[n]
    const marks = /[aeouyươ]/.test(letter) ? BEHIND[letters[n + 1]] : undefined
    made += letter + (marks ?? "")
    if (marks) n++
  }
  return made.normalize("NFC")
}
