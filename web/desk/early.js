// @ts-check
// What was typed or chosen before this script came: nobody heard those events, so they are told once more.

/** @param {Document | HTMLElement} root */
export function early(root) {
  for (const field of root.querySelectorAll("input, textarea, select"))
    if (touched(field)) field.dispatchEvent(new Event(isFile(field) ? "change" : "input", { bubbles: true }))
}

/** @param {Element} field @returns {field is HTMLInputElement} */
const isFile = field => field instanceof HTMLInputElement && field.type === "file"

/** Whether a field holds something else than the page was sent with. @param {Element} field */
function touched(field) {
  if (isFile(field)) return Boolean(field.files?.length)
  if (field instanceof HTMLSelectElement) return chosen(field) !== field.selectedIndex
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue
  if (!(field instanceof HTMLInputElement)) return false
  return field.value !== field.defaultValue || field.checked !== field.defaultChecked
}

/** The place of the option that the page was sent with. @param {HTMLSelectElement} field */
const chosen = field => Math.max(0, [...field.options].findLastIndex(option => option.defaultSelected))
