// @ts-check
// A workbook (.xlsx) as sheets of cells: only what cells hold, formulas by their last result. What would unpack to more than
// a workbook of ours could ever be is refused before it is unpacked. Pure.
import { strFromU8, unzipSync } from "fflate"
import { Refused } from "../core/file.js"

/** @typedef {import("./workbook.js").Cell} Cell */

/** Bytes of all parts unpacked, rows of a sheet, columns of a row. */
export const UNPACKED = 30_000_000, ROWS = 5000, COLUMNS = 100
const WANTED = /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/
const ENTITIES = /** @type {{[name: string]: string}} */ ({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" })

/** @param {Uint8Array} bytes @returns {{sheets: Map<string, Cell[][]>, faults: string[]}} @throws {Refused} */
export function unpacked(bytes) {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new Refused("Đây là bảng tính kiểu cũ (.xls) hoặc có mật khẩu. Mở bằng Excel rồi lưu thành .xlsx, không đặt mật khẩu.")
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new Refused("Đây không phải bảng tính .xlsx.")
  const parts = unzipped(bytes), workbook = parts["xl/workbook.xml"]
  if (!workbook) throw new Refused("Tệp này không phải bảng tính: có thể là tệp Word hoặc tệp nén khác.")
  const targets = new Map(tags(text(parts["xl/_rels/workbook.xml.rels"]), "Relationship").map(one => [attribute(one, "Id"), attribute(one, "Target")]))
  const shared = elements(text(parts["xl/sharedStrings.xml"]), "si").map(([, inside]) => stringOf(inside))
  /** @type {string[]} */
  const faults = []
  const sheets = tags(text(workbook), "sheet").map(one => {
    const name = attribute(one, "name"), target = targets.get(attribute(one, "r:id")) ?? ""
    const part = parts[target.startsWith("/") ? target.slice(1) : `xl/${target}`]
    return /** @type {[string, Cell[][]]} */ ([name, part ? cellsOf(text(part), shared, name, faults) : []])
  })
  return { sheets: new Map(sheets), faults }
}

/** @param {Uint8Array} bytes */
function unzipped(bytes) {
  let whole = 0
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!WANTED.test(name)) return false
        whole += originalSize
        if (whole > UNPACKED) throw new Refused(`Tệp này giải nén ra quá ${UNPACKED / 1e6} MB, không phải bảng tự rà soát.`)
        return true
      },
    })
  } catch (fault) {
    if (fault instanceof Refused) throw fault
    throw new Refused("Bảng tính này hỏng hoặc bị cắt, không đọc được.")
  }
}

/** @param {Uint8Array | undefined} part */
const text = part => part ? strFromU8(part) : ""

/** Elements with what is inside, whatever prefix a programme gives them. @param {string} xml @param {string} name @returns {[string, string][]} */
const elements = (xml, name) => [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(\\s[^>]*?)?(?:/>|>([^]*?)</(?:\\w+:)?${name}>)`, "g"))]
  .map(found => [found[1] ?? "", found[2] ?? ""])
/** @param {string} xml @param {string} name */
const tags = (xml, name) => [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(\\s[^>]*)>`, "g"))].map(found => found[1] ?? "")
/** @param {string} attributes @param {string} name */
const attribute = (attributes, name) => plain(new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1] ?? "")

/** @param {string} told */
const plain = told => told.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, number, name) => {
  const code = hex ? parseInt(hex, 16) : number ? Number(number) : NaN
  return code <= 0x10ffff ? String.fromCodePoint(code) : ENTITIES[name] ?? whole
})
/** `_x0041_` is how workbooks write a letter that XML cannot hold. @param {string} told */
const letters = told => plain(told).replace(/\r\n?/g, "\n").replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)))
/** All runs of a text, not how it is read aloud. @param {string} inside */
const stringOf = inside => elements(inside.replace(/<(?:\w+:)?rPh[\s>][^]*?<\/(?:\w+:)?rPh>/g, ""), "t").map(([, one]) => letters(one)).join("")

/** @param {string} xml @param {string[]} shared @param {string} name @param {string[]} faults @returns {Cell[][]} */
function cellsOf(xml, shared, name, faults) {
  /** @type {Cell[][]} */
  const rows = []
  for (const [order, [attributes, inside]] of elements(xml, "row").entries()) {
    const at = Number(attribute(attributes, "r") || order + 1) - 1
    if (!(at >= 0 && at < ROWS)) { faults.push(`Trang «${name}»: chỉ đọc ${ROWS} dòng đầu.`); break }
    /** @type {Cell[]} */
    const row = []
    for (const [nth, [of, content]] of elements(inside, "c").entries()) {
      const place = columnOf(attribute(of, "r")) ?? nth
      if (place >= COLUMNS) continue
      while (row.length < place) row.push("")
      row[place] = cellOf(attribute(of, "t"), content, shared, () => faults.push(`Trang «${name}», ô ${attribute(of, "r")}: công thức lỗi.`))
    }
    while (rows.length < at) rows.push([])
    rows[at] = row
  }
  return rows
}

/** `B7` → 1. @param {string} place */
function columnOf(place) {
  const [name] = /^[A-Z]{1,3}/.exec(place) ?? []
  return name === undefined ? undefined : [...name].reduce((all, letter) => all * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** @param {string} type @param {string} content @param {string[]} shared @param {() => void} wrong @returns {Cell} */
function cellOf(type, content, shared, wrong) {
  if (type === "inlineStr") return stringOf(content)
  const [, value = ""] = elements(content, "v")[0] ?? []
  if (type === "s") return shared[Number(value)] ?? ""
  if (type === "str") return letters(value)
  if (type === "e") { wrong(); return "" }
  if (type === "b") return value === "1" ? "có" : ""
  return value === "" || !Number.isFinite(Number(value)) ? letters(value) : Number(value)
}
