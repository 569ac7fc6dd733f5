import fc from 'fast-check'
import {
  DAY_COUNTS,
  PENALTY_BASES,
  type Loan,
  type Payment,
  type RepaymentMethod,
} from '../../src/domain/case/index.ts'
import {
  addDays,
  addMonths,
  dateOfDayNumber,
  dayNumber,
  fen,
  fractionOf,
  rateOf,
  type CalendarDate,
} from '../../src/domain/kernel/index.ts'
import { aLoan, aPayment, day } from '../support/builders.ts'

const METHODS: readonly RepaymentMethod[] = [
  'equal-instalment',
  'equal-principal',
  'interest-only',
  'flat-rate',
  'bullet',
]

export const aDay = (from: string, to: string): fc.Arbitrary<CalendarDate> =>
  fc.integer({ min: dayNumber(day(from)), max: dayNumber(day(to)) }).map(dateOfDayNumber)

const penalties = fc.option(
  fc.record({
    rate: fc.option(fc.integer({ min: 0, max: 20 }).map((n) => rateOf(n, 10_000, 'day'))),
    multiplier: fc.option(fc.integer({ min: 10, max: 20 }).map((n) => fractionOf(n, 10))),
    base: fc.constantFrom(...PENALTY_BASES),
    compound: fc.boolean(),
    lateFee: fc.option(
      fc.record({
        fixed: fc.integer({ min: 0, max: 5000 }).map(fen),
        fraction: fc.option(fc.integer({ min: 0, max: 10 }).map((n) => fractionOf(n, 100))),
      }),
    ),
  }),
)

const fees = fc.array(
  fc.record({
    label: fc.constant(''),
    amount: fc.integer({ min: 0, max: 20_000 }).map(fen),
    when: fc.constantFrom('upfront', 'each-instalment', 'once'),
    on: fc.constant(null),
    kind: fc.constant('service'),
  }),
  { maxLength: 2 },
)

/** Loans as they are met: 1 yuan to 5 million, up to ten years, 0 to 72 % a year. */
export const arbitraryLoan: fc.Arbitrary<Loan> = fc
  .record({
    principal: fc.integer({ min: 100, max: 500_000_000 }).map(fen),
    term: fc.integer({ min: 1, max: 120 }),
    method: fc.constantFrom(...METHODS),
    annual: fc.integer({ min: 0, max: 720 }),
    dayCount: fc.constantFrom(...DAY_COUNTS),
    disbursedOn: aDay('2019-01-01', '2026-01-31'),
    firstAfter: fc.integer({ min: 1, max: 60 }),
    fees,
    penalty: penalties,
  })
  .map(({ annual, firstAfter, ...parts }) => {
    const firstDueOn = addDays(parts.disbursedOn, firstAfter)
    return aLoan({
      ...parts,
      received: parts.principal,
      rate: rateOf(annual, 1000, 'year'),
      firstDueOn,
      dueDay: Number(firstDueOn.slice(8)),
    })
  })

/** Revolving credit with a minimum that clears it. */
export const arbitraryCard: fc.Arbitrary<Loan> = arbitraryLoan.map((loan) =>
  aLoan({
    ...loan,
    kind: 'revolving',
    method: 'minimum-payment',
    term: null,
    dayCount: 'actual/365',
    minimumPayment: { fraction: fractionOf(1, 10), floor: fen(10_000) },
  }),
)

/** Payments on the loan over four years after it was paid out. */
export const paymentsOn = (loan: Loan): fc.Arbitrary<readonly Payment[]> =>
  fc.array(
    fc
      .record({
        after: fc.integer({ min: 0, max: 1500 }),
        amount: fc.integer({ min: 1, max: Math.max(2, Math.ceil(loan.principal / 3)) }),
      })
      .map(({ after, amount }) =>
        aPayment({ loan: loan.id, on: addDays(loan.disbursedOn, after), amount: fen(amount) }),
      ),
    { maxLength: 12 },
  )

export const lateDay = (loan: Loan, days: number): CalendarDate =>
  addDays(addMonths(loan.disbursedOn, 1), days)
