// @ts-check
// An index that is open: its first file, and what is made of it once. Frozen: a new release is a new one.

import { lexiconOf } from "./lexicon.js"
import { phrasesOf } from "./named.js"
import { storeOf } from "./store.js"
import { fold, words } from "./text.js"

/**
 * @typedef {object} Opened
 * @property {import("./chunk.js").Head} head
 * @property {import("./lexicon.js").Lexicon} lexicon
 * @property {import("./store.js").Store} store
 * @property {Set<string>} letters parts of document numbers
 * @property {Map<string, string[]>} synonyms folded phrase → what stands for it
 * @property {import("./named.js").Name[]} around what may stand around a bare name, the longest first
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
    serials: new Set(head.serials ? head.serials.split(" ") : []),
  })
}

/** @param {import("./chunk.js").Head} head @returns {Map<string, string[]>} */
function synonymsOf(head) {
  const made = new Map()
  for (const group of head.synonyms)
    for (const one of group) {
      const key = words(fold(one)).join(" ")
      made.set(key, [...made.get(key) ?? [], ...group.filter(other => other !== one)])
    }
  return made
}
