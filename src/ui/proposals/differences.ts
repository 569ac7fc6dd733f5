import type { Proposal } from '../../domain/proposal/index.ts'

/** What proposals are told apart by: what is paid in all, when it is over, the heaviest month, what creditors must give up. */
export const CRITERIA = ['total', 'ends', 'monthly', 'concession'] as const
export type Criterion = (typeof CRITERIA)[number]

export interface Difference {
  readonly criterion: Criterion
  /** Those that are best by it: several where they are equal. */
  readonly best: readonly Proposal[]
  /** The one that is worst by it. */
  readonly worst: Proposal
}

export interface Differences {
  readonly found: readonly Difference[]
  /** What can't be kept up is never praised. */
  readonly infeasible: readonly Proposal[]
  /** Whether at least two can be kept up and are equal by every criterion. */
  readonly areAlike: boolean
}

const VALUES: Readonly<Record<Criterion, (proposal: Proposal) => number | string>> = {
  total: ({ totalPaid }) => totalPaid,
  ends: ({ payoffOn }) => payoffOn ?? '',
  monthly: ({ maxMonthly }) => maxMonthly,
  concession: ({ concession }) => concession,
}

/** How proposals differ: who is best by each criterion among those that can be kept up and clear the debt. */
export function differences(proposals: readonly Proposal[]): Differences {
  const infeasible = proposals.filter(({ feasible }) => !feasible)
  const able = proposals.filter(({ feasible, payoffOn }) => feasible && payoffOn !== null)
  const found = CRITERIA.flatMap((criterion) => differenceBy(able, criterion) ?? [])
  return { found, infeasible, areAlike: able.length > 1 && found.length === 0 }
}

function differenceBy(able: readonly Proposal[], criterion: Criterion): Difference | null {
  const valueOf = VALUES[criterion]
  const sorted = able.toSorted((a, b) => (valueOf(a) < valueOf(b) ? -1 : 1))
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined || valueOf(first) === valueOf(last)) return null
  return {
    criterion,
    best: able.filter((proposal) => valueOf(proposal) === valueOf(first)),
    worst: last,
  }
}
