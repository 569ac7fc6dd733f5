import { describe, expect, it } from 'vitest'
import type { Case, Loan } from '../../../../src/domain/case/index.ts'
import { scriptContext } from '../../../../src/domain/document/index.ts'
import { proposeAll } from '../../../../src/domain/proposal/index.ts'
import { aCase, aLoan, anIncome, aPayment, day, yuan } from '../../../support/builders.ts'
import { shippedPack } from '../../../support/pack-files.ts'

const pack = shippedPack()
const on = day('2026-11-24')

function contextOf(facts: Case, loanId = 'l1') {
  const set = proposeAll(facts, pack.arrangements, on)
  const proposal = set.proposals.find(({ id }) => id === set.recommended) ?? null
  return scriptContext({ facts, loanId, proposal, on, locale: 'en', rules: pack })
}

const offer: Loan['offers'][number] = {
  id: 'o1',
  kind: 'settlement',
  amount: yuan(7000),
  months: null,
  rate: null,
  deadline: day('2026-11-24'),
  confirmedInWriting: false,
}

describe('the values of a script', () => {
  it('are none for a loan that is not in the case', () => {
    expect(contextOf(aCase(), 'l9')).toBeNull()
  })

  it('offer what the recommended proposal pays this loan', () => {
    const facts = aCase()
    const set = proposeAll(facts, pack.arrangements, on)
    const part = set.proposals.find(({ id }) => id === set.recommended)?.perLoan[0]
    expect(contextOf(facts)?.offer).toMatchObject({
      amount: part?.payments[0]?.amount,
      firstOn: part?.payments[0]?.on,
      total: part?.totalPaid,
    })
  })

  it('offer the plan that was accepted, from today on, before any proposal', () => {
    const plan = {
      acceptedOn: day('2026-09-01'),
      figures: null,
      proposal: 'x',
      instalments: [
        { loan: 'l1', dueOn: day('2026-11-10'), amount: yuan(100) },
        { loan: 'l1', dueOn: day('2026-12-10'), amount: yuan(101) },
        { loan: 'l1', dueOn: day('2027-01-10'), amount: yuan(101) },
        { loan: 'l1', dueOn: day('2027-02-10'), amount: yuan(55) },
      ],
    }
    expect(contextOf(aCase({ plan }))?.offer).toEqual({
      amount: yuan(101),
      firstOn: '2026-12-10',
      count: 3,
      total: yuan(257),
      interestTo: null,
      isLevel: true,
    })
  })

  it('offer nothing where nothing is affordable', () => {
    const base = aCase()
    const facts = { ...base, budget: { ...base.budget, incomes: [anIncome({ amount: yuan(50) })] } }
    const context = contextOf(facts)
    expect([context?.offer, context?.bounds.planned, context?.bounds.affordable]).toEqual([
      null,
      null,
      0,
    ])
  })

  it('know what could be paid at once without the reserve', () => {
    const base = aCase()
    const budget = { ...base.budget, cash: yuan(3000), reserve: yuan(1000) }
    expect(contextOf({ ...base, budget })?.bounds.lumpSum).toBe(yuan(2000))
    expect(contextOf({ ...base, budget: { ...budget, cash: yuan(10) } })?.bounds.lumpSum).toBe(0)
  })

  it('name the settlement while its day has not passed', () => {
    expect(contextOf(aCase({ loans: [aLoan({ offers: [offer] })] }))?.settlement).toBe(yuan(7000))
    const past = { ...offer, deadline: day('2026-11-23') }
    expect(contextOf(aCase({ loans: [aLoan({ offers: [past] })] }))?.settlement).toBeNull()
  })

  it('take the latest counter-offer by the month, and none that names a sum at once', () => {
    const talk = {
      kind: 'countered',
      concession: null,
      rate: null,
      replyBy: null,
      inWriting: false,
      note: '',
    } as const
    const talks = [
      { ...talk, id: 'a', on: day('2026-11-10'), amount: yuan(900), months: 12 },
      { ...talk, id: 'b', on: day('2026-11-01'), amount: yuan(999), months: 12 },
    ]
    expect(contextOf(aCase({ loans: [aLoan({ talks })] }))?.counter).toBe(yuan(900))
    const once = [{ ...talk, id: 'c', on: day('2026-11-20'), amount: yuan(5000), months: null }]
    expect(contextOf(aCase({ loans: [aLoan({ talks: [...talks, ...once] })] }))?.counter).toBeNull()
  })

  it('cite rules by the day, the lender and the loan', () => {
    const ids = (facts: Case) => contextOf(facts)?.rules.map(({ id }) => id) ?? []
    expect(ids(aCase())).toContain('cn.arrangement.loan-instalment')
    expect(ids(aCase())).not.toContain('cn.arrangement.card-instalment')
    expect(ids(aCase())).toContain('cn.conduct.quiet-hours')
    expect(new Set(ids(aCase())).size).toBe(ids(aCase()).length)
  })

  it('mention the price limit only where the loan is above it', () => {
    expect(contextOf(aCase())?.isAboveLimit).toBe(false)
    const dear = aCase({ loans: [aLoan({ received: yuan(9000) })], payments: [aPayment()] })
    const context = contextOf(dear)
    expect(context?.isAboveLimit).toBe(true)
    expect(context?.rules.map(({ id }) => id)).toContain('cn.cost.financial-24')
  })
})
