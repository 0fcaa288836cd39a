// @ts-check
// Names, numbers and days that lead to their page before all that only has their words. Nothing in it is so.
import assert from "node:assert/strict"
import { test } from "node:test"
import { answer } from "./engine.js"
import { openedOf } from "./testing/opened.js"

const ROOT = new URL("https://cong.example/")
const OWN = 45, OTHER = 30, BARE = 64, FORMER = 128
const often = (/** @type {string} */ text) => Array.from({ length: 6 }, () => text).join(". ")
const PAGES = [
  { url: "nguon/suoi/", title: "Suối Trăng, Suối Trăng, Suối Trăng", text: often("Suối Trăng"), kind: "nguon" },
  { url: "hoi/", title: "Hội ở Suối Trăng", text: often("Trường làng Suối Trăng"), kind: "hoi", day: "2024-05-19" },
  { url: "truong/suoi-trang/", title: "Trường Tập hát Bà Cả", text: "Trường của Suối Trăng.", kind: "truong",
    names: /** @type {[string, number][]} */ ([["suối trăng", OWN | BARE], ["bà cả", OWN | BARE], ["bà cả suối trăng", OWN | BARE], ["ao làng", 8 | BARE | FORMER], ["truonglang example vn", OTHER]]) },
  { url: "truong/ao/", title: "Trường Tập hát Ao Làng", kind: "truong", names: /** @type {[string, number][]} */ ([["ao làng", OTHER | BARE]]) },
  { url: "truong/ha/", title: "Trường Tập hát hà tĩnh", kind: "truong", names: /** @type {[string, number][]} */ ([["hà tĩnh", OWN | BARE], ["bà hai hà tĩnh", OWN | BARE]]) },
  { url: "hoi-lang/", title: "Hội đồng làng", kind: "don-vi", names: /** @type {[string, number][]} */ ([["hội đồng làng", OWN], ["hđl", OTHER], ["tập hát", OTHER]]) },
  { url: "nghia/tap-hat/", title: "Tập hát", text: "Hát cho quen.", kind: "nghia", names: /** @type {[string, number][]} */ ([["tập hát", OTHER - 1]]) },
  { url: "moi/", title: "Có gì mới", kind: "trang", names: /** @type {[string, number][]} */ ([["có gì mới", OWN]]) },
  { url: "sanh/", title: "So sánh Quy định 11 và 12", kind: "trang", names: /** @type {[string, number][]} */ ([["so sánh quy định 11 và 12", OWN], ["so sánh 11 và 17", OWN], ["so sánh 17 và 11", OWN]]) },
  { url: "17/", title: "Quy định 17-QĐ/LM về tưới hoa", kind: "van-ban", numbers: /** @type {[string, string][]} */ ([["17", "qd-lm"]]) },
  { url: "11/", title: "Quy định 11-QĐ/LM về trồng hoa", text: "Người ký: cụ Bảy.", kind: "van-ban", day: "2024-05-19", dated: true, numbers: /** @type {[string, string][]} */ ([["11", "qd-lm"]]) },
  { url: "380/", title: "Kế hoạch 380-KH/LM mở hội", text: "Người ký: cụ Tám.", kind: "van-ban", day: "2024-06-01", dated: true, numbers: /** @type {[string, string][]} */ ([["380", "kh-lm"]]) },
  ...Array.from({ length: 30 }, (_, n) => ({ url: `chuyen-${n}/`, title: `Chuyện số ${n + 500}`, text: "Người làng xem hát rồi về. Tập hát có gì mới ở Suối Trăng, Ao Làng." })),
]
const opened = openedOf(PAGES, {
  types: { "quy dinh": "qd", "ke hoach": "kh", "nghi quyet": "nq" }, around: ["trường", "trường tập hát", "tỉnh", "tth"], explaining: ["nghia"], resting: ["nguon"],
  asked: { truong: ["bao nhiêu học trò", "địa chỉ"], "don-vi": ["nhiệm vụ"], trang: ["bảng", "của làng"] },
  synonyms: [["hội đồng", "HĐ"]],
})
/** @param {string} query @param {import("./engine.js").Options} [options] */
const ask = (query, options = {}) => answer(opened, ROOT, query, options)
/** @param {import("./contract.js").Results} found */
const first = found => found.items[0]?.url.slice(ROOT.href.length)

