// @ts-check
// The whole way of a query, on a made-up index. Nothing in it is so.
import assert from "node:assert/strict"
import { test } from "node:test"
import { answer } from "./engine.js"
import { complete, understood } from "./meaning.js"
import { ask as read } from "./query.js"
import { readingsOf } from "./readings.js"
import { openedOf } from "./testing/opened.js"

const ROOT = new URL("https://cong.example/a/")
const TYPES = { "quy dinh": "qd", "ke hoach": "kh" }
const PAGES = [
  { url: "01/", title: "Quy định 01-QĐ/LM về trồng hoa", text: "Tưới nước mỗi sáng.", kind: "van-ban", year: "2024",
    numbers: /** @type {[string, string][]} */ ([["1", "qd-lm"]]), places: /** @type {[string, string][]} */ ([["dieu-5", "Điều 5. Tưới nước"]]) },
  { url: "380-a/", title: "Kế hoạch 380-KH/LM mở hội", text: "Hội ba ngày.", kind: "van-ban", year: "2023", numbers: /** @type {[string, string][]} */ ([["380", "kh-lm"]]) },
  { url: "380-b/", title: "Kế hoạch 380-KH/LG đào giếng", text: "Đào sâu mười thước.", kind: "van-ban", year: "2022", numbers: /** @type {[string, string][]} */ ([["380", "kh-lg"]]) },
  { url: "380-c/", title: "Quyết định 380-QĐ/LN lập chợ", text: "Chợ họp sớm.", kind: "van-ban", year: "2025", numbers: /** @type {[string, string][]} */ ([["380", "qd-ln"]]) },
  { url: "nhac/", title: "01-QĐ/LM", text: "Quy định 01-QĐ/LM. Kế hoạch 380-KH/LM." },
  { url: "gieng/", title: "Chuyện kể bên giếng", text: "Bà lão giữ chiếc gầu đồng suốt bốn mươi năm." },
  { url: "ao/", title: "Chuyện kể bên ao", text: "Bà lão không giữ gì. Chiếc gầu kia bốn mươi năm." },
  { url: "truong/", title: "Trường làng", text: "Trường chính trị của làng dạy hát." },
  { url: "trang/", title: "Trăng làng", text: "Trăng tròn, trống vang." },
  { url: "duong/", title: "Họ Dương", text: "Cụ Dương kể chuyện." },
  { url: "di/", title: "Con đường", text: "Đường đi ra giếng." },
  { url: "cu/", title: "Hướng dẫn đắp đê", gone: true },
  { url: "moi/", title: "Hướng dẫn đắp đê" },
  ...Array.from({ length: 30 }, (_, n) => ({ url: `chuyen-${n}/`, title: `Chuyện số ${n + 500}`, text: "Người làng xem hát rồi về." })),
]
const SYNONYMS = [["tưới nước", "nhúng khăn"], ["mở hội", "HMH"]]
const opened = openedOf(PAGES, { synonyms: SYNONYMS, types: TYPES }), plain = openedOf(PAGES, { types: TYPES })

/** @param {string} query @param {import("./engine.js").Options} [options] */
const ask = (query, options = {}, index = opened) => answer(index, ROOT, query, options)
/** @param {import("./contract.js").Results} found */
const urls = found => found.items.map(one => one.url.slice(ROOT.href.length))

test("one word finds its pages, with marks and without", async () => {
  for (const [query, url] of [["trăng", "trang/"], ["trang", "trang/"], ["thước", "380-b/"], ["đường", "di/"], ["Dương", "duong/"]])
    assert.equal(urls(await ask(query))[0], url, query)
})

test("one word that says little beside others is still looked for alone", async () => {
  for (const [query, url] of [["không", "ao/"], ["gì", "ao/"], ["của", "truong/"]])
    assert.deepEqual(urls(await ask(query)), [url], query)
})

