// @ts-check
// Who may answer: the newest question only. Knows nothing of what is asked.

const PAUSE = 60

/**
 * Questions in a row, of which only the newest is answered: an older answer that comes late is dropped, an older
 * question that still runs is called off. Many at once become few: the first goes at once, then one a pause.
 * @template Q, A
 * @param {(question: Q, signal: AbortSignal) => Promise<A>} ask
 * @param {(answer: A, question: Q) => void} show
 * @param {(question: Q, fault: unknown) => void} fail
 * @returns {{ask: (question: Q) => void, stop: () => void}}
 */
export function newest(ask, show, fail) {
  let running = new AbortController()
  let resting = false
  /** @type {{question: Q} | undefined} */
  let waiting

  /** @param {Q} question */
  async function put(question) {
    running.abort()
    const mine = running = new AbortController()
    try {
      const answer = await ask(question, mine.signal)
      if (!mine.signal.aborted && !waiting) show(answer, question)
    } catch (fault) {
      if (!mine.signal.aborted && !waiting) fail(question, fault)
    }
  }
  /** @param {Q} question */
  function go(question) {
    if (resting) {
      waiting = { question }
      return
    }
    resting = true
    setTimeout(() => {
      resting = false
      const next = waiting
      waiting = undefined
      if (next) go(next.question)
    }, PAUSE)
    put(question)
  }
  return {
    ask: go,
    stop() {
      waiting = undefined
      running.abort()
    },
  }
}
