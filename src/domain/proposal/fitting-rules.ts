import type { Creditor, Loan } from '../case/index.ts'
import type { CalendarDate } from '../kernel/index.ts'
import type { ArrangementRule } from './rules.ts'

/** The rules under which this creditor can be asked for instalments on this loan on a day: legal ones first. */
export function instalmentRulesFor(
  rules: readonly ArrangementRule[],
  {
    loan,
    creditor,
    on,
  }: { readonly loan: Loan; readonly creditor: Creditor; readonly on: CalendarDate },
): readonly ArrangementRule[] {
  const fitting = rules.filter(
    (rule) =>
      rule.kind === 'instalment' &&
      rule.creditorKinds.includes(creditor.kind) &&
      rule.loanKinds.includes(loan.kind) &&
      rule.inForceFrom <= on &&
      (rule.inForceUntil === null || on <= rule.inForceUntil),
  )
  const isLegal = ({ basis }: ArrangementRule): boolean => basis === 'legal'
  return [...fitting.filter(isLegal), ...fitting.filter((rule) => !isLegal(rule))]
}
