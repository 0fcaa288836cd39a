// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { compared, LARGEST, opened, Refused, written } from "./file.js"
import { fresh } from "./state.js"

const HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", "<img src=x onerror=alert(1)>", "ồ ổ \u00a0 🙂", "a\nb\tc", "\"'`\\", "__proto__"]
const full = fresh("x1", {
  name: "Bản bịa", school: HOSTILE.join(" "), unit: "Phòng", year: "2026", set: "01-bia", level: 2, filing: "2027-06-30",
  quantities: { "giang-vien": "1.234,5" },
  answers: Object.fromEntries(HOSTILE.map((text, at) => [`m1-${at}`, { verdict: "dat", narrative: { state: text, remedy: text }, evidence: { "mc-1": true } }])),
  evidence: { "mc-1": { order: 1, code: "MC01", name: "=HYPERLINK(\"x\")", number: "01-QĐ/BIA", date: "2026-01-15", place: "Tủ", keeper: "Ai đó" } },
  own: { indicators: { "tu-them-1": { order: 1, criterion: 1, level: 2, title: "Tự thêm", clause: "Điều 5" } },
    thresholds: { "m1-1": { comparison: "atLeast", value: "75", unit: "%" } }, quantities: {}, rules: {} },
  plan: { v1: { order: 1, indicator: "m1-1", task: "Việc", lead: "Ai", due: "2026-12-31" } },
  report: { opening: "Đặt vấn đề" },
})

/** @param {unknown} told */
const file = told => JSON.stringify(told)
const head = { format: "truong-chinh-tri-chuan/tu-ra-soat", version: 1, saved: "" }

test("what was saved is opened equal, formulas and markup included", () => {
  const { assessment, lost, saved } = opened(written(full, "2026-11-30T01:02:03Z"))
  assert.deepEqual(assessment, full)
  assert.deepEqual([lost, saved], [[], "2026-11-30T01:02:03Z"])
})

test("a file of another kind, cut short, newer, or too large is refused in a sentence", () => {
  const text = written(full, "")
  for (const [told, says] of [
    ["", /cắt/], ["không phải JSON", /cắt/], ["{\"a\": tru}", /hỏng/], ["[]", /không phải tệp tự rà soát/], ["null", /không phải/], ["1", /không phải/],
    [file({ format: "khác" }), /không phải/], [file({ ...head, version: 3, assessment: full }), /bản mới hơn/], [file({ ...head, version: "1" }), /phiên bản/],
    [file({ ...head, version: 0 }), /phiên bản/], [file(head), /không có phần/], [file({ ...head, assessment: [] }), /không có phần/],
    [" ".repeat(LARGEST + 1), /quá lớn/],
  ]) assert.throws(() => opened(String(told)), fault => fault instanceof Refused && /** @type {RegExp} */ (says).test(fault.message), String(told).slice(0, 40))
  for (let cut = 0; cut < text.length - 2; cut += 7) assert.throws(() => opened(text.slice(0, cut)), Refused)
})

test("what has no place or another type is told by its place, the rest is taken", () => {
  const { assessment, lost } = opened(file({ ...head, assessment: {
    ...full, level: "hai", mood: 1, quantities: { "giang-vien": 5, "Tên Lạ": "1", so: "2" }, plan: { v1: { order: 1, indicator: 7 }, v2: { order: "x", indicator: "m1-1" } },
    own: { indicators: { a: { order: 1, title: "thiếu tiêu chí" } }, thresholds: { b: { comparison: "about", value: "1", unit: "" } } },
  } }))
  assert.deepEqual(lost.sort(), ["level", "mood", "own.indicators.a", "own.thresholds.b", "own.thresholds.b.comparison", "plan.v1", "plan.v1.indicator", "plan.v2.order",
    "quantities.Tên Lạ", "quantities.giang-vien"])
  assert.deepEqual([assessment.level, assessment.quantities, assessment.name, Object.keys(assessment.plan)], [1, { so: "2" }, "Bản bịa", ["v2"]])
})

test("no name of a file reaches what all objects share", () => {
  opened('{"format":"truong-chinh-tri-chuan/tu-ra-soat","version":1,"assessment":{"__proto__":{"bad":"1"},"quantities":{"__proto__":"1","constructor":"2"}}}')
  assert.equal(/** @type {any} */ ({}).bad, undefined)
})

test("a text of the decomposed form is taken in the composed one, a mark of byte order is passed over", () => {
  const { assessment } = opened(`\ufeff${file({ ...head, assessment: { school: "Trường".normalize("NFD") } })}`)
  assert.equal(assessment.school, "Trường")
})

test("before a file is taken it is told what stands here and what it holds", () => {
  const { before, after } = compared(fresh("y"), full)
  assert.deepEqual(before, { answers: 0, quantities: 0, narratives: 0, evidence: 0, own: 0, plan: 0 })
  assert.deepEqual(after, { answers: HOSTILE.length, quantities: 1, narratives: HOSTILE.length, evidence: 1, own: 2, plan: 1 })
  assert.equal(compared(undefined, full).before, undefined)
})
