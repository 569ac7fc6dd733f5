import type { Case, Loan, Payment } from '../case/index.ts'
import { fen, laterDate, type CalendarDate, type Fen } from '../kernel/index.ts'
import { replayLoan, type Buckets } from '../loan/index.ts'

/** Where the money of a payment went: together it is the payment. */
export interface PaymentParts {
  readonly principal: Fen
  readonly interest: Fen
  readonly penalty: Fen
  readonly fees: Fen
  /** It waits for the next due date, or is more than all that was owed. */
  readonly ahead: Fen
}

/**
 * Where each payment went by the ledger, keyed by the payment's id. One that counts for nothing on the
 * day (taken back, or still to come) has no parts.
 */
export function paymentParts(facts: Case, on: CalendarDate): ReadonlyMap<string, PaymentParts> {
  return new Map(
    facts.loans.flatMap((loan) =>
      partsOf(
        loan,
        facts.payments.filter((payment) => payment.loan === loan.id),
        on,
      ),
    ),
  )
}

function partsOf(
  loan: Loan,
  own: readonly Payment[],
  on: CalendarDate,
): readonly (readonly [string, PaymentParts])[] {
  // The ledger is that of the payments that stand: the lines of others would not tell whose they are.
  const standing = own.filter(
    (payment) => payment.on <= on && (payment.reversedOn === null || payment.reversedOn > on),
  )
  const { ledger } = replayLoan(
    loan,
    standing.map((payment) => ({ ...payment, reversedOn: null })),
    on,
  )
  const lines = ledger.filter(({ kind }) => kind === 'paid')
  const inOrder = standing.toSorted((a, b) => {
    const [first, second] = [dayOf(a, loan), dayOf(b, loan)]
    return first < second ? -1 : first > second ? 1 : 0
  })
  return inOrder.flatMap((payment, index) => {
    const line = lines[index]
    return line === undefined ? [] : [[payment.id, partsIn(line.change)] as const]
  })
}

const dayOf = (payment: Payment, loan: Loan): CalendarDate =>
  laterDate(payment.on, loan.disbursedOn)

/** Buckets fall by what is paid; money ahead rises. */
const partsIn = ({ principal, interest, penalty, fees, credit }: Buckets): PaymentParts => ({
  principal: fen(0 - principal),
  interest: fen(0 - interest),
  penalty: fen(0 - penalty),
  fees: fen(0 - fees),
  ahead: credit,
})
