// @ts-check
// One slip of a finger: a letter lost, added, changed, or two exchanged. Pure.

/** Whether one word is a slip away from the other. @param {string} word @param {string} other */
export function isSlip(word, other) {
  const n = word.length, m = other.length
  if (m - n > 1 || n - m > 1 || other === word) return false
  let front = 0
  while (front < n && front < m && word[front] === other[front]) front++
  let back = 0
  while (back < n - front && back < m - front && word[n - 1 - back] === other[m - 1 - back]) back++
  const a = n - front - back, b = m - front - back
  return a <= 1 && b <= 1 || a === 2 && b === 2 && word[front] === other[front + 1] && word[front + 1] === other[front]
}
