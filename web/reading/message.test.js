// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { message, sending, subject } from "./message.js"

const PLACE = { title: "Quy định bịa", address: "https://cong.example/van-ban/a/#dieu-5" }

test("a message tells where it was found, and leaves room for what is right", () => {
  const told = message({ ...PLACE, part: "Điều 5", quoted: "mười hai", updated: "29/11/2026" })
  assert.deepEqual(told.split("\n").slice(0, 7), [
    "Trang: Quy định bịa",
    "Địa chỉ: https://cong.example/van-ban/a/#dieu-5",
    "Mục: Điều 5",
    "Bản cập nhật ngày: 29/11/2026",
    "Đoạn cần sửa: «mười hai»",
    "",
    "Nội dung đúng:",
  ])
  assert.equal(subject({ ...PLACE, part: "Điều 5" }), "Báo sai sót: Quy định bịa, Điều 5")
})

test("what is not known is not asked for, and what was selected is cut", () => {
  assert.doesNotMatch(message(PLACE), /Mục|Bản cập nhật|Đoạn/)
  const told = message({ ...PLACE, quoted: "ă".repeat(5000) })
  assert.match(told, /«ă{300}…»/)
  assert.ok((sending("a@b.vn", "x", told)?.length ?? 0) < 8000)
})

test("it goes by letter, or to a tracker, wherever the setting leads", () => {
  assert.equal(sending("van-phong@truong.vn", "a b", "c\nd&e"), "mailto:van-phong@truong.vn?subject=a%20b&body=c%0Ad%26e")
  assert.equal(sending("https://ma.example/new?t={title}&b={body}", "a&b", "c"), "https://ma.example/new?t=a%26b&b=c")
})

test("a setting that is no receiver leads nowhere", () => {
  for (const to of ["", "van-phong", "javascript:alert(1)//{title}", "http://a.example/{body}", "a@b?cc=c@d", "a b@c"])
    assert.equal(sending(to, "x", "y"), undefined, to)
})
