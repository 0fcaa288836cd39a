// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { published } from "./made-up.js"
import { results } from "./results.js"
import { changed, fresh, inverse, nextId, nextYear } from "./state.js"
import { cause, lacking, slip, threshold } from "./wording.js"

const [set] = published.sets
assert.ok(set)
const begun = fresh("x", { set: "01-bia", level: 1, quantities: { "tat-ca": "40", "biet-hat": "28", dat: "1.234,5" } })
/** @param {import("./state.js").Assessment} assessment */
const lines = assessment => results(published, set, assessment).parts.flatMap(part => part.lines)
/** @param {import("./state.js").Assessment} whole @param {[string, unknown][]} changes */
const after = (whole, ...changes) => changes.reduce((one, [at, value]) => changed(one, { at: at.split("/"), value }), whole)

test("an answer is the school's; what was reckoned stands beside it and is told where it differs", () => {
  const [line] = lines(begun)
  assert.deepEqual([line?.answer.value, line?.suggested?.value, line?.differs], ["chua-xem", "chua-duoc", false])
  const [told] = lines(after(begun, ["answers/m1-1/verdict", "duoc"]))
  assert.deepEqual([told?.answer.value, told?.suggested?.value, told?.differs], ["duoc", "chua-duoc", true])
})

test("met and exceeded are counted together, what does not apply is not in the total, what is open is not met", () => {
  const all = after(begun, ["answers/m1-1/verdict", "hon"], ["answers/m1-2/verdict", "ngoai"])
  assert.deepEqual(results(published, set, all).tally, { met: 1, exceeded: 1, unmet: 0, open: 1, apart: 1, total: 2 })
})

test("how many chỉ tiêu sources count is told for the level, every number where they disagree", () => {
  assert.deepEqual(results(published, set, begun).stated, [5])
  assert.deepEqual(results(published, set, { ...begun, level: 2 }).stated, [6, 7])
})

test("another level keeps the answers of the first", () => {
  const told = after(begun, ["answers/m1-1/verdict", "duoc"], ["level", 2])
  assert.deepEqual(lines(told).map(one => one.indicator.id), ["m2-1"])
  assert.equal(lines(after(told, ["level", 1]))[0]?.answer.value, "duoc")
})

test("chỉ tiêu and thresholds of the school are reckoned as those of the set, and marked as its own", () => {
  const told = after(begun, ["own/indicators/tu-them-1", { order: 1, criterion: 2, level: 1, title: "Có sân" }],
    ["own/thresholds/m1-3", { comparison: "atLeast", value: "1.200", unit: "m²" }], ["answers/tu-them-1/verdict", "duoc"])
  const [, , land, own] = lines(told)
  assert.deepEqual([own?.own, own?.answer.value], [true, "duoc"])
  assert.equal(land?.ownThreshold, false, "«1.200» may mean two things")
  const sure = lines(after(told, ["own/thresholds/m1-3/value", "1.200,0"]))[2]
  assert.deepEqual([sure?.ownThreshold, sure?.outcome?.verdict, sure?.indicator.threshold?.sign], [true, "exceeded", "≥"])
})

test("an answer that is no longer in the list counts as not yet looked at", () => {
  assert.equal(lines(after(begun, ["answers/m1-1/verdict", "da-bo"]))[0]?.answer.value, "chua-xem")
})

test("a change is taken back by its inverse, at any depth", () => {
  const changes = [{ at: ["answers", "m1-1", "narrative", "state"], value: "a" }, { at: ["school"], value: "b" }, { at: ["quantities", "duoc"] }]
  for (const one of changes) assert.deepEqual(changed(changed(begun, one), inverse(begun, one)).quantities, begun.quantities)
  assert.equal(changed(begun, { at: ["__proto__", "x"], value: 1 }), begun)
  assert.equal(/** @type {any} */ ({}).x, undefined)
})

test("next year begins with what stays true, and asks every answer anew", () => {
  const told = after(begun, ["name", "Rà soát 2026"], ["year", "2026"], ["answers/m1-1", { verdict: "duoc", narrative: { state: "a" } }])
  const next = nextYear(told, "y", "2027")
  assert.deepEqual([next.id, next.year, next.name, next.answers], ["y", "2027", "Rà soát 2027", { "m1-1": { narrative: { state: "a" } } }])
})

test("an id is never given twice, also after one was taken away", () => {
  assert.equal(nextId({}, "v"), "v1")
  assert.equal(nextId({ v2: 1 }, "v"), "v3")
})

test("what is lacking is told in one sentence each: gap, change, joining", () => {
  const [line] = lines(begun)
  assert.ok(line?.outcome)
  assert.equal(lacking(set, line.indicator, line.outcome),
    "Còn cách ngưỡng 5 điểm phần trăm. Cần thêm 2 người ở «Biết hát» khi mẫu số giữ nguyên. Nếu mỗi người thêm vào cũng tính vào mẫu số thì cần thêm 8.")
  const [missing] = lines(after(begun, ["quantities/biet-hat", ""]))
  assert.ok(missing?.outcome)
  assert.equal(cause(set, missing.outcome), "Cần số liệu: «Biết hát».")
  const [above] = lines(after(begun, ["quantities/biet-hat", "41"]))
  assert.ok(above?.outcome)
  assert.equal(cause(set, above.outcome), "«Biết hát» lớn hơn «Tất cả»: xem lại hai số này.")
})

test("a threshold is written as the pages of the portal write it, also where it is not known", () => {
  assert.deepEqual([threshold(null), threshold({ comparison: "atLeast", sign: "≥", unit: "%", value: "89.5" }),
    threshold({ comparison: "equal", sign: "=", unit: "chậu", value: "12000" }), threshold({ comparison: "equal", sign: "=", unit: "", value: null })],
  ["chưa rõ ngưỡng", "≥ 89,5%", "= 12.000 chậu", "có ngưỡng, chưa rõ bao nhiêu"])
})

test("of a number that cannot be used is said why", () => {
  assert.deepEqual(["30", "", "-1", "1,5", "mười", "12.5"].map(text => slip(text, true)),
    ["", "", "Số không thể âm.", "Chỗ này chỉ nhận số nguyên.", "Số này chưa đúng cách viết. Viết bằng chữ số, ví dụ 1.234 hoặc 89,5.",
      "Số này hiểu được nhiều cách. Ý là:"])
})
