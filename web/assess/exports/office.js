// @ts-check
// What other programmes open, and one of their files opened; fetched only when it is asked for.
import { openedWorkbook } from "./workbook.js"
import { unpacked } from "./unpack.js"

export { table } from "./csv.js"
export { report } from "./docx.js"
export { workbook } from "./xlsx.js"

/** @param {import("../model.js").Published} published @param {Uint8Array} bytes */
export function openedXlsx(published, bytes) {
  const { sheets, faults } = unpacked(bytes)
  return openedWorkbook(published, sheets, faults)
}
