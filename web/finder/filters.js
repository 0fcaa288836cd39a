// @ts-check
// Ways to narrow what was found: the kinds as buttons, all else as lists of boxes to tick, what is chosen as a row of
// buttons that take it away. While only the choice changes, no box is redrawn: the focus stays where it is.
import { element } from "../shared/element.js"
import { number } from "../shared/wording.js"

/** @typedef {import("../search/contract.js").Facet} Facet */
/** @typedef {{[facet: string]: string[]}} Chosen */
/** @typedef {(facet: string, value: string, wanted: boolean) => void} Change */

const KIND = "kind"
const AT_ONCE = 6

export class Filters {
  /** @param {Change} change @param {() => void} clear @param {HTMLElement} home takes the focus when nothing is left */
  constructor(change, clear, home) {
    this.change = change
    this.clear = clear
    this.home = home
    this.kinds = element("div", { class: "kinds", role: "group", "aria-label": "Nhóm kết quả" })
    this.lists = element("div", { class: "narrow__lists" })
    this.told = element("summary", {}, "Lọc kết quả")
    /** On a phone the lists are long: the way back to what they leave. */
    this.done = element("button", { type: "button", class: "button narrow__done" })
    this.box = element("details", { class: "narrow" }, this.told, this.kinds, this.lists, this.done)
    this.picked = element("div", { class: "picked", role: "group", "aria-label": "Đang lọc theo" })
    /** @type {Map<string, HTMLButtonElement>} */
    this.buttons = new Map()
    /** @type {Map<string, HTMLLIElement>} */
    this.boxes = new Map()
    /** Labels of what was ever chosen: a value that no longer is among the counts keeps its name.
     *  @type {Map<string, string>} */
    this.labels = new Map()
  }

  /** How values are called, also those that nothing is left of. @param {Facet[]} facets */
  learn(facets) {
    for (const facet of facets)
      for (const { value, label } of facet.values) this.labels.set(`${facet.id} ${value}`, label)
  }

  /** @param {Facet[]} facets @param {Chosen} chosen @param {boolean} fresh other words than before */
  show(facets, chosen, fresh) {
    this.learn(facets)
    const kinds = facets.find(one => one.id === KIND)
    this.#showKinds(kinds, chosen[KIND] ?? [], fresh)
    if (fresh) {
      this.boxes.clear()
      this.lists.replaceChildren()
    }
    for (const facet of facets) if (facet !== kinds) this.#showList(facet, chosen[facet.id] ?? [])
    for (const [key, item] of this.boxes) this.#showCount(item, key, facets)
    for (const list of this.lists.children)
      list.toggleAttribute("hidden", !list.querySelector("li:not([hidden])"))
    const many = Object.entries(chosen).reduce((sum, [id, values]) => sum + (id === KIND ? 0 : values.length), 0)
    this.told.textContent = many ? `Lọc kết quả (đang chọn ${many})` : "Lọc kết quả"
    this.box.hidden = this.kinds.hidden && ![...this.lists.children].some(one => !one.hasAttribute("hidden"))
    this.#showPicked(chosen)
  }

  /** @param {Facet | undefined} facet @param {string[]} chosen @param {boolean} fresh */
  #showKinds(facet, chosen, fresh) {
    if (fresh) {
      this.buttons.clear()
      this.kinds.replaceChildren()
    }
    const values = [{ value: "", label: "Tất cả", count: 0 }, ...facet?.values ?? []]
    for (const value of chosen)
      if (!values.some(one => one.value === value)) values.push({ value, label: this.#label(KIND, value), count: 0 })
    for (const { value, label, count } of values) {
      const button = this.buttons.get(value) ?? this.#kind(value, label)
      const told = button.querySelector(".meta")
      if (told && value) told.textContent = ` ${number(count)}`
    }
    for (const [value, button] of this.buttons)
      button.setAttribute("aria-pressed", String(value ? chosen.includes(value) : !chosen.length))
    this.kinds.hidden = this.buttons.size < 3 && !chosen.length
  }

  /** One kind at a time; «Tất cả» is the empty one. @param {string} value @param {string} label */
  #kind(value, label) {
    const button = element("button", { type: "button" }, label, element("span", { class: "meta" }))
    button.addEventListener("click", () => this.change(KIND, value, button.getAttribute("aria-pressed") !== "true"))
    this.buttons.set(value, button)
    this.kinds.append(button)
    return button
  }