test("one word with a slip, or by keys, is read as what is there, and that is said", async () => {
  for (const [query, kind] of [["thưcớ", "correction"], ["thưcớ ", "correction"], ["thuwowsc", "telex"], ["thuo7c1", "vni"]]) {
    const { items, reading } = await ask(query)
    assert.equal(items[0]?.url, `${ROOT}380-b/`, query)
    assert.deepEqual([reading.changed, reading.kind, reading.text], [true, kind, "thước"], query)
  }
})

test("one word that is like none is not taken for another one of its length", async () => {
  for (const query of ["quắt", "xyzwv", "trieu"]) {
    const { total, reading } = await ask(query)
    assert.deepEqual([total, reading.changed], [0, false], query)
  }
})

test("a slip is mended only to what is one slip away", async () => {
  const { reading } = await ask("trườgn chính trị")
  assert.equal(reading.text, "trường chính trị")
  assert.equal((await ask("trxxng chính trị")).reading.changed, false)
  assert.equal((await ask("trườgn chính trị", { exact: true })).reading.changed, false)
})

test("another name finds the page, and finds nothing where nobody wrote it down", async () => {
  for (const [query, url] of [["nhúng khăn", "01/"], ["nhung khan", "01/"], ["HMH", "380-a/"]]) {
    assert.equal(urls(await ask(query))[0], url, query)
    assert.deepEqual(urls(await ask(query, {}, plain)), [], query)
    assert.deepEqual(urls(await ask(query, { exact: true })), [], query)
  }
  assert.ok(!urls(await ask("nhúng khăn")).includes("380-a/"), "only what it stands for")
})

test("another name is tried beside what was typed, and is not what was typed", async () => {
  const asked = understood(opened, read("nhúng khăn").words, false, false)
  const how = { literal: false, light: false, phrases: false }
  assert.equal((await readingsOf(opened, asked, how, new Set())).length, 2)
  assert.equal((await readingsOf(plain, asked, how, new Set())).length, 1)
  assert.equal((await readingsOf(opened, asked, { ...how, literal: true }, new Set())).length, 1)
})

test("a number leads to its documents, those before all others that repeat its words", async () => {
  assert.deepEqual(urls(await ask("kh 380")).slice(0, 2).sort(), ["380-a/", "380-b/"])
  assert.equal(urls(await ask("qđ 380"))[0], "380-c/")
  assert.equal(urls(await ask("qđ 380 mở hội"))[0], "380-c/", "no document of other letters has that number")
  assert.deepEqual(urls(await ask("01-QĐ/LM")).slice(0, 2), ["01/", "nhac/"])
})

test("a number and words: of the documents with that number the one with the words", async () => {
  for (const [query, url] of [["kh 380 giếng", "380-b/"], ["kh 380 hội", "380-a/"], ["đào giếng kế hoạch 380", "380-b/"], ["380 mở hội", "380-a/"]])
    assert.equal(urls(await ask(query))[0], url, query)
})

test("a number and words: pages with the words alone are found as well", async () => {
  const found = urls(await ask("kh 380 giếng"))
  assert.ok(found.includes("gieng/"), "the words are still asked for")
  assert.ok(!found.includes("duong/"))
})

test("a pasted text finds its page, whatever numbers stand in it; who begins with a number asks for the document", async () => {
  const said = "Cụ Bảy kể rằng theo Quy định 01-QĐ/LM thì mỗi nhà trong xóm góp một gánh phân và hai buổi tát nước"
  const index = openedOf([...PAGES, { url: "ke/", title: "Chuyện cụ Bảy", text: said }, { url: "ke-2/", title: "Chuyện góp phân", text: "Quy định 01-QĐ/LM của làng về góp phân và tát nước" }], { types: TYPES })
  assert.equal(urls(await answer(index, ROOT, said, {}))[0], "ke/")
  assert.equal(urls(await answer(index, ROOT, "Quy định 01-QĐ/LM của làng về góp phân và tát nước", {}))[0], "01/")
  assert.equal(urls(await answer(index, ROOT, "mỗi nhà góp gì theo qđ 01", {}))[0], "01/", "a few words are asked of the document")
  const other = "Cụ Tám bảo theo Quy định 01-QĐ/LM thì nhà nào cũng được miễn tát nước hai buổi mỗi tháng giêng"
  assert.equal(urls(await answer(index, ROOT, other, {}))[0], "01/", "no page has that text")
})

