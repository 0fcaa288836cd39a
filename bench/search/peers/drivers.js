// @ts-check
// Every search behind the same two calls: `prepare()`, then `ask(words)` → addresses of the best ten, best first.

const script = src => new Promise((ok, no) => {
  const made = document.createElement("script")
  Object.assign(made, { src, onload: ok, onerror: no })
  document.head.append(made)
})
const json = async path => (await fetch(path)).json()
const short = url => new URL(url, location.href).pathname.slice(1) + new URL(url, location.href).hash

/** A worker that answers one message at a time. */
function talk(src) {
  const worker = new Worker(src)
  return message => new Promise((ok, no) => {
    worker.onmessage = ({ data }) => ok(data)
    worker.onerror = fault => no(new Error(fault.message))
    worker.postMessage(message)
  })
}

const DRIVERS = {
  async portal() {
    const hints = { "js/search.js": ["modulepreload", "script"], "search/index.bin": ["preload", "fetch"] }
    for (const [path, [rel, as]] of Object.entries(hints)) // as theme.js does where a field takes the focus
      document.head.append(Object.assign(document.createElement("link"), { rel, as, crossOrigin: "anonymous", href: `/assets/${path}` }))
    const { open } = await import("/assets/js/search.js")
    const search = await open(location.origin + "/")
    return async (text, limit) => {
      const { items, notes } = await search.search(text, { limit, finished: true })
      const rows = items.map(one => [short(one.url), one.clause ? short(one.clause.url) : ""])
      return Object.assign(rows, { said: notes.length > 0 })
    }
  },
  async minisearch() {
    const text = fetch("/index.json").then(answer => answer.text())
    await Promise.all([script("/minisearch.js"), script("/fold.js")])
    const index = MiniSearch.loadJSON(await text, {
      fields: ["title", "heads", "text"], storeFields: ["url", "title"], tokenize: words, processTerm: term => term,
    })
    const how = {
      boost: { title: 4, heads: 1.5 }, prefix: (_, at, all) => at === all.length - 1, fuzzy: term => term.length > 4 && 0.2,
    }
    return (text, limit) => {
      const all = index.search(text, { ...how, combineWith: "AND" })
      const found = all.length ? all : index.search(text, { ...how, combineWith: "OR" })
      return found.slice(0, limit).map(one => [one.url, ""])
    }
  },
  async lunr() {
    const files = Promise.all([json("/index.json"), json("/pages.json")])
    await Promise.all([script("/lunr.js"), script("/fold.js")])
    const [raw, pages] = await files
    const index = lunr.Index.load(raw)
    return (text, limit) => {
      const terms = words(text)
      const found = index.query(query => terms.forEach((term, at) => {
        query.term(term, { boost: 10, usePipeline: false })
        if (at === terms.length - 1)
          query.term(term, { boost: 3, usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING })
        if (term.length > 4) query.term(term, { boost: 1, usePipeline: false, editDistance: 1 })
      }))
      return found.slice(0, limit).map(one => [pages[+one.ref][0], ""])
    }
  },
  async pagefind() {
    const pagefind = await import("/pagefind/pagefind.js")
    await pagefind.init()
    return async (text, limit) => {
      const { results } = await pagefind.search(text)
      const best = await Promise.all(results.slice(0, limit).map(one => one.data()))
      return best.map(one => [short(one.url).replace(/index\.html$/, ""), ""])
    }
  },
  async material(worker) {
    const send = talk(worker)
    const index = await json("/search/search_index.json")
    await send({ type: 0, data: { ...index, options: { suggest: false } } })
    return async (text, limit) => {
      const { data } = await send({ type: 2, data: text })
      return data.items.slice(0, limit).map(group => [group[0].location.split("#")[0], ""])
    }
  },
  async zensical(worker) {
    const send = talk(worker)
    const index = await json("/search.json")
    await send({ type: 0, data: index })
    const filter = { input: { type: "operator", data: { operator: "and", operands: [] } }, aggregation: { input: [] } }
    return async (text, limit) => {
      const { data } = await send({ type: 2, data: { input: text, filter } })
      const pages = data.items.map(one => index.items[one.id].location.split("#")[0])
      return [...new Set(pages)].slice(0, limit).map(url => [url, ""])
    }
  },
}

const [way, worker] = location.hash.slice(1).split("=")
let answer
/** From nothing to the first ten addresses. */
globalThis.first = async text => {
  const begun = performance.now()
  answer = await DRIVERS[way](worker)
  const found = await answer(text, 10)
  return { ms: performance.now() - begun, found }
}
/** `said`: it told what no page has. */
globalThis.ask = async text => {
  const begun = performance.now()
  const found = await answer(text, 10)
  return { ms: performance.now() - begun, found, said: Boolean(found.said) }
}
globalThis.ready = true
