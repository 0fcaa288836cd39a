// @ts-check

/** A form as browsers send it without script. @param {string} place @param {FormData} form @returns {Promise<Response>} */
export const sent = (place, form) =>
  fetch(place, { method: "POST", body: new URLSearchParams(/** @type {any} */ (form)), credentials: "same-origin" })

/** A file as it is; what the desk answers, or `loi`: why not.
 *  @param {string} place @param {Record<string, string>} asked @param {File} file @param {string} silent what is told where nobody answers
 *  @returns {Promise<any>} */
export async function handed(place, asked, file, silent) {
  const most = Number(document.body.dataset.most)
  if (file.size > most) {
    const size = Math.round(file.size / 1048576), told = most / 1048576
    return { loi: `Tệp nặng ${size} MB, nhiều nhất ${told} MB. Quét lại nhẹ hơn (200 dpi, đen trắng), hoặc chia thành nhiều tệp.` }
  }
  try {
    const head = { "Content-Type": "application/octet-stream" }
    const answer = await fetch(`${place}?${new URLSearchParams(asked)}`, { method: "POST", body: file, headers: head, credentials: "same-origin" })
    const isData = answer.headers.get("Content-Type")?.startsWith("application/json")
    return isData ? await answer.json() : { loi: await answer.text() }
  } catch {
    return { loi: silent }
  }
}