test("letters that no document of a number has are told, the document of that number stands first", async () => {
  const { items, notes } = await ask("01-KH/LG", { finished: true })
  assert.equal(items[0].url, `${ROOT}01/`)
  assert.deepEqual(notes, ["Thư viện không có văn bản «01-kh/lg»; dưới đây là các mục có những chữ này."])
  assert.deepEqual((await ask("01-QĐ/LM", { finished: true })).notes, [])
})

test("a number that is no document's is a word like others", async () => {
  assert.equal(urls(await ask("chuyện 512"))[0], "chuyen-12/")
})

test("a place is led to, of the page that has it", async () => {
  assert.equal((await ask("điều 5 qđ 01")).items[0].clause?.id, "dieu-5")
  assert.equal((await ask("qđ 01")).items[0].clause, null)
})

test("what no longer holds comes after what does", async () => {
  assert.deepEqual(urls(await ask("đắp đê")), ["moi/", "cu/"])
})

test("quoted words stand one after the other; where no page has them so, anywhere, and that is said", async () => {
  assert.deepEqual(urls(await ask('"chiếc gầu đồng"')), ["gieng/"])
  const { reading, items } = await ask('"gầu chiếc đồng"')
  assert.ok(items.length && reading.changed)
})

test("what is left out is not found", async () => {
  assert.ok(urls(await ask("gầu", { limit: 50 })).includes("ao/"))
  assert.ok(!urls(await ask("gầu -ao", { limit: 50 })).includes("ao/"))
})

test("an unfinished word is completed after the word before it", async () => {
  assert.equal(urls(await ask("kể bên giế"))[0], "gieng/")
  assert.equal(urls(await ask("kể bên a"))[0], "ao/")
})

test("facets count apart what their own choice leaves out", async () => {
  const { facets, total, everywhere } = await ask("làng hát giếng", { kinds: ["bai"], facets: {}, apart: true, limit: 50 })
  assert.ok(total < (everywhere?.total ?? 0))
  assert.deepEqual(facets[0].values.map(one => one.value).sort(), ["bai", "van-ban"])
  assert.equal((await ask("làng hát giếng", { kinds: ["bai"], facets: {} })).facets[0].values.length, 1)
  assert.equal((await ask("làng", {})).everywhere, undefined)
})

/** @template T @param {T} one @returns {T} */
function frozen(one) {
  if (one && typeof one === "object" && !ArrayBuffer.isView(one) && !Object.isFrozen(one)) {
    Object.freeze(one)
    Object.values(one).forEach(frozen)
  }
  return one
}

test("what would be no other question is not tried", async () => {
  const how = { literal: false, light: false, phrases: false }
  for (const other of ["trường làng hát", "trường chinh chiến"]) {
    const index = openedOf(PAGES, { synonyms: [["trường", other]] })
    const asked = understood(index, read("trường ").words, false, false)
    assert.equal((await readingsOf(index, asked, how, new Set())).length, 1, other)
  }
})

test("what was asked is not changed on its way", async () => {
  for (const query of ["kể bên giế", "kh 380 giế", "truwowfng chính trị", "nhúng khă", "mo ho", "trườgn chính tr"]) {
    const asked = frozen(understood(opened, read(query).words, true, false))
    const completed = frozen(await complete(opened, asked, new Set()))
    assert.notEqual(completed, asked, query)
    assert.notEqual(completed.at(-1)?.begun, undefined)
    await readingsOf(opened, completed, { literal: false, light: false, phrases: false }, new Set())
  }
})

