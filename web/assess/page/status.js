// @ts-check
// The line that always says where the work is kept, and what to do when it is not.
import { element } from "../../shared/element.js"
import { button, live } from "./fields.js"
import { save } from "./files.js"

/** @typedef {import("./app.js").App} App */

/** Made once: making one costs more than all the rest of a key. */
const time = new Intl.DateTimeFormat("vi-VN", { hour: "2-digit", minute: "2-digit" })

/** @param {Date | undefined} at */
const clock = at => at ? ` lúc ${time.format(at)}` : ""

/** @param {App} app @param {{undo: () => void, reload: () => void}} deeds */
export function status(app, { undo, reload }) {
  const back = button("Hoàn tác", undo, { quiet: true })
  app.on(() => { back.disabled = !app.canUndo })
  back.disabled = !app.canUndo
  return element("div", { class: "a-status" },
    live(app, "p", { role: "status" }, () => [said(app)]),
    element("p", { class: "a-deeds" }, back, " ", button("Lưu ra tệp", () => save(app))),
    live(app, "div", { class: "notice tone-luu-y" }, () => warning(app, reload)))
}

/** @param {App} app */
function said(app) {
  const file = app.unsaved ? "Chưa lưu ra tệp." : "Đã lưu ra tệp."
  if (app.kept === "kept") return app.at ? `Đã giữ trong trình duyệt này${clock(app.at)}. ${file}` : "Mọi thay đổi được giữ ngay trong trình duyệt này."
  return app.unsaved ? "Chưa giữ được trong trình duyệt. Chưa lưu ra tệp." : "Đã lưu ra tệp."
}

/** @param {App} app @param {() => void} reload @returns {import("./fields.js").Content[]} */
function warning(app, reload) {
  switch (app.kept) {
    case "memory":
      return ["Trình duyệt không cho giữ dữ liệu ở trang này (chế độ riêng tư, hoặc trang nằm trong khung của trang khác). Đóng trang là mất: hãy lưu ra tệp trước khi đóng."]
    case "full":
      return ["Trình duyệt hết chỗ nên thay đổi mới nhất chưa được giữ. Hãy lưu ra tệp ngay, rồi xóa bớt bản cũ ở danh sách."]
    case "refused":
      return ["Trình duyệt vừa từ chối giữ dữ liệu. Hãy lưu ra tệp ngay."]
    case "other":
      return ["Bản này vừa được sửa ở một thẻ khác. Từ lúc này thẻ này không ghi đè. Chọn một: ",
        button("Lấy bản của thẻ kia", reload), " ", button("Giữ bản ở thẻ này", () => app.insist()), " ", "Nếu chưa chắc, lưu ra tệp trước."]
    default:
      return []
  }
}
