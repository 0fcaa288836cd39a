// @ts-check
// «Chọn là đơn vị của tôi», on the page of a unit or a school.
import { pageAt } from "../booklet/core.js"
import { element, textOf } from "../shared/element.js"
import { root } from "../shared/root.js"
import { addressOf, choose, chosen, KEY } from "./unit.js"

const button = /** @type {HTMLButtonElement} */ (document.querySelector("button[data-mine]"))
const url = pageAt(location.href, root) ?? ""
const told = element("span", { role: "status" })
const drop = element("button", { type: "button", class: "button", hidden: true }, "Bỏ chọn")

const mine = () => chosen()?.url === url

function unit() {
  const shared = (button.dataset.mine ?? "").split(" ").filter(Boolean).map(to => pageAt(new URL(to, location.href).href, root) ?? "")
  return { url, title: textOf(document.querySelector("h1")) ?? document.title, shared }
}

/** @param {string} [said] what was done */
function show(said = "") {
  const on = mine()
  button.setAttribute("aria-pressed", String(on))
  drop.hidden = !on
  told.replaceChildren(said, ...on ? [element("a", { href: addressOf("") }, "Xem việc của đơn vị ở trang chủ")] : [])
}

/** @param {boolean} on */
function set(on) {
  if (choose(on ? unit() : undefined)) show(on ? "Đã chọn. " : "Đã bỏ chọn.")
  else told.textContent = "Trình duyệt không cho phép lưu lựa chọn trên máy này."
}

button.after(drop, told)
button.addEventListener("click", () => set(!mine()))
drop.addEventListener("click", () => {
  set(false)
  button.focus()
})
addEventListener("storage", ({ key }) => { if (key === KEY) show() })
addEventListener("pageshow", () => show())
show()
