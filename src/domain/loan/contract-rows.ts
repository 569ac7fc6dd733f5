import type { Loan } from '../case/index.ts'

/** Whether the contract's own schedule was entered: it wins over a computed one. */
export const hasOwnRows = ({ schedule }: Pick<Loan, 'schedule'>): boolean =>
  schedule !== null && schedule.length > 0

/** Whether the loan is a balance with a minimum each month, not a list of instalments. */
export const isRevolving = (loan: Pick<Loan, 'method' | 'schedule'>): boolean =>
  loan.method === 'minimum-payment' && !hasOwnRows(loan)
