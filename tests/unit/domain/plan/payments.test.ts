import { describe, expect, it } from 'vitest'
import { sumFen } from '../../../../src/domain/kernel/index.ts'
import { nextPayments, paymentParts } from '../../../../src/domain/plan/index.ts'
import { aCase, aLoan, aPayment, day, yuan } from '../../../support/builders.ts'

const on = day('2025-09-01')

describe('what is to be paid next', () => {
  const plan = {
    acceptedOn: day('2025-08-01'),
    proposal: 'x',
    instalments: [
      { loan: 'l1', dueOn: day('2025-08-20'), amount: yuan(500) },
      { loan: 'l1', dueOn: day('2025-09-20'), amount: yuan(500) },
    ],
    figures: null,
  }

  it('is the oldest instalment of the plan, less what was paid of it', () => {
    const payments = [aPayment({ on: day('2025-08-20'), amount: yuan(200) })]
    expect(nextPayments(aCase({ plan, payments }), on)).toEqual([
      { loan: 'l1', amount: yuan(300), dueOn: '2025-08-20', isArrears: false },
    ])
  })

  it('is what the contract asks for where there is no plan, and last the arrears of a loan that is late', () => {
    const kept = ['2025-07-10', '2025-08-10'].map((text) =>
      aPayment({ id: text, on: day(text), amount: yuan(1134.72) }),
    )
    const late = aLoan({
      id: 'l2',
      firstDueOn: day('2025-08-25'),
      dueDay: 25,
      term: 1,
      method: 'bullet',
    })
    const next = nextPayments(aCase({ loans: [aLoan(), late], payments: kept }), on)
    expect(next.map(({ loan, dueOn }) => [loan, dueOn])).toEqual([
      ['l1', '2025-09-10'],
      ['l2', '2025-08-25'],
    ])
    expect(next[1]?.amount).toBeGreaterThan(yuan(12_000))
  })

  it('is nothing once all is paid', () => {
    const payments = [aPayment({ on: day('2025-06-20'), amount: yuan(13_000) })]
    expect(nextPayments(aCase({ payments }), on)).toEqual([])
  })
})

describe('where a payment went', () => {
  const facts = aCase({
    payments: [
      aPayment({ id: 'b', on: day('2025-08-12'), amount: yuan(2000) }),
      aPayment({ id: 'a', on: day('2025-07-10'), amount: yuan(1134.72) }),
      aPayment({
        id: 'back',
        on: day('2025-08-11'),
        amount: yuan(700),
        reversedOn: day('2025-08-13'),
      }),
      aPayment({ id: 'same-day', on: day('2025-08-12'), amount: yuan(10) }),
      aPayment({ id: 'later', on: day('2025-12-01'), amount: yuan(10) }),
    ],
  })
  const parts = paymentParts(facts, on)

  it('adds up to the payment', () => {
    for (const id of ['a', 'b', 'same-day']) {
      const amount = facts.payments.find((payment) => payment.id === id)?.amount
      expect(sumFen(Object.values(parts.get(id) ?? {}))).toBe(amount)
    }
    expect(parts.get('a')).toMatchObject({ interest: yuan(240), principal: yuan(894.72), ahead: 0 })
    expect(parts.get('same-day')?.ahead).toBe(yuan(10))
  })

  it('is nothing for one that was taken back or is still to come', () => {
    expect(parts.has('back')).toBe(false)
    expect(parts.has('later')).toBe(false)
  })
})
