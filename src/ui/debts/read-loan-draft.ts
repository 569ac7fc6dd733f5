import type { Creditor, Loan, Payment } from '../../domain/case/index.ts'
import {
  dateParts,
  rateOf,
  refuse,
  succeed,
  ZERO_FEN,
  type CalendarDate,
  type Rate,
  type Result,
} from '../../domain/kernel/index.ts'
import type { InferredTerms } from '../../domain/cost/index.ts'
import type { DraftReading } from './draft-reading.ts'
import { ProblemList, type DraftProblem } from './draft-problem.ts'
import { customaryDayCount, NEW_LENDER, type LoanDraft, type ThreeWay } from './loan-draft.ts'
import {
  readExposure,
  readFees,
  readMinimum,
  readOffers,
  readPenalty,
  readSchedule,
  readTerm,
} from './read-loan-parts.ts'
import { readQuickTerms } from './quick-terms.ts'
import { readPaid } from './read-paid.ts'
import { readSpecialTerms } from './special-terms-draft.ts'

/** What a form says once all of it fits together. */
export interface ReadLoan {
  readonly loan: Loan
  readonly creditor: Creditor
  /** Contractual instalments that were paid before the loan was entered. */
  readonly payments: readonly Payment[]
}

/** Reads a form as a whole: the loan with its lender, or every problem with its field. */
export function readLoanDraft(
  draft: LoanDraft,
  reading: DraftReading,
): Result<ReadLoan, readonly DraftProblem[]> {
  const problems = new ProblemList()
  const creditor = readCreditor(draft, reading, problems)
  const loan = readLoan(draft, reading, { creditor, problems })
  if (problems.found.length > 0) return refuse(problems.found)
  const payments = readPaid(draft, { loan, reading, problems })
  if (problems.found.length > 0) return refuse(problems.found)
  return succeed({ loan, creditor, payments })
}

function readCreditor(
  { lender }: LoanDraft,
  { creditors, newId }: DraftReading,
  problems: ProblemList,
): Creditor {
  const name = lender.name.trim()
  if (lender.choice === null) problems.add('lender', 'required')
  else {
    problems.need('lender.name', name)
    problems.need('lender.kind', lender.kind)
  }
  const known = creditors.find(({ id }) => id === lender.choice)
  return {
    onBehalfOf: null,
    ...known,
    id: lender.choice === null || lender.choice === NEW_LENDER ? newId() : lender.choice,
    name,
    kind: lender.kind ?? 'other',
    licensed: booleanOf(lender.licensed),
    phone: lender.phone.trim(),
    email: lender.email.trim(),
    address: lender.address.trim(),
  }
}

const booleanOf = (value: ThreeWay): boolean | null =>
  value === 'unknown' ? null : value === 'yes'

interface LoanEnds {
  readonly creditor: Creditor
  readonly problems: ProblemList
}

/** What a new loan's form does not ask. */
const NOTHING_AGREED_SINCE = {
  statements: [],
  talks: [],
  agreements: [],
} as const

function readLoan(
  draft: LoanDraft,
  { loan: known, on, newId }: DraftReading,
  { creditor, problems }: LoanEnds,
): Loan {
  return {
    ...(known ?? NOTHING_AGREED_SINCE),
    id: known?.id ?? newId(),
    creditor: creditor.id,
    product: draft.product.trim(),
    contractNo: draft.contractNo.trim(),
    ...(draft.entry === 'quick'
      ? readShort(draft, { on, problems })
      : readTerms(draft, { known, on, problems })),
    ...readSpecialTerms(draft, problems),
    penalty: readPenalty(draft, known?.penalty ?? null, problems),
    ...readStanding(draft),
    exposure: readExposure(draft, known?.exposure ?? null, problems),
    offers: readOffers(draft, newId, problems),
  }
}

type Terms = InferredTerms & Pick<Loan, 'fees' | 'minimumPayment'>

/** What the short form leads to. A stand-in fills the place of terms that don't fit: they are refused anyway. */
function readShort(
  draft: LoanDraft,
  { on, problems }: { readonly on: CalendarDate; readonly problems: ProblemList },
): Terms {
  const standIn: InferredTerms = {
    kind: 'instalment',
    method: 'equal-instalment',
    principal: ZERO_FEN,
    received: ZERO_FEN,
    disbursedOn: on,
    firstDueOn: on,
    dueDay: 1,
    term: 1,
    rate: rateOf(0, 1, 'month'),
    dayCount: '30/360',
    schedule: null,
  }
  return { ...(readQuickTerms(draft, problems) ?? standIn), fees: [], minimumPayment: null }
}

function readTerms(
  draft: LoanDraft,
  {
    known,
    on,
    problems,
  }: {
    readonly known: Loan | null
    readonly on: CalendarDate
    readonly problems: ProblemList
  },
): Terms {
  return {
    kind: draft.kind,
    method: draft.method,
    ...readAmounts(draft, problems),
    ...readDates(draft, { on, problems }),
    dayCount: draft.dayCount ?? customaryDayCount(draft.method),
    term: readTerm(draft, problems),
    rate: readRate(draft, problems),
    fees: readFees(draft, problems),
    schedule: readSchedule(draft, problems),
    minimumPayment: readMinimum(draft, known?.minimumPayment ?? null, problems),
  }
}

const readStanding = (draft: LoanDraft): Pick<Loan, 'reportedToBureau' | 'litigation'> => ({
  reportedToBureau: booleanOf(draft.reportedToBureau),
  litigation: draft.litigation === 'none' ? null : draft.litigation,
})

function readAmounts(
  draft: LoanDraft,
  problems: ProblemList,
): Pick<Loan, 'principal' | 'received'> {
  const principal = problems.positive('principal', draft.principal) ?? ZERO_FEN
  checkReceived(draft, problems)
  return { principal, received: draft.received ?? principal }
}

function checkReceived({ received, principal }: LoanDraft, problems: ProblemList): void {
  if (received === null) return
  if (received < 0) problems.add('received', 'negative')
  else if (principal !== null && received > principal)
    problems.add('received', 'more-than-principal')
}

function readDates(
  draft: LoanDraft,
  { on, problems }: { readonly on: CalendarDate; readonly problems: ProblemList },
): Pick<Loan, 'disbursedOn' | 'firstDueOn' | 'dueDay'> {
  const disbursedOn = problems.need('disbursedOn', draft.disbursedOn) ?? on
  const firstDueOn = problems.need('firstDueOn', draft.firstDueOn) ?? on
  checkDates(draft, problems)
  return { disbursedOn, firstDueOn, dueDay: draft.dueDay ?? dateParts(firstDueOn).day }
}

function checkDates({ disbursedOn, firstDueOn, dueDay }: LoanDraft, problems: ProblemList): void {
  if (disbursedOn !== null && firstDueOn !== null && firstDueOn < disbursedOn)
    problems.add('firstDueOn', 'before-disbursement')
  if (dueDay !== null && (!Number.isInteger(dueDay) || dueDay < 1 || dueDay > 31))
    problems.add('dueDay', 'not-a-day-of-month')
}

/** Without a rate only the contract's own rows can say what the interest is. */
function readRate({ rate, schedule }: LoanDraft, problems: ProblemList): Rate {
  if (rate === null && schedule.length === 0) problems.add('rate', 'required')
  return rate ?? rateOf(0, 1, 'year')
}
