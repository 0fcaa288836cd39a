// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { carrying, isGone, lacksWords, saysMore } from "./items.js"

/** Words in brackets are hits. @param {string} text */
const parts = text => text.split(/(\[[^\]]*\])/).filter(Boolean).map(one => ({ text: one.replace(/[[\]]/g, ""), hit: one.startsWith("[") }))
/** @param {string} title @param {string} summary @param {object} [more] */
const item = (title, summary, more = {}) => /** @type {import("../search/contract.js").Item} */ ({
  url: "https://x.example/", title, titleParts: parts(title), summaryParts: parts(summary), kind: { id: "a", label: "A" }, badges: [], clause: null, passages: [], note: null, about: null,
  date: null, score: 1, ...more })

test("a page is fetched for its words only where title and summary lack some", () => {
  assert.ok(!lacksWords(item("[Đội ngũ] giảng viên", "Lời"), "đội ngũ"))
  assert.ok(lacksWords(item("[Đội] bóng", "Lời"), "đội ngũ"))
  assert.ok(!lacksWords(item("[Đội] bóng", "có [ngũ] cốc"), "Đội ngũ đội"))
  assert.ok(lacksWords(item("[Đội ngũ]", "Lời", { clause: { id: "i", label: "I", url: "" } }), "đội ngũ"))
})

test("its words take the place of the summary only where they say more", () => {
  assert.ok(saysMore(item("[Đội] bóng", "Lời"), parts("về [đội ngũ] ấy")))
  assert.ok(!saysMore(item("[Đội] bóng", "và [ngũ]"), parts("chỉ [ngũ] thôi")))
  assert.ok(!saysMore(item("A", "Lời"), parts("không có gì")))
  assert.ok(saysMore(item("A", ""), parts("không có gì")), "better than nothing")
})

test("an address carries the words to the page, and not too many", () => {
  assert.equal(carrying("https://x.example/a/#dieu-5", " đội "), "https://x.example/a/?tim=%C4%91%E1%BB%99i#dieu-5")
  assert.equal(carrying("https://x.example/a/", "  "), "https://x.example/a/")
  assert.equal(new URL(carrying("https://x.example/a/", "a".repeat(900))).searchParams.get("tim")?.length, 200)
  assert.equal(carrying("file:///o/a/", "x"), "file:///o/a/index.html?tim=x")
})

test("what no longer holds looks so", () => {
  assert.ok(isGone(item("A", "", { badges: [{ label: "Hết hiệu lực", tone: "het", gone: true }] })))
  assert.ok(!isGone(item("A", "", { badges: [{ label: "Hết hiệu lực", tone: "het", gone: false }] })))
})
