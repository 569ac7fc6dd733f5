import { describe, expect, it } from 'vitest'
import { day, yuan } from '../../support/builders.ts'
import type { PlanInstalmentState } from '../../../src/domain/plan/index.ts'
import { planMonths } from '../../../src/ui/plan/plan-months.ts'
import { remainingMonths } from '../../../src/ui/plan/remaining-months.ts'

const due = (loan: string, dueOn: string, amount: number): PlanInstalmentState => ({
  loan,
  dueOn: day(dueOn),
  amount: yuan(amount),
  paid: yuan(0),
  status: 'upcoming',
})
const instalments = [
  due('a', '2026-12-10', 300),
  due('b', '2026-12-20', 100),
  due('a', '2027-01-10', 300),
]

describe('months of a plan', () => {
  it('leaves after each month what later months ask for, by loan', () => {
    expect(remainingMonths(instalments, ['a', 'b'])).toEqual([
      { month: '2026-12', remaining: [yuan(300), yuan(0)], total: yuan(300) },
      { month: '2027-01', remaining: [yuan(0), yuan(0)], total: yuan(0) },
    ])
  })

  it('is paid once all of its instalments are', () => {
    const paid = instalments.map((instalment, index) =>
      index < 2 ? { ...instalment, paid: instalment.amount, status: 'paid' as const } : instalment,
    )
    expect(planMonths(paid).map(({ isPaid, total }) => ({ isPaid, total }))).toEqual([
      { isPaid: true, total: yuan(400) },
      { isPaid: false, total: yuan(300) },
    ])
  })
})
