// @ts-check
// All schools at a glance (`.tiles`): one stop for Tab, arrow keys from tile to tile. Without this it is a list of links.

import { columnsOf, towards } from "./core.js"

const list = /** @type {HTMLElement} */ (document.querySelector(".tiles"))
const tiles = [...list.querySelectorAll("a")]

/** @param {Element} stop The one that Tab leads to. */
function rove(stop) {
  for (const one of tiles) one.tabIndex = one === stop ? 0 : -1
}

list.addEventListener("focusin", ({ target }) => rove(/** @type {Element} */ (target)))
list.addEventListener("keydown", event => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const at = tiles.indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement))
  const to = at < 0 ? undefined : towards(event.key, at, tiles.length, columnsOf(tiles.map(one => one.offsetTop)))
  if (to === undefined) return
  event.preventDefault()
  tiles[to]?.focus()
})
list.setAttribute("aria-label", `${tiles.length} trường, chuyển bằng phím mũi tên`)
if (tiles[0]) rove(tiles[0])
