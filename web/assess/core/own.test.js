// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { code, renumbered, slip } from "./codes.js"
import { opened, Refused, written } from "./file.js"
import { ahead, years } from "./leaving.js"
import { published } from "./made-up.js"
import { cells, pasted } from "./paste.js"
import { known, results } from "./results.js"
import { merged, openedSet, writtenSet } from "./set-file.js"
import { changed, fresh } from "./state.js"

const [set] = published.sets
assert.ok(set)
const begun = fresh("x", { set: set.id, school: "Trường Bịa", quantities: { "tat-ca": "40", "biet-hat": "32" } })
const ROWS = ["Tiêu chí số\tMức\tNội dung\tPhép so\tNgưỡng\tĐơn vị tính\tTử số\tMẫu số\tĐiều khoản",
  "1\t1\tBiết đàn\t≥\t50\t%\tBiết đàn\tTất cả\tKhoản 2", "2\t1\t\"Có \"\"sân\"\"\nrộng\"\t≥\t1200\tm²\tSân", "1\t1\tBiết hát", "9\t1\tLạ", "1\t1\tHai nghĩa\t≥\t1,234.5\t%"].join("\n")
/** @param {import("./state.js").Assessment} whole @param {import("./state.js").Change[]} changes */
const after = (whole, changes) => changes.reduce(changed, whole)
/** @param {import("./state.js").Assessment} whole */
const lines = whole => results(published, set, whole).parts.flatMap(part => part.lines)

test("rows of a spreadsheet become chỉ tiêu with threshold and rule; every row not taken says why", () => {
  const { changes, rows } = pasted(ROWS, set, begun)
  assert.deepEqual(rows.map(one => [one.line, Boolean(one.why)]), [[2, false], [3, false], [4, true], [5, true], [6, true]])
  assert.match(rows[2]?.why ?? "", /đã có/)
  assert.match(rows[3]?.why ?? "", /«9» không phải số của một tiêu chí/)
  assert.match(rows[4]?.why ?? "", /nhiều cách/)
  const whole = after(begun, [...changes, { at: ["quantities", "so-1"], value: "21" }])
  const plays = lines(whole).find(one => one.indicator.title === "Biết đàn")
  assert.deepEqual([plays?.own, plays?.ownRule, plays?.outcome?.verdict, plays?.outcome?.value], [true, true, "exceeded", "52.5"])
  assert.deepEqual(plays?.indicator.rule?.denominator, ["tat-ca"], "a quantity of the set is known by its name")
  assert.equal(lines(whole).find(one => one.indicator.title.startsWith('Có "sân"'))?.indicator.threshold?.value, "1200")
})

test("cells are read as spreadsheets copy them", () => {
  assert.deepEqual(cells("a\t\"b\nc\"\r\n\t\r\n\"d\"\"\"\te"), [["a", "b\nc"], ['d"', "e"]])
  assert.deepEqual(cells(""), [])
})

test("what a school added is a file of its own kind that another school opens equal, ids of both kept apart", () => {
  const mine = after(begun, pasted(ROWS, set, begun).changes)
  const text = writtenSet(mine, set, "2026-01-01")
  const told = openedSet(text)
  assert.deepEqual([told.own, told.lost, told.school], [mine.own, [], "Trường Bịa"])
  const theirs = after(begun, pasted("1\t1\tViệc khác\t≥\t3\tviệc\tViệc làm", set, begun).changes)
  const { changes, found } = merged(set, theirs.own, told.own)
  assert.ok(found.every(one => one.state === "new"))
  const both = after(theirs, changes)
  assert.deepEqual(Object.values(both.own.indicators).map(one => one.title), ["Việc khác", "Biết đàn", 'Có "sân"\nrộng'])
  const plays = lines(both).find(one => one.indicator.title === "Biết đàn")
  assert.deepEqual(plays?.indicator.rule, { numerator: ["so-2"], denominator: ["tat-ca"], scale: 100, rounding: null })
  const again = merged(set, both.own, told.own)
  assert.deepEqual([again.changes, again.found.every(one => one.state === "same")], [[], true])
})

