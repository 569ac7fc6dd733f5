import type { Case, Creditor, Loan } from '../case/index.ts'
import type { ConductFinding, HelpChannel } from '../conduct/index.ts'
import type { Citation, LimitFinding, Localised, LprPoint, PriceLimit } from '../cost/index.ts'
import type { CalendarDate } from '../kernel/index.ts'
import { instalmentRulesFor, type ArrangementRule } from '../proposal/index.ts'
import type { CitedRule, Right } from './types.ts'

/** What of a pack a letter may cite. */
export interface LetterRules {
  readonly limits: readonly PriceLimit[]
  readonly lpr: readonly LprPoint[]
  readonly arrangements: readonly ArrangementRule[]
  readonly rights: readonly Right[]
  readonly channels: readonly HelpChannel[]
}

/** Whom a letter is about, and what was found about them. */
export interface Parties {
  readonly creditor: Creditor | null
  readonly loan: Loan | null
  readonly loans: readonly Loan[]
  /** The loan held against the price limits. */
  readonly prices: readonly LimitFinding[]
  /** The creditor's contacts held against the rules on collection. */
  readonly conduct: readonly ConductFinding[]
  readonly on: CalendarDate
}

interface Citable {
  readonly id: string
  readonly title: Localised
  readonly says: Localised
  readonly citation: Citation | null
}

/**
 * The rules of `cites` that apply to this lender and these loans on the day, each once, in the order
 * of `cites`. A limit is cited only where a loan is above it and a debtor can point to it.
 */
export function citedRules(
  cites: readonly string[],
  rules: LetterRules,
  parties: Parties,
): readonly CitedRule[] {
  const found = new Map<string, CitedRule>()
  for (const name of cites)
    for (const { id, title, says, citation } of namedRules(name, rules, parties))
      if (citation !== null && !found.has(id))
        found.set(id, {
          id,
          title,
          says,
          citation,
          checkFirst: citation.confidence !== 'verified',
        })
  return [...found.values()]
}

function namedRules(name: string, rules: LetterRules, parties: Parties): readonly Citable[] {
  const { creditor, loans, on } = parties
  switch (name) {
    case 'limits':
      return parties.prices.flatMap(({ rule, status }) =>
        status === 'above' && rule.binding ? [rule] : [],
      )
    case 'arrangements':
      return creditor === null
        ? []
        : loans.flatMap((loan) => instalmentRulesFor(rules.arrangements, { loan, creditor, on }))
    case 'conduct':
      return parties.conduct.map(({ rule: { id, title, says }, basis: { citation } }) => ({
        id,
        title,
        says,
        citation,
      }))
    default:
      return rules.rights.filter((right) => right.id === name && concerns(right, parties))
  }
}

/** Whether a right holds towards this lender; where there is none, only the day counts. */
const concerns = (right: Right, { creditor, loans, on }: Parties): boolean =>
  creditor === null
    ? isInForce(right, on)
    : loans.some((loan) => rightApplies(right, { loan, creditor, on }))

/** Whether a right holds for a loan of this lender on a day. */
export function rightApplies(
  right: Right,
  {
    loan,
    creditor,
    on,
  }: { readonly loan: Loan; readonly creditor: Creditor; readonly on: CalendarDate },
): boolean {
  return (
    isInForce(right, right.byDateOf === 'disbursement' ? loan.disbursedOn : on) &&
    right.creditorKinds.includes(creditor.kind) &&
    right.loanKinds.includes(loan.kind)
  )
}

const isInForce = (
  { inForceFrom, inForceUntil }: Pick<Right, 'inForceFrom' | 'inForceUntil'>,
  on: CalendarDate,
): boolean => inForceFrom <= on && (inForceUntil === null || on <= inForceUntil)

/** The loans of a creditor: those it lent, or collects for another. */
export function loansOf(facts: Case, creditorId: string): readonly Loan[] {
  const own = facts.creditors.find(({ id }) => id === creditorId)
  const lender = own?.onBehalfOf ?? creditorId
  return facts.loans.filter(({ creditor }) => creditor === creditorId || creditor === lender)
}
