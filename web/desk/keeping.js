// @ts-check
// What was typed is sent to the desk at every pause, so that a closed browser loses nothing.

import { sent } from "./sending.js"

const PAUSE = 700

/** @param {HTMLFormElement} form */
export function keeping(form) {
  const told = form.querySelector("[data-kept]"), place = form.dataset.keep ?? ""
  let waiting = 0, leaving = false
  const say = (/** @type {string} */ text) => { if (told) told.textContent = text }
  const keep = async () => {
    waiting = 0
    try {
      const answer = await sent(place, new FormData(form))
      if (answer.status === 409) return say("Tệp đã đổi ở nơi khác: bấm «Lưu» để xem hai bản cạnh nhau.")
      const { luc, loi } = await answer.json()
      say(loi ?? `Đã giữ bản viết dở lúc ${luc}; chưa lưu vào tệp.`)
    } catch {
      say("Chưa giữ được bản viết dở: bàn biên tập đã dừng? Đừng đóng trang này.")
    }
  }
  form.addEventListener("input", () => {
    clearTimeout(waiting)
    waiting = setTimeout(keep, PAUSE)
  })
  form.addEventListener("submit", () => {
    clearTimeout(waiting)
    waiting = 0
    leaving = true
  })
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "hidden" || !waiting || leaving) return
    clearTimeout(waiting)
    waiting = 0
    const pairs = new URLSearchParams(/** @type {any} */ (new FormData(form)))
    navigator.sendBeacon(place, pairs)
  })
  document.addEventListener("keydown", event => {
    if (!(event.ctrlKey || event.metaKey) || event.key !== "s") return
    event.preventDefault()
    const main = form.querySelector(".d-main-deed")
    if (main instanceof HTMLButtonElement) form.requestSubmit(main)
  })
}
