// @ts-check
// A whole and its parts: the page of a set of criteria has all that the pages of its criteria have, so it comes first for
// nearly any question; who asks about one of them is led to that one. Pure.

/** A whole whose title says so much of the query was asked for itself. */
const ITSELF = 0.5
/** What a part is worth at least beside its whole. */
const LEAST = 0.3

/** The best part of the first page goes before it. @template {{page: number, worth: number}} T
 *  @param {T[]} order the best first @param {number} titled how much of the query the first one's title says
 *  @param {(page: number) => string} addressOf @returns {T[]} */
export function partFirst(order, titled, addressOf) {
  const [first] = order, whole = first ? addressOf(first.page) : ""
  if (!whole || titled >= ITSELF) return order
  const part = order.find(one => one !== first && one.worth >= LEAST * first.worth && isBelow(addressOf(one.page), whole))
  return part ? [{ ...part, worth: first.worth }, ...order.filter(one => one !== part)] : order
}

/** A row is told on the page itself. @param {string} address @param {string} whole */
const isBelow = (address, whole) => address.startsWith(whole) && !address.includes("#")
