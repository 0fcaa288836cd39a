// @ts-check
// The list of entries narrows while words are typed: marks and capitals do not count.

import { folded } from "./folded.js"

/** @param {HTMLInputElement} input */
export function filtered(input) {
  const list = document.querySelector("[data-list]"), told = document.querySelector("[data-found]")
  if (!list) return
  const rows = [...list.children]
  const narrow = () => {
    const words = folded(input.value).split(" ").filter(Boolean)
    let count = 0
    for (const row of rows) {
      const has = words.every(word => (row.getAttribute("data-words") ?? "").includes(word))
      row.toggleAttribute("hidden", !has)
      count += has ? 1 : 0
    }
    if (told) told.textContent = count ? `${count} mục` : "Không có mục nào có đủ các chữ này."
  }
  input.addEventListener("input", narrow)
}
