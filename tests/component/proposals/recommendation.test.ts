import { describe, expect, it } from 'vitest'
import { aCase, aLoan, anExpense, anIncome, day, yuan } from '../../support/builders.ts'
import { askRules } from '../../support/rules.ts'
import {
  proposeAll,
  recommendationReason,
  type Proposal,
} from '../../../src/domain/proposal/index.ts'
import { missingMoney } from '../../../src/ui/proposals/missing-money.ts'
import { paymentCalendar } from '../../../src/ui/proposals/payment-calendar.ts'
import { balanceMonths, proposalBalances } from '../../../src/ui/shared/balance-months.ts'

const on = day('2026-11-24')
const tight = aCase({
  budget: { ...aCase().budget, incomes: [anIncome({ amount: yuan(3000) })] },
})
const set = proposeAll(tight, askRules(), on)
const chosen = set.proposals.find(({ id }) => id === set.recommended)!

const alike = (parts: Partial<Proposal>): Proposal => ({ ...chosen, ...parts })

describe('why a proposal is recommended', () => {
  it('names the only one that can be kept', () => {
    const others = set.proposals.map((other) =>
      other === chosen ? other : { ...other, feasible: false },
    )
    expect(recommendationReason({ ...set, proposals: others }, chosen)).toBe('only')
  })

  it('says that keeping the contracts asks nothing', () => {
    const kept = alike({ strategy: 'status-quo', id: 'status-quo-2026-11-24', concession: 0 })
    expect(recommendationReason({ ...set, statusQuo: kept }, kept)).toBe('contract')
  })

  it('names the lesser ask before the lower total', () => {
    const dearer = alike({ id: 'x', concession: 5, totalPaid: yuan(1) })
    expect(recommendationReason({ ...set, proposals: [chosen, dearer] }, chosen)).toBe(
      'least-asked',
    )
  })

  it('names the lower total where the ask is the same', () => {
    const dearer = alike({ id: 'x', totalPaid: yuan(999_999) })
    expect(recommendationReason({ ...set, proposals: [chosen, dearer] }, chosen)).toBe('cheapest')
  })

  it('says that a cheaper or milder one is passed over', () => {
    const cheaper = alike({ id: 'x', totalPaid: yuan(1) })
    const milder = alike({ id: 'x', concession: 0, totalPaid: yuan(999_999) })
    for (const other of [cheaper, milder]) {
      expect(recommendationReason({ ...set, proposals: [chosen, other] }, chosen)).toBe('surest')
    }
  })

  it('claims no advantage where another one equals it', () => {
    const equal = alike({ id: 'x' })
    expect(recommendationReason({ ...set, proposals: [chosen, equal] }, chosen)).toBe('tie')
  })
})

describe('how much is missing', () => {
  it('is what the household itself is short of', () => {
    const broke = aCase({
      budget: {
        ...aCase().budget,
        incomes: [anIncome({ amount: yuan(1000) })],
        expenses: [anExpense({ amount: yuan(1800) })],
      },
    })
    const monthly = { disposable: yuan(-800) } as Parameters<typeof missingMoney>[1]
    expect(missingMoney(proposeAll(broke, askRules(), on), monthly)).toBe(yuan(800))
  })

  it('is the smallest gap of any proposal otherwise, never a shortfall of the reserve', () => {
    const none = alike({
      feasible: false,
      why: [
        { code: 'below-reserve', amount: yuan(5) },
        { code: 'longer-than-allowed', amount: yuan(120) },
      ],
    })
    const worse = alike({ why: [{ code: 'over-affordable', amount: yuan(400) }] })
    expect(missingMoney({ ...set, statusQuo: worse, proposals: [none] }, null)).toBe(yuan(120))
  })
})

describe('months of a proposal', () => {
  const two = proposeAll(
    { ...tight, loans: [aLoan(), aLoan({ id: 'l2', principal: yuan(6000) })] },
    askRules(),
    on,
  ).proposals[0]!

  it('shows every payment in the calendar exactly once', () => {
    const rows = paymentCalendar(two.perLoan)
    const total = rows.reduce((sum, row) => sum + row.total, 0)
    expect(total).toBe(two.totalPaid)
    expect(rows.map(({ month }) => month)).toEqual([...rows.map(({ month }) => month)].sort())
  })

  it('begins with what is owed today and ends with nothing', () => {
    const owed = new Map([
      ['l1', yuan(12_000)],
      ['l2', yuan(6000)],
    ])
    const rows = balanceMonths(proposalBalances(two.perLoan, owed, on), on)
    expect(rows[0]?.total).toBeLessThanOrEqual(yuan(18_000))
    expect(rows.at(-1)?.total).toBe(0)
  })
})