test("what has only some of the words is told apart, and taken in when it is asked for", async () => {
  const index = openedOf([
    { url: "a/", title: "Giếng", text: "giếng làng" }, ...Array.from({ length: 30 }, (_, n) => ({ url: `b${n}/`, title: "Ao", text: n ? "ao trong vườn nhà ông" : "làng làng" })),
  ])
  const { total, weaker, items } = await answer(index, ROOT, "giếng làng", { weaker: false })
  assert.deepEqual([total, weaker, items.length], [1, 1, 1])
  const all = await answer(index, ROOT, "giếng làng", {})
  assert.deepEqual([all.total, all.weaker, all.items.length], [2, 0, 2])
})

test("the newest first, what has no day last; only what was found", async () => {
  const index = openedOf(["2021-05-19", "", "2023", "2022-01"].map((day, n) => ({ url: `${n}/`, title: `Giếng ${n}`, day })).concat({ url: "x/", title: "Ao", day: "2026" }))
  assert.deepEqual(urls(await answer(index, ROOT, "giếng", { order: "day" })), ["2/", "3/", "0/", "1/"])
})

test("any text is answered", async () => {
  for (const query of ["", " ", "?", '""', "-", "\ud800", "__proto__ constructor", "điều khoản", "a".repeat(10_000), "làng ".repeat(500), "9".repeat(400)])
    assert.deepEqual((await ask(query, { facets: { constructor: ["x"] } })).incomplete, [], query.slice(0, 20))
})

test("a long page is led into: to the place that was named, else to the one that answers", async () => {
  const said = ["Người làng rửa chân ở cầu ao.", "Trâu ăn lúa thì nộp một gánh thóc.", "Hội mở ba ngày."]
  const within = said.map((text, n) => ({ id: `dieu-${n + 1}`, label: `Điều ${n + 1}`, text }))
  const index = openedOf([
    { url: "le/", title: "Lệ làng", text: said.join("\n"), numbers: [["45", "ql"]], within },
    { url: "khac/", title: "Chuyện khác", text: "Trâu ăn cỏ" },
  ])
  const first = async (/** @type {string} */ query, /** @type {object} */ how = {}) => (await answer(index, ROOT, query, how)).items[0]
  assert.deepEqual((await first("trâu ăn lúa nộp gì")).passages.map(one => one.clause.id), ["dieu-2"])
  assert.equal((await first("trâu ăn lúa nộp gì")).clause?.url, "https://cong.example/a/le/#dieu-2")
  assert.match((await first("trâu ăn lúa")).passages[0].parts.map(one => one.text).join(""), /một gánh thóc/)
  assert.equal((await first("điều 3 45-ql")).clause?.id, "dieu-3")
  assert.equal((await first("45-ql")).clause, null)
  assert.equal((await first("45-ql hội mở mấy ngày")).clause?.id, "dieu-3")
  assert.deepEqual((await first("trâu ăn lúa", { passages: 0 })).passages, [])
  assert.deepEqual((await first("trâu ăn lúa", { light: true })).passages, [])
})

test("documents of a type and a year come first; that there is none is said, and the list of the type comes first", async () => {
  const index = openedOf([
    { url: "tin/", title: "Công văn năm 2024 được nhắc", text: "Công văn năm 2024, công văn năm 2022.", day: "2024-02-01" },
    { url: "cv/", title: "Công văn 7-CV/LM xin giống", text: "Xin giống lúa.", kind: "van-ban", day: "2022-05-01", dated: true },
    { url: "kh/", title: "Kế hoạch mở hội", text: "Công văn kèm theo.", kind: "van-ban", day: "2022-06-01", dated: true },
    { url: "loai/", title: "Văn bản, loại: Công văn", names: [["các công văn", 48]] },
    { url: "moi-nam/", title: "Văn bản theo năm", names: [["văn bản theo năm", 48]] },
  ], { types: { "cong van": "cv", "ke hoach": "kh" } })
  for (const query of ["công văn năm 2022", "cong van 2022", "công văn ban hành năm 2022"])
    assert.deepEqual([urls(await ask(query, {}, index))[0], (await ask(query, {}, index)).notes], ["cv/", []], query)
  for (const [query, url] of [["công văn năm 2024", "loai/"], ["văn bản năm 2021", "moi-nam/"]]) {
    const found = await ask(query, {}, index)
    assert.equal(urls(found)[0], url, query)
    assert.match(found.notes[0], /^Không (công văn|văn bản) nào trong thư viện ghi ngày trong năm 202/, query)
  }
})

