import { describe, expect, it } from 'vitest'
import { aCreditor, day, yuan } from '../../support/builders.ts'
import { rateOf } from '../../../src/domain/kernel/index.ts'
import { ProblemList } from '../../../src/ui/debts/draft-problem.ts'
import { loanDraftOf, type LoanDraft } from '../../../src/ui/debts/loan-draft.ts'
import { previewLoan, type LoanPreview } from '../../../src/ui/debts/preview-loan.ts'
import { fillFromQuick, readQuickTerms } from '../../../src/ui/debts/quick-terms.ts'
import { aDraft, loanOf, problemsOf, read, TODAY } from './a-draft.ts'

describe('the short form', () => {
  const short = (parts: Partial<LoanDraft> = {}): LoanDraft =>
    aDraft({
      entry: 'quick',
      principal: null,
      disbursedOn: null,
      rate: null,
      received: yuan(10_000),
      instalment: yuan(893.33),
      ...parts,
    })

  it('is enough for a loan with its rate, its rows and its payments', () => {
    const reading = read(short({ paidCount: 2, lastPaidOn: day('2026-03-12') }))
    if (!reading.ok) throw new Error(JSON.stringify(reading.problem))
    const { loan, payments } = reading.value
    expect(loan).toMatchObject({ principal: yuan(10_000), term: 12, disbursedOn: '2026-01-10' })
    expect(loan.schedule).toHaveLength(12)
    expect(payments.map(({ on, amount }) => [on, amount])).toEqual([
      ['2026-02-10', yuan(893.33)],
      ['2026-03-12', yuan(893.33)],
    ])
  })

  it('shows the true cost', () => {
    expect((previewLoan(short(), TODAY) as LoanPreview).cost.simpleAnnual).toBeCloseTo(0.1303, 4)
  })

  it('says which field is missing or does not fit', () => {
    expect(
      problemsOf(short({ received: null, instalment: null, term: null, firstDueOn: null })),
    ).toEqual([
      'received: required',
      'instalment: required',
      'term: required',
      'firstDueOn: required',
    ])
    expect(problemsOf(short({ instalment: yuan(500) }))).toEqual(['instalment: repays-less'])
    expect(problemsOf(short({ principal: yuan(9000) }))).toEqual(['principal: less-than-received'])
    expect(problemsOf(short({ paidCount: 13 }))).toEqual(['paidCount: more-than-term'])
    expect(problemsOf(short({ paidCount: 1, lastPaidOn: day('2027-01-01') }))).toEqual([
      'lastPaidOn: in-future',
    ])
  })

  it('hands what it found to the long form', () => {
    const draft = short({ paidCount: 2 })
    const before = loanOf(draft)
    fillFromQuick(draft, readQuickTerms(draft, new ProblemList()))
    expect(draft).toMatchObject({ entry: 'full', paid: 'count', principal: yuan(10_000) })
    expect(loanOf(draft)).toEqual(before)
  })
})

describe('terms that few contracts have', () => {
  it('go into the loan and come back into the form', () => {
    const draft = aDraft({
      graceDays: 3,
      paymentOrder: 'principal-first',
      rateChanges: [{ key: 0, source: null, on: day('2026-05-20'), rate: rateOf(20, 100, 'year') }],
      freezes: [
        { key: 0, source: null, from: day('2026-06-01'), until: null, stops: 'everything' },
      ],
    })
    const loan = loanOf(draft)
    expect(loan).toMatchObject({
      graceDays: 3,
      paymentOrder: 'principal-first',
      rateChanges: [{ on: '2026-05-20', rate: rateOf(20, 100, 'year') }],
      freezes: [{ from: '2026-06-01', until: null, stops: 'everything' }],
    })
    const creditor = aCreditor({ id: loan.creditor })
    expect(loanOf(loanDraftOf(loan, creditor), { loan, creditors: [creditor] })).toEqual(loan)
  })

  it('are refused where a date is missing or out of order', () => {
    const change = (on: string | null) => ({
      key: 0,
      source: null,
      on: on === null ? null : day(on),
      rate: rateOf(1, 10, 'year'),
    })
    expect(
      problemsOf(aDraft({ rateChanges: [change('2026-05-20'), change('2026-05-20')] })),
    ).toEqual(['rateChanges.1.on: not-rising'])
    expect(problemsOf(aDraft({ rateChanges: [change(null)] }))).toEqual([
      'rateChanges.0.on: required',
    ])
    const freeze = { key: 0, source: null, stops: 'penalty' as const }
    expect(
      problemsOf(
        aDraft({ freezes: [{ ...freeze, from: day('2026-06-01'), until: day('2026-05-01') }] }),
      ),
    ).toEqual(['freezes.0.until: before-start'])
    expect(problemsOf(aDraft({ graceDays: 400 }))).toEqual(['graceDays: out-of-range'])
  })
})