test("a name that is the whole query leads to its page, before pages that say it often", async () => {
  for (const query of ["suối trăng", "Suối Trăng", "suoi trang", "suoi61 trang8".replace("61", "61"), "trường suối trăng", "truong tap hat suoi trang", "tth suoi trang",
    "trường tập hát tỉnh suối trăng", "trường tập hát bà cả", "ba ca suoi trang", "trường của suối trăng", "trường ở Suối Trăng"])
    for (const light of [false, true]) assert.equal(first(await ask(query, { light })), "truong/suoi-trang/", query)
})

test("marks that were typed are meant", async () => {
  assert.notEqual(first(await ask("suối tràng")), "truong/suoi-trang/")
  assert.equal(first(await ask("trường bà hai hà tĩnh")), "truong/ha/")
  assert.equal(first(await ask("truong tap hat ba hai ha tinh")), "truong/ha/", "without marks «tinh» is no «tỉnh» there")
})

test("what is a part of another now comes first, then what it is a part of, and that is said", async () => {
  const { items } = await ask("ao làng")
  assert.deepEqual(items.slice(0, 2).map(one => [one.url.slice(ROOT.href.length), one.note]), [["truong/ao/", null], ["truong/suoi-trang/", "Nay gồm cả Ao Làng"]])
})

test("an abbreviation leads on, one inside a name too", async () => {
  for (const query of ["hđl", "HDL", "HĐ làng"]) assert.equal(first(await ask(query)), "hoi-lang/", query)
})

test("who asks what a thing is gets the page that says it first", async () => {
  assert.equal(first(await ask("tập hát")), "hoi-lang/")
  for (const query of ["tập hát là gì", "tap hat la gi", "thế nào là tập hát", "tập hát nghĩa là gì", "định nghĩa tập hát"]) assert.equal(first(await ask(query)), "nghia/tap-hat/", query)
})

test("a page is found by its name though all its words say little", async () => {
  for (const query of ["có gì mới", "co gi moi"]) assert.equal(first(await ask(query)), "moi/", query)
})

test("a name in a longer query lifts nothing", async () => {
  assert.equal(first(await ask("hội ở suối trăng")), "hoi/")
  assert.ok((await ask("suối trăng xem hát")).items[0].score < 100)
})

test("a name that is not finished leads on where few begin so", async () => {
  assert.equal(first(await ask("suối tră", { light: true })), "truong/suoi-trang/")
  assert.equal(first(await ask("tth suoi tr", { light: true })), "truong/suoi-trang/")
})

test("a pasted address leads to whose server it is", async () => {
  assert.equal(first(await ask("https://www.truonglang.example.vn/tin/1")), "truong/suoi-trang/")
})

test("a name with a number in it comes before the document of that number", async () => {
  assert.equal(first(await ask("so sánh quy định 11 và 12")), "sanh/")
  assert.equal(first(await ask("quy định 11")), "11/")
})

test("a day alone leads to the document of that day, then to what else was then", async () => {
  for (const query of ["19/5/2024", "ngày 19 tháng 5 năm 2024", "văn bản ngày 19/05/2024", "văn bản ban hành ngày 19/5/2024", "van ban ky ngay 19/5/2024", "19.5.2024"])
    assert.deepEqual((await ask(query)).items.slice(0, 2).map(one => one.url.slice(ROOT.href.length)), ["11/", "hoi/"], query)
  for (const query of ["tháng 6 2024", "6/2024"]) assert.equal(first(await ask(query)), "380/", query)
})

