// @ts-check
// «Chia sẻ»: the address of this page, how to cite it, or the apps of the machine where it has them.
import { copy } from "../shared/copy.js"

const box = /** @type {HTMLElement} */ (document.querySelector(".tools__share"))
const told = /** @type {HTMLElement} */ (box.querySelector("[role=status]"))

function address() {
  const canonical = document.querySelector("link[rel=canonical]")
  return canonical instanceof HTMLLinkElement ? canonical.href : location.href.replace(/[?#].*/, "")
}

const title = () => document.querySelector("h1")?.textContent?.replace(/\s+/g, " ").trim() ?? document.title
const site = () => document.querySelector(".brand")?.textContent?.replace(/\s+/g, " ").trim() ?? ""

/** «Kế hoạch 380… Học viện… Xây dựng trường chính trị chuẩn. https://…, truy cập ngày 21/11/2026.» */
function citation() {
  const today = new Date()
  const day = String(today.getDate()).padStart(2, "0")
  const month = today.getMonth() < 2 ? `0${today.getMonth() + 1}` : today.getMonth() + 1
  return `${title()}. ${site()}. ${address()}, truy cập ngày ${day}/${month}/${today.getFullYear()}.`
}

/** @param {string} text @param {string} what */
async function offer(text, what) {
  if (await copy(text)) {
    told.textContent = `Đã sao chép ${what}.`
    return
  }
  const field = document.createElement("textarea")
  field.readOnly = true
  field.value = text
  field.setAttribute("aria-label", `Chọn để sao chép ${what}`)
  told.textContent = "Trình duyệt không cho sao chép; hãy chọn và chép dòng dưới đây."
  box.querySelector("textarea")?.remove()
  told.after(field)
  field.select()
}

/** @type {Record<string, () => Promise<void>>} */
const DEEDS = {
  address: () => offer(address(), "địa chỉ"),
  citation: () => offer(citation(), "trích dẫn"),
  send: () => navigator.share({ title: title(), url: address() }).catch(() => { /* the reader thought better of it */ }),
}

box.addEventListener("click", ({ target }) => {
  const deed = target instanceof HTMLElement && target.dataset.share
  if (deed) DEEDS[deed]?.()
})
box.addEventListener("toggle", () => { told.textContent = "" })
const send = box.querySelector("[data-share=send]")
if (send instanceof HTMLElement) send.hidden = !("share" in navigator)
