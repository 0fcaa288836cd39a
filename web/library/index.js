// @ts-check
// Narrows the library in place: by facets, in another order, the choice kept in the address. Without it every facet
// is a page of its own. Not a module, so that it works from a file too; a long list fetches its further rows.

(() => {
  /** @typedef {{row: HTMLTableRowElement, marks: string[], day: string, name: string, issuer: string}} Entry */
  /** @typedef {{url: string, name: string, title: string, issuer: string, day: string, dayShown: string, validity: string, tone: string, dead: boolean, marks: string[]}} Told */

  const AT_MOST = 500
  const SORT = "sap-xep"
  const box = /** @type {HTMLElement} */ (document.querySelector(".library[data-total]"))
  const body = /** @type {HTMLTableSectionElement} */ (box.querySelector("tbody"))
  const status = /** @type {HTMLElement} */ (box.querySelector("[role=status]"))
  const chosenList = /** @type {HTMLElement} */ (box.querySelector(".filters__chosen"))
  const sorting = /** @type {HTMLSelectElement} */ (box.querySelector("select"))
  const panel = /** @type {HTMLDetailsElement} */ (box.querySelector(".filters"))
  const links = [...box.querySelectorAll("a[data-mark]")].map(one => /** @type {HTMLAnchorElement} */ (one))
  const total = Number(box.dataset.total)
  const whole = status.textContent ?? ""
  const words = new Intl.Collator("vi", { numeric: true })
  const number = new Intl.NumberFormat("vi")

  const label = (/** @type {HTMLElement} */ link) => link.textContent?.trim() ?? ""
  const facetOf = (/** @type {string} */ mark) => mark.slice(0, mark.indexOf(":"))
  const labels = new Map(links.map(link => [link.dataset.mark ?? "", label(link)]))
  const names = new Map(links.map(link => [facetOf(link.dataset.mark ?? ""), nameOf(link)]))
  const pages = new Map(links.map(link => [link, link.href]))

  /** @param {HTMLElement} link */
  function nameOf(link) {
    const id = link.closest("[aria-labelledby]")?.getAttribute("aria-labelledby") ?? ""
    return document.getElementById(id)?.textContent?.trim() ?? ""
  }

  /** @param {HTMLTableRowElement} row @returns {Entry} */
  const entry = row => ({
    row, marks: row.dataset.marks?.split(" ") ?? [], day: row.dataset.day ?? "",
    name: row.cells[0].textContent ?? "", issuer: row.cells[1].textContent ?? "",
  })
  const first = [...body.rows].map(entry)
  let entries = first
  let complete = !box.dataset.rows

  /** The choice as the address tells it: facet → mark. */
  let chosen = new Map()
  function read() {
    const told = new URLSearchParams(location.search)
    chosen = new Map([...names.keys()].flatMap(facet => told.has(facet) ? [[facet, `${facet}:${told.get(facet)}`]] : []))
    sorting.value = told.get(SORT) ?? ""
    if (sorting.selectedIndex < 0) sorting.value = ""
  }

  /** @param {Map<string, string>} choice */
  function address(choice) {
    const told = new URLSearchParams([...choice].map(([facet, mark]) => [facet, mark.slice(facet.length + 1)]))
    if (sorting.value) told.set(SORT, sorting.value)
    return String(told) ? `?${told}` : location.pathname
  }

  /** @param {string} mark */
  function toggled(mark) {
    const choice = new Map(chosen)
    const facet = facetOf(mark)
    if (choice.get(facet) === mark) choice.delete(facet)
    else choice.set(facet, mark)
    return choice
  }

  /** @param {Entry} one @param {Map<string, string>} choice */
  const fits = (one, choice) => [...choice.values()].every(mark => one.marks.includes(mark))

  /** @type {Record<string, (one: Entry, other: Entry) => number>} */
  const ORDERS = {
    "cu-nhat": (one, other) => Number(!one.day) - Number(!other.day) || one.day.localeCompare(other.day),
    "ten": (one, other) => words.compare(one.name, other.name),
    "co-quan": (one, other) => words.compare(one.issuer, other.issuer),
  }

  function show() {
    const found = entries.filter(one => fits(one, chosen))
    const narrowed = chosen.size > 0 || sorting.value !== ""
    if (ORDERS[sorting.value]) found.sort(ORDERS[sorting.value])
    const shown = narrowed || complete ? found.slice(0, AT_MOST) : first
    body.replaceChildren(...shown.map(one => one.row))
    status.textContent = chosen.size
      ? `${number.format(found.length)} trong ${number.format(total)} văn bản${found.length > AT_MOST ? `; đây là ${AT_MOST} văn bản đầu` : ""}`
      : narrowed && total > AT_MOST ? `${number.format(total)} văn bản; đây là ${AT_MOST} văn bản đầu` : whole
    const pager = document.querySelector(".article .pager")
    if (pager instanceof HTMLElement) pager.hidden = narrowed
    for (const link of links) mark(link)
    for (const fold of panel.querySelectorAll("details")) unfoldChosen(fold)
    for (const group of panel.querySelectorAll("[role=group]")) group.toggleAttribute("hidden", !group.querySelector("li:not([hidden])"))
    chosenList.hidden = !chosen.size
    chosenList.replaceChildren(...[...chosen].map(([facet, one]) => chip(facet, one)))
  }

  /** How many a further choice would leave, and where it leads. @param {HTMLAnchorElement} link */
  function mark(link) {
    const mine = link.dataset.mark ?? ""
    const others = new Map(chosen)
    others.delete(facetOf(mine))
    const current = chosen.get(facetOf(mine)) === mine
    link.toggleAttribute("aria-current", current)
    if (current) link.setAttribute("aria-current", "true")
    link.href = address(toggled(mine))
    if (!complete) return
    const count = entries.reduce((sum, one) => sum + Number(one.marks.includes(mine) && fits(one, others)), 0)
    if (link.nextElementSibling) link.nextElementSibling.textContent = `(${number.format(count)})`
    if (link.parentElement) link.parentElement.hidden = !count && !current
  }

  /** A choice is never hidden, nor are all values of a facet; a fold says how many it holds. @param {HTMLDetailsElement} fold */
  function unfoldChosen(fold) {
    const values = [...fold.querySelectorAll("li")].filter(one => !one.hidden)
    const summary = fold.querySelector("summary")?.firstChild
    if (summary) summary.textContent = `Thêm ${values.length}`
    fold.hidden = !values.length
    const before = fold.previousElementSibling?.querySelector("li:not([hidden])")
    if (!before || fold.querySelector("[aria-current]")) fold.open = true
  }

  /** @param {string} facet @param {string} one */
  function chip(facet, one) {
    const button = document.createElement("button")
    button.type = "button"
    button.className = "button"
    button.append(element("span", "unseen", "Bỏ lọc "), `${names.get(facet)}: ${labels.get(one) ?? one.slice(facet.length + 1)}`)
    button.addEventListener("click", () => {
      go(toggled(one))
      const next = chosenList.querySelector("button")
      if (next) next.focus()
      else panel.querySelector("summary")?.checkVisibility() ? panel.querySelector("summary")?.focus() : sorting.focus()
    })
    const item = document.createElement("li")
    item.append(button)
    return item
  }

  /** @param {string} name @param {string} style @param {(Node | string)[]} inside */
  function element(name, style, ...inside) {
    const made = document.createElement(name)
    if (style) made.className = style
    made.append(...inside)
    return made
  }

  /** A row as the list has it. @param {Told} told */
  function rowOf(told) {
    const row = document.createElement("tr")
    const link = /** @type {HTMLAnchorElement} */ (element("a", told.dead ? "dead" : "", told.name))
    link.href = told.url
    const head = element("th", "", told.title ? element("strong", "", link) : link, " ", element("span", "cell-more", told.title))
    head.setAttribute("scope", "row")
    const unknown = () => element("span", "unknown", "chưa rõ")
    const time = element("time", "", told.dayShown)
    time.setAttribute("datetime", told.day)
    const state = told.tone === "chua-ro" ? unknown() : element("span", `badge tone-${told.tone}`, told.validity)
    const cells = [element("td", "", told.issuer), element("td", "short", told.day ? time : unknown()), element("td", "short", state)]
    const heads = box.querySelectorAll("thead th")
    cells.forEach((cell, at) => { cell.dataset.label = heads[at + 1]?.textContent ?? "" })
    row.append(head, ...cells)
    row.dataset.marks = told.marks.join(" ")
    row.dataset.day = told.day
    return row
  }

  async function fetchAll() {
    const answer = await fetch(box.dataset.rows ?? "")
    if (!answer.ok) throw new Error(String(answer.status))
    const told = await answer.json()
    entries = told.map((/** @type {Told} */ one) => entry(rowOf(one)))
    complete = true
  }

  /** Where further rows cannot be had, the page of the facet says the same. @param {string} [otherwise] */
  async function refresh(otherwise) {
    if (!complete && (chosen.size || sorting.value)) {
      status.textContent = "Đang lấy cả danh sách…"
      try { await fetchAll() } catch {
        if (otherwise) location.href = otherwise
        status.textContent = "Không lấy được cả danh sách; chỉ lọc trong trang này."
        return
      }
    }
    show()
  }

  /** @param {Map<string, string>} choice @param {string} [otherwise] */
  function go(choice, otherwise) {
    chosen = choice
    try { history.pushState(null, "", address(choice)) } catch { /* inside some frames, from some files */ }
    refresh(otherwise)
  }

  panel.addEventListener("click", event => {
    const link = event.target instanceof Element ? event.target.closest("a[data-mark]") : null
    if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    go(toggled(link.dataset.mark ?? ""), pages.get(link))
  })
  sorting.addEventListener("change", () => go(chosen))
  addEventListener("popstate", () => { read(); refresh() })
  const wide = matchMedia("(min-width: 64em)")
  const unfold = () => panel.toggleAttribute("open", wide.matches)
  wide.addEventListener("change", unfold)
  unfold()
  read()
  refresh()
})()
