// @ts-check
// What the search has on a page, each set up once: suggestions in its fields, the page of results, the words a reader
// came with. Fetched by theme.js when a reader turns to it.

export { engine, reopen } from "./engine.js"
export const box = () => import("./box.js")
export const page = () => import("./page.js")
export const marks = () => import("./marks.js").then(({ show }) => show())
