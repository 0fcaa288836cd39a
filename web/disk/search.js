// @ts-check
// The search of a site on a disk: its index comes as scripts, each of which gives one file (portal.views.search).

import { open as openWith } from "../search/index.js"

/** @type {Map<string, string>} */
const given = new Map()

/** @param {URL} root @returns {import("../search/store.js").Load} */
const byScript = root => (path, again) => new Promise((done, failed) => {
  const script = document.createElement("script")
  script.src = new URL(`${path}.js${again ? "?2" : ""}`, root).href
  script.onload = () => {
    const text = given.get(path)
    if (text === undefined) failed(new Error(path))
    else done(Uint8Array.from(atob(text), one => one.charCodeAt(0)).buffer)
    given.delete(path)
    script.remove()
  }
  script.onerror = () => { script.remove(); failed(new Error(path)) }
  document.head.append(script)
})

/** @type {typeof openWith} */
export const open = (root, options) => openWith(root, { load: byScript(new URL(root, location.href)), ...options })

/** @param {string} path @param {string} text in base64 */
export const give = (path, text) => { given.set(path, text) }
