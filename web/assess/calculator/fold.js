// @ts-check
// «Tính thử» on the page of a chỉ tiêu: what reckons is fetched when the reader opens it, not before.
import { element } from "../../shared/element.js"

for (const box of /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("details[data-calculator]"))) {
  box.addEventListener("toggle", () => fill(box), { once: true })
  if (box.open) fill(box)
}

/** @param {HTMLDetailsElement} box */
async function fill(box) {
  if (box.querySelector("[data-reckoned]")) return
  const inside = element("div", { "data-reckoned": true })
  box.append(inside)
  try {
    const { calculator } = await import("./index.js")
    inside.append(calculator(JSON.parse(box.querySelector("script")?.textContent ?? "")))
  } catch {
    inside.append(element("p", { role: "alert" }, "Không lấy được phần tính. Kiểm tra mạng rồi tải lại trang; công thức và ví dụ ở trên vẫn dùng được."))
  }
}
