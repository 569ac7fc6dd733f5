import type { Loan } from '../case/index.ts'
import { addMonths, type CalendarDate } from '../kernel/index.ts'

/** The due date of the nth instalment (1-based): the due day of each month, its last day where shorter. */
export const dueDate = (loan: Pick<Loan, 'firstDueOn' | 'dueDay'>, n: number): CalendarDate =>
  n === 1 ? loan.firstDueOn : addMonths(loan.firstDueOn, n - 1, loan.dueDay)
