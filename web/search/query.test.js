// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { daysOf } from "./days.js"
import { ask } from "./query.js"
import { cut, fits, numbered, pinpoint } from "./cited.js"

const LETTERS = new Set(["qd", "tw", "kh", "hvctqg", "tt", "ttg"])
const TYPES = { "quy dinh": "qd", "ke hoach": "kh" }
/** @param {string} query */
const read = query => ask(query).words
/** @param {string} query */
const number = query => numbered(read(query), { letters: LETTERS, types: TYPES, serials: new Set(["380"]) }, [pinpoint(read(query)), ...daysOf(read(query))])

test("a query is words, what is left out, and whether the last word may be unfinished", () => {
  const { words, without, open } = ask("Trường chính trị -quân sự")
  assert.deepEqual(words.map(one => one.o), ["trường", "chính", "trị", "sự"])
  assert.deepEqual(without, ["quân"])
  assert.ok(open)
  assert.ok(!ask("trường ").open)
})

test("a hyphen in a number leaves nothing out", () => {
  for (const query of ["380 -KH", "705 /QĐ -TTg"]) assert.deepEqual(ask(query).without, [], query)
  assert.deepEqual(ask("xe -làng").without, ["làng"])
  assert.deepEqual([ask("-làng").without, ask("-làng").words], [["làng"], []], "even alone")
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
  for (const query of ["năm 2021", "17 trường chuẩn", "14% giảng viên"]) assert.deepEqual(number(query), [], query)
  assert.ok(number("380 giảng viên").every(one => one.weak), "it may be theirs")
  for (const query of ["văn bản 17", "văn bản số 17"]) assert.equal(number(query)[0]?.first, "17", query)
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

test("a type is known by one slip, by keys of an input method, without its space, before the number and behind it", () => {
  for (const query of ["quy địng 11", "quy dinhg 11", "quy ddinhj 11", "quydinh 11", "11 quy định", "11 quy dihn"]) {
    const [found] = number(query)
    assert.deepEqual([found?.first, found?.letters, found?.type], ["11", ["qd"], "quy dinh"], query)
  }
  assert.deepEqual(number("kế hoạc 380").map(one => one.letters), [["kh"]])
  for (const query of ["quy trình 11", "kế toán 11"]) assert.deepEqual(number(query), [], query)
})

test("a day beside a number is no part of it", () => {
  const [found] = number("11 QD/TW 19/5/2021")
  assert.deepEqual([found.first, found.letters], ["11", ["qd", "tw"]])
  assert.deepEqual(number("19/5/2021"), [])
})

test("digits of full width are digits", () => {
  assert.equal(number("３８０")[0]?.first, "380")
  assert.equal(number("１１-ＱĐ/ＴＷ")[0]?.first, "11")
})

test("a share is asked for behind what it is of", () => {
  for (const query of ["14% giảng viên chính", "giảng viên chính 14%", "14 % giảng viên chính", "14 phần trăm giảng viên chính"])
    assert.deepEqual(read(query).filter(one => !["phần", "trăm"].includes(one.o)).map(one => one.o), ["giảng", "viên", "chính", "14"], query)
})

test("any text gives an answer, and not too long a one", () => {
  for (const query of ["", "\ud800", "-".repeat(300), '"""«»', "\u0000", "١٢٣ điều", "a".repeat(10_000)]) assert.ok(ask(query).words.length <= 300)
})

test("only a number is a part of a hundred: «điểm phần trăm» stands as it was typed", () => {
  for (const query of ["the nao la diem phan tram", "điểm phần trăm là gì"]) assert.deepEqual(ask(query).words.map(one => one.o).join(" "), query)
  assert.deepEqual(ask("14 phần trăm giảng viên").words.map(one => one.o), ["phần", "trăm", "giảng", "viên", "14"])
})

test("letters that tell the type are not asked for once more", () => {
  const told = numbered(read("quy định 9-qđi/lm"), { letters: new Set(["qdi", "lm"]), types: { "quy dinh": "qd" } }, [])
  assert.deepEqual(told.map(one => [one.first, one.letters]), [["9", ["qdi", "lm"]]])
})
