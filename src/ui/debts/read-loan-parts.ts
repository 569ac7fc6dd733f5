import type {
  ContractInstalment,
  Exposure,
  Fee,
  LateFee,
  Loan,
  MinimumPayment,
  Offer,
  Penalty,
} from '../../domain/case/index.ts'
import { ZERO_FEN, type Fraction } from '../../domain/kernel/index.ts'
import { readDecimal, readPercent } from './decimal-text.ts'
import type { ProblemList } from './draft-problem.ts'
import type { LoanDraft, ScheduleRowDraft } from './loan-draft.ts'

const LONGEST_TERM = 600
const MOST_EMERGENCY_CONTACTS = 1000

/** The fees of a draft. */
export const readFees = (draft: LoanDraft, problems: ProblemList): Fee[] =>
  draft.fees.map(({ key: _key, source, ...fee }, index) => ({
    ...source,
    ...fee,
    label: fee.label.trim(),
    on: fee.when === 'once' ? fee.on : null,
    amount: problems.positive(`fees.${String(index)}.amount`, fee.amount) ?? ZERO_FEN,
  }))

/** Penalty interest and late fee; null where the contract has neither. */
export function readPenalty(
  draft: LoanDraft,
  known: Penalty | null,
  problems: ProblemList,
): Penalty | null {
  const { penalty } = draft
  const lateFee = readLateFee(draft, known?.lateFee ?? null, problems)
  const multiplier =
    penalty.way === 'multiplier'
      ? readNumber('penalty.multiplier', penalty.multiplier, problems)
      : null
  const rate = penalty.way === 'rate' ? problems.need('penalty.rate', penalty.rate) : null
  if (penalty.way === 'none' && lateFee === null) return null
  return { ...known, rate, multiplier, base: penalty.base, compound: penalty.compound, lateFee }
}

function readLateFee(
  { penalty }: LoanDraft,
  known: LateFee | null,
  problems: ProblemList,
): LateFee | null {
  const fixed = problems.amount('penalty.lateFeeFixed', penalty.lateFeeFixed) ?? ZERO_FEN
  const fraction =
    penalty.lateFeePercent.trim() === ''
      ? null
      : readPart('penalty.lateFeePercent', penalty.lateFeePercent, problems)
  return fixed === 0 && fraction === null ? null : { ...known, fixed, fraction }
}

function readNumber(field: string, text: string, problems: ProblemList): Fraction | null {
  const value = readDecimal(text)
  if (value === null) problems.add(field, text.trim() === '' ? 'required' : 'not-a-number')
  return value
}

function readPart(field: string, text: string, problems: ProblemList): Fraction | null {
  const value = readPercent(text)
  if (value === null) problems.add(field, 'not-a-number')
  return value
}

/** The least to be paid each month of revolving credit; null: the whole is due. */
export function readMinimum(
  draft: LoanDraft,
  known: MinimumPayment | null,
  problems: ProblemList,
): MinimumPayment | null {
  if (draft.method !== 'minimum-payment') return null
  const floor = problems.amount('minimumFloor', draft.minimumFloor) ?? ZERO_FEN
  if (draft.minimumPercent.trim() === '') problems.add('minimumPercent', 'required')
  else {
    const fraction = readPart('minimumPercent', draft.minimumPercent, problems)
    if (fraction !== null) return { ...known, fraction, floor }
  }
  return null
}

/** The contract's own rows, in order and not before the money was paid out; null without any. */
export function readSchedule(
  draft: LoanDraft,
  problems: ProblemList,
): readonly ContractInstalment[] | null {
  if (draft.schedule.length === 0) return null
  return draft.schedule.flatMap((row, index) => {
    checkRowDate(draft, index, problems)
    return readRow(row, index, problems) ?? []
  })
}

function checkRowDate(draft: LoanDraft, index: number, problems: ProblemList): void {
  const field = `schedule.${String(index)}.dueOn`
  const dueOn = draft.schedule[index]?.dueOn ?? null
  const before = draft.schedule[index - 1]?.dueOn ?? null
  if (dueOn === null) problems.add(field, 'required')
  else if (before !== null && dueOn <= before) problems.add(field, 'not-rising')
  else if (draft.disbursedOn !== null && dueOn < draft.disbursedOn)
    problems.add(field, 'before-disbursement')
}

function readRow(
  { key: _key, source, ...row }: ScheduleRowDraft,
  index: number,
  problems: ProblemList,
): ContractInstalment | null {
  const name = `schedule.${String(index)}`
  const principal = problems.amount(
    `${name}.principal`,
    problems.need(`${name}.principal`, row.principal),
  )
  const interest = problems.amount(`${name}.interest`, row.interest) ?? ZERO_FEN
  const fees = problems.amount(`${name}.fees`, row.fees) ?? ZERO_FEN
  if (row.dueOn === null || principal === null) return null
  return { ...source, n: index + 1, dueOn: row.dueOn, principal, interest, fees }
}

/** What the creditor offered. @param newId makes the id of an offer that is new */
export const readOffers = (draft: LoanDraft, newId: () => string, problems: ProblemList): Offer[] =>
  draft.offers.map(({ key: _key, source, ...offer }, index) => {
    const name = `offers.${String(index)}`
    problems.amount(`${name}.amount`, offer.amount)
    problems.within(`${name}.months`, offer.months, [1, LONGEST_TERM])
    return { rate: null, ...source, id: source?.id ?? newId(), ...offer }
  })

/** Whether the lender may read the phone book and whom it may ring; null while nothing is known. */
export function readExposure(
  draft: LoanDraft,
  known: Exposure | null,
  problems: ProblemList,
): Exposure | null {
  const { contactsPermission, emergencyContacts } = draft
  problems.within('emergencyContacts', emergencyContacts, [0, MOST_EMERGENCY_CONTACTS])
  if (contactsPermission === 'unknown' && emergencyContacts === null && known === null) return null
  return {
    ...(known ?? NOTHING_DONE_YET),
    contactsPermission,
    emergencyContacts: emergencyContacts ?? 0,
  }
}

/** What the form does not ask about the lender's reach. */
const NOTHING_DONE_YET = {
  callLogPermission: 'unknown',
  appInstalled: null,
  policyOnContacts: 'unknown',
  doneSoFar: 'unknown',
  consentWithdrawnOn: null,
  deletionAskedOn: null,
} as const

/** The number of instalments: one for a single payment, none for revolving credit. */
export function readTerm(draft: LoanDraft, problems: ProblemList): Loan['term'] {
  if (draft.method === 'minimum-payment') return null
  if (draft.kind === 'single-payment') return 1
  if (draft.term === null) {
    if (draft.schedule.length > 0) return draft.schedule.length
    problems.add('term', 'required')
  }
  problems.within('term', draft.term, [1, LONGEST_TERM])
  return draft.term
}