test("a number never means another because its day matches", async () => {
  const { items, notes } = await ask("quy định 12 ngày 19/5/2024")
  assert.ok(items.every(one => one.score < 100))
  assert.deepEqual(notes, ["Thư viện không có văn bản «quy định 12»; dưới đây là các mục có những chữ này."])
  assert.equal(first(await ask("11-QĐ/LM 19/5/2024")), "11/")
})

test("a year told behind a number is that of the document, and no part of its number", async () => {
  for (const query of ["quy định 11 qđ lm 2024", "11-QĐ/LM năm 2024", "11 qd lm 2024"]) {
    const { items, notes } = await ask(query)
    assert.deepEqual([items[0].url.slice(ROOT.href.length), notes], ["11/", []], query)
  }
  assert.match((await ask("11 qđ lm 2020")).notes[0], /^Thư viện không có văn bản «11 qđ lm» năm 2020;/)
})

test("a number among words leads to its document where it may be one", async () => {
  assert.equal(first(await ask("ai ký 380")), "380/")
  assert.equal(first(await ask("cụ nào ký 380")), "380/")
})

test("while one types, a number begun suggests those that begin so", async () => {
  assert.equal(first(await ask("38", { light: true })), "380/")
})

test("words that no page has are named before the results; while one types the last may be unfinished", async () => {
  assert.deepEqual((await ask("suối trăng quắtx", { finished: true })).notes, ["Không mục nào có chữ «quắtx»; dưới đây là các mục có chữ còn lại hoặc gần giống."])
  assert.deepEqual((await ask("xem há", { finished: false })).notes, [])
  assert.deepEqual((await ask("xem hát")).notes, [])
})

test("words that no page has side by side are named", async () => {
  assert.deepEqual((await ask("hoa cụ", { finished: true })).notes, ["Không mục nào có nguyên cụm từ «hoa cụ»; dưới đây là các mục có từng từ trong cụm đó."])
})

test("only words to leave out: it says why nothing is found", async () => {
  const { total, notes } = await ask("-làng")
  assert.equal(total, 0)
  assert.match(notes[0], /loại trừ/)
})

const LITTLE = openedOf([
  { url: "hoi/", title: "Hội làng mở cửa", text: "Trống hội vang." },
  { url: "cho/", title: "Chợ làng", text: "Chợ bán trống đồng. Người bán gạo." },
  { url: "gao/", title: "Hạt gạo", text: "Gạo trắng nước trong, cửa chợ đông." },
  { url: "lang/", title: "Tỷ lệ gạo", text: "Mỗi nhà một bát." },
  ...Array.from({ length: 30 }, (_, n) => ({ url: `chuyen-${n}/`, title: `Chuyện số ${n + 500}`, text: "Người làng xem hát rồi về." })),
], { synonyms: [["hội làng", "đình đám"], ["gạo", "rice"], ["tỷ lệ", "ratio"], ["trống đồng", "ĐB"]] })
/** @param {string} query @param {import("./engine.js").Options} [options] */
const told = (query, options = { finished: true }) => answer(LITTLE, ROOT, query, options)

test("a short query of which some word never stands beside the others is told so, as it was typed", async () => {
  for (const query of ["hội gạo", "chợ làng trắng", "hội làng gạo"])
    assert.deepEqual((await told(query)).notes, [`Không mục nào có nguyên cụm từ «${query}»; dưới đây là các mục có từng từ trong cụm đó.`])
  for (const query of ["trống hội", "chợ làng", "đình đám vang", "làng thế nào"]) assert.deepEqual((await told(query)).notes, [], query)
})

test("a few words that no page has in a row are told so, unless the first title has them all", async () => {
  assert.deepEqual((await told("người làng bán gạo")).notes, ["Không mục nào có nguyên cụm từ «người làng bán gạo»; dưới đây là các mục có từng từ trong cụm đó."])
  for (const query of ["gạo tỷ lệ", "người bán gạo", "người làng bán gạo ở đâu"]) assert.ok(!(await told(query)).notes.some(one => one.includes("nguyên cụm từ")), query)
})