test("a place in a document that the library lacks is said, not led to another one", async () => {
  for (const query of ["điều 5 kế hoạch trồng hoa", "khoản 2 điều 5 quy định mở hội"])
    assert.match((await ask(query)).notes[0] ?? "", /^Thư viện không có văn bản nào tên là «(kế hoạch trồng hoa|quy định mở hội)»/, query)
  for (const query of ["điều 5 quy định trồng hoa", "điều 5 kế hoạch đào giếng", "điều 5 giữ giếng"])
    assert.doesNotMatch((await ask(query)).notes.join(), /văn bản nào tên là/, query)
})

test("of two things set side by side the one named first comes first", async () => {
  const index = openedOf([{ url: "a/", title: "Luống 1", names: [["luống 1", 48]] }, { url: "b/", title: "Luống 2", text: "Luống 2 khác luống 1: so sánh.", names: [["luống 2", 48]] }])
  assert.deepEqual(urls(await ask("luống 1 khác luống 2 thế nào", {}, index)).slice(0, 2), ["a/", "b/"])
  assert.deepEqual(urls(await ask("so sánh luống 2 với luống 1", {}, index)).slice(0, 2), ["b/", "a/"])
})

test("pages of a kind asked for by its name and when come first; that there is none is said", async () => {
  const index = openedOf([
    { url: "tin/", title: "Hội làng tháng 8/2025 được nhắc", text: "Hội làng tháng 8/2025. Hội làng năm 2025.", day: "2025-08-02", kind: "bai" },
    { url: "hoi/ao/", title: "Tát ao", kind: "hoi", year: "2025", day: "2025-08-15" },
    { url: "hoi/dinh/", title: "Mở cửa đình", kind: "hoi", year: "2024", day: "2024-01-15" },
    { url: "hoi/", title: "Hội làng", kind: "trang", names: [["hội làng", 48]] },
  ])
  for (const query of ["hội làng tháng 8/2025", "tháng 8/2025 có hội làng gì", "hội làng năm 2025"]) assert.equal(urls(await ask(query, {}, index))[0], "hoi/ao/", query)
  const none = await ask("hội làng tháng 3/2025", {}, index)
  assert.equal(urls(none)[0], "hoi/")
  assert.deepEqual(none.notes, ["Không hội làng nào trong thư viện ghi ngày trong tháng 3/2025; mời xem danh sách ở mục đầu tiên."])
})

test("a number with the year of its day finds its document; with another year, that it lacks is said", async () => {
  const index = openedOf([
    { url: "01/", title: "Quy định 01-QĐ/LM về trồng hoa", kind: "van-ban", day: "2021-05-19", dated: true, numbers: [["1", "qd-lm"]] },
    { url: "nhac/", title: "Chuyện qđ1/2021", text: "Theo qđ1/2021 thì trồng hoa năm 2021." },
  ], { types: TYPES })
  for (const query of ["qđ1/2021", "quy định 1/2021", "QĐ 01/2021"]) assert.equal(urls(await ask(query, {}, index))[0], "01/", query)
  assert.match((await ask("qđ1/2019", {}, index)).notes[0], /^Thư viện không có văn bản/)
  assert.equal(urls(await ask("01-QĐ/LM ngày bao nhiêu", {}, index))[0], "01/")
  assert.deepEqual((await ask("01-QĐ/LM ngày bao nhiêu", {}, index)).notes, [])
})

