// @ts-check
// «Chỉ tiêu»: every chỉ tiêu with its threshold, what was reckoned, the school's answer, and what it writes of it.
import { element } from "../../shared/element.js"
import { read } from "../core/numbers.js"
import { inOrder, nextId, nextOrder } from "../core/state.js"
import { arithmetic, cause, formula, lacking, threshold } from "../core/wording.js"
import { badge, button, choice, field, fold, live, newId, textAt } from "./fields.js"
import { addStep } from "./plan.js"
import { paster } from "./paste.js"
import { rule } from "./rule.js"

/** @typedef {import("./app.js").App} App */
/** @typedef {import("../core/results.js").Line} Line */
/** @typedef {import("../core/results.js").Part} Part */

/** @param {App} app @param {() => void} again draws the screen anew @returns {HTMLElement[]} */
export const lines = (app, again) => [
  element("p", {}, "Chọn câu trả lời cho từng chỉ tiêu. Kết quả tính từ số liệu hiện bên dưới để đối chiếu; câu trả lời là của trường."),
  paster(app, again),
  ...app.result.parts.map(part => section(app, part, again)),
]

/** @param {App} app @param {Part} part @param {() => void} again */
function section(app, { number, title, unknowns, lines: of }, again) {
  return element("section", { class: "a-part", id: `tc-${number}` },
    element("h3", {}, `Tiêu chí ${number}. ${title} `, live(app, "span", { class: "meta" }, () => {
      const tally = app.result.parts.find(one => one.number === number)?.tally
      return [tally?.total ? `đạt ${tally.met}/${tally.total}` : ""]
    })),
    !of.length && element("p", { class: "meta" }, "Chưa có chỉ tiêu nào có nguồn để đăng ở mức này."),
    unknowns.length > 0 && fold("Điều chưa rõ", [element("ul", {}, ...unknowns.map(one => element("li", {}, one)))]),
    ...of.map(line => card(app, line, again)),
    adder(app, number, again))
}

/** The same line as it stands now. @param {App} app @param {string} id */
const now = (app, id) => app.lines.get(id)

/** @param {App} app @param {Line} line @param {() => void} again */
function card(app, { indicator, own, answer }, again) {
  const { id, title, url, standing, clause } = indicator
  const told = ["answers", id]
  const answers = choice(`Trả lời: ${title}`, app.published.answers.map(({ value, label, tone }) => ({ value, label, tone })), answer.value,
    value => app.put([...told, "verdict"], value === app.published.untouched ? undefined : value), true)
  let shown = answer.value
  app.on(() => {
    const value = now(app, id)?.answer.value ?? shown
    if (value === shown) return
    for (const input of answers.querySelectorAll("input")) input.checked = input.value === value
    shown = value
  })
  return element("article", { class: "a-card", id: `ct-${id}` },
    element("h4", {}, url ? element("a", { href: url }, title) : title, own && " ", own && badge("Trường tự thêm", "thong-tin")),
    element("p", { class: "meta" }, element("span", {}, "Ngưỡng: "), live(app, "strong", {}, () => [threshold(now(app, id)?.indicator.threshold ?? null)]),
      standing && ` · ${standing}`, clause && ` · ${clause.title}`,
      live(app, "span", {}, () => [now(app, id)?.ownThreshold ? " · ngưỡng trường tự nhập" : "", now(app, id)?.ownRule ? " · cách tính trường tự ghi" : ""])),
    live(app, "p", { class: "a-outcome" }, () => outcome(app, now(app, id))),
    answers,
    live(app, "p", { class: "a-slip" }, () => {
      const line = now(app, id)
      return line?.differs && line.suggested ? [`Tính ra là «${line.suggested.label}», trường chọn «${line.answer.label}»: ghi lý do ở hiện trạng.`] : []
    }),
    more(app, id, title, own, again))
}

/** @param {App} app @param {Line | undefined} line @returns {import("./fields.js").Content[]} */
function outcome(app, line) {
  if (!line?.outcome) return []
  const sum = arithmetic(line.indicator, line.outcome, app.known)
  const said = cause(app.criteria, line.outcome) || lacking(app.criteria, line.indicator, line.outcome)
  return [element("span", { class: "meta" }, `${formula(app.criteria, line.indicator)}. `), sum && element("span", { class: "number" }, sum), " ",
    line.suggested && badge(`Tính ra: ${line.suggested.label}`, line.suggested.tone), " ", said]
}

/** What a school writes of a chỉ tiêu, folded. @param {App} app @param {string} id @param {string} title @param {boolean} own
 *  @param {() => void} again */
