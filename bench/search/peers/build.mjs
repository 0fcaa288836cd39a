// node build.mjs minisearch|lunr PAGES.jsonl FOLDER: the index of a peer, titles above headings above text.
import { readFileSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"

const require = createRequire(import.meta.url)
require("./fold.js")
const [way, source, folder] = process.argv.slice(2)
const pages = readFileSync(source, "utf8").split("\n").filter(Boolean).map(line => JSON.parse(line))

if (way === "minisearch") {
  const MiniSearch = require("minisearch")
  const index = new MiniSearch({
    fields: ["title", "heads", "text"], storeFields: ["url", "title"], tokenize: words, processTerm: term => term,
  })
  pages.forEach((page, id) => index.add({ id, ...page }))
  writeFileSync(join(folder, "index.json"), JSON.stringify(index))
} else {
  const lunr = require("lunr")
  const index = lunr(function () {
    this.pipeline.reset()
    this.searchPipeline.reset()
    this.field("title", { boost: 10 })
    this.field("text")
    pages.forEach((page, id) =>
      this.add({ id, title: words(page.title).join(" "), text: words(`${page.heads} ${page.text}`).join(" ") }))
  })
  writeFileSync(join(folder, "index.json"), JSON.stringify(index))
  writeFileSync(join(folder, "pages.json"), JSON.stringify(pages.map(page => [page.url, page.title])))
}
