import fc from 'fast-check'
import {
  FREEZE_STOPS,
  PAYMENT_ORDERS,
  type Freeze,
  type Loan,
  type Payment,
  type RateChange,
} from '../../src/domain/case/index.ts'
import { addDays, rateOf, type CalendarDate } from '../../src/domain/kernel/index.ts'
import { arbitraryCard, arbitraryLoan, paymentsOn } from './arbitrary-loan.ts'

const within = (loan: Loan): fc.Arbitrary<CalendarDate> =>
  fc.integer({ min: 0, max: 1500 }).map((days) => addDays(loan.disbursedOn, days))

export const aFreezeOf = (loan: Loan): fc.Arbitrary<Freeze> =>
  fc
    .record({
      from: within(loan),
      days: fc.option(fc.nat({ max: 400 })),
      stops: fc.constantFrom(...FREEZE_STOPS),
    })
    .map(({ from, days, stops }) => ({
      from,
      until: days === null ? null : addDays(from, days),
      stops,
    }))

const rateChangesOf = (loan: Loan): fc.Arbitrary<readonly RateChange[]> =>
  fc
    .array(fc.record({ on: within(loan), annual: fc.integer({ min: 0, max: 720 }) }), {
      maxLength: 3,
    })
    .map((changes) =>
      changes
        .map(({ on, annual }) => ({ on, rate: rateOf(annual, 1000, 'year') }))
        .sort((a, b) => (a.on < b.on ? -1 : 1)),
    )

/** A loan of any kind with grace days, freezes, rate changes and any order of payment. */
export const eventfulLoan: fc.Arbitrary<Loan> = fc
  .oneof(arbitraryLoan, arbitraryCard)
  .chain((loan) =>
    fc
      .record({
        graceDays: fc.oneof(fc.constantFrom(0, 3), fc.nat({ max: 40 })),
        paymentOrder: fc.constantFrom(...PAYMENT_ORDERS),
        freezes: fc.array(aFreezeOf(loan), { maxLength: 2 }),
        rateChanges: rateChangesOf(loan),
      })
      .map((events) => ({ ...loan, ...events })),
  )

/** Its payments, some of them taken back. */
const takenBack = (payments: readonly Payment[]): fc.Arbitrary<readonly Payment[]> =>
  fc
    .array(fc.option(fc.nat({ max: 200 })), {
      minLength: payments.length,
      maxLength: payments.length,
    })
    .map((after) =>
      payments.map((payment, index) => {
        const days = after[index] ?? null
        return { ...payment, reversedOn: days === null ? null : addDays(payment.on, days) }
      }),
    )

export interface History {
  readonly loan: Loan
  readonly payments: readonly Payment[]
  /** A day up to four years after the first due month. */
  readonly days: number
}

/** A loan, what was paid on it and taken back, and a day to look at it. */
export const history: fc.Arbitrary<History> = eventfulLoan.chain((loan) =>
  fc.record({
    loan: fc.constant(loan),
    payments: paymentsOn(loan).chain(takenBack),
    days: fc.nat({ max: 1600 }),
  }),
)
