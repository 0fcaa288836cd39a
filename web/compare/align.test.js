// @ts-check
import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import test from "node:test"
import { align, wordsOf } from "./align.js"

/** @type {{says: string, old: [string, string][], new: [string, string][], rows: [string, string, boolean][]}[]} */
const cases = JSON.parse(readFileSync(new URL("../../tests/alignments.json", import.meta.url), "utf-8"))

/** @param {string[][]} told */
const units = told => told.map(([id, text]) => ({ id, name: id, text }))
/** @param {string[]} texts */
const side = (...texts) => units(texts.map((text, n) => [`muc-${n + 1}`, text]))
/** @param {import("./align.js").Row[]} rows */
const told = rows => rows.map(({ like, a, b }) => [like ?? "", a?.id ?? "", b?.id ?? ""])

for (const { says, old, new: now, rows } of cases)
  test(says, () => {
    const made = align(units(old), units(now)).map(({ like, a, b }) => [a?.id ?? "", b?.id ?? "", like === "same"])
    assert.deepEqual(made, rows)
  })

test("the same place in another document is no likeness", () => {
  assert.deepEqual(told(align(side("Mèo ngủ trưa trên mái ngói đỏ."), side("Mỗi làng trồng hai luống hoa hồng."))),
    [["", "", "muc-1"], ["", "muc-1", ""]])
})

test("clauses that only touch have many of the rarer pairs of words in common", () => {
  const first = side("Trưởng làng duyệt đề án trồng hoa trước cổng trường trong quý một, sau khi hội phụ huynh góp ý.",
    "Kinh phí lấy từ quỹ.", "Thầy dạy hát mỗi tuần hai buổi.")
  const second = side("Kế hoạch này có hai phần.", "Người giữ trống chuẩn bị đề án trồng hoa trước cổng trường để trưởng làng duyệt trước mùa mưa.")
  assert.deepEqual(told(align(first, second)), [["", "", "muc-1"], ["touching", "muc-1", "muc-2"], ["", "muc-2", ""], ["", "muc-3", ""]])
})

test("a formula that many clauses have makes none of them touch", () => {
  const formula = "theo hướng dẫn của Hội đồng Làng Mây"
  const first = side("Trồng hoa", "Sửa mái", "Tập hát", "Đóng trống").map(one => ({ ...one, text: `${one.text} ${formula}; mỗi tổ cử ${one.id} người và ghi sổ ${one.text}.` }))
  const second = side("Nuôi cá", "Đào giếng", "Lát sân").map(one => ({ ...one, text: `Phía sau nhà văn hóa sẽ ${one.text} ${formula}, ai rảnh ${one.id} thì tới.` }))
  assert.deepEqual(align(first, second).filter(({ like }) => like), [])
})

test("the likest goes first, and each clause stands in one row", () => {
  const text = "Người giữ trống ghi sổ theo dõi hằng tháng"
  const rows = align(side(`${text} và báo cáo.`, `${text}.`), side(`${text}, rồi ký.`, `${text}.`))
  assert.deepEqual(told(rows), [["near", "muc-1", "muc-1"], ["same", "muc-2", "muc-2"]])
})

test("every clause of both stands in one row, whatever they say", () => {
  const words = ["trường", "làng", "chuẩn", "xét", "mức", "quỹ", "hát", "hoa"]
  let seed = 7
  const chance = (/** @type {number} */ most) => (seed = seed * 48271 % 2147483647) % most
  const text = () => side(...Array.from({ length: chance(30) }, () => Array.from({ length: 5 }, () => words[chance(8)]).join(" ")))
  for (let n = 0; n < 60; n++) {
    const first = text(), second = text(), rows = align(first, second)
    assert.deepEqual(rows.flatMap(({ b }) => b ?? []), second)
    assert.deepEqual(rows.flatMap(({ a }) => a?.id ?? []).sort(), first.map(({ id }) => id).sort())
  }
})

test("an empty side leaves the other alone", () => {
  assert.deepEqual(told(align([], side("Một điều khoản."))), [["", "", "muc-1"]])
  assert.deepEqual(align([], []), [])
})

test("a thousand clauses beside a thousand take no more than moments", () => {
  const many = (/** @type {string} */ word) => side(...Array.from({ length: 1000 }, (_, n) => `Tổ ${n} ${word} việc ${n * 7 % 1000} của làng, xong trước ngày ${n % 31} rồi báo cáo.`))
  const start = performance.now()
  assert.equal(align(many("làm"), many("nhận")).length > 999, true)
  assert.ok(performance.now() - start < 5000)
})

test("words keep their marks, and signs are words of their own", () => {
  assert.deepEqual(wordsOf("Điều 5. Học viện (Vụ), 11-QĐ/TW."), ["Học", "viện", "(", "Vụ", ")", ",", "11", "-", "QĐ", "/", "TW", "."])
})
