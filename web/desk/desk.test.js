// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { folded } from "./folded.js"
import { around, block, lines, link } from "./marks.js"
import { fresh, named } from "./names.js"

test("words get their signs, and lose them when asked again", () => {
  const once = around({ text: "một hai ba", start: 4, end: 7 }, "**", "chữ")
  assert.deepEqual(once, { text: "một **hai** ba", start: 6, end: 9 })
  assert.deepEqual(around(once, "**", "chữ"), { text: "một hai ba", start: 4, end: 7 })
})

test("every line of what is selected becomes an item, numbered where asked", () => {
  const text = "đầu\nmột\nhai\ncuối", start = 5, end = 9
  assert.equal(lines({ text, start, end }, () => "- ", /^- /).text, "đầu\n- một\n- hai\ncuối")
  const numbered = lines({ text, start, end }, place => `${place + 1}. `, /^(?:- |\d+\. )/)
  assert.equal(numbered.text, "đầu\n1. một\n2. hai\ncuối")
  assert.equal(lines(numbered, place => `${place + 1}. `, /^(?:- |\d+\. )/).text, text)
})

test("a link has its address selected, a table stands by itself", () => {
  const made = link({ text: "xem đây", start: 4, end: 7 })
  assert.equal(made.text.slice(made.start, made.end), "loai/ma-cua-muc")
  assert.equal(block({ text: "trên\ndưới", start: 4, end: 4 }, "| a |").text, "trên\n\n| a |\n\ndưới")
})

test("a new item gets a number nobody has, and only its own blank is filled", () => {
  assert.equal(fresh(["cong_nhan/0/muc", "cong_nhan/m2/nguon/m7"], "cong_nhan"), "m3")
  assert.equal(fresh([], "cong_nhan"), "m1")
  assert.equal(named("cong_nhan/~/nguon/~", "m1"), "cong_nhan/m1/nguon/~")
  assert.equal(named("cong_nhan.~.muc-giup", "m1"), "cong_nhan.m1.muc-giup")
  assert.equal(named("cong_nhan.~-loi", "m1"), "cong_nhan.m1-loi")
})

test("words are looked for without marks", () => {
  assert.equal(folded("Đội  ngũ, 380-KH/HVCTQG"), "doi ngu 380 kh hvctqg")
})
