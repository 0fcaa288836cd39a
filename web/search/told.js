// @ts-check
// Pages → what a reader is told: results with their hits and places, how the query was read, what else to try.

import { parts } from "./marks.js"
import { fold, words, written } from "./text.js"

/** @typedef {import("./opened.js").Opened} Opened */
/** @typedef {import("./meaning.js").Asked} Asked */
/** @typedef {import("./marks.js").Sought} Sought */
/** @typedef {import("./contract.js").Item} Item */
/** @typedef {import("./contract.js").Results} Results */

/** @param {Opened} opened @param {URL} root @param {any[]} card @param {number} page @param {number} score
 *  @param {Sought[]} sought @param {import("./query.js").Pinpoint | null} aside
 *  @param {string} [former] what is a part of it now, as `exact` gives it @returns {Item} */
export function item({ head }, root, [path, title, summary, date, states, , places, , about], page, score, sought, aside, former) {
  const [id, label] = head.kinds[head.columns.kinds[page] & 127] ?? ["", ""]
  const place = aside ? placed(places, aside.steps) : placeNamed(places, title, sought)
  return {
    url: new URL(path, root).href,
    title,
    titleParts: parts(title, sought),
    kind: { id, label },
    badges: states.map((/** @type {number} */ one) => badge(head.badges[one])),
    summaryParts: parts(summary, sought),
    clause: place ? { id: place[0], label: place[1], url: new URL(`${path}#${place[0]}`, root).href } : null,
    passages: [],
    note: former ? `Nay gồm cả ${proper(former)}` : null,
    about: about || null,
    date: date || null,
    score,
  }
}

/** A name as it is written: `binh1 dương` → «Bình Dương». @param {string} name */
const proper = name => name.split(" ").map(word => { const made = written(word); return made.slice(0, 1).toUpperCase() + made.slice(1) }).join(" ")

/** @param {[string, string, boolean?]} told @returns {Item["badges"][0]} */
const badge = ([label, tone, gone]) => ({ label, tone, gone: Boolean(gone) })

/** The place whose id has the asked steps, the shortest first. @param {[string, string][]} places @param {string[]} steps */
export function placed(places, steps) {
  const fit = places.filter(([id, label]) => {
    const parts = id.split(".")
    return steps.every(step => parts.includes(step) || id === step || id.startsWith(`${step}-`) && !/^\d|^[ivxl]+(-|$)/.test(id.slice(step.length + 1)))
      || steps.length === 1 && words(fold(label)).slice(0, 2).join("-") === steps[0]
  })
  return fit.sort((a, b) => a[0].split(".").length - b[0].split(".").length || a[0].length - b[0].length)[0]
}

/** The place whose label says more of the query than the title does. @param {[string, string][]} places
 *  @param {string} title @param {Sought[]} sought */
function placeNamed(places, title, sought) {
  const wanted = new Set(sought.map(one => one.f))
  const count = (/** @type {string} */ text) => new Set(words(fold(text)).filter(one => wanted.has(one))).size
  const inTitle = count(title)
  let most = Math.max(inTitle, Math.ceil(wanted.size / 2)), found = null
  for (const place of places) {
    const here = count(place[1])
    if (here > most) {
      most = here
      found = place
    }
  }
  return found
}

/** How the query was read. @param {Opened} opened @param {string} query @param {Asked[]} asked @param {Item[]} items
 *  @param {import("./numbers.js").Own} own @param {any[] | null} card of the first page
 *  @returns {Results["reading"]} */
export function readingOf({ lexicon }, query, asked, items, own, card) {
  const told = { text: query, original: query, changed: false, kind: /** @type {any} */ (null) }
  const seen = new Map()
  for (const { title, summaryParts } of items.slice(0, 5))
    for (const word of words(`${title} ${summaryParts.map(one => one.text).join("")}`))
      if (!seen.has(fold(word))) seen.set(fold(word), word.toLowerCase())
  const first = new Set(items.slice(0, 1).flatMap(one => words(fold(one.title))))
  const text = asked.map(one => {
    const meant = one.means.find(other => first.has(other.f)) ?? one.means[0]
    if (!meant || meant.kind === null || one.lost) return one.o
    told.changed = true
    told.kind ??= meant.kind
    return meant.x ? written(meant.x) : seen.get(meant.f) ?? written(lexicon.usual(meant.f))
  }).join(" ")
  if (!items.length) return { ...told, changed: false, kind: null }
  if (told.changed) return { ...told, text }
  const corrected = asked.findIndex(one => one.means.some(meant => meant.kind === "correction"))
  if (corrected >= 0 && items.length) {
    const better = asked.map(one => {
      if (one.means.length < 2 || seen.has(one.f)) return one.o
      const meant = one.means.find(other => other.kind === "correction" && seen.has(other.f))
      return meant ? seen.get(meant.f) : one.o
    }).join(" ")
    const before = asked.map(one => one.o).join(" ")
    if (better !== before) return { ...told, text: better, changed: true, kind: "correction" }
  }
  if (own.pages.size === 1 && card?.[5] && own.found.length === 1) {
    const typed = asked.slice(own.found[0].from, own.found[0].to).map(one => one.o).join("")
    if (fold(typed) !== words(fold(card[5])).join("")) return { ...told, text: card[5], changed: true, kind: "number" }
  }
  return told
}
