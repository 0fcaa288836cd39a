// @ts-check
// What a page is worth more that was asked for as such, above all that words can bring.

/** A number leads to its document. */
export const NUMBER = 10_000
/** A day that nothing else was asked with. */
export const DAY = 6000
