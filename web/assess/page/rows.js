// @ts-check
// Rows of one kind, each a few fields: added, moved, taken away; the keyboard stays where the work is.
import { element } from "../../shared/element.js"
import { inOrder, nextId, nextOrder } from "../core/state.js"
import { button, field } from "./fields.js"

/** @typedef {import("./app.js").App} App */
/** @typedef {{at: string[], letter: string, one: string, none: string, add: string, fields: [string, string, import("./fields.js").How?][],
 *    head?: (id: string) => import("./fields.js").Content[], foot?: (id: string) => import("./fields.js").Content[],
 *    fresh?: () => object}} Kind */

/** @param {App} app @param {Kind} kind @param {() => void} again @returns {HTMLElement[]} */
export function rows(app, kind, again) {
  const of = () => /** @type {{[id: string]: {order: number}}} */ (kind.at.reduce((/** @type {any} */ one, name) => one[name], app.assessment))
  const list = inOrder(of())
  const draw = (/** @type {string} */ focus) => {
    again()
    const target = document.getElementById(focus)?.querySelector("input, textarea, select") ?? document.querySelector("[data-add]")
    if (target instanceof HTMLElement) target.focus()
  }
  const move = (/** @type {number} */ from, /** @type {number} */ to) => {
    const [id, one] = list[from] ?? [], [otherId, other] = list[to] ?? []
    if (!id || !one || !otherId || !other) return
    app.putAll([{ at: [...kind.at, id, "order"], value: other.order }, { at: [...kind.at, otherId, "order"], value: one.order }])
    draw(`d-${id}`)
  }
  const cards = list.map(([id], place) => {
    const name = `${kind.one} ${place + 1}`
    const up = button("Lên", () => move(place, place - 1), { about: name, quiet: true })
    const down = button("Xuống", () => move(place, place + 1), { about: name, quiet: true })
    up.disabled = place === 0
    down.disabled = place === list.length - 1
    const drop = button("Bỏ", () => {
      app.put([...kind.at, id], undefined)
      draw(`d-${list[place + 1]?.[0] ?? list[place - 1]?.[0] ?? ""}`)
    }, { about: name, quiet: true })
    return element("div", { class: "a-card", id: `d-${id}`, role: "group", "aria-label": name },
      ...kind.head?.(id) ?? [],
      element("div", { class: "a-fields" }, ...kind.fields.map(([key, label, how]) => field(app, label, [...kind.at, id, key], how))),
      ...kind.foot?.(id) ?? [],
      element("p", { class: "a-deeds" }, ...list.length > 1 ? [up, down] : [], drop))
  })
  const add = button(kind.add, () => {
    const id = nextId(of(), kind.letter)
    app.put([...kind.at, id], { order: nextOrder(of()), ...kind.fresh?.() })
    draw(`d-${id}`)
  })
  add.dataset.add = ""
  return [...cards, ...cards.length ? [] : [element("p", { class: "empty" }, kind.none)], element("p", { class: "a-deeds" }, add)]
}
