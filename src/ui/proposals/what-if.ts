import type { Budget, Case } from '../../domain/case/index.ts'
import { scaleFen, ZERO_FEN, type CalendarDate, type Fen } from '../../domain/kernel/index.ts'

/** What is tried out. Nothing of it is stored until it is taken over. */
export interface WhatIf {
  /** Every income so many percent higher or lower. */
  readonly incomePercent: number
  /** Every essential expense so many percent higher or lower. */
  readonly essentialsPercent: number
  /** Null: as it is. */
  readonly reserve: Fen | null
  /** Money that comes in once, on a day to come. */
  readonly oneOff: Fen
  readonly oneOffOn: CalendarDate
}

export const NOTHING_CHANGED: Omit<WhatIf, 'oneOffOn'> = {
  incomePercent: 0,
  essentialsPercent: 0,
  reserve: null,
  oneOff: ZERO_FEN,
}

/** Whether anything is tried out at all. */
export const isChanged = (
  { reserve: own }: Pick<Budget, 'reserve'>,
  { incomePercent, essentialsPercent, reserve, oneOff }: WhatIf,
): boolean =>
  incomePercent !== 0 ||
  essentialsPercent !== 0 ||
  oneOff !== 0 ||
  (reserve !== null && reserve !== own)

interface NewIncome {
  readonly id: string
  readonly label: string
}

/** The budget with a change: each amount scaled for itself, half up to the fen, so that what is shown adds up. */
export function changedBudget(
  budget: Budget,
  { incomePercent, essentialsPercent, reserve, oneOff, oneOffOn }: WhatIf,
  { id, label }: NewIncome,
): Budget {
  const income = (amount: Fen): Fen => scaled(amount, incomePercent)
  const incomes = budget.incomes.map((each) => ({
    ...each,
    amount: income(each.amount),
    variation:
      each.variation === null
        ? null
        : {
            ...each.variation,
            low: income(each.variation.low),
            high: income(each.variation.high),
          },
  }))
  const once = {
    id,
    label,
    amount: oneOff,
    every: 'once',
    day: null,
    from: oneOffOn,
    until: null,
    variation: null,
    lossChance: null,
    lossMonths: null,
  } as const
  return {
    ...budget,
    reserve: reserve ?? budget.reserve,
    incomes: oneOff === 0 ? incomes : [...incomes, once],
    expenses: budget.expenses.map((each) =>
      each.essential ? { ...each, amount: scaled(each.amount, essentialsPercent) } : each,
    ),
  }
}

/** The case with the change; what does not change stays the same object. */
export const withChange = (facts: Case, change: WhatIf, once: NewIncome): Case =>
  isChanged(facts.budget, change)
    ? { ...facts, budget: changedBudget(facts.budget, change, once) }
    : facts

const scaled = (amount: Fen, percent: number): Fen =>
  percent === 0 ? amount : scaleFen(amount, 100 + percent, 100)
