// @ts-check
// What was looked for on this machine lately: kept in this browser only, and only while the reader lets it.
import { recall, remember as store } from "../shared/storage.js"
import { known, withWords } from "./remembered.js"

/** @typedef {import("./remembered.js").Recent} Recent */

const KEY = "tim-gan-day"

export const recent = () => known(recall(KEY, null))

/** @param {Recent} told */
export const write = told => store(KEY, told)

/** @param {string} text */
export function remember(text) {
  const told = recent(), next = withWords(told, text)
  if (next !== told) write(next)
}
