// @ts-check
// The pages a reader keeps for «Tài liệu hội nghị». The list stays in this browser, as JSON: [{url, title}].
import { root } from "../shared/root.js"
import { recall, remember } from "../shared/storage.js"
import { known } from "./core.js"

/** @typedef {import("./core.js").Item} Item */

export const KEY = "tai-lieu"
/** The page on which they are gathered. */
export const place = `${root}tai-lieu-hoi-nghi/`

export const kept = () => known(recall(KEY, null))

/** Says no where the browser refuses. @param {Item[]} items */
export const keep = items => remember(KEY, items)
