// @ts-check
import assert from "node:assert/strict"
import { test } from "node:test"
import { changed, fresh } from "../core/state.js"
import { all, eraseAll, Keeper, OFTEN, PREFIX, recover, usable } from "./keeper.js"
import { packed, unpacked } from "./record.js"

/** @typedef {import("../core/state.js").Assessment} Assessment */

/** A storage that can be filled, killed after so many writes, and spoilt. */
class Disk {
  /** @type {Map<string, string>} */
  kept = new Map()
  room = Infinity
  writesLeft = Infinity
  get length() { return this.kept.size }
  /** @param {number} at */
  key(at) { return [...this.kept.keys()][at] ?? null }
  /** @param {string} key */
  getItem(key) { return this.kept.get(key) ?? null }
  /** @param {string} key @param {string} value */
  setItem(key, value) {
    if (this.writesLeft <= 0) throw new Error("killed")
    const others = [...this.kept].reduce((all, [name, text]) => all + (name === key ? 0 : name.length + text.length), 0)
    if (others + key.length + value.length > this.room) throw new DOMException("The quota has been exceeded.", "QuotaExceededError")
    this.writesLeft -= 1
    this.kept.set(key, value)
  }
  /** @param {string} key */
  removeItem(key) { this.kept.delete(key) }
}

const at = ["quantities", "giang-vien"]

/** Types 1, 2, 3… until the disk dies; says the last number typed. @param {Disk} disk @param {number} many */
function typed(disk, many) {
  let assessment = fresh("x", { school: "Trường bịa" })
  const keeper = new Keeper(disk, "x")
  let last = keeper.replace(assessment) === "kept" ? 0 : -1
  for (let n = 1; n <= many && last >= 0; n += 1) {
    const change = { at, value: String(n) }
    assessment = changed(assessment, change)
    if (keeper.keep([change], assessment) !== "kept") break
    last = n
  }
  return { last, assessment, keeper }
}

/** @param {Disk} disk */
const stands = disk => Number(recover(disk, "x")?.assessment.quantities["giang-vien"] ?? 0)

test("whatever write was the last, the last keystroke is there", () => {
  for (let writes = 1; writes <= 200; writes += 1) {
    const disk = new Disk()
    disk.writesLeft = writes
    const { last } = typed(disk, 210)
    disk.writesLeft = Infinity
    const there = stands(disk)
    assert.ok(there >= last, `${writes}: ${there} < ${last}`)
    assert.equal(recover(disk, "x")?.lost, false)
  }
})

test("one spoilt slot costs nothing, whichever it is and however it is spoilt", () => {
  for (const slot of ["a", "b"])
    for (const spoil of [() => "", () => "{", (/** @type {string} */ text) => text.slice(0, -1), (/** @type {string} */ text) => text.replace("1", "2"),
      (/** @type {string} */ text) => `${text} `])
      for (const many of [1, OFTEN - 1, OFTEN, OFTEN + 1, 3 * OFTEN + 7]) {
        const disk = new Disk()
        typed(disk, many)
        const key = `${PREFIX}/1/x/${slot}`
        const before = disk.getItem(key)
        if (before === null) continue
        disk.setItem(key, spoil(before))
        const only = disk.getItem(`${PREFIX}/1/x/${slot === "a" ? "b" : "a"}`) === null
        if (only) assert.equal(recover(disk, "x"), undefined, "the only slot")
        else assert.equal(stands(disk), many, `${slot} ${many}`)
      }
})

test("a new assessment stands in both slots, so that not even its first state has one place only", () => {
  const disk = new Disk()
  const { keeper, assessment } = typed(disk, 1)
  keeper.settle(assessment)
  for (const slot of ["a", "b"]) {
    const copy = new Disk()
    copy.kept = new Map(disk.kept)
    copy.setItem(`${PREFIX}/1/x/${slot}`, "spoilt")
    assert.equal(stands(copy), 1)
  }
})

