// @ts-check
// Elements of a page. Texts are put in as texts: nothing found, fetched or typed can become markup.

/** @typedef {Node | string | null | false} Content */

/**
 * @template {keyof HTMLElementTagNameMap} N
 * @param {N} name @param {{[attribute: string]: string | boolean | null | undefined}} attributes
 * @param {Content[]} inside
 * @returns {HTMLElementTagNameMap[N]}
 */
export function element(name, attributes = {}, ...inside) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes))
    if (value === true) made.setAttribute(key, "")
    else if (typeof value === "string") made.setAttribute(key, value)
  made.append(...inside.filter(one => one !== null && one !== false))
  return made
}

/** The words of an element in one line. @param {Element | null | undefined} one @returns {string | undefined} */
export const textOf = one => one?.textContent?.replace(/\s+/g, " ").trim()
