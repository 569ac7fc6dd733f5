import type { Loan } from '../case/index.ts'
import type { InferredTerms } from './infer-loan.ts'

/** What nobody was asked about yet: no charges, no penalty, nothing agreed. */
const NOT_ASKED = {
  product: '',
  contractNo: '',
  rateChanges: [],
  fees: [],
  penalty: null,
  graceDays: 0,
  paymentOrder: 'oldest-instalment',
  freezes: [],
  minimumPayment: null,
  reportedToBureau: null,
  litigation: null,
  exposure: null,
  offers: [],
  statements: [],
  talks: [],
  agreements: [],
} as const satisfies Partial<Loan>

/** A loan of which no more is known than what was received and what is paid: see `inferLoan`. */
export const loanOfTerms = (ids: Pick<Loan, 'id' | 'creditor'>, terms: InferredTerms): Loan => ({
  ...NOT_ASKED,
  ...ids,
  ...terms,
})
