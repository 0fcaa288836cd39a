// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { told } from "./rung.js"

const ALL = { loader: true, wordpress: false, origin: true, keep: true, fetch: true, copy: true, print: true, download: true, open: true, submit: true }

test("the highest rung that holds is named", () => {
  assert.equal(told(ALL).rung, "phan-tu")
  assert.equal(told({ ...ALL, loader: false }).rung, "khung")
  assert.equal(told({ ...ALL, loader: false, wordpress: true }).rung, "oembed")
})

test("each thing that is refused is said with what to do", () => {
  const none = { loader: false, wordpress: false, origin: false, keep: false, fetch: false, copy: false, print: false, download: false, open: false, submit: false }
  for (const [what, yes, how] of told(none).lines.slice(2)) assert.ok(!yes && how.endsWith("."), what)
})
