// @ts-check
// The forms of the files as JSON Schema, for who writes or reads them elsewhere: of the declarations alone. Pure.
import { FORM, FORMAT, LONGEST, MOST, NEEDED, OWN, VERSION } from "./file.js"
import { SET_FORMAT, SET_VERSION } from "./set-file.js"

/** @typedef {import("./file.js").Part} Part */

/** Ids of rows, as they are taken. */
export const ID = "^[a-z0-9][a-z0-9-]{0,60}$"

/** @param {Part} part @param {string[]} at @returns {object} */
function schemaOf(part, at) {
  if (part === "text") return { type: "string", maxLength: LONGEST }
  if (part === "number") return { type: "integer" }
  if (part === "true") return { const: true }
  if (Array.isArray(part)) return { enum: part }
  const { record, rows } = /** @type {{record?: {[name: string]: Part}, rows?: Part}} */ (part)
  if (rows) return { type: "object", propertyNames: { pattern: ID }, maxProperties: MOST, additionalProperties: schemaOf(rows, [...at, "*"]) }
  const needed = at.at(-1) === "*" ? NEEDED[at.slice(0, -1).join(".")] : undefined
  return {
    type: "object", additionalProperties: false, ...needed && { required: needed },
    properties: Object.fromEntries(Object.entries(record ?? {}).map(([name, one]) => [name, schemaOf(one, [...at, name])])),
  }
}

/** @param {string} id @param {string} title @param {string} format @param {number} version @param {{[name: string]: object}} more */
const file = (id, title, format, version, more) => ({
  $schema: "https://json-schema.org/draft/2020-12/schema", $id: id, title, type: "object", required: ["format", "version", ...Object.keys(more).slice(-1)],
  properties: { format: { const: format }, version: { type: "integer", minimum: 1, maximum: version }, saved: { type: "string" }, ...more },
})

/** By the name of the file. @type {{[name: string]: object}} */
export const SCHEMAS = {
  "tu-ra-soat.schema.json": file("tu-ra-soat.schema.json", "Tệp tự rà soát", FORMAT, VERSION, { assessment: schemaOf(FORM, []) }),
  "bo-tieu-chi-cua-truong.schema.json": file("bo-tieu-chi-cua-truong.schema.json", "Chỉ tiêu, ngưỡng, cách tính trường tự thêm", SET_FORMAT, SET_VERSION,
    { set: { type: "string" }, document: { type: "string" }, school: { type: "string" }, own: schemaOf(OWN, ["own"]) }),
}
