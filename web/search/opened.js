// @ts-check
// An index that is open: its first file, and what is made of it once. Frozen: a new release is a new one.

import { lexiconOf } from "./lexicon.js"
import { phrasesOf } from "./named.js"
import { storeOf } from "./store.js"
import { exact, fold, words } from "./text.js"

/**
 * @typedef {object} Opened
 * @property {import("./chunk.js").Head} head
 * @property {import("./lexicon.js").Lexicon} lexicon
 * @property {import("./store.js").Store} store
 * @property {Set<string>} letters parts of document numbers
 * @property {Map<string, {own: string[], others: string[]}[]>} synonyms folded phrase → its words as `exact` gives them, and what stands for it
 * @property {import("./named.js").Name[]} around what may stand around a bare name, the longest first
 * @property {import("./named.js").Name[]} subject what every page is about, the longest first
 * @property {(readonly [string, import("./named.js").Name[]])[]} asked of every kind what is asked of its pages beside a name
 * @property {Set<string>} serials numbers that documents have
 */

/** @param {import("./chunk.js").Head} head @param {import("./store.js").Load} load @returns {Opened} */
export function openedFrom(head, load) {
  return Object.freeze({
    head,
    lexicon: lexiconOf(head),
    store: storeOf(head, load),
    letters: new Set(head.letters ? head.letters.split(" ") : []),
    synonyms: synonymsOf(head),
    around: phrasesOf(head.around),
    subject: phrasesOf(head.subject),
    asked: Object.entries(head.asked ?? {}).map(([kind, told]) => /** @type {const} */ ([kind, phrasesOf(told)])),
    serials: new Set(head.serials ? head.serials.split(" ") : []),
  })
}

/** @param {import("./chunk.js").Head} head @returns {Opened["synonyms"]} */
export function synonymsOf(head) {
  /** @type {Opened["synonyms"]} */
  const made = new Map()
  for (const group of head.synonyms)
    for (const one of group) {
      const key = words(fold(one)).join(" ")
      made.set(key, [...made.get(key) ?? [], { own: words(one).map(exact), others: group.filter(other => other !== one) }])
    }
  return made
}
