// @ts-check
// The register of what looks after a page once it is painted; a page reads completely without any of it.
// A module sets itself up while it is loaded.

/** What a page must have, and who looks after it; from a disk no module may fetch pages. @type {[string, () => Promise<unknown>][]} */
const MODULES = [
  ["a.term, a.ref, a.footnote-ref, :root:not(.from-file) .entry a, .document-body a", () => import("../reading/notes.js")],
  [".toc", () => import("../reading/outline.js")],
  [".toc", () => import("../reading/resume.js")],
  [".tools", () => import("../reading/share.js")],
  ["[data-report]", () => import("../reading/report.js")],
  [":root:not(.from-file) button[data-booklet]", () => import("../booklet/keep.js")],
  [":root:not(.from-file) [data-gather]", () => import("../booklet/page.js")],
  [":root:not(.from-file, .embedded) a", () => import("../reading/prefetch.js")],
  [":root:not(.from-file) a", () => import("../reading/offline.js")],
  [".document-body .headerlink", () => import("../reading/clauses.js")],
  [":root:not(.from-file) [data-compare]", () => import("../compare/page.js")],
  [".tiles", () => import("../progress/tiles.js")],
  ["[data-find]", () => import("../reading/find.js")],
  [".reading", () => import("../reading/margin.js")],
  [":root:not(.from-file) [data-embedding]", () => import("../embed/builder.js")],
  [":root:not(.from-file) [data-assess]", () => import("../assess/page/index.js")],
  ["[data-calculator]", () => import("../assess/calculator/fold.js")],
  ["button[data-mine]", () => import("../mine/choose.js")],
  [":root.has-unit [data-my-work]", () => import("../mine/home.js")],
]

/** Milliseconds after which a page goes on that finds no idle moment: a busy machine may never give one. */
const PATIENCE = 1000

/** @returns {Promise<void>} */
const idle = () => new Promise(done => {
  if ("requestIdleCallback" in window) requestIdleCallback(() => done(), { timeout: PATIENCE })
  else setTimeout(done)
})

/** Everything that has something to do here. One that fails, or cannot be fetched, leaves the others alone. */
const start = () => Promise.allSettled(
  MODULES.filter(([selector]) => document.querySelector(selector)).map(([, load]) => load()))

/** Kept when the page is set up. */
export const ready = idle().then(start)
