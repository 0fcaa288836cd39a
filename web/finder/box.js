// @ts-check
// Suggestions while one types, in every `form[data-suggest]`: a combobox with a list to choose from. Set up when a
// field gets the focus; without it the form still leads to the page of results.

import { element } from "../shared/element.js"
import { number } from "../shared/wording.js"
import { about, marked } from "./draw.js"
import { engine, reopen } from "./engine.js"
import { carrying, hasHit, isGone } from "./items.js"
import { newest } from "./newest.js"
import { recent, remember } from "./recent.js"

/** @typedef {import("../search/index.js").Results} Results */

const AT_MOST = 6
const SLOW = 100
const SPEAK_AFTER = 700
const LOST = "Chưa tải được dữ liệu tìm kiếm"

/** Where no word of the title tells, what the page says may. @param {import("../search/index.js").Item} item */
const why = item => hasHit(item.summaryParts) && element("span", { class: "suggest__why" }, ...marked(item.summaryParts))

/** @param {HTMLFormElement} form @param {HTMLInputElement} input @param {string} id */
function setUp(form, input, id) {
  const list = element("div", { id, role: "listbox", "aria-label": "Gợi ý" })
  const told = element("p", { class: "suggest__told" })
  const panel = element("div", { class: "suggest", hidden: true }, told, list)
  const spoken = element("p", { class: "unseen", role: "status" })
  form.append(panel, spoken)
  input.setAttribute("aria-controls", id)

  /** @type {HTMLAnchorElement[]} */
  let options = []
  let active = -1
  let said = ""
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let speaking
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let slow

  /** Said once, after the typing has paused. @param {string} text */
  function say(text) {
    clearTimeout(speaking)
    speaking = setTimeout(() => { if (text !== said) spoken.textContent = said = text }, SPEAK_AFTER)
  }

  /** @param {boolean} shown */
  function unfold(shown) {
    panel.hidden = !shown
    form.classList.toggle("suggests", shown)
    input.setAttribute("aria-expanded", String(shown && options.length > 0))
    if (shown) return
    clearTimeout(speaking)
    spoken.textContent = said = ""
    choose(-1)
  }

  /** @param {number} place */
  function choose(place) {
    options[active]?.setAttribute("aria-selected", "false")
    active = place
    const option = options[active]
    if (option) {
      option.setAttribute("aria-selected", "true")
      option.scrollIntoView({ block: "nearest" })
      input.setAttribute("aria-activedescendant", option.id)
    } else input.removeAttribute("aria-activedescendant")
  }

  /** @param {HTMLAnchorElement[]} links @param {string} words @param {string} sound */
  function show(links, words, sound) {
    clearTimeout(slow)
    choose(-1)
    options = links
    links.forEach((one, place) => {
      one.id = `${id}-${place}`
      one.tabIndex = -1
      one.setAttribute("role", "option")
      one.setAttribute("aria-selected", "false")
    })
    told.textContent = words
    told.hidden = !words
    list.hidden = !links.length
    list.replaceChildren(...links)
    list.scrollTop = 0
    unfold(Boolean(words || links.length))
    say(sound)
  }

  /** @param {string} words */
  const results = words => `${form.action}?q=${encodeURIComponent(words)}`

  function showRecent() {
    const links = recent().words.map(one => element("a", { href: results(one) }, one))
    show(links, links.length ? "Tìm gần đây, chỉ nhớ trên máy này" : "", links.length ? `${links.length} lần tìm gần đây` : "")
  }

  /** @param {Results} found @param {string} words */
  function showFound(found, words) {
    const { reading, items, total, incomplete, notes } = found
    const links = items.map(item => {
      const url = carrying(item.clause?.url ?? item.url, reading.text)
      return element("a", { href: url, class: isGone(item) ? "gone" : null },
        element("span", { class: "suggest__title" }, ...marked(item.titleParts)), " ",
        item.clause && element("span", { class: "suggest__clause" }, item.clause.label), " ",
        about(item), !item.clause && !hasHit(item.titleParts) && why(item))
    })
    const count = links.length
    if (count) links.push(element("a", { href: results(words), class: "suggest__all" }, `Xem tất cả ${number(total)} kết quả`))
    const changed = reading.changed ? `Gợi ý cho «${reading.text}»` : ""
    const lost = incomplete.length ? "Kết quả có thể thiếu" : ""
    const none = count ? "" : "Chưa thấy mục nào khớp. Enter để xem cách khác."
    const told = [lost, none || changed, ...count ? notes : []].filter(Boolean).join(". ")
    show(links, told, count ? `${count} gợi ý, dùng phím mũi tên để chọn` : told)
  }

  const asker = newest(
    async (/** @type {string} */ words, signal) => (await engine()).suggest(words, { limit: AT_MOST, signal }),
    showFound,
    () => {
      reopen()
      show([], `${LOST}. Kiểm tra mạng rồi thử lại.`, LOST)
    },
  )

  function ask() {
    const words = input.value.trim().slice(0, input.maxLength)
    clearTimeout(slow)
    if (!words) {
      asker.stop()
      showRecent()
      return
    }
    slow = setTimeout(() => { if (panel.hidden || !options.length) show([], "Đang tìm…", "") }, SLOW)
    asker.ask(words)
  }

  function close() {
    clearTimeout(slow)
    asker.stop()
    unfold(false)
  }

  input.addEventListener("input", ask)
  input.addEventListener("focus", () => { if (panel.hidden) ask() })
  input.addEventListener("pointerdown", () => { if (panel.hidden && document.activeElement === input) ask() })
  form.addEventListener("reset", () => setTimeout(() => { input.focus(); ask() })) // emptied after this event
  form.addEventListener("submit", close)
  list.addEventListener("click", () => remember(input.value))
  input.addEventListener("keydown", event => {
    const { key, isComposing } = event
    if (isComposing) return
    if (key === "Escape") {
      if (panel.hidden) input.value = ""
      else close()
    } else if (key === "ArrowDown" || key === "ArrowUp") {
      if (panel.hidden) ask()
      else {
        const many = options.length + 1 // the field itself is one of the stops
        choose((active + 1 + (key === "ArrowDown" ? 1 : -1) + many) % many - 1)
      }
    } else if (key === "Enter" && options[active]) options[active].click()
    else {
      if (/^(Home|End|Arrow)/.test(key)) choose(-1) // the cursor moves: whoever goes on writes
      return
    }
    event.preventDefault()
  })
  form.addEventListener("focusout", ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && form.contains(relatedTarget))) close()
  })
  list.addEventListener("pointerdown", event => { if (event.button === 0) event.preventDefault() }) // the field keeps the focus
  addEventListener("pagehide", close)
  if (document.activeElement === input) ask()
}

for (const [place, form] of [...document.querySelectorAll("form[data-suggest]")].entries()) {
  const input = form.querySelector("input[name=q]")
  if (form instanceof HTMLFormElement && input instanceof HTMLInputElement) setUp(form, input, `goi-y-${place}`)
}
engine().catch(() => { /* said when something is asked */ })
