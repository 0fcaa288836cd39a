// A search that answers what a test tells it to, by the contract of web/search/contract.js. All made up.
const ask = {} // the test puts its wishes here

const part = (text, hit = false) => ({ text, hit })
const wait = ms => new Promise(done => setTimeout(done, ms))
globalThis.asked = []
globalThis.read = []

const facets = [
  { id: "kind", label: "Loại mục", values: [
    { value: "van-ban", label: "Văn bản", count: 20 },
    { value: "truong", label: "Các trường", count: 5 },
  ] },
  { id: "year", label: "Năm", values: Array.from({ length: 9 }, (_, y) =>
    ({ value: String(2026 - y), label: String(2026 - y), count: y + 1 })) },
  { id: "school", label: "Các trường", values: [
    { value: "thanh-hoa", label: "Trường Chính trị tỉnh Thanh Hóa", count: 3 },
  ] },
]

export async function open(base) {
  if (ask.closed) throw new Error("không mở được")
  const item = (query, number) => ({
    url: new URL(`van-ban/${number}/`, base).href,
    title: `Mục ${number}`,
    titleParts: [part("Mục "), part(String(number)), part(ask.markup ?? "")],
    kind: { id: "van-ban", label: "Văn bản" },
    badges: number === 2 ? [{ label: "Hết hiệu lực", tone: "het", gone: true }] : [],
    summaryParts: [part(`Tóm tắt của ${query}`)],
    clause: number > 1 ? null
      : { id: "dieu-5", label: "Điều 5. Đội ngũ", url: new URL("van-ban/1/#dieu-5", base).href },
    note: number === 3 ? "Nay gồm cả Làng Mây" : null,
    about: number === 1 ? "Lò Văn Quắt ký" : null,
    date: "2021-05-09",
    score: 1,
  })
  async function search(query, { limit = 10, offset = 0, kinds, facets: wanted = {}, apart = false, exact = false, weaker = false, order } = {}) {
    asked.push({ query, kinds, facets: wanted, exact, offset, limit, weaker, order })
    await wait(ask.delays?.[query] ?? 0)
    const everything = query.includes("không có") ? 0 : 25
    const total = (Object.keys(wanted).length ? Math.min(3, everything) : everything) + (weaker ? ask.weaker ?? 0 : 0)
    const many = Math.max(0, Math.min(limit, total - offset))
    const changed = Boolean(ask.reading) && !exact
    return {
      query,
      reading: { text: changed ? ask.reading : query, original: query, changed, kind: changed ? "correction" : null },
      total,
      weaker: weaker ? 0 : ask.weaker ?? 0,
      items: Array.from({ length: many }, (_, place) => item(query, offset + place + 1)),
      facets: total ? facets : [],
      ...apart ? { everywhere: { total: everything, facets: everything ? facets : [] } } : {},
      near: total ? [] : ask.near ?? [],
      notes: ask.notes ?? [],
      incomplete: ask.incomplete ?? [],
      release: "1",
    }
  }
  return {
    release: "1",
    search,
    suggest: search,
    markHits: () => 0,
    passages: async item => ask.passages?.(item) ?? [],
    snippet: async (item, query) => {
      read.push(item.url)
      return [part("Lời văn có "), part(query, true), part(" và "), part("thêm", true)]
    },
  }
}
