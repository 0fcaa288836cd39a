// @ts-check
// The first screen: the assessments this browser keeps, a new one, one out of a file.
import { element } from "../../shared/element.js"
import { fresh, nextYear } from "../core/state.js"
import { eraseAll } from "../storage/keeper.js"
import { button, choice, levelChoice, newId } from "./fields.js"
import { staged } from "./files.js"

/** @typedef {import("../core/state.js").Assessment} Assessment */
/** @typedef {import("../storage/keeper.js").Found} Found */
/** @typedef {import("../storage/keeper.js").Store} Store */
/** @typedef {{store: Store | undefined, published: import("../model.js").Published, kept: {found: Found[], unread: string[], newer: number},
 *    open: (assessment: Assessment, how: {begins: boolean}) => void, again: () => void}} Deeds */

/** An id that no other assessment of this browser has. */
const unique = () => `${Date.now().toString(36)}${Math.floor(Math.random() * 36 ** 4).toString(36)}`

/** @param {Deeds} deeds @returns {HTMLElement[]} */
export const begin = deeds => [...list(deeds), ...fresher(deeds), element("section", {}, element("h2", {}, "Mở tệp đã lưu"),
  staged(deeds.published, undefined, taken => deeds.open({ ...taken, id: unique() }, { begins: true }))), ...privacy(deeds)]

/** @param {Deeds} deeds */
function list({ kept, published, open, store, again }) {
  const told = [
    ...kept.unread.length ? [`${kept.unread.length} bản trong trình duyệt này bị hỏng, không đọc lại được. Mở tệp đã lưu gần nhất của bản này.`] : [],
    ...kept.newer ? [`${kept.newer} bản do bản mới hơn của trang này giữ, ở đây không mở được và không động tới.`] : [],
  ].map(text => element("p", { class: "notice tone-luu-y" }, text))
  if (!kept.found.length) return told
  return [...told, element("section", {}, element("h2", {}, "Tiếp tục"), element("ul", { class: "a-list" }, ...kept.found.map(({ assessment, lost }) => {
    const set = published.sets.find(one => one.id === assessment.set)
    const name = assessment.name || assessment.school || "Bản chưa đặt tên"
    const year = String(new Date().getFullYear())
    return element("li", { class: "a-kept" },
      element("strong", {}, name), element("p", { class: "meta" }, [assessment.school !== name && assessment.school, assessment.year && `năm ${assessment.year}`,
        `mức ${assessment.level}`, set?.document ?? "bộ tiêu chí không còn ở trang này"].filter(Boolean).join(" · ")),
      lost && element("p", { class: "notice tone-luu-y" }, "Vài thay đổi cuối của bản này không đọc lại được; phần còn lại đầy đủ."),
      element("p", { class: "a-deeds" }, button("Mở", () => open(assessment, { begins: false }), { main: true, about: name }), " ",
        button("Chép làm bản năm nay", () => open(nextYear(assessment, unique(), year), { begins: true }), { about: name, quiet: true }), " ",
        dropper(name, () => { if (store) for (const key of keysOf(store, assessment.id)) store.removeItem(key); again() })))
  })))]
}

/** @param {Store} store @param {string} id */
const keysOf = (store, id) => Array.from({ length: store.length }, (_, at) => store.key(at) ?? "").filter(key => key.includes(`/${id}/`))

/** @param {string} name @param {() => void} drop */
function dropper(name, drop) {
  const place = element("span")
  const show = () => place.replaceChildren(button("Xóa", ask, { quiet: true, about: name }))
  const ask = () => {
    place.replaceChildren("Xóa khỏi máy này? ", button("Xóa hẳn", drop, { about: name }), " ", button("Không xóa", show, { quiet: true }))
    place.querySelector("button")?.focus()
  }
  show()
  return place
}

/** @param {Deeds} deeds */
function fresher({ published, kept, open }) {
  const line = (/** @type {string} */ label, /** @type {string} */ value) => {
    const input = element("input", { type: "text", id: newId("moi"), autocomplete: "off" })
    input.value = value
    return { input, shown: element("p", { class: "a-field" }, element("label", { for: input.id }, label), input) }
  }
  const last = kept.found.at(-1)?.assessment
  const school = line("Trường", last?.school ?? ""), year = line("Năm", String(new Date().getFullYear()))
  const useful = published.sets.filter(one => one.criteria.some(({ indicators }) => indicators.length))
  const sets = useful.length ? useful : published.sets
  let set = sets[0], level = set?.levels[0]?.number ?? 1
  const levels = element("div")
  const draw = () => levels.replaceChildren(levelChoice(set, level, value => { level = value }))
  draw()
  const form = element("form", { class: "a-new" }, element("div", { class: "a-fields" }, school.shown, year.shown),
    choice("Bộ tiêu chí", published.sets.map(({ id, document, criteria }) => ({ value: id, label: criteria.some(one => one.indicators.length) ? document
      : `${document} (chưa có chỉ tiêu được đăng; trường tự bổ sung)` })), set?.id ?? "", value => {
      set = published.sets.find(one => one.id === value) ?? set
      level = set?.levels[0]?.number ?? 1
      draw()
    }), levels, element("p", { class: "a-deeds" }, element("button", { type: "submit", class: "button button--main" }, "Bắt đầu")))
  form.addEventListener("submit", event => {
    event.preventDefault()
    const told = school.input.value.trim(), when = year.input.value.trim()
    open(fresh(unique(), { name: [told || "Tự rà soát", when].filter(Boolean).join(" "), school: told, year: when, set: set?.id ?? "", level }), { begins: true })
  })
  return [element("section", {}, element("h2", {}, kept.found.length ? "Bản mới" : "Bắt đầu"), form)]
}

/** @param {Deeds} deeds */
function privacy({ store, kept, again }) {
  const disk = location.protocol === "file:"
  return [element("section", {}, element("h2", {}, "Nơi lưu dữ liệu"),
    element("p", {}, store ? "Nội dung nhập vào chỉ lưu trong trình duyệt của máy này, không gửi đi nơi khác. Trình duyệt có thể xóa dữ liệu, vì vậy đề nghị lưu ra tệp và coi tệp là bản gốc."
      : "Trình duyệt không cho giữ dữ liệu ở trang này. Vẫn rà soát được, nhưng phải lưu ra tệp trước khi đóng trang."),
    disk && element("p", { class: "notice tone-luu-y" }, "Trang đang mở từ tệp trên máy: trang khác mở từ máy này bằng cùng trình duyệt có thể đọc được dữ liệu. Trên máy dùng chung, lưu ra tệp rồi xóa."),
    store !== undefined && kept.found.length > 0 && element("p", { class: "a-deeds" }, "Máy dùng chung? ", dropper("mọi bản", () => { eraseAll(store); again() })))]
}
