// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { citation } from "./citation.js"
import { beingRead, kept, known, leaving } from "./place.js"

/** Headings, each told by its upper edge. @param {number[]} tops */
const boxes = (...tops) => tops.map((top, n) => ({ id: n, top, bottom: top + 30 }))

test("what is read stands in the upper quarter of the window, or is the last one above", () => {
  assert.equal(beingRead(boxes(-500, 50, 300), 800)?.id, 1)
  assert.equal(beingRead(boxes(-500, -40, 300), 800)?.id, 1)
  assert.equal(beingRead(boxes(10, 60, 150), 800)?.id, 0, "the first of several")
  assert.equal(beingRead(boxes(300, 600), 800), undefined)
  assert.equal(beingRead([], 800), undefined)
})

const VIEW = { height: 8000, window: 800 }

test("a place is kept of a long page that is neither begun nor through", () => {
  assert.equal(leaving({ ...VIEW, scrolled: 2000 }), "place")
  assert.equal(leaving({ ...VIEW, scrolled: 800 }), "place")
})

test("who has hardly begun keeps the place of before; who is through keeps none", () => {
  assert.equal(leaving({ ...VIEW, scrolled: 0 }), "as before")
  assert.equal(leaving({ ...VIEW, scrolled: 799 }), "as before")
  assert.equal(leaving({ ...VIEW, scrolled: 6500 }), "none")
})

test("of a short page nothing is kept, and nothing is forgotten", () => {
  for (const scrolled of [0, 1000, 2300]) assert.equal(leaving({ height: 3100, window: 800, scrolled }), "as before")
  assert.equal(leaving({ height: 3200, window: 800, scrolled: 2000 }), "none")
})

test("one place of a page, the newest first, of twenty pages", () => {
  const place = (/** @type {string} */ page) => ({ page, id: "x", title: page })
  const many = Array.from({ length: 20 }, (_, n) => place(`p${n}`))
  assert.deepEqual(kept(many, "p5", place("p5")).map(one => one.page).slice(0, 3), ["p5", "p0", "p1"])
  assert.equal(kept(many, "p5", place("p5")).length, 20)
  assert.deepEqual(kept(many, "mới", place("mới")).map(one => one.page).at(-1), "p18")
  assert.equal(kept(many, "p5").some(one => one.page === "p5"), false)
  assert.equal(many.length, 20, "the list itself stays")
})

test("whatever stands in storage is a list of places, or none", () => {
  const place = { page: "/a/", id: "x", title: "X" }
  for (const told of [null, 7, "x", {}, [1, null, { page: 1 }, { page: "/a/", id: "x" }]]) assert.deepEqual(known(told), [])
  assert.deepEqual(known([place, null]), [place])
})

test("a page is cited with its site, its address and the day it was read", () => {
  const page = { title: "Kế hoạch 380", site: "Cổng", address: "https://cong.example/a/" }
  assert.equal(citation(page, new Date(2026, 1, 3)), "Kế hoạch 380. Cổng. https://cong.example/a/, truy cập ngày 03/02/2026.")
})
