import type { Case, Loan } from '../case/index.ts'
import { daysBetween, parseDate, sumFen, type CalendarDate, type Fen } from '../kernel/index.ts'
import { replayLoan } from '../loan/index.ts'
import { planProgress } from './plan-progress.ts'

export const MILESTONES = ['first-payment', 'quarter', 'half', 'three-quarters', 'all'] as const
export type Milestone = (typeof MILESTONES)[number]

/** Why a loan counts as done with: its ledger owes nothing, or what was agreed in a provable way is paid. */
export type ClosedBy = 'ledger' | 'agreement'

export interface ClosedLoan {
  readonly loan: string
  readonly by: ClosedBy
}

/** How far a person has come. */
export interface Journey {
  /** On all loans, since the first payment; what was taken back is not paid. */
  readonly paidEver: Fen
  readonly closed: readonly ClosedLoan[]
  readonly loans: number
  readonly reached: readonly Milestone[]
  readonly ahead: Milestone | null
  /** Days since a collector's contact was logged last; null where none was ever logged. */
  readonly daysWithoutContact: number | null
}

const PARTS: readonly (readonly [Milestone, number])[] = [
  ['quarter', 0.25],
  ['half', 0.5],
  ['three-quarters', 0.75],
  ['all', 1],
]

/** How far a person has come with plan and loans on a day. */
export function journey(facts: Case, on: CalendarDate): Journey {
  const standing = facts.payments.filter(
    (payment) => payment.on <= on && (payment.reversedOn === null || payment.reversedOn > on),
  )
  const progress = planProgress(facts, on)
  const share = progress === null || progress.total === 0 ? 0 : progress.paid / progress.total
  const reached: readonly Milestone[] = [
    ...(standing.length > 0 ? (['first-payment'] as const) : []),
    ...PARTS.flatMap(([name, part]) => (share >= part ? [name] : [])),
  ]
  return {
    paidEver: sumFen(standing.map(({ amount }) => amount)),
    closed: facts.loans.flatMap((loan) => closedLoan(loan, facts, on)),
    loans: facts.loans.length,
    reached,
    ahead: MILESTONES.find((name) => !reached.includes(name)) ?? null,
    daysWithoutContact: daysWithoutContact(facts, on),
  }
}

function closedLoan(loan: Loan, { payments }: Case, on: CalendarDate): readonly ClosedLoan[] {
  const { owedNow, paidTotal } = replayLoan(loan, payments, on)
  if (owedNow === 0 && paidTotal > 0) return [{ loan: loan.id, by: 'ledger' }]
  const agreement = loan.agreements
    .toSorted((a, b) => (a.signedOn < b.signedOn ? -1 : 1))
    .findLast(({ inWriting, recorded }) => inWriting || recorded)
  if (agreement === undefined || agreement.instalments.length === 0) return []
  const paid = sumFen(
    payments
      .filter((payment) => payment.loan === loan.id && payment.on >= agreement.signedOn)
      .filter(
        ({ on: paidOn, reversedOn }) => paidOn <= on && (reversedOn === null || reversedOn > on),
      )
      .map(({ amount }) => amount),
  )
  const agreed = sumFen(agreement.instalments.map(({ amount }) => amount))
  return paid >= agreed ? [{ loan: loan.id, by: 'agreement' }] : []
}

function daysWithoutContact({ contacts }: Case, on: CalendarDate): number | null {
  const days = contacts
    .filter(({ direction }) => direction === 'in')
    .flatMap(({ at }) => {
      const day = parseDate(at.slice(0, 10))
      return day.ok && day.value <= on ? [day.value] : []
    })
    .sort()
  const last = days.at(-1)
  return last === undefined ? null : daysBetween(last, on)
}

export const CLOSING_STEPS = ['certificate-asked', 'confirmed', 'record-checked'] as const
export type ClosingStep = (typeof CLOSING_STEPS)[number]

/** The letter that asks for the certificate. */
const CERTIFICATE_LETTER = 'settlement-certificate-request'

/** The id of the task to look at the credit record once a loan is closed. */
export const recordCheckTask = (loan: string): string => `credit-record-${loan}`

/** What is done of closing a loan: certificate asked for in writing, its answer received, credit record looked at. */
export function closingSteps(
  { letters, tasks }: Case,
  loan: string,
): Readonly<Record<ClosingStep, boolean>> {
  const asked = letters.filter(
    (letter) =>
      letter.loan === loan && letter.letter === CERTIFICATE_LETTER && letter.sent !== null,
  )
  return {
    'certificate-asked': asked.length > 0,
    confirmed: asked.some(({ sent }) => sent?.repliedOn != null),
    'record-checked': tasks.some(
      ({ id, doneOn }) => id === recordCheckTask(loan) && doneOn !== null,
    ),
  }
}
