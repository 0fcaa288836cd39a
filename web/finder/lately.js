// @ts-check
// Recent searches on the page of the search: shown while nothing is asked; taken away one by one or all at once, and
// no more kept where the reader does not want it. Where storage is refused there is nothing to show.
import { recall, remember as store } from "../shared/storage.js"
import { element } from "../shared/element.js"
import { recent, write } from "./recent.js"

const TRIAL = "tim-thu"

function canKeep() {
  store(TRIAL, true)
  const kept = recall(TRIAL, false)
  store(TRIAL, undefined)
  return kept
}

/** @param {HTMLElement} place @param {HTMLElement} field takes the focus when nothing else is left
 *  @param {boolean} wanted */
export function showLately(place, field, wanted) {
  place.hidden = !wanted || !canKeep()
  if (place.hidden) return
  const told = recent()
  /** @param {import("./recent.js").Recent} next @param {string} home what has the focus then */
  const change = (next, home) => {
    write(next)
    showLately(place, field, true)
    const found = place.querySelector(home)
    if (found instanceof HTMLElement) found.focus()
    else field.focus()
  }
  const items = told.words.map(words => {
    const drop = element("button", { type: "button", class: "lately__drop", "aria-label": `Xóa «${words}» khỏi danh sách` }, "Xóa")
    drop.addEventListener("click", () => change({ ...told, words: told.words.filter(one => one !== words) }, "button"))
    return element("li", {}, element("a", { href: `?q=${encodeURIComponent(words)}` }, words), " ", drop)
  })
  const tick = element("input", { type: "checkbox" })
  tick.checked = told.kept
  tick.addEventListener("change", () => change({ kept: tick.checked, words: [] }, "input"))
  const all = element("button", { type: "button", class: "link" }, "Xóa tất cả")
  all.addEventListener("click", () => change({ ...told, words: [] }, "input"))
  const list = [element("h2", {}, "Tìm gần đây"), element("ul", { class: "inline lately__words" }, ...items), element("p", {}, all)]
  place.replaceChildren(...items.length ? list : [],
    element("p", { class: "meta" }, element("label", {}, tick, " Nhớ các lần tìm gần đây, chỉ trên máy này")))
}
