// @ts-check
// Parts of a made-up text. Nothing in it is so.
import assert from "node:assert/strict"
import { test } from "node:test"
import { bestParts, passagesOf } from "./passages.js"
import { ask } from "./query.js"

const PARTS = [
  { id: "a", label: "Điều 1. Tưới nước", text: "Người làng tưới vườn mỗi sáng. Ai quên thì tưới bù." },
  { id: "b", label: "Điều 2. Phạt vạ", text: "Người làng để trâu ăn lúa thì nộp một gánh thóc." },
  { id: "c", label: "Điều 3. Giữ giếng", text: "Người làng không rửa chân ở giếng; ai rửa thì nộp hai gánh thóc." },
  { id: "d", label: "Điều 4. Lễ hội", text: "Người làng góp gạo, góp nếp, góp sức. Hội mở ba ngày, người làng nào cũng được dự." },
]
/** @param {string} query */
const best = query => bestParts(PARTS, ask(query).words, 3).map(one => PARTS[one.place].id)

test("a question finds the part that answers it", () => {
  for (const [query, id] of [["rửa chân ở giếng bị phạt bao nhiêu", "c"], ["trâu ăn lúa nộp gì", "b"], ["hội mở mấy ngày", "d"], ["ai quên tưới", "a"], ["giu gieng", "c"], ["phạt vạ", "b"]])
    assert.equal(best(query)[0], id, query)
})

test("what every part has tells nothing", () => assert.equal(best("người làng góp sức")[0], "d"))

test("words side by side count more than the same apart", () => {
  const parts = [{ id: "1", label: "", text: "gánh nước rồi phơi thóc" }, { id: "2", label: "", text: "một gánh thóc rồi nghỉ" }, { id: "3", label: "", text: "nghỉ" }]
  assert.equal(parts[bestParts(parts, ask("gánh thóc").words, 1)[0].place].id, "2")
})

test("marks that were typed are meant", () => {
  const parts = [{ id: "1", label: "", text: "con đường làng" }, { id: "2", label: "", text: "họ Dương làng" }]
  assert.equal(bestParts(parts, ask("Dương").words, 2)[0].place, 1)
  assert.equal(bestParts(parts, ask("đường").words, 2)[0].place, 0)
})

test("how much of it a part has is told; of nothing nothing is found", () => {
  assert.equal(bestParts(PARTS, ask("trâu").words, 1)[0].share, 1)
  assert.ok(bestParts(PARTS, ask("trâu quắt").words, 1)[0].share < 1)
  for (const query of ["", "quắt", "?"]) assert.deepEqual(best(query), [], query)
  assert.deepEqual(bestParts([], ask("trâu").words, 3), [])
})

const INNER = [
  { id: "dieu-1", label: "Điều 1. Giếng làng", text: "" },
  { id: "dieu-1.khoan-1", label: "Khoản 1 Điều 1", text: "Không rửa chân." },
  { id: "dieu-1.khoan-2", label: "Khoản 2 Điều 1", text: "Không thả vịt." },
  { id: "dieu-2", label: "Điều 2. Ao làng", text: "Được thả vịt." },
  { id: "dieu-3", label: "Điều 3. Hội", text: "Ba ngày." },
]
/** @param {string} query @param {string} [pinned] */
const shown = (query, pinned) => passagesOf(INNER, ask(query).words, [{ f: "vit", x: null }], "https://x.example/a/", { limit: 3, length: 80, pinned })

test("a place has the words of the heading above it", () => assert.equal(shown("thả vịt ở giếng làng")[0].clause.id, "dieu-1.khoan-2"))

test("of a place and what stands in it one is shown, with its words marked", () => {
  const ids = shown("giếng làng").map(one => one.clause.id)
  assert.equal(ids.filter(one => one.startsWith("dieu-1")).length, 1)
  const [first] = shown("thả vịt")
  assert.ok(first.parts.some(one => one.hit && one.text === "vịt"))
  assert.equal(first.clause.url, "https://x.example/a/#" + first.clause.id)
})

test("a named place goes before one that answers as well", () => {
  assert.equal(shown("thả vịt", "dieu-2")[0].clause.id, "dieu-2")
  assert.equal(shown("thả vịt", "dieu-1.khoan-2")[0].clause.id, "dieu-1.khoan-2")
})

test("what has little of what was asked is no passage", () => assert.deepEqual(shown("vịt quay chấm tương gừng xào xả"), []))
