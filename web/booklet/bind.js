// @ts-check
// Binds fetched pages into one document: cover, contents, articles. Ids are made distinct, links between the pages
// stay inside, nothing that acts comes along. Knows nothing of lists, storage or the network.
import { element } from "../shared/element.js"
import { root } from "../shared/root.js"
import { day, iso } from "../shared/wording.js"
import { way } from "./core.js"

/** @typedef {import("./core.js").Item} Item */
const LEFT_OUT = "script, style, link, template, iframe, object, embed, form, button, input, select, textarea, noscript, nav, " +
  "[data-search-exclude]:not(.diagram, .review), [hidden], .tools, .toc, .toc-rail, .headerlink, .to-worksheet, .review__edit, .section:has(> #lien-quan)"
/** Attributes that name ids of the same page. */
const POINTING = ["aria-labelledby", "aria-describedby", "aria-controls", "headers", "for"]

/** @param {[Item, Document][]} pages @param {string} title @param {string} address */
export function bound(pages, title, address) {
  const places = new Map(pages.map(([one], at) => [one.url, `trang-${at + 1}`]))
  const cover = element("section", { class: "booklet__cover" },
    element("h2", {}, title),
    element("p", {}, `${pages.length} trang của chuyên mục, gom ngày ${day(iso(new Date()))}.`),
    element("p", { class: "booklet__from" }, `Địa chỉ của tập: ${decodeURI(address)}`))
  const lines = pages.map(([one]) => element("li", {}, element("a", { href: `#${places.get(one.url)}` }, one.title)))
  const contents = element("section", { class: "booklet__contents" }, element("h2", {}, "Mục lục"), element("ol", {}, ...lines))
  return [cover, contents, ...pages.map(([one, page], at) => chapter(one, page, at + 1, places))]
}

/** @param {Item} one @param {Document} page @param {number} number @param {Map<string, string>} places */
function chapter(one, page, number, places) {
  const id = `trang-${number}`
  const made = element("section", { class: "booklet__page", id })
  const article = /** @type {Element | undefined} */ (page.querySelector(".article")?.cloneNode(true))
  if (!article) return made
  for (const unwanted of article.querySelectorAll(LEFT_OUT)) unwanted.remove()
  for (const old of [...article.querySelectorAll("h1, h2, h3, h4, h5")]) lower(old)
  for (const any of article.querySelectorAll("*")) settle(any, { mark: `${id}--`, url: one.url }, places)
  for (const fold of article.querySelectorAll("details")) fold.setAttribute("open", "")
  made.append(element("p", { class: "booklet__from" }, `${number}. ${root}${one.url}`), ...[...article.childNodes].map(node => document.importNode(node, true)))
  return made
}

/** A heading one step down: the title of a page is a part of the booklet. @param {Element} old */
function lower(old) {
  const made = old.ownerDocument.createElement(`h${Number(old.tagName[1]) + 1}`)
  for (const { name, value } of old.attributes) made.setAttribute(name, value)
  made.append(...old.childNodes)
  old.replaceWith(made)
}

/** @param {Element} one @param {{mark: string, url: string}} page @param {Map<string, string>} places */
function settle(one, page, places) {
  const { mark, url } = page
  for (const { name, value } of [...one.attributes]) {
    if (name.startsWith("on") || name === "style") one.removeAttribute(name)
    else if (name === "id") one.id = mark + value
    else if (POINTING.includes(name)) one.setAttribute(name, value.split(/\s+/).map(id => mark + id).join(" "))
    else if (name === "src" || name === "srcset") one.setAttribute(name, new URL(value, root + url).href)
    else if (name === "href" || name === "xlink:href") one.setAttribute(name, way(value, page, root, places))
    else if (value.includes("url(#")) one.setAttribute(name, value.replaceAll("url(#", `url(#${mark}`))
  }
}
