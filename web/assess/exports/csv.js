// @ts-check
// Everything that was entered in one file for spreadsheets: table after table. Nothing in it becomes a formula. Pure.
import { workbookTables } from "./workbook.js"

/** One cell. A text that a spreadsheet would reckon is kept as text. @param {string} text */
export const cell = text => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`

/** @param {string[][]} rows */
const lines = rows => rows.map(row => `${row.map(cell).join(",")}\r\n`).join("")

/** With the mark by which Excel knows UTF-8. @param {import("../model.js").Published} published
 *  @param {import("../model.js").CriteriaSet} set @param {import("../core/state.js").Assessment} assessment */
export const table = (published, set, assessment) => `\ufeff${workbookTables(published, set, assessment)
  .map(({ name, columns, rows }) => lines([[name.toUpperCase()], columns.map(([label]) => label), ...rows])).join("\r\n")}`