test("a word in marks that no page has is named, though others are spelt like it", async () => {
  assert.deepEqual((await told("hội lảng")).notes, ["Không mục nào có chữ «lảng»; dưới đây là các mục có chữ còn lại hoặc gần giống."])
  for (const query of ["hoi lang", "hội lang"]) assert.deepEqual((await told(query)).notes, [], query)
})

test("where no page has all words, those that the first result lacks are told", async () => {
  const { items, notes } = await told("hội làng mở cửa thì bán gạo thế nào")
  assert.equal(items[0].url, `${ROOT}hoi/`)
  assert.deepEqual(notes, ["Không mục nào có đủ các chữ đã gõ; mục đầu tiên không có «bán gạo»."])
})

test("words that stand for others are not lacking, two of them at once", async () => {
  const { items, notes } = await told("rice ratio")
  assert.deepEqual([items[0].url, notes], [`${ROOT}lang/`, []])
})

test("a word in other marks is not what an abbreviation stands for", async () => {
  assert.equal((await told("đb")).items[0].url, `${ROOT}cho/`)
  assert.equal((await told("đồ đb")).items[0]?.url, `${ROOT}cho/`)
  assert.equal((await told("đề địb")).total, 0)
})

test("a type that the number has not is told, and the document of that number comes first", async () => {
  const { items, notes } = await ask("nghị quyết 380")
  assert.deepEqual([items[0].url, notes], [`${ROOT}380/`, ["Thư viện không có văn bản «nghị quyết 380»; dưới đây là các mục có những chữ này."]])
})

test("a question about a place has its school before pages that say the rest", async () => {
  for (const query of ["suối trăng hát ở đâu", "tap hat o suoi trang nhu the nao"]) assert.equal(first(await ask(query)), "truong/suoi-trang/", query)
})

test("two documents asked for side by side are their comparison, before either", async () => {
  for (const query of ["so sánh quy định 11 với 17", "QĐ 11 khác 17 thế nào", "đối chiếu 17 và 11"]) assert.equal(first(await ask(query)), "sanh/", query)
})

test("two things asked for side by side are both named first, before what has their words", async () => {
  for (const query of ["tập hát khác hội đồng làng thế nào", "so sanh hoi dong lang voi tap hat", "phân biệt tập hát và hội đồng làng"]) {
    const { items } = await ask(query)
    assert.ok(items.slice(0, 2).some(one => one.url.endsWith("/hoi-lang/")), query)
    assert.ok(items[1].score > 3000, query)
  }
  assert.ok((await ask("tập hát khác hội đồng xóm thế nào")).items[0].score < 100, "one of them has no page")
})

test("what is denied is not asked for by its name, unless the denial only asks", async () => {
  assert.ok((await ask("không tập hát thì sao")).items[0].score < 100)
  assert.equal(first(await ask("tập hát là gì không")), "hoi-lang/")
})

test("what a question is about is not asked for as an abbreviation of it", async () => {
  const index = openedOf([
    { url: "phai/", title: "Làng phải trình báo những gì", kind: "hoi" }, { url: "tb/", title: "Ký hiệu", text: "TB: trình báo.", names: [["tb", OTHER]] },
  ], { synonyms: [["trình báo", "TB"]] })
  assert.equal(first(await answer(index, ROOT, "bao lâu phải trình báo", {})), "phai/")
  assert.equal(first(await answer(index, ROOT, "TB", {})), "tb/")
})

test("a word that only a name has is no lost space", async () => {
  const index = openedOf([{ url: "nhung/", title: "Đưa đi nơi khác", names: [["nhúng vào website", OWN]] }, ...Array.from({ length: 9 }, (_, n) => ({ url: `te-${n}/`, title: "Web si te" }))])
  assert.equal(first(await answer(index, ROOT, "nhúng vào website", {})), "nhung/")
})

