// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { snippet, steady } from "./snippet.js"

/** @type {import("./snippet.js").Wanted} */
const WANTED = {
  form: "phan-tu", root: "https://hoc-vien.example/chuan/", place: "nhung/xem/hieu-luc/11-qd-tw/", title: "Quy định «11» & \"khác\" <b>",
  height: 420, look: { mau: "9e1b20", chu: "" },
}
/** @type {import("./snippet.js").Form[]} */
const FORMS = ["phan-tu", "khung", "khung-ma", "dia-chi", "dia-chi-khung", "giao-dien", "lien-ket", "danh-sach", "manh", "tin"]

test("every form carries the whole address", () => {
  for (const form of FORMS) assert.ok(snippet({ ...WANTED, form }).includes("https://hoc-vien.example/chuan/nhung/xem/hieu-luc/11-qd-tw/"), form)
})

test("every form but the bare address has a link outside of its frame, no address a fragment", () => {
  for (const form of FORMS) {
    const told = snippet({ ...WANTED, form })
    if (!form.startsWith("dia-chi")) assert.match(told.replace(/<iframe.*?<\/iframe>/g, ""), /<a href="https:[^"#]*">/, form)
    assert.doesNotMatch(told.replace(/&#?\w+;/g, ""), /#/, form)
  }
})

test("nothing stands between the tags of a frame, no element closes itself", () => {
  for (const form of FORMS) {
    const told = snippet({ ...WANTED, form })
    assert.doesNotMatch(told, /\/>/, form)
    assert.doesNotMatch(told, /<iframe[^>]*>[^<]/, form)
  }
})

test("a title cannot break out of its place", () => {
  assert.ok(snippet({ ...WANTED, form: "khung" }).includes('title="Quy định «11» &amp; &quot;khác&quot; &lt;b&gt;"'))
})

test("the element names what it shows, a page by its address", () => {
  assert.match(snippet(WANTED), /<truong-chuan xem="hieu-luc\/11-qd-tw" mau="9e1b20" cao="420">/)
  assert.match(snippet({ ...WANTED, place: "van-ban/11-qd-tw/" }), /xem="trang\/van-ban\/11-qd-tw"/)
  assert.match(snippet({ ...WANTED, place: "" }), /xem="trang"/)
})

test("a fragment's own addresses are written out, others stay", () => {
  const fragment = '<p><a href="van-ban/11/">11</a> <a href="https://x.example/">x</a></p>\n'
  const told = snippet({ ...WANTED, form: "manh", fragment })
  assert.equal(told, '<p><a href="https://hoc-vien.example/chuan/van-ban/11/">11</a> <a href="https://x.example/">x</a></p>')
})

test("a bare address that a portal reads by itself has no words of ours, one for a frame has them", () => {
  assert.equal(snippet({ ...WANTED, form: "dia-chi" }), "https://hoc-vien.example/chuan/nhung/xem/hieu-luc/11-qd-tw/")
  assert.match(snippet({ ...WANTED, form: "dia-chi-khung" }), /\?nhung=1&mau=9e1b20$/)
})

test("a list has every link of a fragment once, the whole page last", () => {
  const fragment = '<div><h3>x</h3><ul><li><a href="a/">A &amp; B</a> 1</li><li><a href="a/">A &amp; B</a></li><li><a href="b/">B</a></li></ul><p><a href="">Tất cả</a></p></div>'
  assert.equal(snippet({ ...WANTED, form: "danh-sach", root: "https://x.example/", fragment }),
    '<ul>\n<li><a href="https://x.example/a/">A &amp; B</a></li>\n<li><a href="https://x.example/b/">B</a></li>\n</ul>\n<p><a href="https://x.example/">Tất cả</a></p>')
})

test("a list of nothing but the way to the page calls it by its name", () => {
  const told = snippet({ ...WANTED, form: "danh-sach", fragment: '<div><p><strong>34</strong> x</p><p><a href="tien-do/">Xem</a></p></div>', title: "Con số <1> $&" })
  assert.equal(told, '<p><a href="https://hoc-vien.example/chuan/tien-do/">Con số &lt;1&gt; $&amp;</a></p>')
})

test("a feed is told by its address, where there is none a link is", () => {
  const feed = "https://hoc-vien.example/chuan/theo-doi/van-ban.xml"
  assert.equal(snippet({ ...WANTED, form: "tin", feed }), feed)
  assert.match(snippet({ ...WANTED, form: "tin" }), /<a href=/)
})

test("a frame that is minded begins as high as it was seen, whatever its width", () => {
  const heights = [900, 850, 800, 700, 650, 400, 380, 360]
  assert.match(snippet({ ...WANTED, heights }), / cao="900 850 800 700 650 400 380 360">/)
  assert.match(snippet({ ...WANTED, heights, form: "khung-ma" }), / data-cao="900 850 800 700 650 400 380 360" /)
  assert.match(snippet({ ...WANTED, heights, form: "giao-dien" }), /\?nhung=1&amp;mau=9e1b20&amp;cao=900-850-800-700-650-400-380-360">/)
  assert.doesNotMatch(snippet({ ...WANTED, heights, form: "khung" }), /cao/)
})

test("a frame that nobody minds shows a card whole on a phone, of a long page no more than a screen", () => {
  assert.equal(steady({ ...WANTED, heights: [222, 222, 200, 180, 152, 127, 127, 127] }), 222)
  assert.equal(steady({ ...WANTED, heights: [1800, 1700, 1500, 1200, 950, 890, 800, 760] }), 800)
  assert.equal(steady({ ...WANTED, heights: [9000, 8500, 8000, 7000, 6000, 6000, 5500, 5000] }), 900)
  assert.equal(steady(WANTED), 420)
})
