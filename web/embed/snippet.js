// @ts-check
// What is pasted into a portal, in the form that is safest there. Touches no page. All meaning stands in the address;
// every form but the bare address carries a link outside of whatever a filter may take away.

import { WIDTHS } from "./height.js"
import { WORD } from "./protocol.js"

/** @typedef {"phan-tu" | "khung" | "khung-ma" | "dia-chi" | "dia-chi-khung" | "giao-dien" | "lien-ket" | "danh-sach" | "manh" | "tin"} Form
 *  @typedef {object} Wanted
 *  @property {Form} form
 *  @property {string} root where the section begins
 *  @property {string} place below it: `nhung/xem/van-ban-moi/`, `van-ban/11-qd-tw/`
 *  @property {string} title
 *  @property {number} height where nobody has measured any
 *  @property {number[]} [heights] one for each width that a frame may begin with (height.js)
 *  @property {Record<string, string>} look words of the address → values; empty ones are left out
 *  @property {string} [fragment] of the server, for that form and for a list of its links
 *  @property {string} [feed] the address of the nearest */

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;" }

/** @param {string} text */
const written = text => text.replace(/[&<>"]/g, one => SIGNS[/** @type {keyof typeof SIGNS} */ (one)])

/** The name by which an element asks for a place. @param {string} place */
export const named = place => place.startsWith("nhung/xem/") ? place.slice(10).replace(/\/$/, "") : `trang/${place}`.replace(/\/$/, "")

/** @param {Wanted} wanted */
export function address({ root, place, look }) {
  const url = new URL(place, root)
  url.searchParams.set(WORD.on, "1")
  for (const [word, value] of Object.entries(look)) if (value) url.searchParams.set(word, value)
  return url.href
}

/** A card is shown whole on a phone too; of what is longer, as much as fits a screen.
 *  @param {Wanted} wanted the height of a frame that nobody minds */
export function steady({ height, heights = [] }) {
  const [narrow] = heights, column = heights[WIDTHS.indexOf(860)]
  return narrow && column ? Math.max(Math.min(narrow, CARD), Math.min(column, SCREEN)) : height
}
const CARD = 500, SCREEN = 900

/** @param {Wanted} wanted @returns {string} */
export function snippet(wanted) {
  const { form, root, place, title, look } = wanted, height = steady(wanted), begin = wanted.heights?.join(" ") || `${wanted.height}`
  const framed = written(address(wanted)), plain = written(new URL(place, root).href), name = written(title)
  const script = `<script src="${written(root)}nhung/v1.js"></script>`
  const link = `<p><a href="${plain}">${name}</a></p>`
  const frame = (more = "") => `<iframe class="truong-chuan" src="${framed}" title="${name}" width="100%" height="${height}"${more} loading="lazy" style="border:1px solid silver"></iframe>\n${link}`
  const looks = Object.entries({ ...look, [WORD.height]: begin }).filter(([, value]) => value).map(([word, value]) => ` ${word}="${written(value)}"`)
  switch (form) {
    case "phan-tu": return `${script}\n<truong-chuan xem="${written(named(place))}"${looks.join("")}><a href="${plain}">${name}</a></truong-chuan>`
    case "khung": return frame()
    case "khung-ma": return `${frame(` data-${WORD.height}="${begin}"`)}\n${script}`
    case "dia-chi": return new URL(place, root).href
    case "dia-chi-khung": return address(wanted)
    case "giao-dien": return `<!-- Một lần, trong giao diện của cổng: -->\n${script}\n\n<!-- Ở mỗi bài: -->\n<p><a href="${framed}&amp;${WORD.height}=${begin.replaceAll(" ", "-")}">${name}</a></p>`
    case "lien-ket": return link
    case "danh-sach": return listed(whole(wanted), link, name)
    case "manh": return whole(wanted) || link
    case "tin": return wanted.feed || link
  }
}

/** A fragment with its addresses written out. @param {Wanted} wanted */
const whole = ({ fragment = "", root }) => fragment.replace(/href="(?!https?:)/g, `href="${written(root)}`).trim()

/** Its links, each once, the way to the whole page last: by the name of all where it stands alone.
 *  @param {string} fragment @param {string} link where it has none @param {string} name */
function listed(fragment, link, name) {
  const found = new Map([...fragment.matchAll(/<a (href="[^"#]*(?:#[^"]*)?")>(.*?)<\/a>/g)].map(([all, href = ""]) => [href, all]))
  const last = [...found.values()].pop()
  const items = [...found.values()].filter(one => one !== last).map(one => `<li>${one}</li>`)
  if (!items.length) return last ? `<p>${last.replace(/>.*</, () => `>${name}<`)}</p>` : link
  return `<ul>\n${items.join("\n")}\n</ul>\n<p>${last}</p>`
}
