// @ts-check

/** A form as browsers send it without script. @param {string} place @param {FormData} form @returns {Promise<Response>} */
export const sent = (place, form) =>
  fetch(place, { method: "POST", body: new URLSearchParams(/** @type {any} */ (form)), credentials: "same-origin" })
