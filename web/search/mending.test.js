// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { understood } from "./meaning.js"
import { mended } from "./mending.js"
import { ask } from "./query.js"
import { readingsOf } from "./readings.js"
import { openedOf } from "./testing/opened.js"

/** Sixty pages, all made up, that say the same of their place, and a few that have words of like letters. */
const MANY = Array.from({ length: 60 }, (_, n) => ({
  url: `${n}/`, title: `Hội đồng thôn ${"bcdghklmnr"[n % 10]}ay`, text: "Người thợ đúc chuông xây dựng mái đình. Làng có giếng cổ.",
}))
const opened = openedOf([
  ...MANY,
  { url: "oi/", title: "Cây ổi", text: "Ổi chín. Con ốc. To lớn. Xâ, din." },
  { url: "xa/", title: "Đường xa", text: "Xa lắm. Trúng mùa. Chuồng gà." },
  { url: "lang/", title: "Lặng gió", text: "Lặng im." },
])

/** What was meant in the second look, where there is one. @param {string} query */
async function meant(query) {
  const asked = understood(opened, ask(query).words, false, false)
  const [first, second] = await readingsOf(opened, asked, { literal: false, light: false, phrases: false }, new Set())
  assert.deepEqual(first.asked.map(one => one.o), asked.map(one => one.o), "what was typed is asked for first")
  return second ? second.asked.map(one => one.means[0]?.f ?? one.f).join(" ") : null
}

test("a word of the index that fits none of its neighbours is what fits them, be it the first, in the midst, the last", async () => {
  assert.equal(await meant("ội đồng thôn"), "hoi dong thon")
  assert.equal(await meant("chuông xâ dựng mái"), "chuong xay dung mai")
  assert.equal(await meant("thợ đúc chuồng xây"), null, "only a mark is wrong: that is no slip of a finger")
  assert.equal(await meant("doi xa dung"), "doi xay dung")
  assert.equal(await meant("mai din"), "mai dinh")
})

test("a word keeps the marks it was typed with: another word with others was not meant", async () => {
  assert.equal(await meant("xá dựng mái"), null, "xây has no such tone")
  assert.equal(await meant("xa dung mai"), "xay dung mai")
})

test("a rare word beside words that hardly know it stays what it is", async () => {
  assert.equal(await meant("trúng mùa thôn"), null)
  assert.equal(await meant("lặng gió thôn"), null)
  assert.equal(await meant("con ốc làng"), null)
})

test("where no page has one of the words, that is the slip", async () => {
  assert.equal(await meant("nguoi to duc chuong xay"), "nguoi tho duc chuong xay")
  assert.equal(await meant("nguoi to duc chuogn xay"), "nguoi to duc chuong xay")
})

test("two slips apart are mended, numbers and small words are left", async () => {
  const asked = understood(opened, ask("oi dong mai din").words, false, false)
  const made = await mended(opened, asked, asked.slice(1).map(() => []), new Set())
  assert.deepEqual(made?.map(one => one.means[0].f), ["hoi", "dong", "mai", "dinh"])
  const small = understood(opened, ask("của 12 và").words, false, false)
  assert.equal(await mended(opened, small, [[], []], new Set()), null)
})
