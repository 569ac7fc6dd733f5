import { day, yuan } from '../../support/builders.ts'
import type { Loan } from '../../../src/domain/case/index.ts'
import { rateOf } from '../../../src/domain/kernel/index.ts'
import type { DraftReading } from '../../../src/ui/debts/draft-reading.ts'
import { emptyLoanDraft, type LoanDraft } from '../../../src/ui/debts/loan-draft.ts'
import { readLoanDraft } from '../../../src/ui/debts/read-loan-draft.ts'

export const TODAY = day('2026-11-24')

/** A new loan filled in as a person would: 12,000 yuan, twelve instalments, 24 % a year. */
export const aDraft = (parts: Partial<LoanDraft> = {}): LoanDraft => ({
  ...emptyLoanDraft([]),
  entry: 'full',
  lender: { ...emptyLoanDraft([]).lender, name: ' 甲银行（虚构） ', kind: 'bank' },
  principal: yuan(12_000),
  disbursedOn: day('2026-01-10'),
  firstDueOn: day('2026-02-10'),
  term: 12,
  rate: rateOf(24, 100, 'year'),
  ...parts,
})

export const read = (draft: LoanDraft, parts: Partial<DraftReading> = {}) => {
  let ids = 0
  const newId = () => `id-${String((ids += 1))}`
  return readLoanDraft(draft, {
    loan: null,
    creditors: [],
    on: TODAY,
    newId,
    paidNote: '补记',
    ...parts,
  })
}

export const problemsOf = (draft: LoanDraft) => {
  const reading = read(draft)
  return reading.ok ? [] : reading.problem.map(({ field, code }) => `${field}: ${code}`)
}

export const loanOf = (draft: LoanDraft, parts: Partial<DraftReading> = {}): Loan => {
  const reading = read(draft, parts)
  if (!reading.ok) throw new Error(JSON.stringify(reading.problem))
  return reading.value.loan
}
