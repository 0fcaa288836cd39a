// @ts-check
// Words by which people ask, and those that only join others: they say little of what is looked for. Pure.

import { exact, fold } from "./text.js"

const ASKING = "gì nào ai đâu sao mấy bao nhiêu thế chưa hả ư vậy hỏi"
const JOINING = "là có không được bị thì mà và của cho các những một với để ở như này đó kia cũng vẫn còn đã đang sẽ phải cần muốn xin"
  + " tôi em mình chúng ta ạ về khi nếu hay hoặc rồi lại ra vào lên hiện nay trên trong làm hết"
/** Without marks only these are surely such words: `may` may be `máy`, `co` may be `cơ`. */
const PLAIN = "gi nao ai dau sao nhieu khong duoc la va cua cho cac nhung voi nhu thi"

const BARE_ASKED = new Set("gi nao ai dau sao".split(" "))

const exactly = (/** @type {string} */ text) => new Set(text.split(" ").map(exact))
const ASKED = exactly(ASKING), JOINED = exactly(JOINING), BARE = new Set(PLAIN.split(" "))

/** Words that only ask together: «định nghĩa của X», «X được hiểu như thế nào»; each is a word like others alone. */
const TOGETHER = ["dinh nghia cua", "dinh nghia ve", "khai niem cua", "khai niem ve", "duoc hieu la", "duoc hieu nhu", "duoc hieu the", "quy dinh nhu the nao", "quy dinh the nao", "quy dinh gi",
  "dap ung yeu cau gi", "dap ung yeu cau nao", "dap ung nhung yeu cau gi", "yeu cau gi", "yeu cau nao",
  "co quan nao", "don vi nao", "cap nao", "nam nao", "bao lau", "mot lan",
  "bay gio", "ngay nao", "may nam", "bao nhieu ngay"]
  .map(one => one.split(" "))

/** What ends a question, «trường nào đạt mức 2 rồi», typed without marks; elsewhere it may be `rời`, `chùa`. */
const ENDING = new Set("roi chua vay nhi".split(" "))

/** @param {import("./query.js").Word[]} typed @returns {import("./query.js").Word[]} */
export function withAsking(typed) {
  /** @type {Set<number>} */
  const asks = new Set()
  const last = typed.length - 1, end = typed[last]
  if (end && !end.marked && !end.phrase && ENDING.has(end.f) && typed.slice(0, -1).some(isAsking)) asks.add(last)
  typed.forEach((_, at) => {
    for (const run of TOGETHER)
      if (run.length < typed.length && run.every((f, n) => typed[at + n]?.f === f && !typed[at + n].phrase)) run.forEach((_, n) => asks.add(at + n))
  })
  return asks.size ? typed.map((one, n) => asks.has(n) ? { ...one, asks: true } : one) : typed
}

/** @param {import("./query.js").Word} word */
export const isSmall = ({ f, x, marked, phrase, asks }) => asks || !phrase && (marked ? ASKED.has(x) || JOINED.has(x) : BARE.has(f))

/** Whether it only asks: «bao nhiêu», «thế nào». @param {import("./query.js").Word} word */
export const isAsking = ({ f, x, marked, phrase, asks }) => asks || !phrase && (marked ? ASKED.has(x) : BARE_ASKED.has(f))

/** Whether something is asked, as one asks a person. @param {import("./query.js").Word[]} typed */
export const isQuestion = typed => typed.length > 1 && typed.some(({ f, x, marked }, n) =>
  (marked ? ASKED.has(x) : ["gi", "nao", "sao", "ai"].includes(f)) || n && f === fold("không") && n === typed.length - 1)
