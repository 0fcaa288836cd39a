// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { ask, cut, day, fits, numbered, pinpoint } from "./query.js"

const LETTERS = new Set(["qd", "tw", "kh", "hvctqg", "tt", "ttg"])
const TYPES = { "quy dinh": "qd", "ke hoach": "kh" }
/** @param {string} query */
const read = query => ask(query).words
/** @param {string} query */
const number = query => numbered(read(query), LETTERS, TYPES, pinpoint(read(query)))

test("a query is words, what is left out, and whether the last word may be unfinished", () => {
  const { words, without, open } = ask("Trường chính trị -quân sự")
  assert.deepEqual(words.map(one => one.o), ["trường", "chính", "trị", "sự"])
  assert.deepEqual(without, ["quân"])
  assert.ok(open)
  assert.ok(!ask("trường ").open)
})

test("a hyphen in a number leaves nothing out", () => {
  for (const query of ["380 -KH", "705 /QĐ -TTg", "-làng"]) assert.deepEqual(ask(query).without, [], query)
  assert.deepEqual(ask("xe -làng").without, ["làng"])
})

test("words in quotation marks are phrases of their own", () => {
  for (const query of ['xem "đội ngũ" và "giảng viên"', "xem «đội ngũ» và “giảng viên”"])
    assert.deepEqual(read(query).map(one => one.phrase), [0, 1, 1, 0, 2, 2], query)
})

test("who types marks in one word means none in the others", () => {
  assert.ok(read("đội ngu").every(one => one.marked))
  assert.ok(read("doi ngu").every(one => !one.marked))
})

test("a place is read in any order, a word alone is none", () => {
  assert.deepEqual(pinpoint(read("khoản 2 điều 5 qđ 11"))?.steps, ["dieu-5", "khoan-2"])
  assert.deepEqual(pinpoint(read("điều 5 khoản 2"))?.steps, ["dieu-5", "khoan-2"])
  assert.deepEqual(pinpoint(read("mục II.4"))?.steps, ["muc-ii", "4"])
  assert.deepEqual(pinpoint(read("phụ lục 1"))?.steps, ["phu-luc-1"])
  for (const query of ["điều lệ", "điều", "5 điều", "mục tiêu", "khoản chi"]) assert.equal(pinpoint(read(query)), null, query)
})

test("a number is found however it is written", () => {
  for (const query of ["11-QĐ/TW", "11 qd tw", "qđ11 tw", "11qdtw", "số 11 -QĐ /TW", "quy định 11 tw"]) {
    const [found] = number(query)
    assert.equal(found?.first, "11", query)
    assert.deepEqual([...found.letters].sort(), ["qd", "tw"], query)
  }
  assert.equal(number("quy định 011")[0].first, "11")
  assert.equal(number("quy định 11")[0].type, "quy dinh")
})

test("a number alone is one; beside words that are no letters of it, it is a word", () => {
  assert.deepEqual(number("380"), [{ first: "380", letters: [], type: "", from: 0, to: 1 }])
  for (const query of ["380 giảng viên", "năm 2021", "17 trường chuẩn"]) assert.deepEqual(number(query), [], query)
})

test("only the words of the number name the document: the others are still asked for", () => {
  const [found] = number("kế hoạch 380 hvctqg tổ chức khảo sát")
  assert.deepEqual([found.from, found.to], [0, 4])
  const [short] = number("khảo sát kh 380")
  assert.deepEqual([short.from, short.to], [2, 4])
})

test("the number of a place is no number of a document", () => {
  assert.deepEqual(number("điều 5"), [])
  assert.deepEqual(number("điều 5 qđ 11").map(one => one.first), ["11"])
})

test("a year that runs on with its number is cut off", () => {
  assert.deepEqual(number("222023tt").map(one => [one.first, one.letters]), [["22", ["2023", "tt"]]])
})

test("letters are cut into parts that are known, or not at all", () => {
  assert.deepEqual(cut("qdttg", LETTERS), ["qd", "ttg"])
  assert.deepEqual(cut("qdxyz", LETTERS), [])
  assert.deepEqual(cut("", LETTERS), [])
  assert.ok(fits("kh-hvctqg", ["kh"]) && fits("kh-hvctqg", ["hvctqg", "kh"]))
  assert.ok(!fits("kh-hvctqg", ["qd"]))
})

test("a day is read as people write it; what is none is none", () => {
  for (const query of ["19/5/2021", "ngày 19 tháng 5 năm 2021", "2021-05-19", "19.05.2021"])
    assert.deepEqual(day(query), { year: "2021", rest: "05-19" }, query)
  assert.deepEqual(day("tháng 5/2021"), { year: "2021", rest: "05" })
  for (const query of ["380/2021x", "2021", "5/20213", "điều 5"]) assert.equal(day(query), null, query)
})

test("any text gives an answer, and not too long a one", () => {
  for (const query of ["", "\ud800", "-".repeat(300), '"""«»', "\u0000", "١٢٣ điều", "a".repeat(10_000)]) assert.ok(ask(query).words.length <= 300)
})
