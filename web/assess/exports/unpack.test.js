// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { strToU8, zipSync } from "fflate"
import { LONGEST, Refused } from "../core/file.js"
import { published } from "../core/made-up.js"
import { withOwn } from "../core/own.js"
import { fresh } from "../core/state.js"
import { openedXlsx, workbook } from "./office.js"
import { openedWorkbook } from "./workbook.js"

const [set] = published.sets
assert.ok(set)
const HOSTILE = "=1+1\n+1\n-1\n@x\n<b>&\"'\n_x0041_ &amp; ồ ổ 🙂  hai dấu cách "
const full = fresh("x", {
  name: "=1+1", school: "-Trường", unit: "@Phòng", year: "2026", set: "01-bia", level: 2, filing: "30/6/2027", window: "5", pattern: "H{tc}.##",
  quantities: { "tat-ca": "1.234,5", "biet-hat": "+28", "da-bo": "7" },
  answers: { "m1-1": { verdict: "chua-duoc", narrative: { state: HOSTILE, remedy: "+Mở lớp" }, evidence: { "mc-1": true, "mc-3": true } }, "m2-1": { verdict: "hon" }, "khong-con": { narrative: { strengths: "cũ" } } },
  evidence: { "mc-1": { order: 3, code: "MC01", name: "=HYPERLINK(\"x\")", date: "5-3-2026" }, "mc-3": { order: 1, place: HOSTILE } },
  own: {
    indicators: { "tu-them-1": { order: 1, criterion: 2, level: 1, title: HOSTILE, clause: "=k" } }, thresholds: { "tu-them-1": { comparison: "atMost", value: "1.000,5", unit: "m²" } },
    quantities: { "so-1": { order: 1, title: "@Sân", unit: "m²", fractional: true, whole: "dat" } }, rules: { "tu-them-1": { numerator: { "so-1": true }, denominator: { dat: true }, percent: true, rounding: "down", digits: 1 } },
  },
  leaving: { 2027: { "tat-ca": "2", "biet-hat": "1" } },
  plan: { v1: { order: 1, indicator: "tu-them-1", task: HOSTILE, due: "30/6/2027" }, v2: { order: 2, indicator: "" } }, report: { opening: HOSTILE, conclusion: "x".repeat(LONGEST) },
})
/** @param {import("../core/state.js").Assessment} told */
const packed = async told => new Uint8Array(await (await workbook(published, withOwn(/** @type {any} */ (set), told.own), told)).arrayBuffer())

test("a workbook is opened equal, texts that look like formulas included", async () => {
  const { assessment, lost } = openedXlsx(published, await packed(full))
  const { indicator: _, ...second } = /** @type {any} */ (full.plan.v2)
  assert.deepEqual(lost, [])
  assert.deepEqual(assessment, { ...full, id: "", plan: { ...full.plan, v2: { ...second, indicator: "" } } })
})

/** A workbook as other programmes write it. @param {string} rows @param {string} [shared] @param {string} [name] */
const other = (rows, shared = "", name = "Thông tin") => zipSync({
  "xl/workbook.xml": strToU8(`<x:workbook><x:sheets><x:sheet name="${name}" sheetId="1" r:id="rId9"/></x:sheets></x:workbook>`),
  "xl/_rels/workbook.xml.rels": strToU8(`<Relationships><Relationship Target="/xl/worksheets/trang.xml" Id="rId9"/></Relationships>`),
  "xl/worksheets/trang.xml": strToU8(`<x:worksheet><x:sheetData>${rows}</x:sheetData></x:worksheet>`), "xl/sharedStrings.xml": strToU8(`<sst>${shared}</sst>`),
})
const MARKED = `<x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>Loại tệp</x:t></x:is></x:c><x:c r="B1" t="str"><x:f>1</x:f><x:v>truong-chinh-tri-chuan/tu-ra-soat 2</x:v></x:c></x:row>`

