// @ts-check
import assert from "node:assert/strict"
import test from "node:test"
import { compared } from "./words.js"

/** @param {import("./words.js").Piece[]} pieces differing words in brackets */
const told = pieces => pieces.map(({ same, text }) => same ? text : `[${text.trimEnd()}]${text.slice(text.trimEnd().length)}`).join("")
/** @param {import("./words.js").Piece[]} pieces */
const text = pieces => pieces.map(one => one.text).join("")

for (const [a, b, left, right] of [
  ["Có 55 chỉ tiêu.", "Có 60 chỉ tiêu.", "Có [55] chỉ tiêu.", "Có [60] chỉ tiêu."],
  ["Xét mỗi năm.", "Xét.", "Xét [mỗi năm].", "Xét."],
  ["Như cũ", "Như cũ", "Như cũ", "Như cũ"],
  ["", "Mới", "", "[Mới]"],
  ["Trường làng\nxét hai mức.", "Trường làng xét ba mức.", "Trường làng\nxét [hai] mức.", "Trường làng xét [ba] mức."],
  ["tỉnh ủy, thành ủy xét", "tỉnh uỷ, thành uỷ xét", "tỉnh [ủy], thành [ủy] xét", "tỉnh [uỷ], thành [uỷ] xét"],
])
  test(`«${a}» beside «${b}»: the differing words are marked`, () => {
    assert.deepEqual(compared(a, b).map(told), [left, right])
  })

test("nothing is lost, and what is the same is the same words", () => {
  const words = ["trường", "làng", "chuẩn,", "xét.", "mức"]
  let seed = 3
  const chance = (/** @type {number} */ most) => (seed = seed * 48271 % 2147483647) % most
  const some = () => Array.from({ length: chance(25) }, () => words[chance(5)]).join(" ")
  for (let n = 0; n < 300; n++) {
    const a = some(), b = some(), made = compared(a, b)
    assert.deepEqual(made.map(text), [a, b])
    const same = made.map(pieces => pieces.filter(one => one.same).map(one => one.text.trim()).join(" ").split(/\s+/).join(" "))
    assert.equal(same[0], same[1])
  }
})

test("a lone word between two changes goes with them", () => {
  assert.deepEqual(compared("giao tổ một và tổ hai làm", "giao nhóm sáu và nhóm bảy làm").map(told), ["giao [tổ một và tổ hai] làm", "giao [nhóm sáu và nhóm bảy] làm"])
})

test("very long texts are told apart as a whole, soon", () => {
  const start = performance.now(), [a] = compared("x y ".repeat(9000) + "hết", "đầu " + "y x ".repeat(9000))
  assert.equal(a.length > 0, true)
  assert.ok(performance.now() - start < 3000)
})
