// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { contrast, ENOUGH, readable } from "./colour.js"

test("an accent that can be read is taken as it is", () => {
  assert.equal(readable("9E1B20", "ffffff"), "#9e1b20")
  assert.equal(readable("#98c0f8", "15181d"), "#98c0f8")
})

test("any other is made darker or lighter until it can be read", () => {
  for (const ground of ["ffffff", "15181d"])
    for (const told of ["ffff00", "ffffff", "000000", "808080", "00ff00", "0000ff", "15181d"]) {
      const made = readable(told, ground)
      assert.ok(made && contrast(made.slice(1), ground) >= ENOUGH, `${told} on ${ground}: ${made}`)
    }
})

test("what is no colour is none", () => {
  for (const told of [null, "", "red", "fff", "12345g", "url(x)", "#1234567"]) assert.equal(readable(told, "ffffff"), null)
})
