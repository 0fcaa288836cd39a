// @ts-check
// The lists that a reading needs, fetched at once, and the pages they rank.

import { counts } from "./meaning.js"
import { layer, rarity } from "./rank.js"
import { isAsking } from "./small.js"
import { agrees } from "./text.js"

/** @typedef {import("./opened.js").Opened} Opened */
/** @typedef {import("./meaning.js").Asked} Asked */
/** @typedef {Awaited<ReturnType<typeof ranked>> & {stands?: boolean}} Ranked `stands`: its words stand for those that were typed */

/** A word in so many of the pages tells little: its list is long, and the pairs beside it stand for it… */
const DENSE = 0.3
/** …where there are enough pages for lists to be long. */
const MANY = 1500
/** What a small word counts beside the others, and one that no page has beside the usual. */
const SMALL = 0.25, UNKNOWN = 0.5
const ASKING = 0.12
/** What the words count that say what every page is about, and how many others must be left to tell what is asked of it. */
const SUBJECT = 0.5, TELLING = 2
/** Which words only say what every page is about. @param {Opened} opened @param {Asked[]} asked */
function subjectOf({ subject }, asked) {
  const found = asked.map(() => false)
  for (let at = 0; at < asked.length; at++) {
    const phrase = subject.find(one => one.every(({ f }, n) => asked[at + n]?.f === f && !asked[at + n].phrase))
    phrase?.forEach((_, n) => { found[at + n] = true })
    at += Math.max(0, (phrase?.length ?? 1) - 1)
  }
  return asked.filter((one, n) => !one.small && !found[n]).length < TELLING ? asked.map(() => false) : found
}
/** @param {Asked} one */
const littleOf = one => isAsking(one) ? ASKING : SMALL
/** Words of a sentence beyond which it is found by its rare ones. */
export const LONG = 8

/** Asks for all that a reading will surely need, without waiting: later it is here. @param {Opened} opened
 *  @param {Asked[]} asked @param {Set<string>} missing */
export function prepare(opened, asked, missing) {
  const { store } = opened
  const through = throughPairs(opened, asked)
  asked.forEach((one, n) => {
    if (!through[n]) for (const meaning of one.means) void store.group(meaning.f, undefined, missing)
    for (const a of one.means.slice(0, 4))
      for (const b of asked[n + 1]?.means.slice(0, 7) ?? []) void store.group(a.f, b.f, missing)
  })
}

/** One reading, ranked. @param {Opened} opened @param {Asked[]} asked @param {Set<string>} missing */
export async function ranked(opened, asked, missing) {
  const { head } = opened
  let lists = await gather(opened, asked, false, missing)
  let made = layer(head.pages, lists.positions, lists.pairs, head.columns.titles)
  if (lists.skipped && asked.length <= LONG && made.full < 3) {
    lists = await gather(opened, asked, true, missing)
    made = layer(head.pages, lists.positions, lists.pairs, head.columns.titles)
  }
  return { ...made, ...lists, asked: asked.map((one, n) => lists.lost[n] ? { ...one, lost: true } : one) }
}

/** @param {Opened} opened @param {Asked[]} asked @param {boolean} all dense words as well
 *  @param {Set<string>} missing */
async function gather(opened, asked, all, missing) {
  const through = all ? asked.map(() => false) : throughPairs(opened, asked)
  const [found, pairs] = await Promise.all([
    Promise.all(asked.map((one, n) => through[n] ? [] : own(opened, one, missing))),
    Promise.all(asked.slice(1).map((next, n) => between(opened, asked[n], next, missing))),
  ])
  const lost = found.map((own, n) => isGuess(asked, n) && !borneOut(own, n, pairs).length)
  const lists = found.map((own, n) => lost[n] ? faint(own, asked[n]) : isGuess(asked, n) ? borneOut(own, n, pairs) : own)
  const N = opened.head.pages, subject = subjectOf(opened, asked)
  const weight = asked.map((one, n) => one.small ? littleOf(one) : subject[n] ? SUBJECT : 1)
  const rarities = asked.map((one, n) => weight[n] * Math.max(
    ...lists[n].map(each => each.rarity * (each.factor < 1 ? 0.95 : 1)), through[n] ? rarity(N, counts(opened, one)) : 0,
    one.after && !lists[n].length ? rarity(N, Math.min(N, one.after.lists.reduce((sum, [, list]) => sum + list.count, 0))) : 0))
  const usual = rarities.reduce((a, b) => a + b, 0) / (rarities.filter(Boolean).length || 1) || Math.log(1 + N)
  const positions = asked.map((one, n) => ({
    given: weight[n] < 1 ? lists[n].map(each => ({ ...each, rarity: each.rarity * weight[n] })) : lists[n],
    through: through[n] || one.after !== undefined,
    optional: one.optional === true,
    titling: !one.small ? 1 : isAsking(one) ? 0 : SMALL,
    // What no page has makes no page worthless.
    rarity: rarities[n] || (lists[n].length ? 0.01 : usual * UNKNOWN),
  }))
  const beside = pairs.map((pair, n) => subject[n] && subject[n + 1] ? pair.map(one => ({ ...one, rarity: one.rarity * SUBJECT, alone: one.alone * SUBJECT })) : pair)
  return { positions, pairs: beside, lost, skipped: through.some(Boolean) }
}

