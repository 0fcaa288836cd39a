// @ts-check
// Without network: says so, calmly, and keeps the reader on the page that can be read. A page fetched before
// still opens; of any other it is said what can be done.

/** @type {HTMLElement | undefined} */
let notice

/** @param {(Node | string)[]} parts */
function say(...parts) {
  if (!notice) {
    notice = document.createElement("div")
    notice.className = "offline"
    notice.setAttribute("role", "status")
    document.querySelector(".site-header")?.after(notice)
  }
  const text = document.createElement("p")
  text.append(...parts)
  setTimeout(() => notice?.replaceChildren(text)) // a status that was empty is read out when it fills
}

const lost = () => say("Máy đang mất mạng. Trang này vẫn đọc và in được; trang chưa mở có thể chưa tải được.")
function found() {
  notice?.remove()
  notice = undefined
}

/** @param {HTMLAnchorElement} link */
async function tryToOpen(link) {
  /** @type {RequestInit} only what the browser has already */
  const kept = { cache: "only-if-cached", mode: "same-origin" }
  const answer = await fetch(link.href, kept).catch(() => undefined)
  if (answer?.ok) return location.assign(link.href)
  const later = document.createElement("a")
  later.href = link.href
  later.textContent = (link.textContent ?? "").replace(/\s+/g, " ").trim() || link.href
  say("Chưa mở được ", later, " vì máy đang mất mạng. Đồng chí có thể đọc tiếp trang này; có mạng lại, bấm vào tên trang để mở.")
}

document.addEventListener("click", event => {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null
  if (navigator.onLine || event.defaultPrevented || !(link instanceof HTMLAnchorElement)) return
  const isHere = link.origin !== location.origin || link.pathname === location.pathname
  if (isHere || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  tryToOpen(link)
})
addEventListener("offline", lost)
addEventListener("online", found)
if (!navigator.onLine) lost()
