// @ts-check
// What a reader works on: the assessment as it stands, kept at every change, undone step by step. Screens ask it and are
// told when something changed; it knows no element of the page.
import { whole } from "../core/file.js"
import { known, results } from "../core/results.js"
import { withOwn } from "../core/own.js"
import { changed, inverse } from "../core/state.js"
import { Keeper } from "../storage/keeper.js"

/** @typedef {import("../core/state.js").Assessment} Assessment */
/** @typedef {import("../core/state.js").Change} Change */
/** @typedef {import("../storage/keeper.js").Store} Store */
/** @typedef {import("../storage/keeper.js").Kept} Kept */
/** @typedef {import("../model.js").Published} Published */

/** Steps that can be taken back. */
const STEPS = 200

export class App {
  /** @type {Keeper | undefined} */
  #keeper
  /** @type {(() => void)[]} */
  #listeners = []
  /** @type {Change[][]} */
  #undo = []
  /** @type {import("../core/results.js").Result | undefined} */
  #result
  /** @type {Map<string, import("../core/results.js").Line> | undefined} */
  #lines
  /** @type {{[id: string]: string} | undefined} */
  #known
  /** @type {import("../model.js").CriteriaSet | undefined} */
  #criteria
  #due = false

  /** How keeping goes; `memory` where the browser lets nothing be kept. @type {Kept | "memory"} */
  kept = "kept"
  /** Changes since the work was last saved to a file. */
  unsaved = 0
  /** @type {Date | undefined} */
  at

  /** @param {Published} published @param {Store | undefined} store @param {Assessment} assessment
   *  @param {{begins?: boolean, later?: (deed: () => void) => void}} how a beginning is written down at once; what is
   *    kept is kept at every key, what is shown may wait for the next frame */
  constructor(published, store, assessment, { begins = false, later = deed => deed() } = {}) {
    this.published = published
    this.later = later
    this.assessment = whole(assessment)
    this.#keeper = store && new Keeper(store, assessment.id)
    if (!this.#keeper) this.kept = "memory"
    else if (begins) this.kept = this.#keeper.replace(assessment)
  }

  /** The set, with what the school added to it. */
  get criteria() {
    return this.#criteria ??= this.#set()
  }

  #set() {
    const found = this.published.sets.find(one => one.id === this.assessment.set) ?? this.published.sets[0]
    if (!found) throw new Error("no criteria set")
    return withOwn(found, this.assessment.own)
  }

  get level() { return this.criteria.levels.find(one => one.number === this.assessment.level) }

  get result() { return this.#result ??= results(this.published, this.criteria, this.assessment) }

  /** Every chỉ tiêu of the level, by its id. */
  get lines() { return this.#lines ??= new Map(this.result.parts.flatMap(part => part.lines).map(line => [line.indicator.id, line])) }

  /** The quantities that can be used. */
  get known() { return this.#known ??= known(this.criteria, this.assessment) }

  get canUndo() { return this.#undo.length > 0 }

  /** @param {string[]} at @param {unknown} value */
  put(at, value) { this.putAll([{ at, value }]) }

  /** @param {Change[]} changes */
  putAll(changes) {
    const back = changes.map(one => inverse(this.assessment, one)).reverse()
    const [only] = changes, [last] = this.#undo.at(-1) ?? []
    const goesOn = changes.length === 1 && this.#undo.at(-1)?.length === 1 && last?.at.join() === only?.at.join()
    if (!goesOn) this.#undo.push(back)
    if (this.#undo.length > STEPS) this.#undo.shift()
    this.#apply(changes)
  }

  undo() {
    const back = this.#undo.pop()
    if (back) this.#apply(back)
    return back
  }

  /** @param {Change[]} changes */
  #apply(changes) {
    this.assessment = changes.reduce((whole, one) => changed(whole, one), this.assessment)
    this.unsaved += 1
    this.at = new Date()
    if (this.#keeper) this.kept = this.#keeper.keep(changes, this.assessment)
    this.#changed()
  }

  /** Write the whole down, as when the page is left. */
  settle() {
    if (!this.#keeper || this.kept === "other") return
    this.kept = this.#keeper.settle(this.assessment)
  }

  /** This tab's state over another tab's, or over what could not be kept. */
  insist() {
    if (this.#keeper) this.kept = this.#keeper.replace(this.assessment)
    this.#changed()
  }

  /** Another state altogether, as opened from a file. @param {Assessment} assessment */
  become(assessment) {
    this.assessment = assessment
    this.#undo = []
    this.insist()
  }

  saved() {
    this.unsaved = 0
    this.#changed()
  }

  erase() { this.#keeper?.erase() }

  /** @param {() => void} listener told after every change, until the screen changes */
  on(listener) { this.#listeners.push(listener) }

  /** The screen is another: its listeners go. */
  quiet() { this.#listeners = [] }

  #changed() {
    this.#result = this.#lines = this.#known = this.#criteria = undefined
    if (this.#due) return
    this.#due = true
    this.later(() => {
      this.#due = false
      for (const one of [...this.#listeners]) one()
    })
  }
}
