import { inferLoan, type InferredTerms, type InferProblem } from '../../domain/cost/index.ts'
import type { DraftProblem, ProblemList } from './draft-problem.ts'
import type { LoanDraft } from './loan-draft.ts'

/** Where the reason for a refusal stands, and which. */
const PLACE_OF: Readonly<Record<InferProblem, DraftProblem>> = {
  'not-positive': { field: 'instalment', code: 'not-positive' },
  'count-out-of-range': { field: 'term', code: 'out-of-range' },
  'received-above-principal': { field: 'principal', code: 'less-than-received' },
  'repays-less': { field: 'instalment', code: 'repays-less' },
  'rate-too-high': { field: 'instalment', code: 'rate-too-high' },
}

/** The terms that follow from what was received and what is paid; null while something is missing or does not fit. */
export function readQuickTerms(draft: LoanDraft, problems: ProblemList): InferredTerms | null {
  const received = problems.positive('received', draft.received)
  const instalment = problems.positive('instalment', draft.instalment)
  const count = problems.need('term', draft.term)
  const firstDueOn = problems.need('firstDueOn', draft.firstDueOn)
  checkPaidOut(draft, problems)
  if (received === null || instalment === null || count === null || firstDueOn === null) return null
  // Their own reasons stand beside them already.
  if (received <= 0 || instalment <= 0) return null
  const { disbursedOn, principal } = draft
  const terms = inferLoan({ received, instalment, count, firstDueOn, disbursedOn, principal })
  if (terms.ok) return terms.value
  const { field, code } = PLACE_OF[terms.problem]
  problems.add(field, code)
  return null
}

function checkPaidOut({ disbursedOn, firstDueOn }: LoanDraft, problems: ProblemList): void {
  if (disbursedOn !== null && firstDueOn !== null && firstDueOn < disbursedOn)
    problems.add('firstDueOn', 'before-disbursement')
}

/** The form with all terms, filled with those that the short form leads to. */
export function fillFromQuick(draft: LoanDraft, terms: InferredTerms | null): void {
  draft.entry = 'full'
  draft.kind = 'instalment'
  draft.method = 'equal-instalment'
  draft.paid = draft.paidCount === null || draft.paidCount === 0 ? 'none' : 'count'
  draft.principal ??= draft.received
  if (terms === null) return
  draft.principal = terms.principal
  draft.disbursedOn = terms.disbursedOn
  draft.rate = terms.rate
  draft.dayCount = terms.dayCount
  draft.schedule = (terms.schedule ?? []).map((row, key) => ({ ...row, key, source: row }))
}
