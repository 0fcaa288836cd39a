// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { budget, HIGHEST, LOWEST, settled, sizing } from "./height.js"

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