test("a spoilt line of the journal ends it, and it is said that something is lost", () => {
  const disk = new Disk()
  typed(disk, 10)
  const key = `${PREFIX}/1/x/so`
  const lines = (disk.getItem(key) ?? "").split("\n")
  disk.setItem(key, lines.map((line, n) => n === 6 ? line.replace('"6"', '"8"') : line).join("\n"))
  assert.equal(stands(disk), 5)
  assert.equal(recover(disk, "x")?.lost, true)
})

test("a full disk is told, what was kept before stays", () => {
  const disk = new Disk()
  const { keeper, assessment } = typed(disk, 20)
  disk.room = 0
  const change = { at, value: "21" }
  assert.equal(keeper.keep([change], changed(assessment, change)), "full")
  assert.equal(stands(disk), 20)
  disk.room = Infinity
  assert.equal(keeper.keep([change], changed(assessment, change)), "kept")
  assert.equal(stands(disk), 21)
})

test("a disk that is full when the whole is written keeps the journal", () => {
  const disk = new Disk()
  const { keeper, assessment } = typed(disk, OFTEN - 1)
  disk.room = [...disk.kept].reduce((sum, [key, text]) => sum + key.length + text.length, 0) + 100
  const change = { at, value: "60" }
  keeper.keep([change], changed(assessment, change))
  assert.equal(stands(disk), OFTEN)
})

test("what another tab wrote is not written over", () => {
  const disk = new Disk()
  const { keeper, assessment } = typed(disk, 3)
  const other = new Keeper(disk, "x")
  const theirs = { at: ["name"], value: "của thẻ kia" }
  assert.equal(other.keep([theirs], changed(assessment, theirs)), "kept")
  const mine = { at, value: "4" }
  assert.equal(keeper.keep([mine], changed(assessment, mine)), "other")
  assert.equal(recover(disk, "x")?.assessment.name, "của thẻ kia")
  assert.equal(keeper.replace(changed(assessment, mine)), "kept")
  assert.equal(stands(disk), 4)
  assert.equal(other.settle(assessment), "other")
})

test("another tab that begins again is noticed too", () => {
  const disk = new Disk()
  const { keeper, assessment } = typed(disk, 0)
  new Keeper(disk, "x").replace(fresh("x", { name: "kia" }))
  const mine = { at, value: "1" }
  assert.equal(keeper.keep([mine], changed(assessment, mine)), "other")
})

test("a newer edition's assessments are let alone, and counted", () => {
  const disk = new Disk()
  typed(disk, 2)
  disk.setItem(`${PREFIX}/2/y/a`, packed(1, { later: true }))
  const told = all(disk)
  assert.deepEqual([told.found.map(one => one.id), told.newer, told.unread], [["x"], 1, []])
})

test("an assessment of which nothing can be read keeps nobody from the others", () => {
  const disk = new Disk()
  typed(disk, 2)
  disk.setItem(`${PREFIX}/1/z/a`, "rác")
  disk.setItem(`${PREFIX}/1/z/b`, packed(3, null))
  assert.deepEqual([all(disk).found.length, all(disk).unread], [1, ["z"]])
})

test("a browser that refuses storage is known by it", () => {
  assert.equal(usable(() => { throw new DOMException("refused", "SecurityError") }), undefined)
  assert.equal(usable(() => null), undefined)
  const silent = new Disk()
  silent.setItem = () => undefined
  assert.equal(usable(() => silent), undefined)
  const full = new Disk()
  full.room = 0
  assert.equal(usable(() => full), full)
})

test("erasing takes away all of ours and nothing else", () => {
  const disk = new Disk()
  typed(disk, 2)
  disk.setItem("tai-lieu", "[]")
  eraseAll(disk)
  assert.deepEqual([...disk.kept.keys()], ["tai-lieu"])
})

test("a packed line is read back whole, or not at all", () => {
  for (const value of ["", "ồ ổ \u00a0\n \" \\ 🙂", { a: [1, null] }, null]) {
    const line = packed(7, value)
    assert.deepEqual(unpacked(line), { number: 7, value })
    for (let cut = 0; cut < line.length; cut += 1) assert.equal(unpacked(line.slice(0, cut)), undefined)
  }
  assert.equal(unpacked(null), undefined)
})
