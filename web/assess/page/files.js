// @ts-check
// «Tệp và in»: the file that is the master copy, another file looked at before it is taken, paper, and taking all away.
import { element } from "../../shared/element.js"
import { compared, LARGEST, opened, refusal, Refused, written } from "../core/file.js"
import { button, fold } from "./fields.js"
import { sets } from "./set-file.js"

/** @typedef {import("./app.js").App} App */
/** @typedef {import("../core/state.js").Assessment} Assessment */
/** @typedef {import("../model.js").Published} Published */

/** Letters of a file name, whatever the assessment is called. @param {Assessment} assessment @param {string} end */
export function fileName({ name, school, year }, end) {
  const told = [name || "tu-ra-soat", name ? "" : school, name.includes(year) ? "" : year].filter(Boolean).join(" ")
  const plain = told.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "")
  return `${plain.slice(0, 60) || "tu-ra-soat"}.${end}`
}

/** @param {string} name @param {BlobPart} content @param {string} type */
export function offer(name, content, type) {
  const url = URL.createObjectURL(new Blob([content], { type }))
  const way = element("a", { href: url, download: name })
  document.body.append(way)
  way.click()
  way.remove()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** @param {App} app */
export function save(app) {
  offer(fileName(app.assessment, "json"), written(app.assessment, new Date().toISOString()), "application/json")
  app.saved()
}

/** @param {App} app */
async function saveTable({ published, criteria, assessment }) {
  const { table } = await import("../exports/office.js")
  offer(fileName(assessment, "csv"), table(published, criteria, assessment), "text/csv;charset=utf-8")
}

/** @param {App} app */
async function saveWorkbook({ published, criteria, assessment }) {
  const { workbook } = await import("../exports/office.js")
  offer(fileName(assessment, "xlsx"), await workbook(published, criteria, assessment), `${OFFICE}.spreadsheetml.sheet`)
}

/** @param {App} app */
async function saveReport({ published, criteria, assessment }) {
  const [{ report }, skeleton] = await Promise.all([import("../exports/office.js"), skeletonOf()])
  offer(fileName(assessment, "docx"), report(skeleton, published, criteria, assessment), `${OFFICE}.wordprocessingml.document`)
}
const OFFICE = "application/vnd.openxmlformats-officedocument"

/** The empty report: inside the page where it stands alone, else beside it. @returns {Promise<Uint8Array>} */
async function skeletonOf() {
  const place = document.querySelector("[data-skeleton]")
  const inside = place?.textContent?.trim()
  if (inside) return Uint8Array.from(atob(inside), letter => letter.charCodeAt(0))
  const got = await fetch(place?.getAttribute("data-skeleton") ?? "")
  if (!got.ok) throw new Error(String(got.status))
  return new Uint8Array(await got.arrayBuffer())
}

/** A button that says so where it could not be done. @param {string} label @param {() => Promise<void>} deed @param {HTMLElement} told */
const careful = (label, deed, told) => button(label, () => {
  told.textContent = ""
  deed().catch(() => { told.textContent = "Chưa làm được tệp này: kiểm tra mạng rồi bấm lại, hoặc dùng trang tải về một tệp. Bản đang làm giữ nguyên." })
})

/** @param {App} app @param {{again: () => void, erase: () => void, leave: () => void}} deeds @returns {HTMLElement[]} */
export function files(app, { again, erase, leave }) {
  const told = element("p", { class: "a-slip", role: "status" })
  return [
  element("h3", {}, "Lưu ra tệp"),
  element("p", {}, "Tệp là bản gốc: giữ được lâu, chuyển được cho người khác, mở lại được ở máy khác. Bản trong trình duyệt có thể bị xóa bất cứ lúc nào."),
  element("p", { class: "a-deeds" }, button("Lưu ra tệp", () => save(app), { main: true }), " ", careful("Báo cáo (Word)", () => saveReport(app), told), " ", careful("Bảng (Excel)", () => saveWorkbook(app), told), " ",
    careful("Bảng (CSV)", () => saveTable(app), told), " ", button("In", () => window.print())),
  told,
  fold("Sao chép nội dung tệp, khi máy không cho tải tệp xuống", [copyable(app)]),
  element("h3", {}, "Mở tệp"),
  element("p", {}, "Mở tệp .json, hoặc bảng Excel đã lưu từ trang này và sửa thêm. Tệp được xem trước; bấm nhận thì mới thay bản đang làm."),
  picker(app, again),
  ...sets(app, again),
  element("h3", {}, "Bản khác, dọn máy"),
  element("p", { class: "a-deeds" }, button("Về danh sách các bản", leave), " ", eraser(erase)),
  ]
}

/** @param {App} app */
function copyable(app) {
  const text = element("textarea", { rows: "6", readonly: true, class: "a-raw", "aria-label": "Nội dung tệp" })
  text.addEventListener("focus", () => { text.value = written(app.assessment, new Date().toISOString()); text.select() })
  text.value = written(app.assessment, "")
  return text
}

/** Asks once more. @param {() => void} erase */
function eraser(erase) {
  const place = element("span")
  const ask = () => place.replaceChildren("Xóa hẳn bản này khỏi máy này? ", button("Xóa", erase, { main: true }), " ", button("Không xóa", show, { quiet: true }))
  const show = () => place.replaceChildren(button("Xóa bản này khỏi máy", () => { ask(); place.querySelector("button")?.focus() }, { quiet: true }))
  show()
  return place
}

/** A file, looked at first. @param {Published} published @param {App | undefined} app what it would replace
 *  @param {(taken: Assessment) => void} take */
export function staged(published, app, take) {
  const input = element("input", { type: "file", accept: `.json,.xlsx,application/json,${OFFICE}.spreadsheetml.sheet`, id: "a-tep", class: "unseen" })
  const place = element("div", { class: "a-staged", role: "status" })
  input.addEventListener("change", async () => {
    const [file] = input.files ?? []
    if (!file) return
    place.replaceChildren(...await look(file, published, app, take, () => { place.replaceChildren(); input.value = ""; input.focus() }))
  })
  return element("div", {}, element("p", { class: "a-pick" }, input, element("label", { for: "a-tep", class: "button" }, "Chọn tệp tự rà soát (.json, .xlsx)…")), place)
}

/** @param {App} app @param {() => void} again */
const picker = (app, again) => staged(app.published, app, taken => { app.become({ ...taken, id: app.assessment.id }); again() })

/** @type {[keyof ReturnType<typeof compared>["after"], string][]} */
const COUNTED = [["answers", "Chỉ tiêu đã trả lời"], ["quantities", "Số liệu"], ["narratives", "Chỉ tiêu có phần viết"], ["evidence", "Minh chứng"],
  ["own", "Chỉ tiêu, ngưỡng trường thêm"], ["plan", "Việc trong kế hoạch"]]

/** @param {File} file @param {Published} published */
async function openedFile(file, published) {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const packed = /\.xlsx?$/i.test(file.name) || (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf)
  if (!packed) return opened(new TextDecoder().decode(bytes))
  const { openedXlsx } = await import("../exports/office.js")
  return openedXlsx(published, bytes)
}

/** @param {File} file @param {Published} published @param {App | undefined} app @param {(taken: Assessment) => void} take @param {() => void} stop */
async function look(file, published, app, take, stop) {
  try {
    if (file.size > LARGEST) throw new Refused(`Tệp nặng ${Math.round(file.size / 1e6)} MB, không phải tệp tự rà soát.`)
    const { assessment, lost } = await openedFile(file, published)
    const { before, after } = compared(app?.assessment, assessment)
    const row = (/** @type {string} */ label, /** @type {unknown[]} */ ...cells) => element("tr", {}, element("th", { scope: "row" }, label),
      ...cells.map(cell => element("td", { class: "align-right" }, String(cell))))
    return [
      element("p", {}, element("strong", {}, assessment.name || assessment.school || file.name), assessment.year ? `, năm ${assessment.year}` : ""),
      element("div", { class: "table table--small" }, element("table", {}, element("caption", { class: "unseen" }, "So bản đang làm với tệp"),
        element("thead", {}, element("tr", {}, ...["", ...before ? ["Đang làm"] : [], "Trong tệp"].map(one => element("th", { scope: "col" }, one)))),
        element("tbody", {}, ...COUNTED.map(([key, label]) => row(label, ...before ? [before[key]] : [], after[key]))))),
      lost.length > 0 && element("div", { class: "notice tone-luu-y" }, element("p", {}, `${lost.length} chỗ trong tệp không đọc được nên không nhận:`),
        element("ul", {}, ...lost.slice(0, 20).map(one => element("li", {}, one)), ...lost.length > 20 ? [element("li", {}, `và ${lost.length - 20} chỗ nữa`)] : [])),
      element("p", { class: "a-deeds" }, button(app ? "Nhận, thay bản đang làm" : "Mở bản này", () => take(assessment), { main: true }), " ", button("Không nhận", stop)),
    ].filter(one => one !== false)
  } catch (fault) {
    return [element("p", { class: "notice tone-loi" }, `${refusal(fault)} Bản đang làm giữ nguyên.`)]
  }
}
