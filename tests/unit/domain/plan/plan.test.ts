import { describe, expect, it } from 'vitest'
import type { Case } from '../../../../src/domain/case/index.ts'
import { acceptProposal, payInstalment, planProgress } from '../../../../src/domain/plan/index.ts'
import { proposeAll } from '../../../../src/domain/proposal/index.ts'
import { aCase, aPayment, day, yuan } from '../../../support/builders.ts'
import { anInstalmentRule } from '../../../support/rules.ts'

const on = day('2026-11-24')

const planned: Case = aCase({
  plan: {
    acceptedOn: on,
    proposal: 'test',
    instalments: [
      { loan: 'l1', dueOn: day('2026-12-12'), amount: yuan(500) },
      { loan: 'l1', dueOn: day('2027-01-12'), amount: yuan(500) },
    ],
  },
})

const paid = (text: string, amount: number) =>
  aPayment({ id: text, on: day(text), amount: yuan(amount) })

describe('an accepted plan', () => {
  it('has every payment of the proposal, in the order of dates', () => {
    const facts = aCase()
    const { proposals } = proposeAll(facts, [anInstalmentRule()], on)
    const [proposal] = proposals
    if (proposal === undefined) throw new Error('no proposal')
    const { plan } = acceptProposal(facts, proposal, on)
    const total = plan?.instalments.reduce((sum, { amount }) => sum + amount, 0)
    expect(total).toBe(proposal.totalPaid)
    expect(plan).toMatchObject({ acceptedOn: on, proposal: proposal.id })
    const dates = plan?.instalments.map(({ dueOn }) => dueOn) ?? []
    expect(dates).toEqual([...dates].sort())
  })

  it('gives payments to the earliest instalment first', () => {
    const facts = { ...planned, payments: [paid('2026-12-12', 700)] }
    const progress = planProgress(facts, day('2026-12-20'))
    expect(progress?.instalments.map(({ paid, status }) => [paid, status])).toEqual([
      [yuan(500), 'paid'],
      [yuan(200), 'partly-paid'],
    ])
    expect(progress).toMatchObject({ paid: yuan(700), remaining: yuan(300), overdue: 0 })
  })

  it('passes over payments made before it and on other loans', () => {
    const other = aPayment({ id: 'o', loan: 'l2', on: day('2026-12-01'), amount: yuan(500) })
    const facts = { ...planned, payments: [paid('2026-11-23', 500), other] }
    expect(planProgress(facts, day('2026-12-12'))).toMatchObject({ paid: 0 })
  })

  it.each([
    ['2026-12-11', 'upcoming', 0],
    ['2026-12-12', 'due-today', 0],
    ['2026-12-13', 'overdue', 500],
  ])('on %s the first instalment is %s', (text, status, overdue) => {
    const progress = planProgress(planned, day(text))
    expect(progress?.next?.status).toBe(status)
    expect(progress?.overdue).toBe(yuan(overdue))
  })

  it('records what is missing of an instalment, and nothing twice', () => {
    const first = planProgress(
      { ...planned, payments: [paid('2026-12-01', 120)] },
      day('2026-12-12'),
    )?.next
    if (first == null) throw new Error('no next instalment')
    const step = { on: day('2026-12-12'), paymentId: 'new' }
    const facts = payInstalment(planned, first, step)
    expect(facts.payments).toMatchObject([{ id: 'new', amount: yuan(380), on: '2026-12-12' }])
    expect(payInstalment(facts, { ...first, paid: first.amount }, step)).toBe(facts)
  })

  it('is not there before one is accepted', () => {
    expect(planProgress(aCase(), on)).toBeNull()
  })
})
