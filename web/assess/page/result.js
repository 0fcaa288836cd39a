// @ts-check
// «Kết quả»: what has been met, by tiêu chí and in all, and what is lacking.
import { element } from "../../shared/element.js"
import { written } from "../core/numbers.js"
import { known } from "../core/results.js"
import { steps } from "../core/step.js"
import { lacking, threshold } from "../core/wording.js"
import { button } from "./fields.js"
import { addStep } from "./plan.js"

/** @typedef {import("./app.js").App} App */
/** @typedef {import("../core/results.js").Tally} Tally */

const COLUMNS = ["Tiêu chí", "Đạt", "Trong đó vượt", "Chưa đạt", "Chưa rõ, chưa rà soát", "Không áp dụng", "Tổng tính"]

/** @param {App} app @param {() => void} again @returns {HTMLElement[]} */
export function result(app, again) {
  const { tally, stated, parts, gaps } = app.result
  const planned = new Set(Object.values(app.assessment.plan).map(one => one.indicator))
  return [
    element("p", { class: "a-sum" }, element("strong", {}, `Đạt ${tally.met} trên ${tally.total} chỉ tiêu`), tally.exceeded ? `, trong đó vượt ${tally.exceeded}` : "",
      `. ${app.level?.title ?? `Mức ${app.assessment.level}`}, ${app.criteria.document}.`),
    element("p", {}, missing(tally.total + tally.apart, stated)),
    element("p", { class: "notice tone-luu-y" }, "Đây là kết quả trường tự rà soát, chưa phải kết quả công nhận."),
    table(app, parts, tally),
    element("p", { class: "meta" }, "Cách đếm: «Đạt» gồm cả «Vượt». «Không áp dụng» không tính vào tổng. «Chưa rõ» và «Chưa rà soát» tính vào tổng, chưa tính là đạt. Con số ở đây đếm câu trả lời của trường, không đếm kết quả tính."),
    ...best(app),
    element("h3", {}, "Chỉ tiêu chưa đạt"),
    ...gaps.length ? [element("ul", { class: "a-list" }, ...gaps.map(({ indicator, outcome }) => element("li", { class: "a-gap" },
      element("a", { href: `#tung-chi-tieu/${indicator.id}` }, indicator.title), " ", element("span", { class: "meta" }, `(${threshold(indicator.threshold)})`),
      element("p", {}, outcome ? lacking(app.criteria, indicator, outcome) : "", " ", planned.has(indicator.id)
        ? element("span", { class: "meta" }, "Đã có việc trong kế hoạch.")
        : button("Thêm việc vào kế hoạch", () => { addStep(app, indicator.id); again() }, { about: indicator.title, quiet: true })))))]
      : [element("p", { class: "empty" }, "Chưa có chỉ tiêu nào trường trả lời là chưa đạt.")],
  ]
}

/** The steps that close most gaps, as the numbers stand. @param {App} app */
function best(app) {
  const lines = app.result.parts.flatMap(part => part.lines)
  const found = steps(app.criteria, lines, known(app.criteria, app.assessment)).slice(0, 3)
  if (!found.length) return []
  const titles = new Map(lines.map(({ indicator }) => [indicator.id, indicator.title]))
  return [element("h3", {}, "Nên làm trước"), element("ul", { class: "a-list" }, ...found.map(({ id, more, closed }) => {
    const { title = id, unit = "" } = app.criteria.quantities.find(one => one.id === id) ?? {}
    return element("li", {}, element("strong", {}, `Thêm ${written(String(more))} ${unit} ở «${title}»`), ` thì đạt ${closed.length} chỉ tiêu đang thiếu: ${
      closed.map(one => titles.get(one)).join("; ")}.`)
  })), element("p", { class: "meta" }, "Tính từ số liệu đã nhập, các số khác giữ nguyên.")]
}

/** That the list is not whole. @param {number} listed @param {number[]} stated */
function missing(listed, stated) {
  const told = stated.length === 1 ? `${stated[0]}` : stated.join(" hoặc ")
  if (!stated.length) return "Chưa có nguồn nêu số chỉ tiêu của mức này."
  if (stated.length === 1 && listed >= (stated[0] ?? 0)) return `Danh sách đã đủ ${told} chỉ tiêu.`
  return `Theo các nguồn, mức này có ${told} chỉ tiêu; danh sách đang rà soát có ${listed}. Trường có văn bản thì thêm chỉ tiêu còn thiếu ở phần Chỉ tiêu.`
}

/** @param {App} app @param {import("../core/results.js").Part[]} parts @param {Tally} tally */
function table(app, parts, tally) {
  const cells = (/** @type {Tally} */ one) => [one.met, one.exceeded, one.unmet, one.open, one.apart, one.total]
  const row = (/** @type {string} */ name, /** @type {Tally} */ one) => element("tr", {}, element("th", { scope: "row" }, name),
    ...cells(one).map((value, at) => element("td", { "data-label": COLUMNS[at + 1] ?? "", class: "align-right" }, String(value))))
  return element("div", { class: "table table--rows" }, element("table", {},
    element("caption", { class: "unseen" }, `Kết quả theo tiêu chí, ${app.assessment.school || "trường"}`),
    element("thead", {}, element("tr", {}, ...COLUMNS.map((label, at) => element("th", { scope: "col", class: at ? "align-right" : null }, label)))),
    element("tbody", {}, ...parts.map(part => row(`${part.number}. ${part.title}`, part.tally)), row("Cộng", tally))))
}
