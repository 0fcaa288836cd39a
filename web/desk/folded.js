// @ts-check

/** As the machine folds words (`fold` in portal/text.py): no marks, no capitals, `d` for `đ`, anything else a space.
 *  @param {string} text @returns {string} */
export const folded = text =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d").replace(/[^\p{L}\p{N}]+/gu, " ").trim()
