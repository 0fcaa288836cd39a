// @ts-check
// A file that is handed in is sent as it is; the desk answers where it is shown.

/** @param {HTMLInputElement} input */
export function arrival(input) {
  const told = document.querySelector("[data-arriving]")
  input.addEventListener("change", async () => {
    const file = input.files?.[0]
    if (!file || !told) return
    told.textContent = "Đang đọc tệp…"
    try {
      const place = `/nhap-tep?${new URLSearchParams({ ten: file.name })}`
      const head = { "Content-Type": "application/octet-stream" }
      const answer = await fetch(place, { method: "POST", body: file, headers: head, credentials: "same-origin" })
      const isData = answer.headers.get("Content-Type")?.startsWith("application/json")
      const said = isData ? await answer.json() : { loi: await answer.text() }
      if (said.toi) location.assign(said.toi)
      else told.textContent = said.loi
    } catch {
      told.textContent = "Chưa gửi được tệp: bàn biên tập đã dừng?"
    }
  })
}
