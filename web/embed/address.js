// @ts-check
// Addresses of the section as they come out of editors, and as a frame needs them. Touches no page.

import { OWN, WORD } from "./protocol.js"

/** What an editor put into a snippet is taken out: curly quotes, entities written twice. @param {string} told */
export const cleaned = told => told.trim().replace(/^[“”„‘’"'\s]+|[“”„‘’"'\s]+$/g, "").replace(/&amp;|([?&])amp;/g, (_, sign) => sign ?? "&")

/** Percent signs read; what they cannot mean is nothing. @param {string} told */
function decoded(told) {
  try {
    return decodeURIComponent(told)
  } catch {
    return ""
  }
}

/** What WordPress hangs on an address. */
const SECRET = /#?\??secret=.*/

/** An address of the section, whatever page it stands on; null for any other.
 *  @param {string} told @param {string} root @param {string} [page] @returns {URL | null} */
export function ours(told, root, page = root) {
  try {
    const url = new URL(cleaned(told), page)
    return `${url.origin}${url.pathname}`.startsWith(root) && !url.username ? url : null
  } catch {
    return null
  }
}

/** Whether a link asks to be shown as a frame. @param {URL} url @param {string} root */
export const asks = (url, root) => url.searchParams.has(WORD.on) || url.href.startsWith(`${root}nhung/xem/`)

/** The address of a frame: what is shown, how it looks, whose it is. @param {URL} url @param {Record<string, string | null>} look */
export function framed(url, look) {
  const made = new URL(url)
  made.searchParams.delete(WORD.height)
  made.searchParams.set(WORD.on, "1")
  for (const [word, value] of Object.entries(look)) if (value) made.searchParams.set(word, value)
  const place = decoded(made.hash.slice(1)).replace(SECRET, "")
  if (place) made.searchParams.set(WORD.place, place)
  made.hash = ""
  return made.href
}

/** The same page for a reader: as it stands in the world. @param {URL} url */
export function plain(url) {
  const made = new URL(url)
  for (const word of [WORD.on, ...OWN]) made.searchParams.delete(word)
  made.hash = made.hash.replace(SECRET, "")
  return made.href
}

/** What tells two frames of one page apart: its address, and nothing of its looks. @param {URL} url @param {string} root */
export function path(url, root) {
  const made = new URL(plain(url))
  made.hash = ""
  return made.href.slice(root.length)
}

/** `xem="van-ban-moi"`, a page of the section `xem="trang/van-ban/11-qd-tw"`, or the whole address of either; null where
 *  it is none. Capitals and signs written as %2F, as people and editors put them, change nothing.
 *  @param {string} told @param {string} root @returns {URL | null} */
export function shown(told, root) {
  const whole = cleaned(told)
  if (/^https?:/i.test(whole)) return ours(whole, root)
  const [, named = "", more = ""] = /^([^?#]*)(.*)$/.exec(whole) ?? [], name = decoded(named).toLowerCase().replace(/^\/+|\/+$/g, "")
  if (!/^[a-z0-9][a-z0-9./_-]*$/.test(name) || /(^|\/)\.*(\/|$)/.test(name)) return null
  const page = /^trang(?:\/|$)(.*)/.exec(name)
  return new URL((page ? page[1] && `${page[1]}/` : `nhung/xem/${name.replace(/^nhung\/xem\//, "")}/`) + more, root)
}


/** What is kept of a secret that WordPress hangs on the address of its frames: the last one counts.
 *  @param {string} hash */
export const secretOf = hash => /.*secret=([A-Za-z0-9]{1,40})/.exec(hash)?.[1] ?? ""
