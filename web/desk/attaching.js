// @ts-check
// A file chosen for an entry is stored by the desk; what the entry says of it comes back, key by key.

import { handed } from "./sending.js"

/** @param {HTMLFormElement} form */
export function attaching(form) {
  form.addEventListener("change", event => {
    const chooser = event.target
    if (chooser instanceof HTMLInputElement && chooser.matches("[data-attach]")) attach(form, chooser)
  })
}

/** @param {HTMLFormElement} form @param {HTMLInputElement} chooser */
async function attach(form, chooser) {
  const box = chooser.closest(".d-attach"), file = chooser.files?.[0]
  const own = box?.querySelector("input[name]"), told = box?.querySelector("[role=status]")
  if (!file || !(own instanceof HTMLInputElement) || !told) return
  told.textContent = "Đang lưu tệp…"
  const said = await handed("/dinh-kem", { ten: file.name }, file, "Chưa lưu được tệp: bàn biên tập đã dừng?")
  chooser.value = ""
  if (!said.o) { told.textContent = said.loi; return }
  const above = own.name.replace(/[^/]*$/, "")
  for (const [key, value] of Object.entries(said.o)) {
    const field = form.elements.namedItem(above + key)
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) continue
    // A title that somebody gave stays.
    if (field === own || !field.value || /^[0-9a-f]{64}$/.test(field.value)) field.value = value
  }
  told.textContent = `Đã lưu ${said.o[own.name.slice(above.length)]} và ghi mã kiểm.`
  form.dispatchEvent(new Event("input", { bubbles: true }))
}
