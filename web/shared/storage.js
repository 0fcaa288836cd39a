// @ts-check
// What a reader leaves on the own machine, as JSON. A browser that refuses storage remembers nothing.

/** @template T @param {string} key @param {T} otherwise @returns {T} */
export function recall(key, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") ?? otherwise
  } catch {
    return otherwise
  }
}

/** Whether it was kept. @param {string} key @param {unknown} value nothing at all takes the key away */
export function remember(key, value) {
  try {
    if (value === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(value))
    return true
  } catch {
    return false // refused, or full: the page works without
  }
}
