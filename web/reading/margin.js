// @ts-check
// The words of a document alone: on the screen without what the portal tells beside its clauses (kept on this machine;
// start/theme.js shows it so before the page is painted), on paper without all that is not the document.
import { remember } from "../shared/storage.js"

const KEY = "ghi-chu-le"
const root = document.documentElement
const hide = document.querySelector(".reading [data-notes]")

hide?.addEventListener("click", () => {
  const hidden = root.dataset.notes !== "0"
  if (hidden) root.dataset.notes = "0"
  else delete root.dataset.notes
  hide.setAttribute("aria-pressed", String(hidden))
  remember(KEY, hidden ? 0 : undefined)
})
document.querySelector("[data-print-text]")?.addEventListener("click", () => {
  root.classList.add("text-only")
  addEventListener("afterprint", () => root.classList.remove("text-only"), { once: true })
  print()
})
