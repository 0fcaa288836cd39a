// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { asks, cleaned, framed, ours, path, plain, secretOf, shown } from "./address.js"

const ROOT = "https://hoc-vien.example/chuan/"
const url = (/** @type {string} */ told) => new URL(told, ROOT)

test("what editors do to an address is undone", () => {
  for (const [told, meant] of [
    ["”https://x.example/a/”", "https://x.example/a/"],
    ["“van-ban-moi”", "van-ban-moi"],
    [" 'a' ", "a"],
    ["https://x.example/?nhung=1&amp;mau=aa0000&amp;chu=co-chan", "https://x.example/?nhung=1&mau=aa0000&chu=co-chan"],
    ["https://x.example/?amp;nhung=1", "https://x.example/?nhung=1"],
  ]) assert.equal(cleaned(String(told)), meant)
})

test("only what lies below the section is ours", () => {
  assert.equal(ours(`${ROOT}van-ban/?nhung=1`, ROOT)?.pathname, "/chuan/van-ban/")
  for (const told of [
    "https://hoc-vien.example/khac/", "https://hoc-vien.example.evil.example/chuan/", "http://hoc-vien.example/chuan/",
    "https://a:b@hoc-vien.example/chuan/", `${ROOT}../khac/`, "javascript:alert(1)", "data:text/html,x", "https://[", "//evil.example/chuan/",
  ]) assert.equal(ours(told, ROOT), null, told)
})

test("a link asks for a frame by its query or by naming a part", () => {
  assert.ok(asks(url("van-ban/?nhung=1"), ROOT))
  assert.ok(asks(url("nhung/xem/so-lieu/"), ROOT))
  assert.ok(!asks(url("van-ban/"), ROOT))
  assert.ok(!asks(url("nhung/"), ROOT))
})

test("a frame's address holds everything in its query, nothing after the sign", () => {
  const told = framed(url("van-ban/11/#muc-ii.4"), { ma: "t", mau: "aa0000", chu: "", "giao-dien": null })
  assert.equal(told, `${ROOT}van-ban/11/?nhung=1&ma=t&mau=aa0000&neo=muc-ii.4`)
  assert.equal(framed(url("a/#?secret=abc"), {}), `${ROOT}a/?nhung=1`)
})

test("the address for readers has nothing of the frame", () => {
  assert.equal(plain(url("a/?nhung=1&ma=t&q=x&tiep=1&wp=s#muc")), `${ROOT}a/?q=x#muc`)
  assert.equal(plain(url("a/?nhung=1#?secret=s")), `${ROOT}a/`)
  assert.equal(plain(url("a/?nhung=1#muc#?secret=s")), `${ROOT}a/#muc`)
  assert.equal(path(url("a/?nhung=1&mau=00ff00#muc"), ROOT), "a/")
})

test("a name leads to a part or a page of the section, and nowhere else", () => {
  assert.equal(shown("hieu-luc/11-qd-tw", ROOT)?.href, `${ROOT}nhung/xem/hieu-luc/11-qd-tw/`)
  assert.equal(shown("”van-ban-moi”", ROOT)?.href, `${ROOT}nhung/xem/van-ban-moi/`)
  assert.equal(shown("trang/van-ban/11-qd-tw", ROOT)?.href, `${ROOT}van-ban/11-qd-tw/`)
  assert.equal(shown("trang", ROOT)?.href, ROOT)
  for (const told of ["", "../../x", "trang/../x", "https://evil.example", "a b", "A", "//evil.example/x", "a//../b"])
    assert.ok(shown(told, ROOT)?.href.startsWith(ROOT) ?? true, told)
  assert.equal(shown("../../x", ROOT), null)
})

test("a name is found however people and editors write it", () => {
  for (const told of [
    "Hieu-Luc/11-QD-TW", " hieu-luc/11-qd-tw ", "hieu-luc%2F11-qd-tw", "/hieu-luc/11-qd-tw/", "nhung/xem/hieu-luc/11-qd-tw/",
    `${ROOT}nhung/xem/hieu-luc/11-qd-tw/`, "HIEU-LUC%2f11-qd-tw/",
  ]) assert.equal(shown(told, ROOT)?.href, `${ROOT}nhung/xem/hieu-luc/11-qd-tw/`, told)
  assert.equal(shown("trang/van-ban/?loai=Quy-Dinh#dau", ROOT)?.href, `${ROOT}van-ban/?loai=Quy-Dinh#dau`)
  for (const told of ["%2e%2e/x", "a/%2e%2e/b", "a%2f..%2fb", "%", "a b", "https://evil.example/nhung/xem/so-lieu/", "a/./b"])
    assert.equal(shown(told, ROOT), null, told)
})

test("a first height goes to nobody's address, a fragment that is none breaks nothing", () => {
  assert.equal(framed(url("a/?nhung=1&cao=640"), {}), `${ROOT}a/?nhung=1`)
  assert.equal(plain(url("a/?nhung=1&cao=640")), `${ROOT}a/`)
  assert.equal(framed(url("a/#%zz"), {}), `${ROOT}a/?nhung=1`)
})

test("of several secrets the last counts", () => {
  assert.equal(secretOf("#?secret=one"), "one")
  assert.equal(secretOf("#muc#?secret=one#?secret=two"), "two")
  assert.equal(secretOf("#muc"), "")
})
