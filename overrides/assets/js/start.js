// @ts-check
// The register of modules: each is fetched when a page has something for it to do, after the page is painted.
// A module sets itself up while it is loaded; a page reads completely without any of them.

/** What a page must have, and who looks after it. @type {[string, () => Promise<unknown>][]} */
const MODULES = [
  [".tools", () => import("./share.js")],
]

const idle = window.requestIdleCallback ?? setTimeout
idle(() => {
  for (const [selector, load] of MODULES)
    if (document.querySelector(selector)) load().catch(() => { /* offline: the page is complete without it */ })
})
