import type { LimitFinding } from './types.ts'

/** The limit that a loan is above, in one word for a list. */
export interface LimitExceeded {
  readonly over: 'price' | 'charges'
  /** As a yearly decimal fraction. */
  readonly limit: number
}

/**
 * The lowest binding limit that a loan is above: what the contract costs counts before what was
 * only charged so far. Null where it is above none; a supervisor's target is none.
 */
export function limitExceeded(findings: readonly LimitFinding[]): LimitExceeded | null {
  const lowest = (what: LimitExceeded['over']): LimitExceeded | null => {
    const limits = findings.flatMap(({ over, limit, rule }) =>
      over === what && limit !== null && rule.binding ? [limit] : [],
    )
    return limits.length === 0 ? null : { over: what, limit: Math.min(...limits) }
  }
  return lowest('price') ?? lowest('charges')
}
