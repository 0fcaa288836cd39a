// @ts-check
// Two services of the chrome, both dispensable: the colours the reader chose, and the search script of
// the theme, fetched only when a reader turns to the search. Runs before the page is painted.

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
    document.addEventListener("click", ({ target }) => {
      if (target instanceof Node && !panel.contains(target)) panel.open = false
    })
    panel.addEventListener("keydown", ({ key }) => {
      if (key !== "Escape") return
      panel.open = false
      panel.querySelector("summary")?.focus()
    })
  }

  function setUpSearch() {
    const input = document.getElementById("tim-kiem")
    const source = document.getElementById("search-script")?.dataset.src
    if (!input || !source) return
    const toggle = document.getElementById("__search")
    const fetchScript = () => {
      // The theme's script asks for the reader's settings under these names.
      Object.assign(window, { __md_get: () => null, __md_set: () => undefined })
      if (toggle instanceof HTMLInputElement && !toggle.checked) toggle.click()
      document.body.append(Object.assign(document.createElement("script"), { src: source }))
    }
    if (new URLSearchParams(location.search).has("q")) fetchScript()
    else input.addEventListener("focus", fetchScript, { once: true })
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
  addEventListener("DOMContentLoaded", () => { setUpDisplay(); setUpContents(); setUpSearch() })
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll(".article details")) details.setAttribute("open", "")
  })
})()
