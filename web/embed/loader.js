// @ts-check
// What a page of another site loads once: links to the section and <truong-chuan> become frames, frames get the
// height of what they show. A classic script without imports; asks nothing of its page but leave to be there. Every
// link stays, so that something is left wherever a frame is not shown.

import { asks, cleaned, framed, ours, path, plain, shown } from "./address.js"
import { budget, first, settled, sizing, WHILE } from "./height.js"
import { fromFrame, sealed, WORD } from "./protocol.js"

const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript
  : /** @type {HTMLScriptElement | null} */ (document.querySelector("script[src$='nhung/v1.js']"))
/** Where the section begins. A copy of this file on another server is told by `data-goc`. */
const root = new URL(cleaned(script?.dataset.goc ?? "") || "..", script?.src || location.href).href
const { origin, host } = new URL(root)
/** Classes of links that become frames though their address does not ask for it. */
const marked = script?.dataset.lop
/** How long a frame may be without a word, in milliseconds, before its place says so. */
const PATIENCE = 10_000
const FAILED = "Phần nhúng chưa hiện được ở đây. Bấm liên kết để xem tại chuyên mục."
const NAME = "Xây dựng trường chính trị chuẩn"
const LOOKS = [WORD.accent, WORD.face, WORD.scheme, WORD.level]
const ALLOW = "clipboard-write; fullscreen"
const TALL = 600

/** `home`: the page it was put there for, `key`: the word of our address that names another one.
 *  @typedef {{frame: HTMLIFrameElement, token: string, size: import("./height.js").Sizing, listens: (time: number) => boolean,
 *    greeted: boolean, key: string, home: string, turned: boolean}} Seat */
/** @type {Seat[]} */
const seats = []

const random = () => Array.from(crypto.getRandomValues(new Uint32Array(4)), one => one.toString(36)).join("")
/** The first name that no frame of this page has: one that is put back finds its page again. */
function keyOf() {
  for (let at = 0; ; at++) if (!seats.some(one => one.key === `tc${at || ""}` && one.frame.isConnected)) return `tc${at || ""}`
}

/** Minds a frame. @param {HTMLIFrameElement} frame @param {URL} url what it was put there for @param {string} token */
function seat(frame, url, token) {
  /** @type {Seat} */
  const one = { frame, token, size: sizing(), listens: budget(), greeted: false, key: keyOf(), home: path(url, root), turned: false }
  seats.push(one)
  frame.addEventListener("load", () => {
    if (one.greeted || mute(frame)) return
    greet(one, true) // who was not told where it is could not speak first
    if (asks(url, root)) setTimeout(() => one.greeted || fail(one), PATIENCE)
  }, { once: true })
  return one
}

/** The height a snippet tells, before the frame tells its own. @param {Seat} one @param {string | null | undefined} told */
function keep({ frame, size }, told) {
  const height = first(told ?? "", frame.clientWidth)
  if (height) frame.style.height = `${size.kept = height}px`
}

/** Whether a frame runs no script, and so never says anything. @param {HTMLIFrameElement} frame */
const mute = frame => frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-scripts")

function said() {
  const told = document.createElement("p")
  told.setAttribute("role", "status")
  told.append(FAILED)
  return told
}

/** In the place of a frame that stays empty: a sentence, and the link that is there anyway. @param {Seat} one */
function fail({ frame, home }) {
  if (frame.hidden || !frame.isConnected) return
  frame.hidden = true
  frame.style.display = "none"
  const told = said()
  if (!links().some(([, url]) => path(url, root) === home))
    told.append(" ", Object.assign(document.createElement("a"), { href: root + home, textContent: root + home }))
  frame.before(told)
}

/** Links to the section. @param {ParentNode} [inside] @returns {[HTMLAnchorElement, URL][]} */
function links(inside = document) {
  /** @type {[HTMLAnchorElement, URL][]} */
  const found = []
  for (const link of inside.querySelectorAll("a")) {
    const href = link.getAttribute("href"), url = href?.includes(host) && ours(href, root)
    if (url) found.push([link, url])
  }
  return found
}

/** A frame of ours in a page of theirs. @param {URL} url @param {(name: string) => string | null | undefined} look @param {string} title
 *  @param {(frame: HTMLIFrameElement) => void} put */
function made(url, look, title, put) {
  const frame = document.createElement("iframe"), token = random(), sandbox = look("sandbox")
  const shown = asked(keyOf()) ?? url
  /** @type {Record<string, string | null>} */
  const words = { [WORD.token]: token }
  for (const word of LOOKS) words[word] = cleaned(look(word) ?? "") || url.searchParams.get(word)
  Object.assign(frame, { title: title || NAME, loading: "lazy", allow: ALLOW, referrerPolicy: "strict-origin-when-cross-origin" })
  if (sandbox != null) frame.setAttribute("sandbox", sandbox)
  Object.assign(frame.style, { display: "block", width: "100%", height: `${TALL}px`, border: "0", colorScheme: "normal" })
  const one = seat(frame, url, token)
  frame.src = framed(shown, words)
  put(frame)
  keep(one, look(WORD.height) || url.searchParams.get(WORD.height))
  return one
}

/** The page of the section that the address of this page names, for one of its frames. @param {string} key */
function asked(key) {
  const told = new URLSearchParams(location.search).get(key)
  return told ? ours(root + told.replace(/^\/+/, ""), root) : null
}

