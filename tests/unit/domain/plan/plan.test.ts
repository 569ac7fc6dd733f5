import { describe, expect, it } from 'vitest'
import type { Case } from '../../../../src/domain/case/index.ts'
import {
  acceptProposal,
  endPlan,
  payInstalment,
  planProgress,
} from '../../../../src/domain/plan/index.ts'
import { proposeAll } from '../../../../src/domain/proposal/index.ts'
import { replayLoan } from '../../../../src/domain/loan/index.ts'
import { aCase, aLoan, aPayment, day, yuan } from '../../../support/builders.ts'
import { askRules } from '../../../support/rules.ts'

const on = day('2026-11-24')

const planned: Case = aCase({
  plan: {
    acceptedOn: on,
    proposal: 'test',
    instalments: [
      { loan: 'l1', dueOn: day('2026-12-12'), amount: yuan(500) },
      { loan: 'l1', dueOn: day('2027-01-12'), amount: yuan(500) },
    ],
    figures: null,
  },
})

const paid = (text: string, amount: number) =>
  aPayment({ id: text, on: day(text), amount: yuan(amount) })

describe('an accepted plan', () => {
  it('has every payment of the proposal, in the order of dates', () => {
    const facts = aCase()
    const { proposals } = proposeAll(facts, askRules(), on)
    const [proposal] = proposals
    if (proposal === undefined) throw new Error('no proposal')
    const { plan } = acceptProposal(facts, proposal, on)
    const total = plan?.instalments.reduce((sum, { amount }) => sum + amount, 0)
    expect(total).toBe(proposal.totalPaid)
    expect(plan).toMatchObject({ acceptedOn: on, proposal: proposal.id })
    const dates = plan?.instalments.map(({ dueOn }) => dueOn) ?? []
    expect(dates).toEqual([...dates].sort())
  })

  it('keeps what was owed and lived on that day, before what was paid on it', () => {
    const facts = aCase({ payments: [paid('2026-11-24', 400)] })
    const [proposal] = proposeAll(facts, askRules(), on).proposals
    if (proposal === undefined) throw new Error('no proposal')
    expect(acceptProposal(facts, proposal, on).plan?.figures).toEqual({
      monthlyIncome: yuan(6500),
      monthlyExpenses: yuan(1800),
      owed: [{ loan: 'l1', amount: replayLoan(aLoan(), [], on).owedNow }],
    })
  })

  it('puts the plan before it among the past ones, and so does giving it up', () => {
    const [proposal] = proposeAll(planned, askRules(), on).proposals
    if (proposal === undefined) throw new Error('no proposal')
    const again = acceptProposal(planned, proposal, on)
    expect(again.pastPlans).toEqual([planned.plan])
    expect(endPlan(again)).toMatchObject({ plan: null, pastPlans: [planned.plan, again.plan] })
    expect(endPlan(aCase()).pastPlans).toEqual([])
  })

  it('does not count a payment once it was taken back', () => {
    const bounced = { ...paid('2026-12-12', 500), reversedOn: day('2026-12-14') }
    const facts = { ...planned, payments: [bounced] }
    expect(planProgress(facts, day('2026-12-13'))?.paid).toBe(yuan(500))
    expect(planProgress(facts, day('2026-12-14'))).toMatchObject({ paid: 0, overdue: yuan(500) })
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
