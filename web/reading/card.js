// @ts-check
// Which document, and which place in it, a link cites; no page is touched.

const DOCUMENT = /^(.*\/van-ban\/[a-z0-9-]+\/)$/

/**
 * @param {string} href as the browser has it, whole
 * @param {string} here the address of the page
 * @returns {{ file: string, place: string } | undefined} `file`: empty where the place is of this very page
 */
export function cited(href, here) {
  const to = new URL(href, here)
  const page = new URL(here)
  const place = decodeURIComponent(to.hash.slice(1))
  if (to.origin !== page.origin || to.search) return undefined
  if (to.pathname === page.pathname) return place ? { file: "", place } : undefined
  return DOCUMENT.test(to.pathname) ? { file: new URL("the.json", to.origin + to.pathname).href, place } : undefined
}

/**
 * The beginning of a text, whole words.
 * @param {string} text
 * @param {number} longest
 */
export function beginning(text, longest = 160) {
  const words = text.split(/\s+/).filter(Boolean).join(" ")
  return words.length <= longest ? words : `${words.slice(0, words.lastIndexOf(" ", longest))}…`
}
