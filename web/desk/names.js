// @ts-check
// Names of controls: paths such as `cong_nhan/2/muc`, in ids with dots. A blank item has `~` where its number will be.

/** @param {string} name @param {string} token @returns {string} the first blank is filled, those further in are not */
export const named = (name, token) => name.replace(/([/.])~(?=[/.]|-|$)/, `$1${token}`)

/** A number no item of the list has. @param {string[]} names of everything in the list @param {string} list
 *  @returns {string} */
export function fresh(names, list) {
  const start = `${list}/m`
  const taken = names.filter(one => one.startsWith(start)).map(one => Number.parseInt(one.slice(start.length), 10))
  return `m${Math.max(0, ...taken.filter(Number.isInteger)) + 1}`
}
