// @ts-check
import assert from "node:assert/strict"
import test from "node:test"
import { beginning, cited } from "./card.js"

const HERE = "https://cong.example/muc/van-ban/09-qd-lm/"
const HOME = "https://cong.example/muc/"

test("a link to a document, or to a place in it, cites it", () => {
  const file = `${HOME}van-ban/01-qd-lm/the.json`
  assert.deepEqual(cited("../01-qd-lm/", HERE), { file, place: "" })
  assert.deepEqual(cited("../01-qd-lm/#dieu-5.khoan-2", HERE), { file, place: "dieu-5.khoan-2" })
})

test("a place of this page is read from the page", () => {
  assert.deepEqual(cited("#dieu-2", HERE), { file: "", place: "dieu-2" })
  assert.equal(cited("./", HERE), undefined)
})

test("other pages, other sites and pages of days are no citations", () => {
  for (const href of ["../", "../01-qd-lm/2025-01-01/", "../../truong/a/", "https://khac.example/van-ban/a/", "../a/?tim=b"]) {
    assert.equal(cited(href, HERE), undefined, href)
  }
})

test("a text is cut at a word", () => {
  assert.equal(beginning("  Mỗi nhà\n thắp một đèn ", 40), "Mỗi nhà thắp một đèn")
  assert.equal(beginning("Mỗi nhà thắp một đèn", 10), "Mỗi nhà…")
})
