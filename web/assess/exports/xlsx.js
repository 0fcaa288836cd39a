// @ts-check
// Everything that was entered as a workbook. Every text is a cell of text, so that nothing becomes a formula.
import write from "write-excel-file/universal"
import { workbookTables } from "./workbook.js"

/** @typedef {import("../core/state.js").Assessment} Assessment */
/** @typedef {import("../model.js").CriteriaSet} CriteriaSet */
/** @typedef {import("../model.js").Published} Published */

/** Letters a cell of Excel holds. */
const MOST = 32_767
/** What XML cannot hold. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** What workbooks would read as one letter. */
const ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g

/** @param {string} value */
const text = value => ({ value: value.replace(CONTROL, "").replace(ESCAPE, "_x005F_").slice(0, MOST), type: String, wrap: true, alignVertical: /** @type {"top"} */ ("top") })
/** @param {string} value */
const head = value => ({ ...text(value), fontWeight: /** @type {"bold"} */ ("bold"), backgroundColor: "#f1f2f5" })

/** @param {Published} published @param {CriteriaSet} set @param {Assessment} assessment */
export const sheets = (published, set, assessment) => workbookTables(published, set, assessment).map(({ name, columns, rows }) => ({
  sheet: name, columns: columns.map(([, width]) => ({ width })), stickyRowsCount: 1, orientation: /** @type {"landscape"} */ ("landscape"),
  data: [columns.map(([label]) => head(label)), ...rows.map(row => row.map(text))],
}))

/** @param {Published} published @param {CriteriaSet} set @param {Assessment} assessment @returns {Promise<Blob>} */
export const workbook = (published, set, assessment) => write(sheets(published, set, assessment)).toBlob()
