// @ts-check
// What a reader writes who found an error: where it stands is filled in, what is wrong is theirs to say. Pure.

/** @typedef {{title: string, address: string, part?: string, quoted?: string, updated?: string}} Place where the error is:
 *  the page's title and address, the clause or heading, the words that were selected, the day of the page */

/** So much of what was selected: enough to find it, and short enough for an address of a letter. */
const QUOTED = 300

/** @param {string} text */
const shortened = text => text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text

/** @param {Place} place */
export const subject = ({ title, part }) => `Báo sai sót: ${title}${part ? `, ${part}` : ""}`

/** @param {Place} place */
export const message = ({ title, address, part, quoted, updated }) => [
  ["Trang", title],
  ["Địa chỉ", address],
  ["Mục", part],
  ["Bản cập nhật ngày", updated],
  ["Đoạn cần sửa", quoted && `«${shortened(quoted)}»`],
].flatMap(([label, told]) => told ? [`${label}: ${told}`] : []).concat(
  "",
  "Nội dung đúng:",
  "Căn cứ (số, ngày văn bản, điều khoản; hoặc địa chỉ trang):",
  "Đơn vị gửi, người liên hệ:",
  "",
).join("\n")

/** The address that sends it. `to`: `hop-thu@co-quan.vn`, or an address of a tracker with `{title}` and `{body}` in it;
 *  nothing where it is neither. @param {string} to @param {string} title @param {string} body */
export function sending(to, title, body) {
  const filled = { title: encodeURIComponent(title), body: encodeURIComponent(body) }
  if (/^https:\/\/[^{}]+\{/.test(to)) return to.replace("{title}", filled.title).replace("{body}", filled.body)
  return /^[^\s@:?&]+@[^\s@:?&]+$/.test(to) ? `mailto:${to}?subject=${filled.title}&body=${filled.body}` : undefined
}
