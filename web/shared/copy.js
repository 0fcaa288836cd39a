// @ts-check
// Puts text on the clipboard. Says no where the browser refuses: on plain http, in a foreign frame.

/** @param {string} text @returns {Promise<boolean>} */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyFromPage(text)
  }
}

/** The old way, allowed where the new one is not. @param {string} text */
function copyFromPage(text) {
  const before = document.activeElement
  const field = document.createElement("textarea")
  field.value = text
  field.className = "unseen"
  document.body.append(field)
  field.select()
  const done = document.execCommand("copy")
  field.remove()
  if (before instanceof HTMLElement) before.focus()
  return done
}
