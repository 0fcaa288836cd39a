// @ts-check
// The unit or school a reader chose as the own one. It stays in this browser.
import { recall, remember } from "../shared/storage.js"
import { root } from "../shared/root.js"
import { known } from "./core.js"

export const KEY = "don-vi-cua-toi"

export const chosen = () => known(recall(KEY, null))

/** Says no where the browser refuses. @param {import("./core.js").Unit} [unit] none to forget it */
export const choose = unit => remember(KEY, unit)

/** The address of a page; from a disk only a file answers. @param {string} url below the site's root */
export const addressOf = url => root + url + (document.documentElement.classList.contains("from-file") ? "index.html" : "")
