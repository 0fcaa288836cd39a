// @ts-check
// What office programmes open; fetched only when it is asked for.
export { report } from "./docx.js"
export { workbook } from "./xlsx.js"