/** The lists of one word, in all its meanings. @param {Opened} opened @param {Asked} one
 *  @param {Set<string>} missing */
async function own({ head, store }, one, missing) {
  return (await Promise.all(one.means.map(async meaning => {
    const group = await store.group(meaning.f, undefined, missing)
    return group ? spelled(head.pages, meaning, group) : []
  }))).flat()
}

/** The lists of two neighbours, in all their meanings. @param {Opened} opened @param {Asked} one @param {Asked} next
 *  @param {Set<string>} missing */
async function between({ head, lexicon, store }, one, next, missing) {
  const N = head.pages, little = one.small && next.small ? SMALL : one.small || next.small ? 2 * SMALL : 1
  const a = one.means[0]?.f ?? ""
  const begun = (next.after?.lists ?? []).filter(([b]) => next.means.every(other => other.f !== b)).map(([b, list]) => {
    const alone = rarity(N, list.count)
    return { list, rarity: Math.min(alone, rarity(N, lexicon.count(b) || list.count)), alone, factor: next.after?.weight ?? 0, a, b }
  })
  const whole = (await Promise.all(one.means.slice(0, 4).flatMap(a => next.means.slice(0, 7).map(async b => {
    const list = (await store.group(a.f, b.f, missing))?.followers.get(b.f)
    if (!list) return []
    const alone = rarity(N, list.count)
    // A pair may be rare because its words never belong together: it counts as much as they do, and some more.
    const most = rarity(N, lexicon.count(a.f) || list.count) + rarity(N, lexicon.count(b.f) || list.count) + 1
    return [{ list, rarity: little * Math.min(most, alone), alone, factor: Math.min(a.weight, b.weight), a: a.f, b: b.f }]
  })))).flat()
  return [...whole, ...begun]
}

/** Whether a word beside others is only guessed at. @param {Asked[]} asked @param {number} n */
const isGuess = (asked, n) => asked.length > 1 && asked[n].means.length > 0
  && asked[n].means.every(one => one.kind === "correction" || one.kind === "spaces")

/** Of a guessed word what its neighbours bear out. @param {Awaited<ReturnType<typeof own>>} lists @param {number} n
 *  @param {Awaited<ReturnType<typeof between>>[]} pairs */
function borneOut(lists, n, pairs) {
  const seen = new Set([...pairs[n - 1]?.map(one => one.b) ?? [], ...pairs[n]?.map(one => one.a) ?? []])
  return lists.filter(one => seen.has(one.f))
}

/** A guess that nothing bears out hardly counts; pieces of a word not at all. @param {Awaited<ReturnType<typeof own>>} lists
 *  @param {Asked} one */
const faint = (lists, one) => one.means[0].kind === "spaces" ? []
  : lists.map(one => ({ ...one, rarity: one.rarity * 0.3, factor: one.factor * 0.5 }))

/** Words whose own lists need not be fetched: the pairs beside them stand for them. @param {Opened} opened
 *  @param {Asked[]} asked */
function throughPairs(opened, asked) {
  const through = asked.map(one => asked.length > 1 && !needsOwn(opened, one))
  const count = asked.map(one => counts(opened, one))
  if (through.every(Boolean)) through[count.reduce((least, one, n) => one < count[least] ? n : least, 0)] = false
  if (asked.length > LONG) { // of a long sentence the rare words are enough
    const order = count.map((count, n) => ({ n, count })).sort((a, b) => a.count - b.count)
    for (const { n } of order.slice(LONG - 1)) through[n] = true
  }
  return through
}

/** Whether a word's own lists are needed: it is rare, or its marks tell it from others. @param {Opened} opened
 *  @param {Asked} one */
function needsOwn(opened, one) {
  const { head, lexicon } = opened
  if (one.phrase || one.means.length !== 1 || counts(opened, one) < head.pages * DENSE || head.pages < MANY) return true
  const { f, x } = one.means[0]
  if (!x) return false
  const all = lexicon.spellings(f)
  const own = all.find(each => each.told === x)?.count ?? 0
  return all.some(each => each.told !== x && each.count * 20 > own)
}

/** The lists of a group's spellings, each as near as it is to what was typed. @param {number} N pages
 *  @param {import("./lexicon.js").Meaning} meaning @param {import("./chunk.js").Group} group */
function spelled(N, meaning, group) {
  const all = [...group.spellings]
  const common = rarity(N, Math.min(N, all.reduce((sum, [, list]) => sum + list.count, 0)))
  return all.map(([told, list]) => {
    const same = meaning.x === told
    return {
      f: meaning.f,
      list,
      rarity: same ? common + 0.3 * (rarity(N, list.count) - common) : common,
      factor: meaning.weight * (meaning.x === null || same ? 1 : agrees(meaning.x, told) ? 0.8 : 0.4),
    }
  })
}