test("a threshold that differs is told before and after", () => {
  const mine = changed(begun, { at: ["own", "thresholds", "m1-2"], value: { comparison: "atLeast", value: "3", unit: "trống" } })
  const theirs = changed(begun, { at: ["own", "thresholds", "m1-2"], value: { comparison: "atLeast", value: "4", unit: "trống" } })
  const { found, changes } = merged(set, mine.own, theirs.own)
  assert.deepEqual(found, [{ what: "Ngưỡng", title: "Có trống", state: "other", before: "≥ 3 trống", after: "≥ 4 trống" }])
  assert.equal(changes.length, 1)
})

test("a file of one kind is told where it is opened as another", () => {
  assert.throws(() => openedSet(written(begun, "")), /mở ở phần «Mở tệp»/)
  assert.throws(() => opened(writtenSet(begun, set, "")), Refused)
  assert.throws(() => openedSet('{"format":"truong-chinh-tri-chuan/bo-tieu-chi-cua-truong","version":1,"own":7}'), /không có chỉ tiêu/)
  const spoilt = openedSet('{"format":"truong-chinh-tri-chuan/bo-tieu-chi-cua-truong","version":1,"own":{"indicators":{"a":{"title":"x"}},"rules":{"__proto__x":{}}}}')
  assert.deepEqual([spoilt.own.indicators, spoilt.lost.length], [{}, 2])
})

test("what a school added travels in its file", () => {
  const mine = after(begun, pasted(ROWS, set, begun).changes)
  const whole = after(mine, [{ at: ["leaving", "2027", "tat-ca"], value: "2" }, { at: ["pattern"], value: "H{tc}.##" }])
  assert.deepEqual(opened(written(whole, "")), { assessment: whole, lost: [], saved: "" })
})

test("a file of version 1 is still read", () => {
  const { own, leaving, pattern, ...old } = begun
  const text = JSON.stringify({ format: "truong-chinh-tri-chuan/tu-ra-soat", version: 1, saved: "", assessment: { ...old, own: { indicators: {}, thresholds: {} } } })
  assert.deepEqual(opened(text), { assessment: begun, lost: [], saved: "" })
  assert.deepEqual([own, leaving, pattern], [begun.own, {}, ""])
})

test("retirements are added up over the years, and the year is told in which a chỉ tiêu is lost", () => {
  const whole = { ...begun, year: "2026", leaving: { 2027: { "biet-hat": "1", "tat-ca": "1" }, 2029: { "biet-hat": "6", "tat-ca": "6" } } }
  assert.deepEqual(years(whole, 1999), ["2027", "2028", "2029", "2030", "2031"])
  const found = ahead(set, whole, lines(whole), known(set, whole), years(whole, 1999))
  assert.deepEqual(found.map(one => [one.year, one.values["biet-hat"], one.outcomes.get("m1-1")?.value, one.lost.map(line => line.indicator.id)]),
    [["2027", "31", "79.49", []], ["2028", "31", "79.49", []], ["2029", "25", "75.76", []], ["2030", "25", "75.76", []], ["2031", "25", "75.76", []]])
  const more = { ...whole, leaving: { 2027: { "biet-hat": "4" }, 2028: { "biet-hat": "40" } } }
  const [first, second] = ahead(set, more, lines(more), known(set, more), ["2027", "2028"])
  assert.deepEqual([first?.lost.map(line => line.indicator.id), first?.outcomes.get("m1-1")?.steps, second?.faults], [["m1-1"], 2, ["biet-hat"]])
})

test("papers are numbered by the pattern a school declares, each tiêu chí for itself", () => {
  assert.deepEqual([code("MC##", 7, 2), code("H{tc}.###", 7, 2), code("không", 7, 2)], ["MC07", "H2.007", "MC07"])
  assert.match(slip("MC"), /thiếu chỗ cho số/)
  const whole = { ...begun, pattern: "H{tc}.##", evidence: { "mc-1": { order: 2 }, "mc-2": { order: 1 }, "mc-3": { order: 3 } },
    answers: { "m1-1": { evidence: { "mc-1": /** @type {const} */ (true), "mc-2": /** @type {const} */ (true) } }, "m1-3": { evidence: { "mc-1": /** @type {const} */ (true), "mc-3": /** @type {const} */ (true) } } } }
  assert.deepEqual(renumbered(set, whole).map(one => [one.at[1], one.value]), [["mc-2", "H1.01"], ["mc-1", "H1.02"], ["mc-3", "H2.01"]])
})
