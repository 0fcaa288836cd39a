// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate"
import { published } from "../core/made-up.js"
import { fresh } from "../core/state.js"
import { report, workbook } from "./office.js"
import { sheets } from "./xlsx.js"

const [set] = published.sets
assert.ok(set)
const HOSTILE = ["=1+1", "+1", "-1", "@x", "<b>&\"'", "a\u0000b\u000bc", "ồ ổ 🙂"]
const told = fresh("x", {
  name: HOSTILE.join(" "), school: "Trường bịa", year: "2026", set: "01-bia", quantities: { "tat-ca": "40", "biet-hat": "28" },
  answers: { "m1-1": { verdict: "chua-duoc", narrative: { state: HOSTILE.join("\n"), remedy: "Mở lớp hát" }, evidence: { "mc-1": true } } },
  evidence: { "mc-1": { order: 1, code: "MC01", name: "=HYPERLINK(\"x\")" } },
  own: { indicators: { "tu-them-1": { order: 1, criterion: 2, level: 1, title: "Tự thêm" } }, thresholds: {}, quantities: {}, rules: {} },
  plan: { v1: { order: 1, indicator: "tu-them-1", task: "Việc bịa", lead: "Phòng bịa", due: "30/6/2027" } },
  report: { opening: "Đặt vấn đề bịa", conclusion: "Kết luận bịa" },
})

test("every cell of the workbook is text, so that nothing becomes a formula", async () => {
  const cells = sheets(published, set, told).flatMap(sheet => sheet.data.flat())
  assert.ok(cells.every(cell => cell.type === String))
  const parts = unzipSync(new Uint8Array(await (await workbook(published, set, told)).arrayBuffer()))
  const xml = Object.entries(parts).filter(([name]) => name.endsWith(".xml")).map(([, part]) => strFromU8(part)).join("\n")
  assert.doesNotMatch(xml, /<f[ >]/)
  for (const text of ["=1+1", "&lt;b&gt;&amp;", "ồ ổ 🙂", "=HYPERLINK", "Việc bịa", "Tự thêm", "Kết luận bịa", "30/6/2027"]) assert.ok(xml.includes(text), text)
  assert.doesNotMatch(xml, /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/)
})

test("the report stands in the skeleton, whatever is written in it", () => {
  const skeleton = zipSync({
    "word/document.xml": strToU8("<w:body><w:p><w:r><w:t>@@@</w:t></w:r></w:p><w:sectPr/></w:body>"),
    "docProps/core.xml": strToU8("<dc:title>@@TEN@@</dc:title>"), "word/styles.xml": strToU8("<w:styles/>"),
  })
  const parts = unzipSync(report(skeleton, published, set, told))
  const body = strFromU8(parts["word/document.xml"] ?? new Uint8Array())
  assert.match(body, /^<w:body>.*<w:sectPr\/><\/w:body>$/s)
  assert.doesNotMatch(body, /@@@|<b>|[\u0000\u000b]/)
  for (const text of ["=1+1", "&lt;b&gt;&amp;&quot;", "ồ ổ 🙂", "TRƯỜNG BỊA", "đạt 0 trên 4 chỉ tiêu", "Còn cách ngưỡng 5 điểm phần trăm.", "Chỉ tiêu do trường ghi",
    "Việc bịa", "chưa phải kết quả công nhận", "MC01, =HYPERLINK"]) assert.ok(body.includes(text), text)
  assert.match(strFromU8(parts["docProps/core.xml"] ?? new Uint8Array()), /<dc:title>=1\+1 .*&lt;b&gt;/)
  assert.throws(() => report(zipSync({ "word/document.xml": strToU8("") }), published, set, told))
})
