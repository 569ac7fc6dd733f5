import type { Fen, CalendarMonth } from '../kernel/index.ts'

/** A household's month on average; `once` items are left out. */
export interface MonthlyBudget {
  readonly monthlyIncome: Fen
  readonly monthlyEssential: Fen
  readonly monthlyOther: Fen
  /** Income − essential − other; negative when the month does not close. */
  readonly disposable: Fen
  /** The part of disposable kept back, never below 0. */
  readonly cushion: Fen
  /** What can be offered to creditors each month, never below 0. */
  readonly affordable: Fen
}

/** Money in and out of one calendar month before any loan is paid. */
export interface BudgetMonth {
  readonly month: CalendarMonth
  readonly income: Fen
  readonly expenses: Fen
}
