// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { fromFrame, fromPage, sealed, VERSION } from "./protocol.js"

const HELLO = { type: /** @type {const} */ ("hello"), token: "t", height: 10, path: "a/", title: "A" }
const SIZE = { type: /** @type {const} */ ("size"), token: "t", height: 10 }
const WELCOME = { type: /** @type {const} */ ("welcome"), token: "t", sandbox: null }

test("what one side says the other reads, and nothing more comes along", () => {
  assert.deepEqual(fromFrame(sealed(HELLO)), HELLO)
  assert.deepEqual(fromFrame(sealed({ ...SIZE, more: "x" })), SIZE)
  assert.deepEqual(fromPage(sealed(WELCOME)), WELCOME)
})

test("no side takes the words of the other for its own", () => {
  assert.equal(fromFrame(sealed(WELCOME)), null)
  assert.equal(fromPage(sealed(HELLO)), null)
})

test("what is no message is none, whatever it is", () => {
  const spoilt = [
    null, undefined, 0, "", "hello", [], {}, { truongChuan: 2 }, { ...HELLO }, { truongChuan: VERSION },
    sealed({ ...HELLO, token: 1 }), sealed({ ...HELLO, token: "x".repeat(501) }), sealed({ ...HELLO, height: "10" }),
    sealed({ ...HELLO, height: NaN }), sealed({ ...HELLO, height: Infinity }), sealed({ ...HELLO, path: null }),
    sealed({ ...HELLO, title: {} }), sealed({ type: "resize", token: "t", height: 1 }), sealed({ type: "__proto__" }),
  ]
  for (const one of spoilt) assert.equal(fromFrame(one), null, JSON.stringify(one))
  for (const one of [...spoilt, sealed({ ...WELCOME, sandbox: 1 })]) assert.equal(fromPage(one), null, JSON.stringify(one))
})

test("100,000 messages of chance have no effect, and cost less than a millisecond each", () => {
  let seed = 7
  const chance = () => (seed = seed * 1664525 + 1013904223 >>> 0) / 2 ** 32
  const values = [null, undefined, 1, -1, NaN, "", "hello", "size", {}, [], true, "x".repeat(2000), 1e9]
  const one = () => values[Math.floor(chance() * values.length)]
  const begun = performance.now()
  let heard = 0
  for (let at = 0; at < 100_000; at++) {
    const told = chance() < 0.2 ? one() : { truongChuan: chance() < 0.8 ? 1 : one(), type: one(), token: one(), height: one(), path: one(), title: one() }
    const read = fromFrame(told)
    if (read) { heard++; assert.ok(typeof read.token === "string" && Number.isFinite(read.height)) }
    fromPage(told)
  }
  assert.ok((performance.now() - begun) / 100_000 < 1)
  assert.ok(heard < 10_000)
})
