// @ts-check
// Days and numbers as the portal's pages write them.

/** `2021-05-19` → «19/5/2021», as documents write it: a zero before days below ten, months 1 and 2.
 *  @param {string} iso */
export function day(iso) {
  const [year, month, date] = iso.split("-")
  const told = Number(month) < 3 ? month : Number(month)
  if (!date) return month ? `${told}/${year}` : year
  return `${date}/${told}/${year}`
}

/** The day of the reader's own clock, for `day`. @param {Date} moment */
export function iso(moment) {
  const two = (/** @type {number} */ one) => String(one).padStart(2, "0")
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}

/** `12345` → «12.345». @param {number} value */
export const number = value => String(value).replace(/\B(?=(\d{3})+$)/g, ".")