function more(app, id, title, own, again) {
  const at = (/** @type {string} */ name) => ["answers", id, "narrative", name]
  const one = element("details", { class: "more a-fold" }, element("summary", {}, live(app, "span", {}, () => [summary(app, id)])))
  const fill = () => {
    if (!one.open || one.childElementCount > 1) return
    one.append(
      element("div", { class: "a-fields" },
        field(app, "Hiện trạng", at("state"), { rows: 3 }), field(app, "Điểm mạnh", at("strengths"), { rows: 2 }),
        field(app, "Tồn tại", at("weaknesses"), { rows: 2 }), field(app, "Hướng khắc phục", at("remedy"), { rows: 2 })),
      evidence(app, id),
      limits(app, id), rule(app, id),
      element("p", { class: "a-deeds" },
        button("Thêm việc vào kế hoạch", () => { addStep(app, id); location.hash = "#viec-can-lam" }, { about: title }),
        own && " ", own && button("Bỏ chỉ tiêu này", () => { app.putAll([{ at: ["own", "indicators", id] }, { at: ["own", "thresholds", id] }, { at: ["own", "rules", id] }, { at: ["answers", id] }]); again() }, { about: title, quiet: true })))
  }
  one.addEventListener("toggle", fill)
  return one
}

/** @param {App} app @param {string} id */
function summary(app, id) {
  const written = Object.values(app.assessment.answers[id]?.narrative ?? {}).filter(text => text.trim()).length
  const papers = now(app, id)?.evidence ?? 0
  const told = [written && `đã viết ${written} phần`, papers && `${papers} minh chứng`].filter(Boolean).join(", ")
  return `Hiện trạng, minh chứng, ngưỡng, cách tính${told ? ` (${told})` : ""}`
}

/** The papers that serve it. @param {App} app @param {string} id */
function evidence(app, id) {
  const rows = inOrder(app.assessment.evidence)
  const boxes = rows.map(([key, { code = "", name = "" }]) => {
    const box = element("input", { type: "checkbox", id: newId("mc") })
    box.checked = app.assessment.answers[id]?.evidence?.[key] === true
    box.addEventListener("change", () => app.put(["answers", id, "evidence", key], box.checked || undefined))
    return element("span", { class: "a-check" }, box, " ", element("label", { for: box.id }, [code, name || "(chưa đặt tên)"].filter(Boolean).join(" · ")))
  })
  return element("fieldset", { class: "a-checks" }, element("legend", {}, "Minh chứng dùng cho chỉ tiêu này"), ...boxes,
    element("span", { class: "meta" }, rows.length ? "Thêm giấy tờ khác ở phần Minh chứng." : "Chưa có giấy tờ nào; thêm ở phần Minh chứng."))
}

/** A threshold out of the official text, typed by the school. @param {App} app @param {string} id */
function limits(app, id) {
  const at = ["own", "thresholds", id]
  const first = app.criteria.criteria.flatMap(one => one.indicators).find(one => one.id === id)?.threshold
  const typed = () => textAt(app, [...at, "value"])
  const input = element("input", { type: "text", inputmode: "decimal", class: "a-number", id: newId("nguong"), autocomplete: "off" })
  input.value = typed()
  const put = () => app.put(at, input.value.trim() ? { comparison: way.value, value: input.value, unit: unit.value } : undefined)
  const way = element("select", { "aria-label": "Phép so" }, ...[["atLeast", "ít nhất (≥)"], ["equal", "bằng (=)"], ["atMost", "nhiều nhất (≤)"]]
    .map(([value = "", label = ""]) => element("option", { value }, label)))
  const unit = element("input", { type: "text", "aria-label": "Đơn vị tính", class: "a-unit", autocomplete: "off" })
  way.value = textAt(app, [...at, "comparison"]) || first?.comparison || "atLeast"
  unit.value = textAt(app, [...at, "unit"]) || first?.unit || "%"
  for (const one of [input, unit]) one.addEventListener("input", put)
  way.addEventListener("change", put)
  return element("p", { class: "a-limit" }, element("label", { for: input.id }, "Ngưỡng theo văn bản trường đang giữ"), " ", way, " ", input, " ", unit,
    live(app, "span", { class: "a-slip" }, () => typed() && read(typed()).value === null ? ["Số này chưa đúng cách viết; viết ví dụ 75 hoặc 89,5."] : []))
}

/** A chỉ tiêu that the portal does not know. @param {App} app @param {number} criterion @param {() => void} again */
function adder(app, criterion, again) {
  const title = element("textarea", { id: newId("them"), rows: "2" })
  const clause = element("input", { id: newId("dieu"), type: "text", autocomplete: "off" })
  const add = () => {
    const titles = title.value.split("\n").map(one => one.trim()).filter(Boolean)
    if (!titles.length) return title.focus()
    let { indicators } = app.assessment.own
    const changes = titles.map(text => {
      const id = nextId(indicators, "tu-them-")
      const made = { order: nextOrder(indicators), criterion, level: app.assessment.level, title: text, ...clause.value.trim() && { clause: clause.value.trim() } }
      indicators = { ...indicators, [id]: made }
      return { at: ["own", "indicators", id], value: made }
    })
    app.putAll(changes)
    again()
    document.getElementById(`ct-${changes[0]?.at[2]}`)?.querySelector("input")?.focus()
  }
  return fold("Thêm chỉ tiêu trường có trong văn bản", [
    element("p", { class: "a-field a-field--wide" }, element("label", { for: title.id }, "Nội dung, mỗi dòng một chỉ tiêu (dán được từ bảng tính)"), title),
    element("p", { class: "a-field" }, element("label", { for: clause.id }, "Điều, khoản"), clause),
    element("p", { class: "a-deeds" }, button("Thêm", add))])
}
