// @ts-check
// Binds fetched pages into one document: cover, contents, articles. Ids are made distinct, links between the pages
// stay inside, nothing that acts comes along. Knows nothing of lists, storage or the network.
import { root } from "./keep.js"

/** @typedef {import("./keep.js").Item} Item */
const LEFT_OUT = "script, style, link, template, iframe, object, embed, form, button, input, select, textarea, noscript, nav, " +
  "[data-search-exclude]:not(.diagram, .review), [hidden], .tools, .toc, .toc-rail, .headerlink, .to-worksheet, .review__edit, .section:has(> #lien-quan)"
/** Attributes that name ids of the same page. */
const POINTING = ["aria-labelledby", "aria-describedby", "aria-controls", "headers", "for"]

/** @param {string} tag @param {string} [text] @param {string} [style] */
function element(tag, text = "", style = "") {
  const made = document.createElement(tag)
  if (style) made.className = style
  made.textContent = text
  return made
}

/** «21/11/2026», as everywhere in the portal. */
function today() {
  const now = new Date()
  const month = now.getMonth() + 1
  return `${String(now.getDate()).padStart(2, "0")}/${month < 3 ? `0${month}` : month}/${now.getFullYear()}`
}

/** @param {[Item, Document][]} pages @param {string} title @param {string} address */
export function bound(pages, title, address) {
  const places = new Map(pages.map(([one], at) => [one.url, `trang-${at + 1}`]))
  const cover = element("section", "", "booklet__cover")
  cover.append(
    element("h2", title),
    element("p", `${pages.length} trang của chuyên mục, gom ngày ${today()}.`),
    element("p", `Địa chỉ của tập: ${decodeURI(address)}`, "booklet__from"),
  )
  const contents = element("section", "", "booklet__contents")
  const lines = document.createElement("ol")
  for (const [one] of pages) {
    const line = document.createElement("li")
    const way = document.createElement("a")
    way.href = `#${places.get(one.url)}`
    way.textContent = one.title
    line.append(way)
    lines.append(line)
  }
  contents.append(element("h2", "Mục lục"), lines)
  return [cover, contents, ...pages.map(([one, page], at) => chapter(one, page, at + 1, places))]
}

/** @param {Item} one @param {Document} page @param {number} number @param {Map<string, string>} places */
function chapter(one, page, number, places) {
  const made = element("section", "", "booklet__page")
  const id = `trang-${number}`
  made.id = id
  const article = /** @type {Element | undefined} */ (page.querySelector(".article")?.cloneNode(true))
  if (!article) return made
  for (const unwanted of article.querySelectorAll(LEFT_OUT)) unwanted.remove()
  for (const old of [...article.querySelectorAll("h1, h2, h3, h4, h5")]) lower(old)
  for (const any of article.querySelectorAll("*")) settle(any, `${id}--`, root + one.url, places)
  for (const fold of article.querySelectorAll("details")) fold.setAttribute("open", "")
  made.append(element("p", `${number}. ${root}${one.url}`, "booklet__from"), ...[...article.childNodes].map(node => document.importNode(node, true)))
  return made
}

/** A heading one step down: the title of a page is a part of the booklet. @param {Element} old */
function lower(old) {
  const made = old.ownerDocument.createElement(`h${Number(old.tagName[1]) + 1}`)
  for (const { name, value } of old.attributes) made.setAttribute(name, value)
  made.append(...old.childNodes)
  old.replaceWith(made)
}

/** @param {Element} one @param {string} mark @param {string} base @param {Map<string, string>} places */
function settle(one, mark, base, places) {
  for (const { name, value } of [...one.attributes]) {
    if (name.startsWith("on") || name === "style") one.removeAttribute(name)
    else if (name === "id") one.id = mark + value
    else if (POINTING.includes(name)) one.setAttribute(name, value.split(/\s+/).map(id => mark + id).join(" "))
    else if (name === "src" || name === "srcset") one.setAttribute(name, new URL(value, base).href)
    else if (name === "href" || name === "xlink:href") one.setAttribute(name, way(value, mark, base, places))
    else if (value.includes("url(#")) one.setAttribute(name, value.replaceAll("url(#", `url(#${mark}`))
  }
}

/** @param {string} href @param {string} mark @param {string} base @param {Map<string, string>} places */
function way(href, mark, base, places) {
  if (href.startsWith("#")) return `#${mark}${href.slice(1)}`
  const to = new URL(href, base)
  if (!/^(https?|mailto|tel):$/.test(to.protocol)) return "#"
  if (!to.href.startsWith(root)) return to.href
  const below = to.href.slice(root.length)
  const inside = places.get(below.replace(/[?#].*/, ""))
  if (!inside) return `../${below}` // as in the portal's own pages: paper writes out only the addresses of others
  return to.hash ? `#${inside}--${to.hash.slice(1)}` : `#${inside}`
}
