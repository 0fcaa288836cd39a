// @ts-check
// The one search of this page, opened when it is first needed.

import { open } from "../search/index.js"
import { root } from "../shared/root.js"

/** @typedef {import("../search/index.js").Search} Search */

/** @type {Promise<Search> | undefined} */
let opened

/** A search that could not be opened is tried again by the next question. @returns {Promise<Search>} */
export function engine() {
  opened ??= open(root).catch(fault => {
    opened = undefined
    throw fault
  })
  return opened
}

/** The next question opens it anew: what could not be loaded may be there now. */
export function reopen() { opened = undefined }
