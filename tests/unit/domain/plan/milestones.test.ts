import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Case } from '../../../../src/domain/case/index.ts'
import { addDays, sumFen } from '../../../../src/domain/kernel/index.ts'
import { closingSteps, journey, monthReview } from '../../../../src/domain/plan/index.ts'
import { history } from '../../../property/arbitrary-events.ts'
import { aCase, aContact, aLoan, aPayment, day, yuan } from '../../../support/builders.ts'

const on = day('2026-11-24')
const planned = (parts: Partial<Case> = {}): Case =>
  aCase({
    plan: {
      acceptedOn: day('2026-10-01'),
      proposal: 'x',
      instalments: [
        { loan: 'l1', dueOn: day('2026-10-20'), amount: yuan(500) },
        { loan: 'l1', dueOn: day('2026-11-20'), amount: yuan(500) },
      ],
      figures: null,
    },
    ...parts,
  })
const paid = (text: string, amount: number) =>
  aPayment({ id: text, on: day(text), amount: yuan(amount) })

describe('how far one has come', () => {
  it('counts what was paid and names the parts of the plan that are behind', () => {
    const so = journey(planned({ payments: [paid('2026-10-20', 500)] }), on)
    expect(so).toMatchObject({
      paidEver: yuan(500),
      reached: ['first-payment', 'quarter', 'half'],
      ahead: 'three-quarters',
      closed: [],
    })
    expect(journey(planned(), on)).toMatchObject({ reached: [], ahead: 'first-payment' })
  })

  it('does not count what was taken back', () => {
    const back = { ...paid('2026-10-20', 500), reversedOn: day('2026-10-22') }
    expect(journey(planned({ payments: [back] }), on)).toMatchObject({ paidEver: 0, reached: [] })
  })

  it('closes a loan by its ledger, or by an agreement that can be proved and is paid', () => {
    const settled = aCase({ payments: [paid('2025-06-20', 13_000)] })
    expect(journey(settled, on).closed).toEqual([{ loan: 'l1', by: 'ledger' }])
    const agreement = {
      id: 'a',
      signedOn: day('2026-10-01'),
      inWriting: true,
      recorded: false,
      balance: null,
      instalments: [{ dueOn: day('2026-10-20'), amount: yuan(600) }],
      fees: [],
      interestStops: null,
      rate: null,
      stated: [],
    }
    const by = (inWriting: boolean, amount: number) =>
      journey(
        aCase({
          loans: [aLoan({ agreements: [{ ...agreement, inWriting }] })],
          payments: [paid('2026-10-20', amount)],
        }),
        on,
      ).closed
    expect(by(true, 600)).toEqual([{ loan: 'l1', by: 'agreement' }])
    expect(by(true, 599)).toEqual([])
    expect(by(false, 600)).toEqual([])
  })

  it('counts the days since a collector was logged last, and claims none without a log', () => {
    const contacts = [
      aContact({ at: '2026-11-14T09:00:00+08:00' }),
      aContact({ id: 'k2', at: '2026-11-23T09:00:00+08:00', direction: 'out' }),
    ]
    expect(journey(planned({ contacts }), on).daysWithoutContact).toBe(10)
    expect(journey(planned(), on).daysWithoutContact).toBeNull()
  })
})

describe('closing a loan', () => {
  const letter = {
    id: 'w1',
    letter: 'settlement-certificate-request',
    loan: 'l1',
    creditor: 'c1',
    locale: 'zh-CN',
    title: '',
    markdown: '',
    savedOn: on,
    versions: [],
    sent: {
      on,
      channel: 'email',
      reference: '',
      replyDueOn: null,
      repliedOn: null,
      evidence: [],
    },
  } as const

  it('goes from the certificate over its answer to the credit record', () => {
    expect(Object.values(closingSteps(planned(), 'l1'))).toEqual([false, false, false])
    const asked = planned({ letters: [letter] })
    expect(Object.values(closingSteps(asked, 'l1'))).toEqual([true, false, false])
    const task = { id: 'credit-record-l1', title: '', dueOn: on, doneOn: on, loan: 'l1' }
    const all = planned({
      letters: [{ ...letter, sent: { ...letter.sent, repliedOn: on } }],
      tasks: [task],
    })
    expect(Object.values(closingSteps(all, 'l1'))).toEqual([true, true, true])
    expect(Object.values(closingSteps(all, 'l2'))).toEqual([false, false, false])
  })
})

describe('a month looked back on', () => {
  it('has what was planned, paid and comes next', () => {
    const facts = planned({ payments: [paid('2026-10-20', 450), paid('2026-11-02', 50)] })
    const review = monthReview(facts, day('2026-10-15'), on)
    expect(review).toMatchObject({
      from: '2026-10-01',
      to: '2026-10-31',
      planned: yuan(500),
      paid: yuan(450),
    })
    expect(review.next.map(({ dueOn }) => dueOn)).toEqual(['2026-11-20'])
    expect(monthReview(facts, on, on).to).toBe(on)
  })

  it('adds up for any loan and any month: opening + charged − paid = closing', () => {
    fc.assert(
      fc.property(history, ({ loan, payments, days }) => {
        const month = addDays(loan.disbursedOn, days)
        const facts = aCase({ loans: [loan], payments })
        const review = monthReview(facts, month, day('2040-12-31'))
        for (const row of review.loans) {
          expect(sumFen([row.opening, row.charged]) - row.paid).toBe(row.closing)
        }
        expect(review.loans).toHaveLength(1)
      }),
      { numRuns: 100 },
    )
  })
})
