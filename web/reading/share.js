// @ts-check
// «Chia sẻ»: the address of this page, how to cite it, or the apps of the machine where it has them.
import { copy } from "../shared/copy.js"
import { element, textOf } from "../shared/element.js"
import { citation } from "./citation.js"

const box = /** @type {HTMLElement} */ (document.querySelector(".tools__share"))
const told = element("p", { class: "tools__told", role: "status" })

/** Pages on which a choice of the reader's stands in the address: who is given it sees the same. */
const CHOSEN = "[data-compare], .library"

function address() {
  const canonical = document.querySelector("link[rel=canonical]")
  const page = canonical instanceof HTMLLinkElement ? canonical.href : location.href.replace(/[?#].*/, "")
  return document.querySelector(CHOSEN) ? page + location.search : page
}

const title = () => textOf(document.querySelector("h1")) ?? document.title
const site = () => textOf(document.querySelector(".brand")) ?? ""

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
  citation: () => offer(citation({ title: title(), site: site(), address: address() }, new Date()), "trích dẫn"),
  send: () => navigator.share({ title: title(), url: address() }).catch(() => { /* the reader thought better of it */ }),
}

/** @param {string} deed @param {string} name */
const button = (deed, name) => element("button", { class: "button", type: "button", "data-share": deed }, name)
box.append(element("div", { role: "group", "aria-label": "Chia sẻ trang này" },
  button("address", "Sao chép địa chỉ"), button("citation", "Sao chép trích dẫn"),
  "share" in navigator && button("send", "Gửi qua ứng dụng khác"), told))

box.addEventListener("click", ({ target }) => {
  const deed = target instanceof HTMLElement && target.dataset.share
  if (deed) DEEDS[deed]?.()
})
box.addEventListener("toggle", () => { told.textContent = "" })
