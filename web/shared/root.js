// @ts-check
// Where the site begins: two folders above this script, which is published as assets/js/….js.

export const root = new URL("../../", import.meta.url).href
