// @ts-check
// A picture for the text: chosen, described, stored by the desk; what shows it comes back as Markdown.

import { handed } from "./sending.js"

/** @param {HTMLDialogElement} dialog @param {(text: string) => void} insert */
export function picture(dialog, insert) {
  const form = dialog.querySelector("form"), file = dialog.querySelector("input[type=file]")
  const words = dialog.querySelector("input[type=text]"), told = dialog.querySelector("[role=status]")
  if (!(form instanceof HTMLFormElement) || !(file instanceof HTMLInputElement) || !(words instanceof HTMLInputElement) || !told) return
  dialog.querySelector("[data-close]")?.addEventListener("click", () => dialog.close())
  form.addEventListener("submit", async event => {
    event.preventDefault()
    const chosen = file.files?.[0]
    if (!chosen) { told.textContent = "Chọn một ảnh."; return }
    told.textContent = "Đang lưu ảnh…"
    const asked = { ten: chosen.name, loi: words.value }
    const said = await handed("/anh", asked, chosen, "Chưa lưu được ảnh: bàn biên tập đã dừng?")
    if (!said.chu) { told.textContent = said.loi; return }
    told.textContent = ""
    form.reset()
    dialog.close()
    insert(said.chu)
  })
}
