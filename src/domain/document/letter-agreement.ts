import type { Agreement, Loan, Talk } from '../case/index.ts'
import { fractionToNumber, type Rate } from '../kernel/index.ts'
import { annualRate } from '../loan/index.ts'
import type { LetterAgreement } from './types.ts'

/** The latest terms both sides agreed on: an agreement that was entered, or else a talk that ended so. */
export function agreementOf({ agreements, talks, dayCount }: Loan): LetterAgreement | null {
  const agreement = latest(agreements, ({ signedOn }) => signedOn)
  if (agreement !== null) return fromAgreement(agreement, dayCount)
  const talk = latest(
    talks.filter(({ kind }) => kind === 'agreed'),
    ({ on }) => on,
  )
  return talk === null ? null : fromTalk(talk, dayCount)
}

const fromAgreement = (agreement: Agreement, dayCount: Loan['dayCount']): LetterAgreement => ({
  on: agreement.signedOn,
  inWriting: agreement.inWriting,
  balance: agreement.balance,
  amount: agreement.instalments[0]?.amount ?? null,
  months: agreement.instalments.length === 0 ? null : agreement.instalments.length,
  instalments: agreement.instalments.map(({ dueOn, amount }) => ({ dueOn, amount })),
  fees: agreement.fees.map(({ label, amount }) => ({ label, amount })),
  interestStops: agreement.interestStops ?? (agreement.rate === null ? null : false),
  rate: yearlyOf(agreement.rate, dayCount),
})

const fromTalk = (talk: Talk, dayCount: Loan['dayCount']): LetterAgreement => ({
  on: talk.on,
  inWriting: talk.inWriting,
  balance: null,
  amount: talk.amount,
  months: talk.months,
  instalments: [],
  fees: [],
  interestStops: talk.rate === null ? null : false,
  rate: yearlyOf(talk.rate, dayCount),
})

const yearlyOf = (rate: Rate | null, dayCount: Loan['dayCount']): number | null =>
  rate && fractionToNumber(annualRate(rate, dayCount))

function latest<Entry>(entries: readonly Entry[], dayOf: (entry: Entry) => string): Entry | null {
  return entries.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1)).at(-1) ?? null
}
