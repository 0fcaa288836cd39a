// @ts-check
// What a page from a disk has in place of a server: where its script stands, and the files that a module of it would
// fetch (scripts/offline.py puts them before the script). Stands in for `import.meta.url` and `fetch` in every module.

export const scriptUrl = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href
const root = new URL("../../", scriptUrl).href

/** @type {typeof globalThis.fetch} */
export const fetch = (url, asked) => {
  const text = globalThis.PortalFiles?.[String(url).slice(root.length)]
  return text === undefined ? globalThis.fetch(url, asked) : Promise.resolve(new Response(text))
}
