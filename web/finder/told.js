// @ts-check
// What is said beside the results: what was taken for what was typed, what could not be loaded, and ways on where
// nothing was found. Elements only; what a click does is the page's affair.
import { element } from "../shared/element.js"
import { number } from "../shared/wording.js"
import { write } from "./state.js"

/** @typedef {import("../search/index.js").Results} Results */

const SHOWN = 80

const shorten = (/** @type {string} */ text) => text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text

/** @param {string} text @param {() => void} act @param {string} kind of button */
function button(text, act, kind = "link") {
  const made = element("button", { type: "button", class: kind }, text)
  made.addEventListener("click", act)
  return made
}

/** The way to insist on what was typed, or no longer to. @param {Results["reading"]} reading @param {boolean} exact
 *  @param {(exact: boolean) => void} change */
export function readingOf({ text, original, changed }, exact, change) {
  if (changed)
    return ["Đang hiện kết quả cho ", element("strong", {}, `«${shorten(text)}»`), ". ",
      button(`Tìm đúng «${shorten(original)}»`, () => change(true))]
  return exact ? ["Đang tìm đúng như đã gõ. ", button("Tìm cả cách gõ gần đúng", () => change(false))] : []
}

/** @param {string} what @param {string} told @param {() => void} again */
export const lost = (what, told, again) => element("div", { class: "notice tone-luu-y" },
  element("p", { class: "notice__title" }, what), element("p", {}, told),
  element("p", {}, button("Thử lại", again, "button")))

/** Where a choice of filters leaves nothing. @param {number} many are found without it @param {() => void} widen */
export const wider = (many, widen) => element("p", {},
  button(many ? `Bỏ bộ lọc: có ${number(many)} kết quả` : "Bỏ bộ lọc, tìm trong mọi mục", widen))

/** Where the words find nothing anywhere. @param {string[]} near other spellings that would */
export function advice(near) {
  const others = near.map(words => element("li", {}, element("a", { href: write({ words, exact: false, chosen: {} }, []) }, words)))
  const contact = document.querySelector("a[data-contact]")?.getAttribute("href")
  return [
    ...others.length ? [element("p", {}, "Có phải đồng chí tìm:"), element("ul", { class: "inline" }, ...others)] : [],
    element("ul", {},
      element("li", {}, "Thử ít chữ hơn; gõ có dấu hay không dấu đều được."),
      element("li", {}, "Với văn bản, thử riêng số: «380», «11 qđ tw»."),
      element("li", {}, "Tra theo tên, theo số hoặc theo loại trong các bảng dưới đây."),
      contact ? element("li", {}, "Vẫn chưa thấy: hỏi theo trang ", element("a", { href: contact }, "Liên hệ"), ".") : null),
  ]
}
