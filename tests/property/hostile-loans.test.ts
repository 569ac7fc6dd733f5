import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  DAY_COUNTS,
  FREEZE_STOPS,
  PAYMENT_ORDERS,
  PENALTY_BASES,
  REPAYMENT_METHODS,
  type Loan,
  type Payment,
} from '../../src/domain/case/index.ts'
import {
  fen,
  fractionOf,
  monthsBetween,
  rateOf,
  sumFen,
  type Fen,
} from '../../src/domain/kernel/index.ts'
import {
  buildSchedule,
  replayLoan,
  splitPayment,
  takenInAdvance,
} from '../../src/domain/loan/index.ts'
import { aLoan, aPayment, day } from '../support/builders.ts'
import { aDay } from './arbitrary-loan.ts'

/** The largest amount that a case file may hold: ten billion yuan. */
const MOST = 1_000_000_000_000

const amount: fc.Arbitrary<Fen> = fc.oneof(
  fc.constantFrom(0, 1, 99, MOST - 1, MOST).map(fen),
  fc.integer({ min: 0, max: MOST }).map(fen),
)

/** 0, 900 % and far beyond, by the day too, and with all twelve decimals. */
const rate = fc.constantFrom(
  rateOf(0, 1, 'year'),
  rateOf(9, 1, 'year'),
  rateOf(9, 1, 'day'),
  rateOf(100, 1, 'day'),
  rateOf(1, 1_000_000_000_000, 'day'),
  rateOf(999_999_999_999, 1_000_000_000_000, 'month'),
  rateOf(24, 100, 'year'),
)

const anyDay = fc.oneof(
  fc.constantFrom('1900-01-01', '1900-02-28', '1999-12-31', '2200-12-31', '2200-01-31').map(day),
  aDay('1900-01-01', '2200-12-31'),
)

const portion = fc.constantFrom(
  fractionOf(0, 1),
  fractionOf(1, 1),
  fractionOf(1, 1_000_000_000_000),
)

const penalty = fc.option(
  fc.record({
    rate: fc.option(rate),
    multiplier: fc.option(fc.constantFrom(fractionOf(0, 1), fractionOf(100, 1), fractionOf(3, 2))),
    base: fc.constantFrom(...PENALTY_BASES),
    compound: fc.boolean(),
    lateFee: fc.option(fc.record({ fixed: amount, fraction: fc.option(portion) })),
  }),
)

const rows = fc.option(
  fc.array(
    fc.record({
      n: fc.nat({ max: 600 }),
      dueOn: anyDay,
      principal: amount,
      interest: amount,
      fees: amount,
    }),
    { maxLength: 20 },
  ),
)

const hostileLoan: fc.Arbitrary<Loan> = fc
  .record({
    principal: amount,
    received: amount,
    method: fc.constantFrom(...REPAYMENT_METHODS),
    term: fc.constantFrom(null, 0, 1, 12, 600, 601, -1, 1e9),
    dueDay: fc.constantFrom(1, 28, 29, 30, 31),
    disbursedOn: anyDay,
    firstDueOn: anyDay,
    rate,
    rateChanges: fc.array(fc.record({ on: anyDay, rate }), { maxLength: 4 }),
    dayCount: fc.constantFrom(...DAY_COUNTS),
    fees: fc.array(
      fc.record({
        label: fc.constant(''),
        amount,
        when: fc.constantFrom('upfront', 'each-instalment', 'once'),
        on: fc.option(anyDay),
        kind: fc.constant('other'),
      }),
      { maxLength: 3 },
    ),
    penalty,
    graceDays: fc.constantFrom(0, 1, 31, 366),
    paymentOrder: fc.constantFrom(...PAYMENT_ORDERS),
    freezes: fc.array(
      fc.record({
        from: anyDay,
        until: fc.option(anyDay),
        stops: fc.constantFrom(...FREEZE_STOPS),
      }),
      { maxLength: 4 },
    ),
    schedule: rows,
    minimumPayment: fc.option(fc.record({ fraction: portion, floor: amount })),
  })
  .map((parts) => aLoan(parts))

const hostilePayments: fc.Arbitrary<readonly Payment[]> = fc.array(
  fc.record({ on: anyDay, amount, reversedOn: fc.option(anyDay) }).map((parts) => aPayment(parts)),
  { maxLength: 6 },
)

const hostile = fc.record({ loan: hostileLoan, payments: hostilePayments, on: anyDay })

const isMoney = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

describe('hostile numbers', () => {
  it('have a schedule of at most 600 rows, all of them money, or a named refusal', () => {
    fc.assert(
      fc.property(hostileLoan, (loan) => {
        const schedule = buildSchedule(loan)
        const instalments = schedule.ok ? schedule.value.instalments : []
        expect(instalments.length).toBeLessThanOrEqual(600)
        const amounts = instalments.flatMap((row) => [row.principal, row.interest, row.fees])
        expect(amounts.filter((each) => !isMoney(each))).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  it('have a state in money, by a ledger that is no longer than its months and events', () => {
    fc.assert(
      fc.property(hostile, ({ loan, payments, on }) => {
        const state = replayLoan(loan, payments, on)
        const { owedNow, arrears, interestOwed, penaltyOwed, feesOwed, overpaid } = state
        const amounts = [owedNow, arrears, interestOwed, penaltyOwed, feesOwed, overpaid]
        expect(amounts.filter((each) => !isMoney(each))).toEqual([])
        const months =
          Math.max(0, monthsBetween(loan.disbursedOn, on)) +
          Math.max(0, monthsBetween(loan.firstDueOn, on))
        // A month falls due (interest, fee, charges, credit), is missed, and compounds.
        const most = 10 * (months + payments.length * 3 + (loan.schedule?.length ?? 0) + 20)
        expect(state.ledger.length).toBeLessThanOrEqual(most)
      }),
      { numRuns: 1500 },
    )
  })

  it('are split, and counted on what was received, without losing a fen', () => {
    fc.assert(
      fc.property(hostile, amount, ({ loan, payments, on }, money) => {
        const state = replayLoan(loan, payments, on)
        const other = { ...loan, id: 'l2' }
        const { parts, left } = splitPayment(
          money,
          [
            { loan, state },
            { loan: other, state },
          ],
          null,
        )
        expect(sumFen([left, ...parts.map((part) => part.amount)])).toBe(money)
        const kept = takenInAdvance(loan, payments, on)
        expect(kept === null || isMoney(kept.owedOnReceived)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