test("what is asked beside the name of a thing of its kind leads to the thing", async () => {
  const wanted = { "địa chỉ trường suối trăng": "truong/suoi-trang/", "dia chi truong tap hat suoi trang": "truong/suoi-trang/", "nhiệm vụ của hội đồng làng": "hoi-lang/", "bảng có gì mới của làng": "moi/" }
  for (const [query, url] of Object.entries(wanted)) assert.equal(first(await ask(query)), url, query)
  for (const query of ["địa chỉ hội đồng làng", "nhiệm vụ suối trăng"]) assert.ok((await ask(query)).items.every(one => one.score < 1000), query)
})

test("a source that comes first is told to be one, unless a sentence was asked", async () => {
  const note = "Chuyên mục chưa có mục riêng về điều này; mục đầu tiên là một nguồn có nhắc đến."
  const found = await answer(openedOf([{ url: "nguon/bao/", title: "Báo Làng: chợ phiên vùng cao", kind: "nguon" }, { url: "cho/", title: "Chợ", kind: "hoi" }], { resting: ["nguon"] }), ROOT, "chợ phiên vùng cao", {})
  assert.deepEqual([found.items[0].kind.id, found.notes], ["nguon", [note]])
  assert.ok(!(await ask("suối trăng")).notes.includes(note), "who was called has nothing to be told")
})

test("a place with one slip behind its first word leads to its school, where nothing else is asked", async () => {
  for (const query of ["trường tập hát suối trắn", "truong tap hat suoi trag"]) assert.equal(first(await ask(query)), "truong/suoi-trang/", query)
  assert.ok((await ask("trường tập hát đồng trắn")).items.every(one => one.score < 2000), "its first word is no place's")
})

test("a piece of a school's or a unit's name from its beginning leads to it, a piece of another name to what has its words", async () => {
  const index = openedOf([
    { url: "tin/", title: "Ban giữ giếng làng họp", text: often("Ban giữ giếng làng") },
    { url: "ban/", title: "Ban giữ giếng làng Hạ", kind: "don-vi", names: [["ban giữ giếng làng hạ", 44]] },
    { url: "chuyen/", title: "Chuyện kể bên giếng làng Hạ", names: [["chuyện kể bên giếng làng hạ", 41]] },
    { url: "ke/", title: "Chuyện kể bên giếng", text: often("Chuyện kể bên giếng") },
  ])
  const led = async (/** @type {string} */ query) => (await answer(index, ROOT, query, { finished: true })).items[0].url.slice(ROOT.href.length)
  assert.equal(await led("ban giữ giếng làng"), "ban/")
  assert.equal(await led("chuyện kể bên giếng"), "ke/")
})

test("of the pages of a day a source comes after what it tells of", async () => {
  const index = openedOf([
    { url: "nguon/", title: "Báo làng, 1/6/2024", kind: "nguon", day: "2024-06-01" },
    { url: "hoi/", title: "Hội làng", kind: "hoi", day: "2024-06-01" },
  ], { resting: ["nguon"] })
  assert.deepEqual((await answer(index, ROOT, "1/6/2024", {})).items.map(one => one.url.slice(ROOT.href.length)), ["hoi/", "nguon/"])
})

test("a thing of several names that no title and hardly a text has is told so, in a sentence too", async () => {
  const index = openedOf([
    { url: "tho/", title: "Thợ dệt", text: "Thợ được trả tiền công; ra quán xá thì tự lo." },
    { url: "khung/", title: "Khung cửi", text: "Thợ có bao nhiêu khung cửi một năm." },
  ], { synonyms: [["tiền công", "công xá"], ["khung cửi", "khung dệt"]] })
  const notes = async (/** @type {string} */ query) => (await answer(index, ROOT, query, { finished: true })).notes
  assert.deepEqual(await notes("thợ có bao nhiêu công xá một năm"), ["Không mục nào viết riêng về «công xá»; dưới đây là các mục có nhắc đến hoặc có những từ còn lại."])
  assert.ok(!(await notes("thợ có bao nhiêu khung dệt một năm")).some(one => one.includes("viết riêng")), "a title has another of its names")
})
