// @ts-check
// A booklet as a list of pages: kept, sent in an address, put in order; and where the links of its pages lead. Pure.

/** @typedef {{url: string, title: string}} Item `url` below the site's root */

export const MOST = 40

/** Below the home page, no way up or out. @param {unknown} url @returns {url is string} */
export const isOurs = url => typeof url === "string" && /^(?:[a-z0-9][a-z0-9._-]*\/)+$/.test(url)

/** Whatever stands in storage. @param {unknown} told @returns {Item[]} */
export const known = told => Array.isArray(told)
  ? told.filter(one => isOurs(one?.url)).map(({ url, title }) => ({ url, title: String(title) })) : []

/** The page at an address, as a booklet has it; none where it cannot be in one. @param {string} address
 *  @param {string} root @returns {string | undefined} */
export function pageAt(address, root) {
  const url = address.replace(/[?#].*/, "").replace(/index\.html$/, "").slice(root.length)
  return address.startsWith(root) && isOurs(url) ? url : undefined
}

/** With the page, or without where it was in; nothing where there is no room. @param {Item[]} items @param {Item} page
 *  @returns {Item[] | undefined} */
export function toggled(items, page) {
  const rest = items.filter(one => one.url !== page.url)
  if (rest.length < items.length) return rest
  return items.length < MOST ? [...items, page] : undefined
}

/** @param {Item[]} items @param {number} at @param {number} to @returns {Item[]} */
export function moved(items, at, to) {
  const rest = items.filter((_, n) => n !== at)
  return items[at] ? [...rest.slice(0, to), items[at], ...rest.slice(to)] : items
}

/** The pages that an address names. @param {string} told `a,b/c` @returns {Item[]} */
export function sent(told) {
  const urls = told.split(",").map(url => url.replace(/\/*$/, "/")).filter(isOurs)
  return [...new Set(urls)].slice(0, MOST).map(url => ({ url, title: url }))
}

/** The address that sends these pages. @param {string} place of the page of booklets @param {Item[]} items
 *  @param {string} title */
export function address(place, items, title) {
  const pages = items.map(one => one.url.slice(0, -1)).join(",")
  return `${place}?trang=${pages}${title ? `&ten=${encodeURIComponent(title).replaceAll("%20", "+")}` : ""}`
}

/** Where a link leads from a page that is bound: to its own place in the booklet, to another page of it, or out.
 *  @param {string} href @param {{mark: string, url: string}} page its mark before every id, and its address
 *  @param {string} root @param {Map<string, string>} places page → its id in the booklet */
export function way(href, { mark, url }, root, places) {
  if (href.startsWith("#")) return `#${mark}${href.slice(1)}`
  if (!URL.canParse(href, root + url)) return "#"
  const to = new URL(href, root + url)
  if (!/^(https?|mailto|tel):$/.test(to.protocol)) return "#"
  if (!to.href.startsWith(root)) return to.href
  const below = to.href.slice(root.length)
  const inside = places.get(below.replace(/[?#].*/, ""))
  if (!inside) return `../${below}` // as in the portal's own pages: paper writes out only the addresses of others
  return to.hash ? `#${inside}--${to.hash.slice(1)}` : `#${inside}`
}
