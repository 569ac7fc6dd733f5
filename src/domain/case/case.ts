import type { CalendarDate, Fen } from '../kernel/index.ts'
import type { Budget } from './budget.ts'
import type { Carried } from './carried.ts'
import type { Contact } from './contact.ts'
import type { Complaint, Person, SavedLetter, Task } from './correspondence.ts'
import type { Creditor } from './creditor.ts'
import type { Debtor } from './debtor.ts'
import type { Loan, Payment } from './loan.ts'

export interface PlanInstalment extends Carried {
  readonly loan: string
  readonly dueOn: CalendarDate
  readonly amount: Fen
}

/** What a loan owed on the day a plan was accepted. */
export interface OwedThen extends Carried {
  readonly loan: string
  readonly amount: Fen
}

/** How things stood on the day a plan was accepted: what later changes are measured against. */
export interface PlanFigures extends Carried {
  /** Of an average month. */
  readonly monthlyIncome: Fen
  readonly monthlyExpenses: Fen
  /** At the beginning of that day. */
  readonly owed: readonly OwedThen[]
}

/** The proposal a person accepted, with the numbers of that day. */
export interface Plan extends Carried {
  readonly acceptedOn: CalendarDate
  /** The id of the proposal. */
  readonly proposal: string
  readonly instalments: readonly PlanInstalment[]
  /** null for a plan that was accepted before they were kept. */
  readonly figures: PlanFigures | null
}

export const LOCALES = ['zh-CN', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** Everything a person told us: facts only. All else is computed. */
export interface Case extends Carried {
  readonly jurisdiction: string
  readonly currency: string
  readonly locale: Locale
  /** The day the figures are for; null = today. */
  readonly asOf: CalendarDate | null
  readonly debtor: Debtor
  readonly budget: Budget
  readonly creditors: readonly Creditor[]
  readonly loans: readonly Loan[]
  readonly payments: readonly Payment[]
  readonly contacts: readonly Contact[]
  readonly people: readonly Person[]
  readonly letters: readonly SavedLetter[]
  readonly complaints: readonly Complaint[]
  readonly tasks: readonly Task[]
  readonly plan: Plan | null
  /** Plans that another one replaced, oldest first. */
  readonly pastPlans: readonly Plan[]
}
