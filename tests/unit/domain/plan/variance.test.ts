import { describe, expect, it } from 'vitest'
import type { Case, Loan, Payment, Plan } from '../../../../src/domain/case/index.ts'
import { rateOf, ZERO_FEN } from '../../../../src/domain/kernel/index.ts'
import { replayLoan } from '../../../../src/domain/loan/index.ts'
import { planVariance, varianceLines } from '../../../../src/domain/plan/index.ts'
import { aCase, aLoan, anIncome, aPayment, day, yuan } from '../../../support/builders.ts'

const since = day('2025-07-01')
const on = day('2025-10-15')
const due = ['2025-07-10', '2025-08-10', '2025-09-10', '2025-10-10', '2025-11-10']

const planned = (parts: Partial<Plan> = {}): Plan => ({
  acceptedOn: since,
  proposal: 'x',
  instalments: due.map((text) => ({ loan: 'l1', dueOn: day(text), amount: yuan(1000) })),
  figures: {
    monthlyIncome: yuan(6500),
    monthlyExpenses: yuan(1800),
    owed: [{ loan: 'l1', amount: replayLoan(late(), [], since).owedNow }],
  },
  ...parts,
})
const late = (parts: Partial<Loan> = {}): Loan =>
  aLoan({
    penalty: {
      rate: null,
      multiplier: { numerator: 3, denominator: 2 },
      base: 'overdue-principal',
      compound: false,
      lateFee: null,
    },
    ...parts,
  })
const paid = (text: string, amount = 1000, parts: Partial<Payment> = {}): Payment =>
  aPayment({ id: text, on: day(text), amount: yuan(amount), ...parts })
const kept = (parts: Partial<Case> = {}): Case =>
  aCase({
    loans: [late()],
    plan: planned(),
    payments: due.slice(0, 4).map((text) => paid(text)),
    ...parts,
  })

/** The causes that are not nothing. */
const causesOf = (facts: Case): Record<string, number> =>
  Object.fromEntries(
    Object.entries(planVariance(facts, on)?.total.causes ?? {}).filter(
      ([, amount]) => amount !== 0,
    ),
  )

describe('the plan against what happened', () => {
  it('differs in nothing where it was kept', () => {
    expect(causesOf(kept())).toEqual({})
    expect(planVariance(kept(), on)?.total.difference).toBe(0)
  })

  it('names a missed instalment with what lateness costs', () => {
    const facts = kept({ payments: due.slice(0, 3).map((text) => paid(text)) })
    const { missed, ...others } = causesOf(facts)
    expect(missed).toBeGreaterThan(yuan(1000))
    expect(others).toEqual({})
  })

  it('names late, early and extra money each by itself', () => {
    expect(causesOf(kept({ payments: [paid('2025-07-25'), ...kept().payments.slice(1)] }))).toEqual(
      {
        late: expect.any(Number) as number,
      },
    )
    // The plan pays less than the contract asks, so money before its day saves penalty interest, too.
    const early = causesOf(kept({ payments: [...kept().payments, paid('2025-10-12')] }))
    expect(Object.keys(early)).toEqual(['early'])
    expect(early['early']).toBeLessThanOrEqual(-yuan(1000))
    const extra = causesOf(kept({ payments: [...kept().payments, paid('2025-10-12', 1500)] }))
    expect(extra['early']).toBe(early['early'])
    expect(extra['extra']).toBeLessThanOrEqual(-yuan(500))
  })

  it('tells a payment that bounced from one that was never made', () => {
    const bounced = paid('2025-10-10', 1000, { reversedOn: day('2025-10-12') })
    const causes = causesOf(kept({ payments: [...kept().payments.slice(0, 3), bounced] }))
    expect(Object.keys(causes)).toEqual(['reversed'])
    expect(causes['reversed']).toBeGreaterThanOrEqual(yuan(1000))
  })

  it('names a rate that rose, a fee that is new and a freeze', () => {
    const rose = { rateChanges: [{ on: day('2025-08-20'), rate: rateOf(36, 100, 'year') }] }
    expect(Object.keys(causesOf(kept({ loans: [late(rose)] })))).toEqual(['rate'])
    const fee = {
      label: '',
      amount: yuan(50),
      when: 'once',
      on: day('2025-09-10'),
      kind: 'other',
    } as const
    expect(causesOf(kept({ loans: [late({ fees: [fee] })] }))['fee']).toBeGreaterThanOrEqual(
      yuan(50),
    )
    const freeze = { from: day('2025-08-11'), until: null, stops: 'everything' } as const
    expect(causesOf(kept({ loans: [late({ freezes: [freeze] })] }))['relief']).toBeLessThan(0)
  })

  it('lays what was missed to income that fell, as far as it fell, and the rest to nothing known', () => {
    const facts = kept({
      payments: [],
      budget: { ...aCase().budget, incomes: [anIncome({ amount: yuan(6000) })] },
    })
    const { income = 0, missed = 0, ...others } = causesOf(facts)
    expect(others).toEqual({})
    // 500 a month less in three months: 1,500 of the 4,000 that were missed.
    expect(income / (income + missed)).toBeCloseTo(1500 / 4000, 5)
  })

  it('says how far the facts of the first day were corrected since', () => {
    const dearer = late({ principal: yuan(12_100) })
    const more = replayLoan(dearer, [], since).owedNow - replayLoan(late(), [], since).owedNow
    expect(planVariance(kept({ loans: [dearer] }), on)?.loans[0]?.corrected).toBe(more)
    expect(more).toBeGreaterThan(0)
    const without = kept({ plan: planned({ figures: null }) })
    expect(planVariance(without, on)?.loans[0]?.corrected).toBe(ZERO_FEN)
  })

  it('draws three courses from the first day on, the real one up to today', () => {
    const lines = varianceLines(kept(), on)
    expect(lines.map((point) => point.on)).toEqual([
      '2025-07-01',
      '2025-07-31',
      '2025-08-31',
      '2025-09-30',
      '2025-10-15',
      '2025-10-31',
      '2025-11-30',
    ])
    expect(new Set(Object.values(lines[0] ?? {})).size).toBe(2)
    expect(lines.map(({ actual }) => actual === null)).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
      true,
    ])
    expect(lines[4]?.actual).toBe(lines[4]?.planned)
    expect(lines[6]?.unchanged).toBeGreaterThan(lines[6]?.planned ?? 0)
    expect(varianceLines(aCase(), on)).toEqual([])
  })

  it('draws a long plan with no more points, up to its end', () => {
    const last = { loan: 'l1', dueOn: day('2033-06-10'), amount: yuan(1) }
    const plan = planned({ instalments: [...planned().instalments, last] })
    const lines = varianceLines(kept({ plan }), on)
    expect(lines.length).toBeLessThan(42)
    expect(lines.at(-1)?.on.slice(0, 7) ?? '').toMatch(/^2033-0[6-9]$/)
  })
})
