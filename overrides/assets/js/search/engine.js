// @ts-check
// A query → results: reads it, fetches what it needs, lets it be ranked, and says what was understood.

import { around, mark, parts } from "./marks.js"
import { ask, day, fits, numbered, pinpoint, wordOf } from "./query.js"
import { best, inARow, layer, placeIn, rarity } from "./rank.js"
import { loadHead, storeOf } from "./store.js"
import { lexiconOf, meantByKeys } from "./lexicon.js"
import { exact, fold, words, written } from "./text.js"

/** @typedef {import("./query.js").Word} Word */
/** @typedef {import("./lexicon.js").Meaning} Meaning */
/** @typedef {import("./rank.js").Pair} Pair */
/** @typedef {import("../search.js").Item} Item */
/** @typedef {import("../search.js").Results} Results */
/** @typedef {import("../search.js").SearchOptions} SearchOptions */
/** @typedef {Word & {means: Meaning[], optional?: boolean}} Asked */

/** A word in so many of the pages tells little: its list is long, and the pairs beside it stand for it… */
const DENSE = 0.3
/** …where there are enough pages for lists to be long. */
const FEW = 1500
const CANDIDATES = 200
/** Words of a sentence beyond which it is found by its rare ones. */
const LONG = 8
/** A page of less worth than this part of the best one's is no answer. */
const LEAST = 0.03
const NUMBER = 1000

