/** What is known of wrong passphrases: how many in a row, and when the last attempt was made. */
export interface Attempts {
  readonly failures: number
  /** Milliseconds since 1970. */
  readonly last: number
}

export const NO_ATTEMPTS: Attempts = { failures: 0, last: 0 }

const FREE_ATTEMPTS = 5
const FIRST_WAIT = 30_000
const LONGEST_WAIT = 15 * 60_000

/**
 * How long to wait before the next attempt, in milliseconds: nothing for the first five, then half a
 * minute, doubled each time up to a quarter of an hour. A clock that was put back does not shorten it.
 */
export function waitLeft({ failures, last }: Attempts, now: number): number {
  if (failures < FREE_ATTEMPTS) return 0
  const wait = Math.min(FIRST_WAIT * 2 ** (failures - FREE_ATTEMPTS), LONGEST_WAIT)
  return Math.max(0, wait - Math.max(0, now - last))
}

/** Reads what was kept; what can't be read counts as five failures a moment ago: it may have been made so. */
export function readAttempts(text: string, now: number): Attempts {
  try {
    const { failures, last } = JSON.parse(text) as Partial<Record<keyof Attempts, unknown>>
    if (!Number.isSafeInteger(failures) || !Number.isSafeInteger(last)) throw new TypeError()
    // A last attempt that is still to come would shut the person out until then.
    return { failures: Math.max(0, Number(failures)), last: Math.min(Number(last), now) }
  } catch {
    return { failures: FREE_ATTEMPTS, last: now }
  }
}
