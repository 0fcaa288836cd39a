// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { ask } from "./query.js"
import { isQuestion, isSmall, withAsking } from "./small.js"

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

test("what ends a question without marks only asks; elsewhere it may be another word", () => {
  const asking = (/** @type {string} */ query) => withAsking(ask(query).words).filter(one => one.asks).map(one => one.o)
  for (const query of ["truong nao dat muc 2 roi", "ai ky cong van nay roi"]) assert.deepEqual(asking(query), ["roi"], query)
  assert.deepEqual(asking("truong nao dat chuan chua"), ["chua"])
  for (const query of ["roi", "de muc roi", "chua nao cao nhat", "trường nào rời", "nhà sàn bị đổ chùa", 'ai nói "dat roi"']) assert.deepEqual(asking(query), [], query)
})
