import assert from "node:assert/strict"
import { test } from "node:test"
import { inSentence } from "./ground.js"
import { ask } from "./query.js"

/** The number 7 of a query, as if one page had it. @param {string} query @param {number} [full] */
function meant(query, full = 0) {
  const typed = ask(query).words, at = typed.findIndex(one => one.f === "7")
  const own = { pages: new Map([[1, { worth: 9, type: "" }]]), from: at - 2, to: at + 1, found: [{ first: "7", letters: [], type: "", from: at - 2, to: at + 1 }], unknown: [], perhaps: [], instead: [] }
  return inSentence(typed, own, full)
}

test("a document in the middle of a long question is the ground of it; a few words ask for the document", () => {
  assert.deepEqual(meant("xóm tôi đào giếng theo quy định 7 còn dở dang nay đổi lệ làng thì đào lại từ đầu hay không").perhaps, [1])
  assert.deepEqual(meant("lệ làng đào giếng của quy định 7 nay đổi thế nào").perhaps, [])
})

test("a question whether something is so has its ground in the document; whether the document itself is so leads to it", () => {
  assert.deepEqual(meant("giếng xóm đào dở theo quy định 7 có phải làm lại không").perhaps, [1])
  assert.equal(meant("quy định 7 còn hiệu lực không").pages.size, 1)
  assert.equal(meant("quy định 7 áp dụng cho xóm Đông và xóm Đoài không").pages.size, 1)
})

test("a long sentence that asks nothing at its end leads to the document it names", () => {
  assert.equal(meant("cụ Bảy bảo theo quy định 7 thì nhà nào cũng được miễn tát nước hai buổi mỗi tháng giêng").pages.size, 1)
})

test("in a text that some page has, a number is a word like others", () => {
  const said = "cụ Bảy kể theo quy định 7 thì mỗi nhà trong xóm góp một gánh phân"
  assert.deepEqual([meant(said, 1).pages.size, meant(said).pages.size], [0, 1])
})
