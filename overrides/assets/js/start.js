// @ts-check
// The register of modules: each is fetched when a page has something for it to do, after the page is painted.
// A module sets itself up while it is loaded; a page reads completely without any of them.

/** What a page must have, and who looks after it; from a disk no module may fetch pages. @type {[string, () => Promise<unknown>][]} */
const MODULES = [
  ["a.term, a.ref, a.footnote-ref", () => import("./notes.js")],
  [".toc", () => import("./outline.js")],
  [".toc", () => import("./resume.js")],
  [".tools", () => import("./share.js")],
  [":root:not(.from-file) button[data-booklet]", () => import("./booklet.js")],
  [":root:not(.from-file) [data-gather]", () => import("./booklet-page.js")],
  [":root:not(.from-file) a", () => import("./prefetch.js")],
  [":root:not(.from-file) a", () => import("./offline.js")],
  [".document-body .headerlink", () => import("./clauses.js")],
]

/** Milliseconds after which a page goes on that finds no idle moment: a busy machine may never give one. */
const PATIENCE = 1000

function start() {
  for (const [selector, load] of MODULES)
    if (document.querySelector(selector)) load().catch(() => { /* offline: the page is complete without it */ })
}

if ("requestIdleCallback" in window) requestIdleCallback(start, { timeout: PATIENCE })
else setTimeout(start)
