// @ts-check
// Services of the chrome, all dispensable: the colours the reader chose, the contents unfolded where there is
// room, the search fetched only when a reader turns to it. Runs before the page is painted.

(() => {
  const root = document.documentElement
  const KEY = "giao-dien"
  root.classList.replace("no-js", "js")

  /** Storage may be refused, inside a frame for one. */
  function remembered() {
    try { return localStorage.getItem(KEY) || "auto" } catch { return "auto" }
  }

  /** @param {string} scheme "auto", "light" or "dark" */
  function show(scheme) {
    if (scheme === "auto") root.removeAttribute("data-scheme")
    else root.setAttribute("data-scheme", scheme)
    for (const button of document.querySelectorAll("button[data-scheme]"))
      button.setAttribute("aria-pressed", String(button.getAttribute("data-scheme") === scheme))
  }

  function setUpDisplay() {
    show(remembered())
    const panel = /** @type {HTMLDetailsElement | null} */ (document.querySelector(".display"))
    if (!panel) return
    panel.addEventListener("click", ({ target }) => {
      const scheme = target instanceof HTMLButtonElement && target.dataset.scheme
      if (!scheme) return
      show(scheme)
      try { localStorage.setItem(KEY, scheme) } catch { /* lasts for this page only */ }
    })
  }

  /** What unfolds over the page folds again: by Escape, by a click or a step beyond it. */
  function setUpFolds() {
    for (const fold of /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll(".site-header details, .tools details"))) {
      const leave = (/** @type {Event} */ { target }) => {
        if (target instanceof Node && !fold.contains(target)) fold.open = false
      }
      document.addEventListener("click", leave)
      document.addEventListener("focusin", leave)
      fold.addEventListener("keydown", ({ key }) => {
        if (key !== "Escape" || !fold.open) return
        fold.open = false
        fold.querySelector("summary")?.focus()
      })
    }
  }

  function setUpSearch() {
    const start = () => { import("./search-box.js").catch(() => { /* offline: Enter still asks the home page */ }) }
    if (new URLSearchParams(location.search).has("q")) start()
    else document.getElementById("tim-kiem")?.addEventListener("focus", start, { once: true })
  }

  /** Beside the text where there is room; over it, folded, where there is not. */
  function setUpContents() {
    const wide = matchMedia("(min-width: 64em)")
    const contents = document.querySelector("details.toc")
    const follow = () => contents?.toggleAttribute("open", wide.matches)
    wide.addEventListener("change", follow)
    follow()
  }

  show(remembered())
  addEventListener("DOMContentLoaded", () => { setUpDisplay(); setUpFolds(); setUpContents(); setUpSearch() })
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll(".article details")) details.setAttribute("open", "")
  })
})()
