// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { MOST, address, isOurs, known, moved, pageAt, sent, toggled, way } from "./core.js"

const ROOT = "https://cong.example/a/b/"
/** @param {string[]} urls */
const items = (...urls) => urls.map(url => ({ url, title: url }))
const FULL = items(...Array.from({ length: MOST }, (_, n) => `p${n}/`))

test("a page of a booklet stands below the home page: no way up, out or elsewhere", () => {
  for (const url of ["van-ban/", "van-ban/11-qd-tw/", "a.b/c_d/"]) assert.ok(isOurs(url), url)
  for (const url of ["", "/", "../x/", "a/../x/", "//x/", "https://x/", "javascript:alert(1)/", "van-ban", "A/", "a//b/", "a/?x/", "%2e/", null, 7])
    assert.ok(!isOurs(url), String(url))
})

test("the page at an address is known however it was opened", () => {
  for (const end of ["", "index.html", "?tim=x", "#muc-i", "index.html?x#y"]) assert.equal(pageAt(`${ROOT}van-ban/${end}`, ROOT), "van-ban/", end)
  for (const other of [ROOT, "https://khac.example/a/b/van-ban/", "https://cong.example/a/", `${ROOT}404.html`]) assert.equal(pageAt(other, ROOT), undefined, other)
})

test("a page kept twice is let go; where there is no room, that is said", () => {
  assert.deepEqual(toggled(items("a/"), { url: "b/", title: "b/" }), items("a/", "b/"))
  assert.deepEqual(toggled(items("a/", "b/"), { url: "a/", title: "khác" }), items("b/"))
  assert.equal(toggled(FULL, { url: "moi/", title: "" }), undefined)
  assert.equal(toggled(FULL, { url: "p3/", title: "" })?.length, MOST - 1)
})

test("pages are put in another order, none is lost", () => {
  const three = items("a/", "b/", "c/")
  assert.deepEqual(moved(three, 2, 0), items("c/", "a/", "b/"))
  assert.deepEqual(moved(three, 0, 1), items("b/", "a/", "c/"))
  assert.deepEqual(moved(three, 7, 0), three)
  assert.deepEqual(three, items("a/", "b/", "c/"))
})

test("an address sends a booklet, and brings it back", () => {
  const told = address(`${ROOT}tai-lieu/`, items("van-ban/x/", "truong/y/"), "Họp tổ & giao ban")
  assert.equal(told, `${ROOT}tai-lieu/?trang=van-ban/x,truong/y&ten=H%E1%BB%8Dp+t%E1%BB%95+%26+giao+ban`)
  const { searchParams } = new URL(told)
  assert.deepEqual(sent(searchParams.get("trang") ?? ""), items("van-ban/x/", "truong/y/"))
  assert.equal(searchParams.get("ten"), "Họp tổ & giao ban")
})

test("an address brings no page from elsewhere, none twice, not too many", () => {
  assert.deepEqual(sent("../../etc/passwd,//evil.example/x,javascript:alert(1),,a/,a,a//"), items("a/"))
  assert.equal(sent(FULL.map(one => one.url).concat("moi/").join()).length, MOST)
})

test("whatever stands in storage is a list of pages, or none", () => {
  for (const told of [null, {}, "x", [null, 1, { url: "../x/" }]]) assert.deepEqual(known(told), [])
  assert.deepEqual(known([{ url: "a/", title: 7, more: 1 }]), [{ url: "a/", title: "7" }])
})

test("links stay inside where their page is bound too, else lead out", () => {
  const places = new Map([["van-ban/x/", "trang-1"], ["truong/y/", "trang-2"]])
  const from = { mark: "trang-1--", url: "van-ban/x/" }
  const leads = (/** @type {string} */ href) => way(href, from, ROOT, places)
  assert.equal(leads("#muc-i"), "#trang-1--muc-i")
  assert.equal(leads("../../truong/y/"), "#trang-2")
  assert.equal(leads("../../truong/y/?tim=x#dieu-5"), "#trang-2--dieu-5")
  assert.equal(leads("../../truong/z/#a"), "../truong/z/#a")
  assert.equal(leads("https://khac.example/x"), "https://khac.example/x")
  assert.equal(leads("mailto:a@b.example"), "mailto:a@b.example")
  for (const href of ["javascript:alert(1)", "data:text/html,x", "vbscript:x", "http://[", "file:///etc/passwd"]) assert.equal(leads(href), "#", href)
})