class Embedded extends HTMLElement {
  static observedAttributes = ["xem"]

  connectedCallback() {
    // While the page is still read, what is inside is not yet there: a name is enough, and leaves nothing to move later.
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", () => this.fill())
    if (document.readyState !== "loading" || this.place()) this.fill()
  }

  /** @param {string} _ @param {string | null} before @param {string | null} now */
  attributeChangedCallback(_, before, now) {
    if (before == null || before === now || !this.isConnected) return
    for (const one of this.querySelectorAll("iframe, [role=status]")) one.remove()
    this.fill()
  }

  place() {
    return shown(this.getAttribute("xem") ?? "", root)
  }

  fill() {
    const frame = this.querySelector("iframe"), [link, there] = links(this)[0] ?? []
    const title = this.title || link?.textContent?.trim() || ""
    if (frame?.title === NAME && title) frame.title = title
    if (frame || !this.isConnected) return
    const url = this.place() ?? there
    if (!url) return this.prepend(said())
    this.style.display = "block"
    made(url, name => this.getAttribute(name), title, one => this.prepend(one))
  }
}

/** Frames that are there, those whose address was taken away, then links that ask for one. */
function scan() {
  for (const frame of document.querySelectorAll("iframe")) {
    const src = frame.getAttribute("src"), url = src && ours(src, root)
    if (seats.some(one => one.frame === frame)) continue
    if (url) {
      Object.assign(frame.style, { display: "block", border: "0" })
      keep(seat(frame, url, random()), frame.dataset[WORD.height])
      if (cleaned(src) !== src) frame.src = url.href
    } else if (!src && !frame.srcdoc && frame.classList.contains("truong-chuan")) frame.remove()
  }
  for (const [link, url] of links()) {
    const at = path(url, root), wanted = asks(url, root) || (marked && link.classList.contains(marked))
    if (!wanted || link.closest("truong-chuan, [contenteditable]")) continue
    if (seats.some(one => one.frame.isConnected && one.home === at)) continue
    made(url, name => link.dataset[name], link.textContent?.trim() ?? "", one => link.before(one))
    link.href = plain(url)
  }
}

/** Answers a frame. One without an origin can be reached by everybody's address only: it gets no token but a port.
 *  @param {Seat} one @param {boolean} exact */
function greet(one, exact) {
  const { frame: { contentWindow }, token } = one, sandbox = one.frame.getAttribute("sandbox")
  if (exact) return contentWindow?.postMessage(sealed({ type: "welcome", token, sandbox }), origin)
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = ({ data }) => { if (one.listens(performance.now())) hear(one, fromFrame(data), true) }
  contentWindow?.postMessage(sealed({ type: "welcome", token: "", sandbox }), "*", [port2])
}

/** @param {Seat} one @param {ReturnType<typeof fromFrame>} told @param {boolean} bound */
function hear(one, told, bound) {
  if (told?.type === "hello" && bound) turn(one, told.path, told.title)
  if (told?.height && bound) resize(one, told.height)
}

/** @param {Seat} one @param {number} height */
function resize(one, height) {
  const { frame, size } = one, now = settled(size, height, performance.now(), frame.clientWidth)
  if (now) frame.style.height = `${now}px`
  if (size.waits) setTimeout(() => size.waits && resize(one, size.waits), WHILE)
}

/** Pages without an address of their own may not change it, no page too often. @param {URL} here */
function named(here) {
  try {
    history.replaceState(history.state, "", here)
  } catch { /* the frame shows its page all the same */ }
}

/** Another page in a frame: the address of this page names it, its top comes into view. @param {Seat} one @param {string} path @param {string} title */
function turn(one, path, title) {
  const { frame, home, key, size } = one, here = new URL(location.href)
  if (path === home) here.searchParams.delete(key)
  else here.searchParams.set(key, path)
  if (here.href !== location.href) named(here)
  if (one.turned && !path.includes("#") && frame.getBoundingClientRect().top < 0) frame.scrollIntoView()
  one.turned = true
  Object.assign(size, { times: [], loops: 0 })
  if (title) frame.title = title
}

/** @param {MessageEvent} event */
function listen({ source, origin: from, data, ports }) {
  const one = seats.find(({ frame }) => frame.contentWindow === source)
  if (!one || ports.length || (from !== origin && from !== "null") || !one.listens(performance.now())) return
  const told = fromFrame(data)
  if (!told) return
  one.greeted = true
  if (told.type === "hello") greet(one, from === origin)
  hear(one, told, told.token === one.token)
}

/** @param {SecurityPolicyViolationEvent} event */
function refused({ blockedURI, effectiveDirective }) {
  if (effectiveDirective === "frame-src" && blockedURI.startsWith(origin))
    for (const one of seats) if (!one.greeted && one.frame.src.startsWith(blockedURI)) fail(one)
}

let waiting = 0
/** Before anything of what came is painted. @param {MutationRecord[]} all */
const soon = all => { if (all.some(one => one.addedNodes.length)) waiting ||= requestAnimationFrame(() => { waiting = 0; scan() }) }

if (!customElements.get("truong-chuan")) {
  addEventListener("message", listen)
  addEventListener("securitypolicyviolation", refused)
  customElements.define("truong-chuan", Embedded)
  scan()
  addEventListener("DOMContentLoaded", scan)
  new MutationObserver(soon).observe(document, { childList: true, subtree: true })
}
