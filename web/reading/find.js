// @ts-check
// «Tìm trong văn bản này»: what does it is fetched when it is asked for.

for (const one of document.querySelectorAll("[data-find]"))
  one.addEventListener("click", () => import("./inside.js").then(({ open }) => open(one), () => { /* the browser's own search is left */ }))
