// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { answer } from "./engine.js"
import { asCalled, calledSo, nearness } from "./phrases.js"
import { openedOf } from "./testing/opened.js"

const ROOT = new URL("https://cong.example/a/")
/** Made up; nothing in it is so. @param {import("./testing/opened.js").Told[]} pages @param {string} query */
async function first(pages, query) {
  const others = Array.from({ length: 20 }, (_, n) => ({ url: `khac-${n}/`, title: `Chuyện số ${n + 500}`, text: "Người làng xem hát rồi về." }))
  return (await answer(openedOf([...pages, ...others]), ROOT, query, {})).items[0].url.slice(ROOT.href.length)
}
const said = "Lịch tưới nước hằng tuần của làng, bảng phân ca tưới nước, sổ theo dõi lịch tưới."

test("what is called by all the words at once comes before what is called by each of them apart", async () => {
  const apart = { url: "vuon/", title: "Vườn làng", text: said, keywords: ["lịch hội", "bảng giá hoa", "ca tưới đêm", "sổ thu chi"] }
  const whole = { url: "lich/", title: "Phân công", text: "Ai tưới khi nào.", keywords: ["lịch ca tưới", "phân ca"] }
  assert.equal(await first([apart, whole], "lịch ca tưới"), "lich/")
  assert.equal(await first([apart, whole], "bảng giá hoa"), "vuon/")
})

test("of two that have all the words the one comes first that is called little else", async () => {
  const long = { url: "dai/", title: "Kế hoạch trồng hoa, tưới nước, làm cỏ, bón phân và mở hội của làng", text: "Trồng hoa. Trồng hoa." }
  assert.equal(await first([long, { url: "ngan/", title: "Việc trồng hoa", text: "Mỗi xuân." }], "trồng hoa"), "ngan/")
})

test("a piece of a longer title still leads to it before what is called by a part of the piece", async () => {
  const title = "Bà lão giữ chiếc gầu đồng ở giếng làng suốt bốn mươi năm"
  assert.equal(await first([{ url: "gau/", title: "Chiếc gầu" }, { url: "chuyen/", title }], "bà lão giữ chiếc gầu đồng ở giếng"), "chuyen/")
})

test("what is called just so comes before a longer title that has it, however often that is said there", async () => {
  const title = "Sửa sang nhà văn hóa, đội hát xoan, quy chế và sân đình của làng", text = "Đội hát xoan. Đội hát xoan. Đội hát xoan."
  const long = { url: "viec/", title, text }, own = { url: "doi/", title: "Người của làng", text: "Ai hát.", keywords: ["đội hát xoan"] }
  assert.equal(await first([long, own], "đội hát xoan"), "doi/")
  assert.equal(await first([long, own], "đội hát xoan, quy chế"), "viec/")
})

test("of a query that says a word twice nobody knows whether a page is called just so", () => {
  const asked = ["doi", "hat"].map(f => /** @type {import("./meaning.js").Asked} */ (/** @type {unknown} */ ({ f })))
  const near = new Map([[1, 1], [2, 0.9]])
  assert.deepEqual([1, 2, 3].map(calledSo(near, asked)), [1, 0, 0])
  assert.deepEqual([1, 2].map(calledSo(near, [...asked, asked[0]])), [0, 0])
})

test("what two phrases of a page share with a query is not put together", () => {
  const list = (/** @type {[number, number][]} */ told) => {
    const pages = Uint32Array.from(told, one => one[0]), weights = Uint8Array.from(told, one => one[1])
    return { list: { count: told.length, weights, pages: () => pages, read: () => ({ pages, weights }) }, weight: 1 }
  }
  const part = (/** @type {[number, number][]} */ told) => ({ lists: [list(told)], rarity: 1, small: false })
  const near = nearness([part([[3, 0x11], [4, 0x11], [5, 0x31], [7, 0x20]]), part([[3, 0x11], [4, 0x12], [5, 0x31], [7, 0x20]])])
  assert.deepEqual([3, 4, 5, 6].map(page => near.get(page)), [1, 1 / 3, 0.5, undefined])
  assert.ok((near.get(7) ?? 0) < 2 / 3, "a title counts by its words as well")
  assert.deepEqual([asCalled(undefined, 0), asCalled(0, 0.1) < 1.01, asCalled(1, 1)], [1, true, 18])
})
