// @ts-check
// A file that is handed in is sent as it is; the desk answers where it is shown.

import { handed } from "./sending.js"

/** @param {HTMLInputElement} input */
export function arrival(input) {
  const told = document.querySelector("[data-arriving]")
  input.addEventListener("change", async () => {
    const file = input.files?.[0]
    if (!file || !told) return
    told.textContent = "Đang đọc tệp…"
    const said = await handed("/nhap-tep", { ten: file.name }, file, "Chưa gửi được tệp: bàn biên tập đã dừng?")
    if (said.toi) location.assign(said.toi)
    else told.textContent = said.loi
  })
}
