// @ts-check
// What a page of the section is by itself: its name, and how high it is in frames of the widths a snippet tells of.
// Draws it where nobody sees it; of the same origin, so it can be asked. Knows no form and no portal.

import { WIDTHS } from "./height.js"

/** @typedef {{title: string, heights: number[]}} Seen `heights`: one for each of the widths; none where no frame may stand here */

/** @type {Map<string, Promise<Seen | null>>} */
const known = new Map()

/** null where there is no such page. @param {string} address of a frame */
export function seen(address) {
  const before = known.get(address) ?? look(address).catch(() => { known.delete(address); return null })
  known.set(address, before)
  return before
}

/** @param {string} address @returns {Promise<Seen | null>} */
async function look(address) {
  const answer = await fetch(address)
  if (!answer.ok) return null
  const told = new DOMParser().parseFromString(await answer.text(), "text/html")
  const title = (told.querySelector("h1") ?? told.querySelector("title"))?.textContent?.replace(/\s+/g, " ").trim() ?? ""
  return { title, heights: await measured(address) }
}

/** @param {string} address @returns {Promise<number[]>} */
async function measured(address) {
  const home = document.createElement("div"), frame = document.createElement("iframe")
  home.ariaHidden = "true"
  Object.assign(home.style, { position: "absolute", width: "0", height: "0", overflow: "hidden", visibility: "hidden" })
  Object.assign(frame, { src: address, tabIndex: -1, title: "" })
  home.attachShadow({ mode: "open" }).append(frame) // the loader of this page minds no frame in here
  document.body.append(home)
  await new Promise(done => frame.addEventListener("load", done, { once: true }))
  const inside = frame.contentDocument
  await inside?.fonts.ready
  const heights = inside ? WIDTHS.map(width => {
    frame.style.width = `${width}px`
    return Math.ceil(inside.body.getBoundingClientRect().height)
  }) : []
  home.remove()
  return heights.every(Boolean) ? heights : []
}
