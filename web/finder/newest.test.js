// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { newest } from "./newest.js"

/** Questions that are answered when the test says so. */
function desk() {
  /** @type {Map<string, {answer: (told: string) => void, fail: (fault: Error) => void, signal: AbortSignal}>} */
  const put = new Map()
  /** @type {string[]} */
  const shown = []
  const asker = newest(
    (/** @type {string} */ question, signal) => new Promise((answer, fail) => put.set(question, { answer, fail, signal })),
    (/** @type {string} */ answer, question) => shown.push(`${question}: ${answer}`),
    question => shown.push(`${question}: hỏng`))
  const settled = () => new Promise(done => setImmediate(done))
  /** @param {string} question @param {string} told */
  const answer = (question, told) => { put.get(question)?.answer(told); return settled() }
  return { asker, put, shown, answer, settled }
}

test("only the newest question is answered, however late an older one comes", async t => {
  t.mock.timers.enable({ apis: ["setTimeout"] })
  const { asker, put, shown, answer } = desk()
  asker.ask("q")
  t.mock.timers.tick(60)
  asker.ask("qu")
  assert.ok(put.get("q")?.signal.aborted)
  await answer("qu", "mới")
  await answer("q", "cũ")
  assert.deepEqual(shown, ["qu: mới"])
})

test("many at once become few: the first, then the last of every pause", async t => {
  t.mock.timers.enable({ apis: ["setTimeout"] })
  const { asker, put, shown, answer } = desk()
  for (const question of ["a", "ab", "abc", "abcd"]) asker.ask(question)
  assert.deepEqual([...put.keys()], ["a"])
  await answer("a", "sớm")
  assert.deepEqual(shown, [], "a newer question waits")
  t.mock.timers.tick(60)
  assert.deepEqual([...put.keys()], ["a", "abcd"])
  await answer("abcd", "xong")
  assert.deepEqual(shown, ["abcd: xong"])
})

test("a question that fails is told, one that was called off is not", async t => {
  t.mock.timers.enable({ apis: ["setTimeout"] })
  const { asker, put, shown, settled } = desk()
  asker.ask("a")
  put.get("a")?.fail(new Error("mất mạng"))
  await settled()
  assert.deepEqual(shown, ["a: hỏng"])
  t.mock.timers.tick(60)
  asker.ask("b")
  asker.stop()
  put.get("b")?.fail(new Error("thôi"))
  await settled()
  assert.deepEqual(shown, ["a: hỏng"])
})

test("who stops hears nothing more, not even of what waited", t => {
  t.mock.timers.enable({ apis: ["setTimeout"] })
  const { asker, put } = desk()
  asker.ask("a")
  asker.ask("b")
  asker.stop()
  t.mock.timers.tick(200)
  assert.deepEqual([...put.keys()], ["a"])
})