test("a document that a question only goes by is not the answer to it", async () => {
  const index = openedOf([...PAGES, { url: "xu-ly/", title: "Nhà nào không tưới hoa đủ buổi thì làm gì", text: "Theo Quy định 01-QĐ/LM về trồng hoa." }], { types: TYPES })
  assert.equal(urls(await ask("nhà không tưới hoa đủ buổi mỗi tháng thì làm gì theo Quy định 01", {}, index))[0], "xu-ly/")
  assert.equal(urls(await ask("tưới hoa mấy buổi theo Quy định 01", {}, index))[0], "01/")
})

test("what every page is about says little beside what is asked of it", async () => {
  const pages = [
    { url: "chung/", title: "Làng chuẩn là gì", text: "Làng chuẩn nuôi lợn. Ong bay." },
    { url: "ong/", title: "Chuyện kể về nuôi ong", text: "Thùng nuôi ong. Làng ta. Giữ chuẩn." },
    ...Array.from({ length: 30 }, (_, n) => ({ url: `ke-${n}/`, title: `Chuyện số ${n + 500}`, text: "Người ta xem hát rồi về." })),
  ]
  const worth = async (/** @type {string[]} */ subject) => {
    const { items } = await ask("nuôi ong làng chuẩn", {}, openedOf(pages, { subject }))
    return items.map(one => [one.url.slice(ROOT.href.length), one.score])
  }
  const [declared, usual] = [await worth(["làng chuẩn"]), await worth([])]
  assert.equal(usual[0][0], "chung/")
  assert.equal(declared[0][0], "ong/")
  assert.equal(urls(await ask("làng chuẩn", {}, openedOf(pages, { subject: ["làng chuẩn"] })))[0], "chung/", "alone it is what was asked")
})

test("what no page has as it is spelled stands for nothing, and is not told of as if it had been typed", async () => {
  const pages = [{ url: "vuon/", title: "Thay cỏ trong vườn", text: "Mới nhất là thay cỏ." }, { url: "hat/", title: "Chuyện hát", text: "Người dạy kể chuyện." },
    ...Array.from({ length: 20 }, (_, n) => ({ url: `c-${n}/`, title: `Chuyện số ${n + 500}`, text: "Người làng xem hát. Trẻ dạy nhau." }))]
  const found = await ask("vườn người dạy", { finished: true }, openedOf(pages, { synonyms: [["người dạy", "thầy cô"]] }))
  assert.deepEqual(found.notes.filter(one => /thầy|cô/.test(one)), [])
  const held = openedOf([...pages, { url: "thay/", title: "Thầy cô", text: "Thầy cô của làng." }], { synonyms: [["người dạy", "thầy cô"]] })
  assert.ok(urls(await ask("làng người dạy", {}, held)).includes("thay/"))
})

test("a number that no document of its type has is told of in a question too; that of a work is no number for sure", async () => {
  const types = { "quy dinh": "qd", "ke hoach": "kh", "bao cao": "bc", "nghi quyet": "nq" }
  const index = openedOf([...PAGES, { url: "nop/", title: "Khi nào nộp báo cáo", text: "Báo cáo theo 01-QĐ/LM nộp mỗi năm." }], { types, works: ["ke hoach", "bao cao"] })
  const unheld = (/** @type {string} */ number) => `Thư viện không có văn bản «${number}»; dưới đây là các mục có những chữ này.`
  for (const query of ["ai ký nghị quyết 01", "nghị quyết 01 nói gì"]) {
    const found = await ask(query, { finished: true }, index)
    assert.deepEqual(found.notes, [unheld("nghị quyết 01")], query)
    assert.equal(urls(found)[0], "01/", query)
  }
  assert.deepEqual((await ask("nghị quyết 01 về đào giếng làng", { finished: true }, index)).notes, [unheld("nghị quyết 01")])
  const asked = await ask("khi nào nộp báo cáo 01", { finished: true }, index)
  assert.equal(urls(asked)[0], "nop/")
  assert.ok(asked.notes.every(one => !one.includes("«báo cáo 01»")), asked.notes.join())
})
