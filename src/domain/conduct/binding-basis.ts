import type { CreditorKind, LoanKind } from '../case/index.ts'
import { rememberByPair } from '../kernel/index.ts'
import type { LogEntry } from './contact-log.ts'
import type { ConductBasis } from './types.ts'

/** A source that binds a lender. */
export interface Binding {
  readonly basis: ConductBasis
  /** Whether it has to be checked that the rule is meant for this lender or loan. */
  readonly isDoubtful: boolean
}

type Scope = 'within' | 'doubtful' | 'outside'

/**
 * Finds the source of a rule that binds the lender on the contact's day: the first that is meant for
 * it; else the first of which that has to be checked. Whom a source binds is worked out once for each
 * kind of lender and loan.
 */
export function bindingReader(bases: readonly ConductBasis[]): (entry: LogEntry) => Binding | null {
  const bindingsOf = rememberByPair((lender: CreditorKind | null, loan: LoanKind | null) =>
    bindingsAmong(bases, lender, loan),
  )
  return ({ lender, loan, date }) => {
    let doubtful: Binding | null = null
    for (const binding of bindingsOf(lender.kind, loan?.kind ?? null)) {
      const { inForceFrom, inForceUntil } = binding.basis
      if (date < inForceFrom || (inForceUntil !== null && date > inForceUntil)) continue
      if (!binding.isDoubtful) return binding
      doubtful ??= binding
    }
    return doubtful
  }
}

const bindingsAmong = (
  bases: readonly ConductBasis[],
  lender: CreditorKind | null,
  loan: LoanKind | null,
): readonly Binding[] =>
  bases.flatMap((basis) => {
    const scope = scopeOf(basis, lender, loan)
    return scope === 'outside' ? [] : [{ basis, isDoubtful: scope === 'doubtful' }]
  })

function scopeOf(basis: ConductBasis, lender: CreditorKind | null, loan: LoanKind | null): Scope {
  const { creditorKinds, doubtfulKinds, loanKinds } = basis
  if (loanKinds !== null && loan !== null && !loanKinds.includes(loan)) return 'outside'
  const isLoanUnknown = loanKinds !== null && loan === null
  if (lender === null) return 'doubtful'
  if (creditorKinds.includes(lender)) return isLoanUnknown ? 'doubtful' : 'within'
  // Whose rules bind an agency is not known until its principal is.
  return doubtfulKinds.includes(lender) || lender === 'collector' ? 'doubtful' : 'outside'
}
