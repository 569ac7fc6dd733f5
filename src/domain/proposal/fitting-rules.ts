import type { Creditor, Loan } from '../case/index.ts'
import type { CalendarDate } from '../kernel/index.ts'
import type { ArrangementRule } from './rules.ts'
import type { Arrangement } from './types.ts'

/** Whose loan is looked at, and when. */
export interface Asking {
  readonly loan: Loan
  readonly creditor: Creditor
  readonly on: CalendarDate
}

/** The rules under which this creditor can be asked for instalments on this loan on a day: legal ones first. */
export const instalmentRulesFor = (
  rules: readonly ArrangementRule[],
  asking: Asking,
): readonly ArrangementRule[] => rulesFor('instalment', rules, asking)

/** The rules of a kind that fit this creditor, this loan and this day: legal ones first. */
export function rulesFor(
  kind: Arrangement,
  rules: readonly ArrangementRule[],
  { loan, creditor, on }: Asking,
): readonly ArrangementRule[] {
  const fitting = rules.filter(
    (rule) =>
      rule.kind === kind &&
      rule.creditorKinds.includes(creditor.kind) &&
      rule.loanKinds.includes(loan.kind) &&
      rule.inForceFrom <= on &&
      (rule.inForceUntil === null || on <= rule.inForceUntil),
  )
  const isLegal = ({ basis }: ArrangementRule): boolean => basis === 'legal'
  return [...fitting.filter(isLegal), ...fitting.filter((rule) => !isLegal(rule))]
}