  /** @param {Facet} facet @param {string[]} chosen */
  #showList(facet, chosen) {
    let list = [...this.lists.children].find(one => one.getAttribute("data-facet") === facet.id)
    if (!list) {
      list = element("fieldset", { "data-facet": facet.id }, element("legend", {}, facet.label), element("ul", { class: "plain" }))
      this.lists.append(list)
    }
    const shown = /** @type {HTMLUListElement} */ (list.querySelector("ul"))
    const missing = chosen.filter(value => !facet.values.some(one => one.value === value))
    const values = [...facet.values, ...missing.map(value => ({ value, label: this.#label(facet.id, value), count: 0 }))]
    for (const { value, label } of values) {
      const key = `${facet.id} ${value}`
      const item = this.boxes.get(key) ?? this.#box(facet.id, value, label)
      if (!item.isConnected) this.#place(list, shown, item, chosen.includes(value))
      this.boxes.set(key, item)
      const tick = item.querySelector("input")
      if (tick) tick.checked = chosen.includes(value)
    }
  }

  /** The first few at once, the others folded. @param {Element} list @param {Element} shown @param {Element} item
   *  @param {boolean} chosen */
  #place(list, shown, item, chosen) {
    if (chosen || shown.childElementCount < AT_ONCE) {
      shown.append(item)
      return
    }
    let more = list.querySelector(":scope > details ul")
    if (!more) {
      more = element("ul", { class: "plain" })
      list.append(element("details", { class: "more" }, element("summary", {}, "Xem thêm"), more))
    }
    more.append(item)
  }

  /** @param {string} facet @param {string} value @param {string} label */
  #box(facet, value, label) {
    const tick = element("input", { type: "checkbox" })
    tick.addEventListener("change", () => this.change(facet, value, tick.checked))
    return element("li", {}, element("label", {}, tick, element("span", {}, label, " ", element("span", { class: "meta" }))))
  }

  /** @param {HTMLLIElement} item @param {string} key @param {Facet[]} facets */
  #showCount(item, key, facets) {
    const cut = key.indexOf(" ")
    const facet = facets.find(one => one.id === key.slice(0, cut))
    const count = facet?.values.find(one => one.value === key.slice(cut + 1))?.count ?? 0
    const told = item.querySelector(".meta")
    if (told) told.textContent = `(${number(count)})`
    item.hidden = !count && !item.querySelector("input")?.checked
  }

  /** @param {string} facet @param {string} value */
  #label(facet, value) { return this.labels.get(`${facet} ${value}`) ?? value }

  /** @param {Chosen} chosen */
  #showPicked(chosen) {
    const picked = Object.entries(chosen).filter(([facet]) => facet !== KIND)
    const made = picked.flatMap(([facet, values]) => values.map(value => {
      const label = this.#label(facet, value)
      const button = element("button", { type: "button", "aria-label": `Bỏ lọc ${label}` }, label)
      button.addEventListener("click", () => this.change(facet, value, false))
      return button
    }))
    if (made.length > 1) {
      const all = element("button", { type: "button", class: "picked__all" }, "Bỏ mọi bộ lọc")
      all.addEventListener("click", () => this.clear())
      made.push(all)
    }
    const focused = this.picked.contains(document.activeElement)
    this.picked.replaceChildren(...made)
    this.picked.hidden = !made.length
    if (focused) (this.picked.querySelector("button") ?? this.home).focus()
  }
}
