import { describe, expect, it } from 'vitest'
import { day, yuan } from '../../support/builders.ts'
import { planBalances } from '../../../src/ui/overview/balance-sources.ts'
import { balanceMonths } from '../../../src/ui/shared/balance-months.ts'

const TODAY = day('2026-11-24')
const at = (on: string, amount: number) => ({ on: day(on), amount: yuan(amount) })

describe('the months of a falling debt', () => {
  it('show what is left at each month’s end, loan by loan, until nothing is', () => {
    const months = balanceMonths(
      [
        { loan: 'a', steps: [at('2026-11-24', 300), at('2026-12-10', 100), at('2027-01-10', 0)] },
        { loan: 'b', steps: [at('2026-11-24', 50), at('2026-11-30', 0)] },
      ],
      TODAY,
    )
    expect(months).toEqual([
      { on: '2026-11-30', left: [yuan(300), yuan(0)], total: yuan(300) },
      { on: '2026-12-31', left: [yuan(100), yuan(0)], total: yuan(100) },
      { on: '2027-01-31', left: [yuan(0), yuan(0)], total: yuan(0) },
    ])
  })

  it('of a plan start from what is still to be paid of it', () => {
    const instalment = { loan: 'a', amount: yuan(100), status: 'upcoming' } as const
    const [balances] = planBalances(
      {
        instalments: [
          { ...instalment, dueOn: day('2026-12-01'), paid: yuan(40) },
          { ...instalment, dueOn: day('2027-01-01'), paid: yuan(0) },
        ],
        total: yuan(200),
        paid: yuan(40),
        remaining: yuan(160),
        overdue: yuan(0),
        next: null,
        endsOn: day('2027-01-01'),
      },
      TODAY,
    )
    expect(balances).toEqual({
      loan: 'a',
      steps: [at('2026-11-24', 160), at('2026-12-01', 100), at('2027-01-01', 0)],
    })
  })
})
