// @ts-check
// «Đưa vào tài liệu hội nghị»: keeps this page for «Tài liệu hội nghị». Where storage is refused, the way to a booklet of this page is
// offered.
import { element, textOf } from "../shared/element.js"
import { root } from "../shared/root.js"
import { MOST, pageAt, toggled } from "./core.js"
import { keep, kept, KEY, place } from "./list.js"

function setUp() {
  const button = /** @type {HTMLButtonElement | null} */ (document.querySelector("button[data-booklet]"))
  const url = pageAt(location.href, root)
  if (!button || !url || document.querySelector("[data-gather]")) return
  const told = element("span", { class: "tools__kept", role: "status" })
  button.after(told)

  const show = (/** @type {boolean} */ said) => {
    const items = kept()
    const on = items.some(one => one.url === url)
    button.setAttribute("aria-pressed", String(on))
    told.replaceChildren()
    if (on) tell(said ? "Đã lưu. " : "", place, `Tập tài liệu (${items.length} trang)`)
    else if (said) told.textContent = "Đã bỏ khỏi tập tài liệu."
  }
  /** @param {string} before @param {string} to @param {string} name */
  const tell = (before, to, name) => told.replaceChildren(before, element("a", { href: to }, name))
  button.addEventListener("click", () => {
    const items = toggled(kept(), { url, title: textOf(document.querySelector("h1")) ?? document.title })
    if (!items) tell(`Một tập nhiều nhất ${MOST} trang. `, place, "Mở tập để bỏ bớt")
    else if (keep(items)) show(true)
    else tell("Trình duyệt không cho lưu. ", `${place}?trang=${url}`, "Mở tập chỉ có trang này")
  })
  addEventListener("storage", ({ key }) => { if (key === KEY) show(false) })
  addEventListener("pageshow", () => show(false))
  show(false)
  button.hidden = false
}

setUp()
