// @ts-check
// What was found, in the order of its days. Fetched only where that order was asked for.

/** All that was found, the newest first, what has no day last. @param {import("./opened.js").Opened} opened
 *  @param {number[]} all @param {Float32Array} worth @param {Set<string>} missing */
export async function newestOf(opened, all, worth, missing) {
  const days = await opened.store.days(missing)
  const made = all.map(page => ({ page, worth: worth[page], day: days?.[page] ?? "" }))
  return made.sort((a, b) => a.day === b.day ? b.worth - a.worth : a.day < b.day ? 1 : -1)
}
