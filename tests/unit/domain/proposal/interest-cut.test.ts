import { describe, expect, it } from 'vitest'
import type { Case, Loan, Talk } from '../../../../src/domain/case/index.ts'
import { rateOf, sumFen } from '../../../../src/domain/kernel/index.ts'
import {
  cutRateOf,
  proposeAll,
  proposeWithOptimum,
  recordTalk,
  type ArrangementRule,
  type LoanProposal,
  type Strategy,
} from '../../../../src/domain/proposal/index.ts'
import {
  aCase,
  aCreditor,
  aLoan,
  anExpense,
  anIncome,
  day,
  yuan,
} from '../../../support/builders.ts'
import { anInstalmentRule, askRules } from '../../../support/rules.ts'
import { shippedPack } from '../../../support/pack-files.ts'
import { theSolver } from '../../../support/solver.ts'

const on = day('2026-11-28')
const { arrangements, lpr } = shippedPack()

/** One loan of 60,000 whose first instalment is late, and so much a month for it. */
const owing = (monthly: number, loan: Partial<Loan> = {}): Case =>
  aCase({
    budget: {
      ...aCase().budget,
      cash: yuan(0),
      reserve: yuan(0),
      cushionFraction: { numerator: 0, denominator: 1 },
      incomes: [anIncome({ amount: yuan(4000 + monthly) })],
      expenses: [anExpense({ amount: yuan(4000) })],
    },
    creditors: [aCreditor({ id: 'c1', kind: 'consumer-finance' })],
    loans: [
      aLoan({
        principal: yuan(60_000),
        received: yuan(60_000),
        rate: rateOf(36, 100, 'year'),
        disbursedOn: day('2026-10-20'),
        firstDueOn: day('2026-11-20'),
        dueDay: 20,
        ...loan,
      }),
    ],
  })

/** The same with a month's money in hand, so that the first pay day can be met. */
const withCash = (facts: Case): Case => ({
  ...facts,
  budget: { ...facts.budget, cash: yuan(10_000) },
})

function partOf(
  facts: Case,
  strategy: Strategy,
  rules: readonly ArrangementRule[] = arrangements,
  from = on,
): LoanProposal | undefined {
  const { proposals } = proposeAll(facts, rules, from)
  return proposals.find((one) => one.strategy === strategy)?.perLoan[0]
}

async function optimal(facts: Case, rules: readonly ArrangementRule[] = arrangements) {
  const { proposals } = proposeWithOptimum(facts, rules, { on, solve: await theSolver() })
  return proposals.find(({ strategy }) => strategy === 'optimal')!
}

const aTalk = (parts: Partial<Talk>): Talk => ({
  id: 't1',
  on: day('2026-11-25'),
  kind: 'asked',
  amount: null,
  months: null,
  concession: 4,
  rate: null,
  replyBy: null,
  inWriting: false,
  note: '',
  ...parts,
})

describe('interest cut to a rate', () => {
  it.each([
    // 60,000 over 60 months: 2,168 at 36 %, 1,726 at 24 %, 1,078 at the LPR of 3 %, 1,000 without interest.
    [1900, 0.24],
    [1150, 0.03],
    [1030, null],
  ])('goes no further than a household with %i a month needs', async (monthly, rate) => {
    const best = await optimal(owing(monthly))
    expect(best).toMatchObject({ feasible: true, concession: 4 })
    const [part] = best.perLoan
    expect(part).toMatchObject({ arrangement: 'interest-cut', standing: 'ask', concession: 4 })
    expect(cutRateOf(part!.ask.target)).toBe(rate)
    expect(part!.ask.target.rate).toBeDefined()
  })

  it('is not asked for where less is enough', async () => {
    const best = await optimal(owing(2600))
    expect(best.concession).toBeLessThan(4)
    expect(best.perLoan[0]?.ask.target).not.toHaveProperty('rate')
  })

  it('replaces the rate of the contract on the falling principal, each month half up to the fen', () => {
    const from = day('2026-11-12')
    const loan = { disbursedOn: from, firstDueOn: day('2026-12-12'), dueDay: 12 }
    const part = partOf(withCash(owing(1150, loan)), 'interest-cut', arrangements, from)!
    const { payments, balances } = part
    expect(part.ask.target.rate).toEqual(rateOf(3, 100, 'year'))
    expect(payments[0]?.on).toBe('2026-12-12')
    // The annuity at a quarter of a per cent a month, and a fen.
    const growth = 1.0025 ** payments.length
    expect(payments[0]!.amount - (6_000_000 * 0.0025 * growth) / (growth - 1)).toBeLessThan(2)
    let left = 6_000_000
    for (const [n, { amount }] of payments.entries()) {
      left += Math.floor((left * 3) / 1200 + 0.5) - amount
      expect(left).toBe(balances[n]!.amount)
    }
    expect(left).toBe(0)
    expect(sumFen(payments.map(({ amount }) => amount))).toBe(part.totalPaid)
  })

  it('is asked for at the rate that the person named by a talk', () => {
    const talk = aTalk({ rate: rateOf(1, 100, 'month') })
    const part = partOf(owing(1450, { talks: [talk] }), 'interest-cut')!
    expect(part.ask.target.rate).toEqual(rateOf(12, 100, 'year'))
  })

  it('asks nothing where the loan bears no more already', () => {
    const facts = owing(1030, { rate: rateOf(2, 100, 'year') })
    expect(partOf(facts, 'interest-cut')).toBeUndefined()
  })

  it('is left out where the pack lets nobody be asked for it', async () => {
    const rules = askRules().filter(({ kind }) => kind !== 'interest-cut')
    expect(partOf(owing(1150), 'interest-cut', rules)).toBeUndefined()
    expect((await optimal(owing(1150), rules)).feasible).toBe(false)
  })

  it('follows the rates of the pack: twice the LPR where the pack says so', () => {
    const cutTo = { kind: 'lpr', times: 2, lpr } as const
    const rules = [...askRules(), anInstalmentRule({ kind: 'interest-cut', concession: 4, cutTo })]
    expect(partOf(owing(1250), 'interest-cut', rules)?.ask.target.rate).toEqual(
      rateOf(6, 100, 'year'),
    )
  })

  it.each([
    [24, 24],
    [null, 12],
  ])(
    'over %s months that a creditor named is its offer, and taken up over %i',
    async (months, count) => {
      const talk = aTalk({ kind: 'countered', rate: rateOf(6, 100, 'year'), months })
      const facts = recordTalk(withCash(owing(6000)), { loan: 'l1', talk, offerId: 'o1' })
      const [offer] = facts.loans[0]!.offers
      expect(offer).toMatchObject({ kind: 'instalment', amount: null, months, rate: talk.rate })
      const { proposals } = proposeWithOptimum(facts, [], { on, solve: await theSolver() })
      const now = proposals.find(({ strategy }) => strategy === 'optimal-now')!
      expect(now.perLoan[0]).toMatchObject({
        arrangement: 'interest-cut',
        standing: 'offer',
        concession: 0,
        offer: { id: 'o1' },
      })
      expect(now.perLoan[0]?.payments.length).toBe(count)
      expect(cutRateOf(now.perLoan[0]!.ask.target)).toBe(0.06)
    },
  )
})
