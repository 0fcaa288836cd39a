// @ts-check
// A page that a reader is about to open is fetched a moment before: pointer at rest on its link, focus, or a finger
// coming down. Few of them, none where bytes are dear; the browser throws them away unless they are opened.

const MOST = 12
const REST = 80
const asked = new Set([location.href.replace(/#.*/, "")])
let timer = 0

/** @typedef {{saveData?: boolean, effectiveType?: string}} Line */
const line = /** @type {Line} */ (/** @type {any} */ (navigator).connection ?? {})
const dear = () => line.saveData === true || /2g|3g/.test(line.effectiveType ?? "") || !navigator.onLine

/** The page a link leads to; none where it is of another site, a file, a question, or this page.
 * @param {EventTarget | null} target */
function pageOf(target) {
  const link = target instanceof Element ? target.closest("a[href]") : null
  if (!(link instanceof HTMLAnchorElement) || link.hasAttribute("download")) return ""
  const isPage = link.origin === location.origin && link.pathname.endsWith("/") && !link.search
  return isPage ? link.href.replace(/#.*/, "") : ""
}

/** @param {string} url */
function fetchAhead(url) {
  if (!url || asked.has(url) || asked.size > MOST || dear()) return
  asked.add(url)
  const hint = document.createElement("link")
  hint.rel = "prefetch"
  hint.href = url
  document.head.append(hint)
}

document.addEventListener("pointerover", ({ target, pointerType }) => {
  clearTimeout(timer)
  if (pointerType !== "touch") timer = window.setTimeout(fetchAhead, REST, pageOf(target))
})
document.addEventListener("focusin", ({ target }) => {
  clearTimeout(timer)
  timer = window.setTimeout(fetchAhead, REST * 2, pageOf(target))
})
document.addEventListener("touchstart", ({ target }) => fetchAhead(pageOf(target)), { passive: true })
