// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { ask } from "./query.js"
import { isQuestion, isSmall } from "./small.js"

/** @param {string} query */
const small = query => ask(query).words.filter(isSmall).map(one => one.o)

test("words by which people ask are small, those they ask for are not", () => {
  assert.deepEqual(small("trường chính trị là gì"), ["là", "gì"])
  assert.deepEqual(small("truong chinh tri la gi"), ["la", "gi"])
})

test("without marks a word is small only where it can be no other", () => {
  assert.deepEqual(small("may tinh co quan"), [], "máy tính cơ quan")
  assert.deepEqual(small("mấy giờ có"), ["mấy", "có"])
})

test("in quotation marks every word counts", () => assert.deepEqual(small('"là gì"'), []))

test("a question is asked by more than one word", () => {
  for (const query of ["chuẩn là gì", "truong nao", "đạt chuẩn không"]) assert.ok(isQuestion(ask(query).words), query)
  for (const query of ["gì", "không", "trường chính trị", "không gian số"]) assert.ok(!isQuestion(ask(query).words), query)
})
