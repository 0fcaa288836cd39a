// @ts-check
// Rows copied out of a spreadsheet, looked at before they become chỉ tiêu of the school.
import { element } from "../../shared/element.js"
import { COLUMNS, pasted } from "../core/paste.js"
import { button, fold, newId } from "./fields.js"

/** @typedef {import("./app.js").App} App */

/** @param {App} app @param {() => void} again */
export function paster(app, again) {
  const text = element("textarea", { id: newId("dan"), rows: "5", class: "a-raw", spellcheck: "false" })
  const place = element("div", { class: "a-staged", role: "status" })
  const look = () => {
    const { changes, rows } = pasted(text.value, app.criteria, app.assessment)
    const good = rows.filter(one => !one.why), bad = rows.filter(one => one.why)
    place.replaceChildren(
      element("p", {}, good.length ? `Nhận được ${good.length} chỉ tiêu:` : "Chưa có dòng nào nhận được."),
      element("ul", {}, ...good.slice(0, 20).map(one => element("li", {}, one.title)), ...good.length > 20 ? [element("li", {}, `và ${good.length - 20} chỉ tiêu nữa`)] : []),
      ...bad.length ? [element("div", { class: "notice tone-luu-y" }, element("p", {}, `${bad.length} dòng không nhận:`),
        element("ul", {}, ...bad.slice(0, 30).map(one => element("li", {}, `Dòng ${one.line}${one.title && `, «${one.title.slice(0, 80)}»`}: ${one.why}`))))] : [],
      element("p", { class: "a-deeds" }, ...good.length ? [button(`Thêm ${good.length} chỉ tiêu`, () => { app.putAll(changes); again() }, { main: true }), " "] : [],
        button("Không thêm", () => { place.replaceChildren(); text.focus() })))
  }
  return fold("Dán nhiều chỉ tiêu từ bảng tính", [
    element("p", {}, "Chép các dòng trong bảng tính rồi dán vào đây. Thứ tự cột: ", element("strong", {}, COLUMNS.join(" | ")),
      ". Tử số, mẫu số ghi tên đại lượng, nhiều đại lượng thì nối bằng dấu +. Cột không có để trống."),
    element("p", { class: "a-field a-field--wide" }, element("label", { for: text.id }, "Các dòng chép từ bảng tính"), text),
    element("p", { class: "a-deeds" }, button("Xem trước", look)), place])
}
