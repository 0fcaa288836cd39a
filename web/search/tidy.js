// @ts-check
// A query as it came → as it was meant to be written: letters of full width, letters nobody sees, a pasted address; and
// whether it may be in an encoding from before Unicode (legacy.js). Pure.

/** Joiners, marks of direction, variation selectors: a reader does not know that they are there. */
const UNSEEN = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]/g
/** Letters of Latin-1 that Vietnamese has not, or in an order that it has not. */
const OLD = /[\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u00bf\u00c4-\u00c7\u00cb\u00ce-\u00d1\u00d6-\u00d8\u00db\u00dc\u00de\u00df\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe\u00ff]|[aeouy][\u00e0-\u00fd]|[a-z][\u00c0-\u00dd]/
const SOFT_HYPHEN = /\u00ad/g
const WIDE = /[\uff01-\uff5e]/g
const ADDRESS = /^\s*(?:(?:https?:\/\/|www\.)\S+|(?:[a-z][a-z0-9-]+\.)+(?:vn|com|net|org)(?:\/\S*)?)\s*$/i

/** @typedef {{text: string, host: string}} Tidied `host`: of a pasted address the words of the server's name */

/** Whether it may be in an old encoding. @param {string} query */
export const maybeOld = query => OLD.test(query)

/** @param {string} query @returns {Tidied} */
export function tidied(query) {
  const seen = query.replace(UNSEEN, "").replace(WIDE, one => String.fromCharCode(one.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, " ").normalize("NFC")
  return ADDRESS.test(seen) ? ofAddress(seen.trim()) : { text: inDigits(seen.replace(SOFT_HYPHEN, "")), host: "" }
}

/** «mức một», «mức II» → «mức 1», «mức 2»: elsewhere «một» is a word like others, and II the number of a part.
 *  @param {string} text */
const inDigits = text => text.replace(LEVEL, (_, level, one) => `${level} ${/^i+$/i.test(one) ? one.length : 1}`)
const LEVEL = /(?<![\p{L}\p{M}])(mức|mức độ|tiêu chí|tieu chi)\s+(một|mot|I{1,3})(?![\p{L}\p{M}\d])/giu

/** The server's name, and the words of the way below it. @param {string} address */
function ofAddress(address) {
  try {
    const { hostname, pathname } = new URL(address.includes("://") ? address : `https://${address}`)
    const way = pathname.replace(/\.\w{2,5}$/, "")
    return { host: hostname.replace(/^www\./, "").replace(/[.-]+/g, " "), text: decodeURIComponent(way).replace(/[/_.+-]+/g, " ").trim() }
  } catch {
    return { host: "", text: address }
  }
}
