// @ts-check
// What a school added of the official text, handed on to other schools: saved as a file of its own, opened after a look.
import { element } from "../../shared/element.js"
import { LARGEST, refusal, Refused } from "../core/file.js"
import { count } from "../core/own.js"
import { merged, openedSet, writtenSet } from "../core/set-file.js"
import { button, live } from "./fields.js"
import { fileName, offer } from "./files.js"

/** @typedef {import("./app.js").App} App */

/** @param {App} app @param {() => void} again @returns {HTMLElement[]} */
export function sets(app, again) {
  const input = element("input", { type: "file", accept: ".json,application/json", id: "a-bo", class: "unseen" })
  const place = element("div", { class: "a-staged", role: "status" })
  const stop = () => { place.replaceChildren(); input.value = ""; input.focus() }
  input.addEventListener("change", async () => {
    const [file] = input.files ?? []
    if (file) place.replaceChildren(...await look(file, app, again, stop))
  })
  const save = () => offer(fileName({ ...app.assessment, name: `bo-tieu-chi ${app.assessment.school}` }, "json"), writtenSet(app.assessment, app.criteria, new Date().toISOString()), "application/json")
  return [
    element("h3", {}, "Chỉ tiêu, ngưỡng, cách tính trường tự thêm"),
    live(app, "p", {}, () => {
      const many = count(app.assessment.own)
      return [many ? `Trường đã thêm ${many} mục. Lưu thành tệp riêng để trường khác dùng lại; tệp này không có câu trả lời, số liệu nào của trường.`
        : "Trường chưa thêm mục nào. Trường khác đã nhập thì mở tệp bộ của trường đó, không phải nhập lại."]
    }),
    live(app, "p", { class: "a-deeds" }, () => count(app.assessment.own) ? [button("Lưu tệp bộ của trường", save)] : []),
    element("p", { class: "a-pick" }, input, element("label", { for: "a-bo", class: "button" }, "Mở tệp bộ của trường khác (.json)…")), place,
  ]
}

/** @param {File} file @param {App} app @param {() => void} again @param {() => void} stop */
async function look(file, app, again, stop) {
  try {
    if (file.size > LARGEST) throw new Refused(`Tệp nặng ${Math.round(file.size / 1e6)} MB, không phải tệp bộ tiêu chí.`)
    const { set, document, school, own, lost } = openedSet(await file.text())
    const { changes, found } = merged(app.criteria, app.assessment.own, own)
    const list = (/** @type {string} */ head, /** @type {typeof found} */ of) => of.length ? [element("p", {}, head),
      element("ul", {}, ...of.slice(0, 30).map(one => element("li", {}, `${one.what}: ${one.title}`, one.before && `; đang ghi ${one.before}, trong tệp ${one.after}`, !one.before && one.after && ` (${one.after})`)),
        ...of.length > 30 ? [element("li", {}, `và ${of.length - 30} mục nữa`)] : [])] : []
    const as = (/** @type {string} */ state) => found.filter(one => one.state === state)
    return [
      element("p", {}, element("strong", {}, school || file.name), document && `, theo ${document}`),
      set !== app.assessment.set && element("p", { class: "notice tone-luu-y" }, `Tệp này theo bộ khác (${document || set || "không ghi"}); bản đang làm theo ${app.criteria.document}. Ngưỡng của chỉ tiêu không có ở đây sẽ không nhận.`),
      ...list("Thêm mới:", as("new")), ...list("Khác với bản đang làm, nhận thì thay:", as("other")), ...list("Đã có hoặc không nhận:", as("same")),
      lost.length > 0 && element("p", { class: "notice tone-luu-y" }, `${lost.length} chỗ trong tệp không đọc được nên không nhận: ${lost.slice(0, 10).join(", ")}`),
      element("p", { class: "a-deeds" }, ...changes.length ? [button(`Nhận ${changes.length} mục`, () => { app.putAll(changes); again() }, { main: true }), " "] : [], button("Không nhận", stop)),
    ].filter(one => one !== false)
  } catch (fault) {
    return [element("p", { class: "notice tone-loi" }, `${refusal(fault)} Bản đang làm giữ nguyên.`)]
  }
}