/** @param {import("./chunk.js").Head} first @param {import("./store.js").Load} load @param {URL} root */
export function engineOf(first, load, root) {
  let head = first
  let lexicon = lexiconOf(head)
  let store = storeOf(head, load)
  let letters = new Set(head.letters ? head.letters.split(" ") : [])
  let synonyms = synonymsOf(head)

  /** After a failure: perhaps the site was published anew. @returns {Promise<boolean>} */
  async function renewed() {
    const fresh = await loadHead(load, true).catch(() => null)
    if (!fresh || fresh.release === head.release) return false
    head = fresh
    lexicon = lexiconOf(head)
    store = storeOf(head, load)
    letters = new Set(head.letters ? head.letters.split(" ") : [])
    synonyms = synonymsOf(head)
    return true
  }

  /** What every typed word may mean. @param {Word[]} typed @param {boolean} open @param {boolean} literal
   *  @param {import("./query.js").Numbered[]} [named] words that name a document: they mean themselves
   *  @returns {Asked[]} */
  function understood(typed, open, literal, named = []) {
    /** @type {Asked[]} */
    const made = []
    const itself = new Set(named.filter(one => one.letters.length).flatMap(one => typed.slice(one.from, one.to)))
    const runs = literal ? typed : typed.filter((one, n) => itself.has(one) || !isOfKeys(typed, n))
    runs.forEach((one, n) => {
      const last = open && n === runs.length - 1
      if (/^\d+$/.test(one.f) || literal || itself.has(one)) return made.push({ ...one, means: [as(one, 1)] })
      const keys = /\d/.test(one.run) && one.run !== one.o ? vniOf(one, typed) : meantByKeys(lexicon, one.o)
      if (keys && (keys.kind === "vni" || !lexicon.has(one.f) || lexicon.count(one.f) * 20 < lexicon.count(keys.f)))
        return made.push({ ...one, means: [keys, ...lexicon.has(one.f) && keys.kind === "telex" ? [as(one, 0.5)] : []] })
      if (lexicon.has(one.f)) return made.push({ ...one, means: [as(one, 1)] })
      if (last && lexicon.beginning(one.f, 1).length) return made.push({ ...one, means: [] })
      const near = lexicon.near(one.f).slice(0, 6)
      const pieces = one.f.length > 3 ? lexicon.split(one.f) : []
      if (pieces.length && (!near.length || pieces.length > 2 || one.f.length > 7))
        return pieces.forEach(piece => made.push({ ...wordOf(piece), phrase: one.phrase, means: [
          { f: piece, x: null, weight: 0.9, kind: "spaces" }] }))
      const joined = made.at(-1)
      if (!near.length && joined && lexicon.has(joined.f + one.f)) {
        joined.means = [{ f: joined.f + one.f, x: null, weight: 0.9, kind: "spaces" }]
        return
      }
      return made.push({ ...one, means: near.map((f, rank) => ({ f, x: null, weight: 0.7 - rank * 0.02, kind: "correction" })) })
    })
    return made
  }

  /** Digits inside a run that are keys of an input method, not numbers. @param {Word[]} typed @param {number} n */
  function isOfKeys(typed, n) {
    const one = typed[n]
    if (!one.glued) return false
    const first = typed.slice(0, n).findLast(before => !before.glued)
    return first !== undefined && first.run === one.run && vniOf(first, typed) !== null
  }

  /** `truong2` is a word with its tone, `muc1` and `kh380` are not. @param {Word} one @param {Word[]} typed */
  function vniOf(one, typed) {
    const run = one.run
    if (!/^\p{L}/u.test(run) || !/\d/.test(run) || /\d{3}|0/.test(run) || (run.match(/[1-5]/g) ?? []).length > 1) return null
    const numbers = typed.filter(other => !other.glued && /\p{L}\d/u.test(other.run)).length
    if (numbers === 1 && /^(muc|dieu|khoan|diem|phan|chuong|quy|thang|nam|lop|khoa|so|cum|ky)\d+$/.test(run)) return null
    return meantByKeys(lexicon, run)
  }

  /** @param {Word} one @param {number} weight @returns {Meaning} */
  const as = (one, weight) => ({ f: one.f, x: one.marked ? one.x : null, weight, kind: null })

  /** Readings in which a run of words is replaced by what stands for it. @param {Asked[]} asked */
  function alternatives(asked) {
    /** @type {{asked: Asked[], weight: number}[]} */
    const made = []
    for (let from = 0; from < asked.length; from++)
      for (let to = from + 1; to <= Math.min(asked.length, from + 7); to++) {
        const run = asked.slice(from, to).map(one => one.means[0]?.f ?? one.f).join(" ")
        for (const phrase of synonyms.get(run) ?? []) {
          if (!words(phrase).every(word => lexicon.has(fold(word)))) continue
          const other = words(phrase).map(o => ({ ...wordOf(o), means: [as(wordOf(o), 1)] }))
          made.push({ asked: [...asked.slice(0, from), ...other, ...asked.slice(to)], weight: 0.85 })
        }
      }
    return made.slice(0, 6)
  }

  /** Completions of the last word: after the word before it, else of the whole lexicon. @param {Asked[]} asked
   *  @param {Set<string>} missing */
  async function complete(asked, missing) {
    const last = asked.at(-1)
    if (!last || /^\d/.test(last.f) || last.phrase) return
    const begun = last.means[0]?.kind === "telex" ? last.means[0].f : last.f
    const before = asked.at(-2)?.means[0]?.f
    let found = before ? await store.beginning(before, begun, 2, missing) : []
    const whole = found.some(([name]) => name === begun) || !found.length
    const meant = last.means[0]?.x
    const known = last.means.length > 0 && (!meant || lexicon.spellings(last.f).some(one => one.told === meant))
    if (known && !whole) for (const one of last.means) one.weight *= 0.6
    found = found.filter(([name]) => name !== begun).sort((a, b) => b[1].count - a[1].count).slice(0, 6)
    let names = found.map(([name]) => name)
    if (!names.length && !known) names = lexicon.beginning(begun, 6)
    for (const f of names)
      last.means.push({ f, x: null, weight: known && whole ? 0.55 : 0.85, kind: null })
    if (!last.means.length) {
      const keys = meantByKeys(lexicon, last.o)
      last.means.push(...keys ? [keys] : lexicon.near(last.f).slice(0, 5).map(f => (
        { f, x: null, weight: 0.7, kind: /** @type {const} */ ("correction") })))
    }
  }

  /** Words whose own lists need not be fetched: the pairs beside them stand for them. @param {Asked[]} asked */
  function throughPairs(asked) {
    const through = asked.map(one => asked.length > 1 && !needsOwn(one))
    if (through.every(Boolean)) through[asked.map(counts).reduce((least, one, n, all) => one < all[least] ? n : least, 0)] = false
    if (asked.length > LONG) { // of a long sentence the rare words are enough
      const order = asked.map((one, n) => ({ n, count: counts(one) })).sort((a, b) => a.count - b.count)
      for (const { n } of order.slice(LONG - 1)) through[n] = true
    }
    return through
  }

  /** Asks for all that a reading will surely need, without waiting: later it is here. @param {Asked[]} asked
   *  @param {Set<string>} missing */
  function prepare(asked, missing) {
    const through = throughPairs(asked)
    asked.forEach((one, n) => {
      if (!through[n]) for (const meaning of one.means) void store.group(meaning.f, undefined, missing)
      for (const a of one.means.slice(0, 4))
        for (const b of asked[n + 1]?.means.slice(0, 7) ?? []) void store.group(a.f, b.f, missing)
    })
  }

  /** All lists a reading needs, fetched at once. @param {Asked[]} asked @param {boolean} all dense words as well
   *  @param {Set<string>} missing */
  async function gather(asked, all, missing) {
    const N = head.pages
    const through = all ? asked.map(() => false) : throughPairs(asked)
    const single = asked.map((one, n) => through[n] ? [] : one.means.map(async meaning => {
      const group = await store.group(meaning.f, undefined, missing)
      return group ? spelled(meaning, group) : []
    }))
    const double = asked.slice(1).map((next, n) => asked[n].means.slice(0, 4).flatMap(a => next.means.slice(0, 7).map(async b => {
      const list = (await store.group(a.f, b.f, missing))?.followers.get(b.f)
      // A pair may be rare because its words never belong together: it counts as much as they do, and some more.
      const most = rarity(N, lexicon.count(a.f) || list?.count || 1) + rarity(N, lexicon.count(b.f) || list?.count || 1) + 1
      return list ? [{ list: list.read(), rarity: Math.min(most, rarity(N, list.count)), alone: rarity(N, list.count), factor: Math.min(a.weight, b.weight), count: list.count }] : []
    })))
    const [lists, pairs] = await Promise.all([
      Promise.all(single.map(async one => (await Promise.all(one)).flat())),
      Promise.all(double.map(async one => (await Promise.all(one)).flat())),
    ])
    const positions = asked.map((one, n) => ({
      given: lists[n],
      through: through[n],
      optional: one.optional === true,
      rarity: Math.max(...lists[n].map(each => each.rarity * (each.factor < 1 ? 0.95 : 1)), through[n] ? rarity(N, counts(one)) : 0)
        || (lists[n].length ? 0.01 : Math.log(1 + N)),
    }))
    return { positions, pairs, skipped: through.some(Boolean) }
  }

  /** @param {Asked} one */
  const counts = one => Math.max(0, ...one.means.map(meaning => lexicon.count(meaning.f)))

  /** Whether a word's own lists are needed: it is rare, or its marks tell it from others. @param {Asked} one */
  function needsOwn(one) {
    if (one.phrase || one.means.length !== 1 || counts(one) < head.pages * DENSE || head.pages < FEW) return true
    const { f, x } = one.means[0]
    if (!x) return false
    const all = lexicon.spellings(f)
    const own = all.find(each => each.told === x)?.count ?? 0
    return all.some(each => each.told !== x && each.count * 20 > own)
  }

  /** The lists of a group's spellings, each as near as it is to what was typed.
   *  @param {Meaning} meaning @param {import("./chunk.js").Group} group */
  function spelled(meaning, group) {
    const N = head.pages
    const all = [...group.spellings]
    const common = rarity(N, Math.min(N, all.reduce((sum, [, list]) => sum + list.count, 0)))
    return all.map(([told, list]) => {
      const same = meaning.x === told
      return {
        list: list.read(),
        rarity: same ? common + 0.3 * (rarity(N, list.count) - common) : common,
        factor: meaning.weight * (meaning.x === null || same ? 1 : agrees(meaning.x, told) ? 0.8 : 0.4),
      }
    })
  }

  /** One reading, ranked. @param {Asked[]} asked @param {number} weight @param {Set<string>} missing */
  async function ranked(asked, weight, missing) {
    let lists = await gather(asked, false, missing)
    let made = layer(head.pages, lists.positions, lists.pairs, head.columns.titles)
    if (lists.skipped && asked.length <= LONG && full(made.cover) < 3) {
      lists = await gather(asked, true, missing)
      made = layer(head.pages, lists.positions, lists.pairs, head.columns.titles)
    }
    for (const page of lists.pairs.length > 1 ? best(made.score, CANDIDATES) : [])
      made.score[page] += inARow(page, lists.pairs) * made.cover[page]
    if (weight !== 1) for (let page = 0; page < made.score.length; page++) made.score[page] *= weight
    return { ...made, ...lists, asked }
  }

  /** An abbreviation: letters that are no syllable. @param {Asked} one */
  const isShort = one => /^[a-z]{2,9}$/.test(one.f) && (!/[aeiouy]/.test(one.f) || lexicon.count(one.f) < 3)

  /** Whether some title says what was asked: then no other words need be tried.
   *  @param {import("./rank.js").Layer} reading */
  const answered = ({ cover, titled }) => cover.some((one, page) => one > 0.999 && titled[page] > 0.6)

  /** @param {Float32Array} cover */
  function full(cover) {
    let count = 0
    for (const one of cover) if (one > 0.999) count++
    return count
  }

  /** Where two neighbours were never seen together, one slip in one of them may make a pair that was.
   *  @param {Asked[]} asked @param {(Pair & {count?: number}[])[]} pairs @param {Set<string>} missing @returns {Promise<Asked[] | null>} */
  async function repaired(asked, pairs, missing) {
    const fixed = asked.map(one => ({ ...one, means: [...one.means] }))
    let any = false
    for (let n = 0; n < pairs.length; n++) {
      const a = asked[n].means[0]?.f, b = asked[n + 1].means[0]?.f
      if (pairs[n].length || !a || !b || /^\d/.test(a) || /^\d/.test(b)) continue
      /** @type {[number, string, number][]} */
      const found = []
      const places = new Set()
      const near = lexicon.near(asked[n + 1].f).slice(0, 60)
      await Promise.all(near.map(async y => {
        if (places.add(store.placeOf(a, y)).size > 4 && !store.isHere(store.placeOf(a, y))) return
        const list = (await store.group(a, y, missing))?.followers.get(y)
        if (list) found.push([n + 1, y, list.count])
      }))
      const before = asked[n - 1]?.means[0]?.f
      await Promise.all(lexicon.near(asked[n].f).slice(0, before ? 40 : 8).map(async x => {
        if (before) {
          if (places.add(store.placeOf(before, x)).size > 8 && !store.isHere(store.placeOf(before, x))) return
          const list = (await store.group(before, x, missing))?.followers.get(x)
          if (list) found.push([n, x, list.count])
        } else {
          const list = (await store.group(x, b, missing))?.followers.get(b)
          if (list) found.push([n, x, list.count])
        }
      }))
      for (const [place, f] of found.sort((p, q) => q[2] - p[2]).slice(0, 6)) {
        if (fixed[place].means.some(one => one.f === f)) continue
        fixed[place].means.push({ f, x: null, weight: 0.6, kind: "correction" })
        any = true
      }
    }
    return any ? fixed : null
  }

  /** Pages whose own number is asked for. @param {import("./query.js").Numbered[]} found @param {number} count
   *  words of the query @param {Set<string>} missing */
  async function ownNumbers(found, count, missing) {
    /** @type {Map<number, {worth: number, label: string}>} */
    const pages = new Map()
    let from = count, to = 0
    for (const one of found) {
      const more = await store.beginning(`#${one.first}`, "", 3, missing)
      for (const [label, list] of more) {
        if (one.letters.length && !fits(label, one.letters)) continue
        const exactly = label.replaceAll("-", "") === one.letters.join("")
        for (const page of list.read().pages) {
          const worth = (one.letters.length ? NUMBER : NUMBER / 2) + (exactly ? 100 : 0)
          if (worth > (pages.get(page)?.worth ?? 0)) pages.set(page, { worth, label })
        }
        from = Math.min(from, one.from)
        to = Math.max(to, one.to)
      }
    }
    return { pages, from, to, found }
  }

  /** @param {string} query @param {SearchOptions & {light?: boolean}} options @returns {Promise<Results>} */
  async function once(query, options) {
    const { limit = 10, offset = 0, exact: literal = false, kinds, facets, signal, light } = options
    const missing = new Set()
    store.forget()
    const { words: typed, without, open } = ask(query)
    const N = head.pages
    /** @type {Results} */
    const results = {
      query,
      reading: { text: query, original: query, changed: false, kind: null },
      total: 0, items: [], facets: [], near: [], incomplete: [], release: head.release,
    }
    if (!typed.length || !N) return results
    const dated = day(query)
    const aside = pinpoint(typed)
    const named = numbered(typed, letters, head.types, aside)
    const asked = understood(typed, open, literal, named)
    prepare(asked, missing)
    const [own, datedGroup] = await Promise.all([
      ownNumbers(named, typed.length, missing),
      dated ? store.beginning(`@${dated.year}`, dated.rest, 1, missing) : [],
    ])
    const same = asked.length === typed.length
    if (same)
      asked.forEach((one, n) => {
        if (own.pages.size && n >= own.from && n < own.to || aside && n >= aside.from && n < aside.to) one.optional = true
      })
    if (open && !literal && !asked.at(-1)?.optional) await complete(asked, missing)
    signal?.throwIfAborted()
    const readings = [await ranked(asked, 1, missing)]
    if (!literal && !typed.some(one => one.phrase) && (asked.some(isShort) || asked.length < LONG && !answered(readings[0])))
      readings.push(...await Promise.all(alternatives(asked).map(async one => {
        const made = await ranked(one.asked, 1, missing)
        const weight = one.weight * Math.min(1, readings[0].sum / made.sum) // a longer name is not worth more
        for (let page = 0; page < N; page++) made.score[page] *= weight
        return made
      })))
    if (!literal && !light && asked.length > 1 && asked.length <= LONG && readings.length === 1
      && (readings[0].pairs.some(pair => !pair.length) || !full(readings[0].cover))) {
      const fixed = await repaired(asked, readings[0].pairs, missing)
      if (fixed) readings.push(await ranked(fixed, 0.9, missing))
    }
    signal?.throwIfAborted()
    const score = new Float32Array(N)
    for (const one of readings)
      for (let page = 0; page < N; page++) if (one.score[page] > score[page]) score[page] = one.score[page]
    for (const [page, { worth }] of own.pages) score[page] += worth
    for (const [, list] of datedGroup) for (const page of list.read().pages) score[page] = score[page] * 1.3 + 1
    adjust(score, typed)
    await narrow(score, { kinds, facets, without, phrases: typed.some(one => one.phrase) ? readings[0] : null }, missing)
    signal?.throwIfAborted()
    const order = best(score, Math.max(offset + limit, 30))
    const least = (score[order[0]] ?? 0) > NUMBER / 2 ? 0.5 : (score[order[0]] ?? 0) * LEAST
    const all = []
    for (let page = 0; page < N; page++) if (score[page] > least) all.push(page)
    results.total = all.length
    const shown = order.filter(page => score[page] > least).slice(offset, offset + limit)
    const chosen = readings.reduce((a, b) => (b.score[order[0]] ?? 0) > (a.score[order[0]] ?? 0) ? b : a)
    const sought = chosen.asked.flatMap(one => one.means.map(({ f, x }) => ({ f, x })))
    const cards = await Promise.all(shown.map(page => store.card(page, missing)))
    signal?.throwIfAborted()
    results.items = cards.flatMap((card, n) => card ? [item(card, shown[n], score[shown[n]], sought, aside)] : [])
    results.reading = readingOf(query, chosen.asked, results.items, own, cards[0], literal)
    if (facets) results.facets = await counted(all, missing)
    if (!literal && results.total === 0) results.near = nearTo(asked)
    results.incomplete = [...missing].map(part => `Chưa tải được ${part}; kết quả có thể còn thiếu.`)
    return results
  }

  /** What still holds before what does not; the newer of equals first; the asked year. @param {Float32Array} score
   *  @param {Word[]} typed */
  function adjust(score, typed) {
    const { kinds, years } = head.columns
    const asked = typed.filter(one => /^(19|20)\d\d$/.test(one.f)).map(one => Number(one.f) - 1900)
    for (let page = 0; page < score.length; page++) {
      if (!score[page]) continue
      if (kinds[page] & 128) score[page] *= 0.93
      if (asked.length && asked.includes(years[page])) score[page] *= 1.08
      score[page] *= 1 + years[page] / 255 * 0.004
    }
  }

  /** Takes out what was not asked for. @param {Float32Array} score
   *  @param {{kinds?: string[], facets?: {[id: string]: string[]}, without: string[], phrases: any}} by @param {Set<string>} missing */
  async function narrow(score, { kinds, facets, without, phrases }, missing) {
    if (kinds?.length) {
      const wanted = new Set(kinds)
      for (let page = 0; page < score.length; page++)
        if (!wanted.has(head.kinds[head.columns.kinds[page] & 127]?.[0])) score[page] = 0
    }
    for (const word of without) {
      const group = await store.group(fold(word), undefined, missing)
      for (const [told, list] of group?.spellings ?? [])
        if (fold(word) === exact(word) || told === exact(word)) for (const page of list.read().pages) score[page] = 0
    }
    if (phrases) quoted(score, phrases)
    const picked = Object.entries(facets ?? {}).filter(([, values]) => values.length)
    if (!picked.length) return
    const told = await store.facets(missing)
    for (const [id, values] of picked) {
      if (!told?.[id]) continue
      const rows = rowsOf(told, id)
      const places = new Set(values.map(value => told[id][0].findIndex((/** @type {string[]} */ one) => one[0] === value)))
      for (let page = 0; page < score.length; page++) if (!rows[page].some(one => places.has(one))) score[page] = 0
    }
  }

  /** Words in quotation marks stand one after the other, with the marks that were typed.
   *  @param {Float32Array} score @param {Awaited<ReturnType<typeof ranked>>} reading */
  function quoted(score, { asked, positions, pairs }) {
    for (let page = 0; page < score.length; page++) {
      if (!score[page]) continue
      for (let n = 0; n < asked.length && score[page]; n++) {
        if (!asked[n].phrase) continue
        const next = asked[n + 1]?.phrase === asked[n].phrase
        const told = positions[n].through && (next || asked[n - 1]?.phrase === asked[n].phrase) // by its pairs
        const here = told || positions[n].given.some(one => one.factor > 0.6 && placeIn(one.list.pages, page) >= 0)
        const follows = !next || pairs[n].some(one => placeIn(one.list.pages, page) >= 0)
        if (!here || !follows) score[page] = 0
      }
    }
  }

  /** @param {any} told @param {string} id @returns {number[][]} */
  const rowsOf = (told, id) => told[id].rows ??= told[id][1].split(";").map((/** @type {string} */ one) => one ? one.split(",").map(Number) : [])

  /** @param {number[]} pages @param {Set<string>} missing @returns {Promise<Results["facets"]>} */
  async function counted(pages, missing) {
    const told = await store.facets(missing)
    if (!told) return []
    return head.facets.map(([id, label]) => {
      const [values] = told[id], rows = rowsOf(told, id), count = new Uint32Array(values.length)
      for (const page of pages) for (const one of rows[page]) count[one]++
      const made = values.map((/** @type {string[]} */ [value, label], /** @type {number} */ n) => ({ value, label, count: count[n] }))
      return { id, label, values: made.filter((/** @type {any} */ one) => one.count).sort((/** @type {any} */ a, /** @type {any} */ b) =>
        id === "year" ? b.value.localeCompare(a.value) : b.count - a.count || a.label.localeCompare(b.label, "vi")) }
    })
  }

  /** @param {any[]} card @param {number} page @param {number} score @param {{f: string, x: string | null}[]} sought
   *  @param {import("./query.js").Pinpoint | null} aside @returns {Item} */
  function item([path, title, summary, date, states, , places], page, score, sought, aside) {
    const [id, label] = head.kinds[head.columns.kinds[page] & 127] ?? ["", ""]
    const place = aside ? placed(places, aside.steps) : named(places, title, sought)
    return {
      url: new URL(path, root).href,
      title,
      titleParts: parts(title, sought),
      kind: { id, label },
      badges: states.map((/** @type {number} */ one) => ({ label: head.badges[one][0], tone: head.badges[one][1] })),
      summaryParts: parts(summary, sought),
      clause: place ? { id: place[0], label: place[1], url: new URL(`${path}#${place[0]}`, root).href } : null,
      date: date || null,
      score,
    }
  }

  /** @param {string} query @param {Asked[]} asked @param {Item[]} items @param {any} own @param {any[] | null} card
   *  @param {boolean} literal @returns {Results["reading"]} */
  function readingOf(query, asked, items, own, card, literal) {
    const told = { text: query, original: query, changed: false, kind: /** @type {any} */ (null) }
    if (literal) return told
    const seen = new Map()
    for (const { title, summaryParts } of items.slice(0, 5))
      for (const word of words(`${title} ${summaryParts.map(one => one.text).join("")}`))
        if (!seen.has(fold(word))) seen.set(fold(word), word.toLowerCase())
    const text = asked.map(one => {
      const meant = one.means[0]
      if (!meant || meant.kind === null && meant.f === one.f) return one.o
      told.changed = true
      told.kind ??= meant.kind
      return meant.x ? written(meant.x) : seen.get(meant.f) ?? written(lexicon.usual(meant.f))
    }).join(" ")
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

  /** Other spellings for a query that found nothing. @param {Asked[]} asked */
  function nearTo(asked) {
    const made = new Set()
    asked.forEach((one, n) => {
      for (const f of lexicon.near(one.f).slice(0, 3))
        made.add(asked.map((other, m) => m === n ? written(lexicon.usual(f)) : other.o).join(" "))
    })
    return [...made].slice(0, 5)
  }

  /** @param {string} query */
  function soughtBy(query) {
    const { words: typed, open } = ask(query)
    return understood(typed, open, false).flatMap(one => [{ f: one.f, x: one.marked ? one.x : null }, ...one.means])
  }

  return {
    get release() { return head.release },
    /** @param {string} query @param {SearchOptions & {light?: boolean}} options @returns {Promise<Results>} */
    async search(query, options = {}) {
      options.signal?.throwIfAborted()
      const found = await once(String(query ?? ""), options)
      if (!found.incomplete.length || !await renewed()) return found
      return once(String(query ?? ""), options)
    },
    /** @param {Item} found @param {string} query */
    async snippet(found, query) {
      const sought = soughtBy(query)
      const summary = found.summaryParts.map(one => one.text).join("")
      try {
        const answer = await fetch(found.url)
        if (!answer.ok) return found.summaryParts
        const page = new DOMParser().parseFromString(await answer.text(), "text/html")
        const article = page.querySelector("article, main") ?? page.body
        for (const one of article.querySelectorAll("nav, script, style, h1, [data-search-exclude]")) one.remove()
        const from = found.clause ? page.getElementById(found.clause.id) : null
        const whole = [from, article].map(one => (one?.textContent ?? "").replace(/\s+/g, " ").trim())
        return around(whole[1] || summary, sought, 220)
      } catch {
        return found.summaryParts
      }
    },
    /** @param {Element} root @param {string} query */
    markHits: (root, query) => mark(root, soughtBy(query)),
  }
}

/** Whether a spelling has all the marks that were typed, and perhaps more: `duong` and `dương` agree with `đường`.
 *  @param {string} typed @param {string} told */
function agrees(typed, told) {
  const tone = (/** @type {string} */ one) => /[1-5]$/.exec(one)?.[0] ?? ""
  const a = [...typed.replace(/[1-5]$/, "")], b = [...told.replace(/[1-5]$/, "")]
  return (!tone(typed) || tone(typed) === tone(told)) && a.length === b.length
    && a.every((letter, n) => letter === b[n] || letter === fold(b[n]))
}

/** The place whose id has the asked steps, the shortest first. @param {[string, string][]} places @param {string[]} steps */
function placed(places, steps) {
  const fit = places.filter(([id, label]) => {
    const parts = id.split(".")
    return steps.every(step => parts.includes(step) || id === step || id.startsWith(`${step}-`) && !/^\d|^[ivxl]+(-|$)/.test(id.slice(step.length + 1)))
      || steps.length === 1 && words(fold(label)).slice(0, 2).join("-") === steps[0]
  })
  return fit.sort((a, b) => a[0].split(".").length - b[0].split(".").length || a[0].length - b[0].length)[0]
}

/** The place whose label says more of the query than the title does. @param {[string, string][]} places
 *  @param {string} title @param {{f: string, x: string | null}[]} sought */
function named(places, title, sought) {
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

/** @param {import("./chunk.js").Head} head @returns {Map<string, string[]>} folded phrase → what stands for it */
function synonymsOf(head) {
  const made = new Map()
  for (const group of head.synonyms)
    for (const one of group) {
      const key = words(fold(one)).join(" ")
      made.set(key, [...made.get(key) ?? [], ...group.filter(other => other !== one)])
    }
  return made
}