test("what other programmes keep of it is read: runs, numbers, days, results of formulas, gaps between cells", () => {
  const { assessment, lost } = openedXlsx(published, other(`${MARKED}<x:row r="4"><x:c r="A4" t="s"><x:v>0</x:v></x:c><x:c r="B4" t="s"><x:v>1</x:v></x:c></x:row>
    <x:row r="5"><x:c r="A5" t="inlineStr"><x:is><x:t>Ngày dự kiến nộp hồ sơ</x:t></x:is></x:c><x:c r="B5"><x:v>46568</x:v></x:c></x:row>
    <x:row r="6"><x:c r="A6" t="inlineStr"><x:is><x:t>Mức</x:t></x:is></x:c><x:c r="B6"><x:v>2</x:v></x:c></x:row>
    <x:row r="7"><x:c r="A7" t="inlineStr"><x:is><x:t>Năm</x:t></x:is></x:c><x:c r="B7" t="e"><x:v>#REF!</x:v></x:c></x:row>`,
  "<si><t>Trường</t></si><si><r><t xml:space=\"preserve\">Trường </t></r><r><t>Bịa &#x26; Bạn</t></r><rPh><t>no</t></rPh></si>"))
  assert.deepEqual([assessment.school, assessment.filing, assessment.level, assessment.year], ["Trường Bịa & Bạn", "30/06/2027", 2, ""])
  assert.ok(lost.some(one => one.includes("ô B7")) && lost.some(one => one.includes("Thiếu trang «Minh chứng»")))
})

test("a row without its code, a code told twice, a word that is no answer: each told by its place, the rest is taken", () => {
  /** @type {Map<string, (string | number)[][]>} */
  const sheets = new Map([["Thông tin", [["Loại tệp", "truong-chinh-tri-chuan/tu-ra-soat 2"]]], ["Chỉ tiêu", [["Mã dòng", "Trả lời", "Hiện trạng"],
    ["m1-1", "VƯỢT", "a"], ["", "Đạt"], ["m1-1", "Đạt"], ["m1-2", "tốt", "b"], []]]])
  const { assessment, lost } = openedWorkbook(published, sheets, [])
  assert.deepEqual(assessment.answers, { "m1-1": { verdict: "hon", narrative: { state: "a" } }, "m1-2": { narrative: { state: "b" } } })
  for (const says of ["dòng 3: thiếu mã dòng", "dòng 4: mã «m1-1» đã có", "dòng 5, cột «Trả lời»: «tốt»", "thiếu cột «Tồn tại»"]) assert.ok(lost.some(one => one.includes(says)), says)
  assert.throws(() => openedWorkbook(published, new Map([["Khác", [["x"]]]]), []), /không phải bảng tự rà soát/)
})

test("what is no workbook, cut, a bomb or of another kind is told in a sentence", async () => {
  const good = await packed(full)
  const bomb = zipSync({ "xl/workbook.xml": strToU8("<a/>"), "xl/worksheets/a.xml": new Uint8Array(40_000_000) }, { level: 9 })
  assert.ok(bomb.length < 100_000)
  for (const [bytes, says] of /** @type {[Uint8Array, RegExp][]} */ ([[new Uint8Array(), /không phải bảng tính/], [strToU8("{}"), /không phải bảng tính/], [good.slice(0, 900), /hỏng hoặc bị cắt/],
    [good.slice(0, good.length - 30), /hỏng hoặc bị cắt/], [bomb, /giải nén ra quá/], [zipSync({ "word/document.xml": strToU8("<a/>") }), /không phải bảng tính/],
    [new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), /kiểu cũ/]]))
    assert.throws(() => openedXlsx(published, bytes), (/** @type {Error} */ fault) => fault instanceof Refused && says.test(fault.message), String(says))
  const spoilt = good.slice()
  for (let at = 200; at < 600; at += 7) spoilt[at] = (spoilt[at] ?? 0) ^ 255
  try { openedXlsx(published, spoilt) } catch (fault) { assert.ok(fault instanceof Refused) }
})
