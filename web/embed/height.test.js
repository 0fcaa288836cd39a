// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { budget, first, HIGHEST, LOWEST, settled, sizing, SLACK } from "./height.js"

test("a height is told once, and stays within its limits", () => {
  const state = sizing()
  assert.equal(settled(state, 420.2, 0, 800), 421)
  assert.equal(settled(state, 421, 1, 800), 0)
  assert.equal(settled(state, 1e9, 2, 800), HIGHEST)
  assert.equal(settled(state, 1, 3, 800), LOWEST)
  for (const told of [0, -5, NaN]) assert.equal(settled(state, told, 4, 800), 0)
})

test("content that grows with its frame is stopped", () => {
  const state = sizing()
  let frame = 600, changes = 0
  for (let time = 0; time < 60_000; time += 16) {
    const now = settled(state, frame + 20, time, 800)
    if (now) { frame = now; changes++ }
  }
  assert.ok(changes <= 40, `${changes}`)
  assert.ok(frame < 2000, `${frame}`)
})

test("a height that comes too soon waits and is not lost", () => {
  const state = sizing()
  for (let at = 0; at < 12; at++) settled(state, 500 + at, at, 800)
  assert.equal(settled(state, 900, 20, 800), 0)
  assert.equal(state.waits, 900)
  assert.equal(settled(state, state.waits, 2100, 800), 900)
})

test("10,000 windows drawn wider and narrower make no loop", () => {
  const state = sizing()
  let seed = 3
  const chance = () => (seed = seed * 1664525 + 1013904223 >>> 0) / 2 ** 32
  for (let at = 0; at < 10_000; at++) {
    const width = 320 + Math.floor(chance() * 1200), height = Math.ceil(400_000 / width)
    settled(state, height, at * 16, width)
    assert.equal(state.now, height)
    assert.equal(state.loops, 0)
  }
})

test("who talks too much is not listened to", () => {
  const listens = budget(60, 30)
  const heard = Array.from({ length: 1000 }, () => listens(0)).filter(Boolean).length
  assert.equal(heard, 60)
  assert.equal(Array.from({ length: 1000 }, () => listens(1000)).filter(Boolean).length, 30)
})

test("a snippet tells one height for all widths, or one for each, and lines between", () => {
  const told = "900 850 800 700 650 400 380 360"
  assert.equal(first("640", 320), 640)
  assert.equal(first("640 px", 1200), 640)
  for (const none of ["", "cao", "0"]) assert.equal(first(none, 700), 0)
  for (const [width, height] of /** @type {[number, number][]} */ ([[320, 900], [719, 650], [720, 400], [860, 380], [1000, 360], [1400, 360]]))
    assert.equal(first(told, width), Math.ceil(height + SLACK / 2), `${width}`)
  assert.ok(first(told, 930) < first(told, 860) && first(told, 930) > first(told, 1000))
  assert.ok(first(told, 300) >= 900)
})

test("an absurd height of a snippet is cut", () => {
  assert.equal(first("999999999", 700), HIGHEST)
  assert.equal(first("1", 700), LOWEST)
  assert.equal(first(Array(8).fill("9".repeat(40)).join(" "), 700), HIGHEST)
})

test("a frame kept a little too high stays, one too low or much too high changes once", () => {
  const near = sizing(420)
  assert.equal(settled(near, 400, 0, 800), 0)
  assert.equal(settled(near, 400, 1, 800), 0)
  assert.equal(settled(near, 300, 2, 800), 300)
  assert.equal(settled(sizing(420), 421, 0, 800), 421)
  assert.equal(settled(sizing(600), 400, 0, 800), 400)
})
