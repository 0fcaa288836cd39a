// @ts-check
// Words a reader looked for, marked in the page that was opened from the results; a bar to walk them and to take
// the marks away. Where the address carries them: `?tim=`.
import { element } from "../shared/element.js"
import { number } from "../shared/wording.js"
import { engine } from "./engine.js"

const SHOWN = 60
const LONGEST = 200

const address = new URL(location.href)
const words = (address.searchParams.get("tim") ?? "").slice(0, LONGEST)
const article = document.querySelector(".article")

/** @param {string} told @param {HTMLElement[]} marks */
function bar(told, marks) {
  let here = -1
  const place = element("span", { role: "status" }, told)
  /** @param {number} step */
  const walk = step => {
    marks[here]?.classList.remove("is-here")
    here = here < 0 && step < 0 ? marks.length - 1 : (here + step + marks.length) % marks.length
    const one = marks[here]
    for (let fold = one.closest("details:not([open])"); fold; fold = fold.parentElement?.closest("details:not([open])") ?? null)
      fold.setAttribute("open", "")
    one.classList.add("is-here")
    one.scrollIntoView({ block: "center" })
    place.textContent = `Chỗ ${number(here + 1)} trên ${number(marks.length)}`
  }
  const before = element("button", { type: "button", class: "button" }, "Chỗ trước")
  const after = element("button", { type: "button", class: "button" }, "Chỗ sau")
  const away = element("button", { type: "button", class: "button" }, "Bỏ đánh dấu")
  const made = element("div", { class: "marks", role: "group", "aria-label": "Chữ được đánh dấu" }, place,
    ...marks.length ? [before, after] : [], away)
  before.addEventListener("click", () => walk(-1))
  after.addEventListener("click", () => walk(1))
  away.addEventListener("click", () => {
    for (const one of marks) {
      const parent = one.parentNode
      one.replaceWith(...one.childNodes)
      parent?.normalize()
    }
    made.remove()
    document.documentElement.classList.remove("is-marked")
    address.searchParams.delete("tim")
    try { history.replaceState(history.state, "", address) } catch { /* the marks are gone all the same */ }
    document.getElementById("noi-dung")?.focus({ preventScroll: true })
  })
  return made
}

export async function show() {
  if (!article || !words.trim()) return
  const theirs = new Set(article.querySelectorAll("mark"))
  const search = await engine()
  search.markHits(article, words)
  const marks = [...article.querySelectorAll("mark")].filter(one => !theirs.has(one))
  if (!marks.length) return
  const told = words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words
  document.documentElement.classList.add("is-marked")
  article.append(bar(`${number(marks.length)} chỗ có chữ của «${told}»`, marks))
}
