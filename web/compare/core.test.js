// @ts-check
import assert from "node:assert/strict"
import test from "node:test"
import { address, beside, chosen, unitsOf } from "./core.js"

const DOCUMENTS = [{ id: "qd", hasText: true }, { id: "kh", hasText: true }, { id: "cv", hasText: false }, { id: "tt", hasText: false }]
/** @param {string} a @param {string} b */
const way = (a, b) => [a, b].sort().join() === "cv,qd" ? "cv/qd/" : undefined
/** @param {string} a */
const others = a => beside(DOCUMENTS, a, way).map(({ id }) => id)

test("the address holds the choice, and keeps what else it says", () => {
  assert.equal(address("?nhung=1&a=cũ", { a: "11-qd", b: "380-kh" }), "?nhung=1&a=11-qd&b=380-kh")
  assert.deepEqual(chosen("?nhung=1&a=11-qd&b=380-kh"), { a: "11-qd", b: "380-kh" })
  assert.deepEqual(chosen(""), { a: "", b: "" })
})

test("beside a document stand those with a text like itself, and those with a comparison of their own", () => {
  assert.deepEqual(others("qd"), ["kh", "cv"])
  assert.deepEqual(others("cv"), ["qd"])
  assert.deepEqual(others("tt"), [])
})

test("beside none, and beside one that is not offered, stands none", () => {
  assert.deepEqual(others(""), [])
  assert.deepEqual(others("lạ"), [])
})

test("a clause has its name; its heading is among its words unless it is the name", () => {
  const sections = [
    { id: "muc-1", label: "1. Phạm vi", text: "Các trường làng.\n" },
    { id: "muc-1.gach-1", label: "mục 1, gạch đầu dòng 1", text: "Trường đồi.\n" },
    { id: "muc-2", label: "Kinh phí", text: "" },
    { id: "ket", label: "Phần kết", text: "" },
    { id: "la", label: "Lạ", text: "Không có tên." },
  ]
  const places = { "muc-1": { name: "Mục 1" }, "muc-1.gach-1": { name: "Mục 1, gạch đầu dòng 1" }, "muc-2": { name: "Mục 2" }, ket: { name: "Phần kết" } }
  const entry = /** @type {import("./core.js").Entry} */ (/** @type {unknown} */ ({ body: { sections } }))
  assert.deepEqual(unitsOf(entry, { places }), [
    { id: "muc-1", name: "Mục 1", text: "Phạm vi\nCác trường làng." },
    { id: "muc-1.gach-1", name: "Mục 1, gạch đầu dòng 1", text: "Trường đồi." },
    { id: "muc-2", name: "Mục 2", text: "Kinh phí" },
    { id: "ket", name: "Phần kết", text: "Phần kết" },
    { id: "la", name: "Lạ", text: "Không có tên." },
  ])
  assert.equal(unitsOf(entry, {})[0].name, "1. Phạm vi")
})
