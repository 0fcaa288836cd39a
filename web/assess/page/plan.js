// @ts-check
// «Kế hoạch»: what has to be done for what is lacking, by whom, until when.
import { element } from "../../shared/element.js"
import { lacking } from "../core/wording.js"
import { nextId, nextOrder } from "../core/state.js"
import { calendar, dated } from "../exports/ics.js"
import { button, live } from "./fields.js"
import { fileName, offer } from "./files.js"
import { rows } from "./rows.js"

/** @typedef {import("./app.js").App} App */

/** A new row for a chỉ tiêu, begun with what is lacking. @param {App} app @param {string} indicator */
export function addStep(app, indicator) {
  const line = app.result.parts.flatMap(part => part.lines).find(one => one.indicator.id === indicator)
  const narrative = app.assessment.answers[indicator]?.narrative?.remedy?.trim()
  const lack = line?.outcome ? lacking(app.criteria, line.indicator, line.outcome) : ""
  app.put(["plan", nextId(app.assessment.plan, "v")],
    { order: nextOrder(app.assessment.plan), indicator, task: narrative || lack || undefined })
}

/** @param {App} app @param {() => void} again @returns {HTMLElement[]} */
export function plan(app, again) {
  const titles = new Map(app.result.parts.flatMap(part => part.lines).map(({ indicator }) => [indicator.id, indicator.title]))
  const planned = new Set(Object.values(app.assessment.plan).map(one => one.indicator))
  const without = app.result.gaps.filter(({ indicator }) => !planned.has(indicator.id))
  return [
    element("p", {}, "Mỗi việc gắn với một chỉ tiêu chưa đạt: việc gì, ai làm, xong khi nào."),
    ...without.length ? [element("p", {}, `Còn ${without.length} chỉ tiêu chưa đạt chưa có việc. `,
      button("Thêm việc cho các chỉ tiêu này", () => { for (const { indicator } of without) addStep(app, indicator.id); again() }))] : [],
    ...rows(app, {
      at: ["plan"], letter: "v", one: "Việc", none: "Chưa có việc nào.", add: "Thêm việc khác", fresh: () => ({ indicator: "" }),
      fields: [
        ["task", "Việc phải làm", { rows: 2 }], ["lead", "Đơn vị chủ trì"], ["partners", "Đơn vị phối hợp"],
        ["due", "Hạn", { day: true }], ["cost", "Kinh phí"], ["progress", "Tiến độ"],
      ],
      head: id => [live(app, "p", { class: "a-line__title" }, () => {
        const of = app.assessment.plan[id]?.indicator
        return [of ? titles.get(of) ?? "Chỉ tiêu của mức khác hoặc không còn trong bộ" : "Việc chung"]
      }), help(app, app.assessment.plan[id]?.indicator)],
    }, again),
    live(app, "p", { class: "a-deeds" }, () => {
      const many = dated(app.assessment).length
      return many ? [button("Lưu lịch các hạn (.ics)", () => offer(fileName(app.assessment, "ics"), calendar(app.assessment, titles, new Date()), "text/calendar")),
        element("span", { class: "meta" }, `${many} việc có hạn; mở bằng ứng dụng lịch để được nhắc trước một tuần.`)] : []
    }),
  ]
}

/** Where it is written how to do it: the page of the chỉ tiêu, models and guidance of the same tiêu chí. @param {App} app
 *  @param {string | undefined} indicator */
function help(app, indicator) {
  const part = app.criteria.criteria.find(one => one.indicators.some(({ id }) => id === indicator))
  const url = part?.indicators.find(({ id }) => id === indicator)?.url
  const ways = [...url ? [{ title: "Chỉ tiêu này", url }] : [], ...part?.guides ?? []].filter(one => one.url)
  if (!ways.length) return null
  return element("p", { class: "meta a-help" }, "Xem: ", ...ways.flatMap(({ title, url: to }, at) => [at ? "; " : "", element("a", { href: to, target: "_blank" }, title)]), ".")
}
