// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { modern } from "./legacy.js"
import { maybeOld, tidied } from "./tidy.js"

test("letters nobody sees split no word", () => {
  for (const unseen of ["\u200b", "\u200d", "\u2060", "\ufeff", "\u200e", "\u00ad"]) assert.equal(tidied(`trườ${unseen}ng`).text, "trường", unseen)
})

test("letters of full width are letters", () => assert.equal(tidied("ＱＤ　１１／ＴＷ").text, "QD 11/TW"))

test("TCVN3 and VNI are read as what they were", () => {
  for (const [typed, meant] of [
    ["Tr\u00adêng ChÝnh trÞ", "Trường Chính trị"], ["Trêng ChÝnh trÞ", "Trường Chính trị"], ["®îc", "được"], ["gi¶ng viªn", "giảng viên"], ["®µo t¹o", "đào tạo"], ["quyÕt ®Þnh", "quyết định"],
    ["tröôøng chính trò", "trường chính trị"], ["giaûng vieân", "giảng viên"], ["ñoäi nguõ caùn boä", "đội ngũ cán bộ"], ["ñaøo taïo, boài döôõng", "đào tạo, bồi dưỡng"],
    ["Tröôøng Chính trò tænh Lai Chaâu", "trường chính trị tỉnh lai châu"], ["kyõ thuaät", "kỹ thuật"], ["lyù luaän", "lý luận"]]) {
    assert.deepEqual([modern(typed), maybeOld(typed)], [meant, true], typed)
  }
})

test("what is written today stays as it is", () => {
  for (const text of ["trường chính trị", "Đội ngũ cán bộ, đà nẵng, cầu, ẩm, ãn", "café Zürich señor", "naïve", "HỘI NGHỊ", "quyết định 11-QĐ/TW", "truowngf", "trườgn", "hoà thuỷ uỷ"])
    assert.equal(modern(text), text)
})

test("a pasted address is the name of its server, and the words of its way", () => {
  assert.deepEqual(tidied("https://www.truonglang.example.vn/tin/bai-1.html?x=1"), { host: "truonglang example vn", text: "tin bai 1" })
  assert.equal(tidied("www.truonglang.example.vn").host, "truonglang example vn")
  assert.equal(tidied("truonglang.edu.vn/tin/a").host, "truonglang edu vn")
  assert.equal(tidied("11.5.vn").host, "")
  assert.equal(tidied("xem https://a.example ở đâu").host, "", "words are words")
  for (const query of ["https://", "http://[", "https://a.example/%E0%A4%A"]) assert.equal(typeof tidied(query).text, "string", query)
})

test("a level is a number however it is written, and nothing else is", () => {
  for (const [typed, meant] of [["mức một", "mức 1"], ["chuẩn Mức II", "chuẩn Mức 2"], ["tieu chi mot", "tieu chi 1"], ["mức độ I", "mức độ 1"], ["một mức", "một mức"], ["muc II", "muc II"], ["phần mức một nửa", "phần mức 1 nửa"], ["tiêu chí một", "tiêu chí 1"], ["mức mộtt", "mức mộtt"]])
    assert.equal(tidied(typed).text, meant)
})
