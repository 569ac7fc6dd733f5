import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Freeze, Loan, Payment } from '../../src/domain/case/index.ts'
import { addDays, fen, sumFen } from '../../src/domain/kernel/index.ts'
import { buildSchedule, rateOn, replayLoan, type LoanState } from '../../src/domain/loan/index.ts'
import { aPayment } from '../support/builders.ts'
import { aFreezeOf, eventfulLoan, history, type History } from './arbitrary-events.ts'
import { lateDay } from './arbitrary-loan.ts'

const NAMES = ['principal', 'interest', 'penalty', 'fees', 'credit'] as const
const RUNS = { numRuns: 1500 }

const stateOf = ({ loan, payments, days }: History): LoanState =>
  replayLoan(loan, payments, lateDay(loan, days))

const rowsOf = (loan: Loan) => {
  const schedule = buildSchedule(loan)
  return schedule.ok ? schedule.value.instalments : null
}

const NOTHING: Record<(typeof NAMES)[number], number> = {
  principal: 0,
  interest: 0,
  penalty: 0,
  fees: 0,
  credit: 0,
}

/** What is wrong with the lines of a ledger: sums that don't add up, amounts below 0, days that go back. */
function faultsOf(ledger: LoanState['ledger']): string[] {
  const faults: string[] = []
  let [opening, before] = [NOTHING, '']
  for (const { on, kind, change, balance } of ledger) {
    for (const name of NAMES) {
      if (opening[name] + change[name] !== balance[name]) faults.push(`${on} ${kind} ${name}`)
      if (balance[name] < 0) faults.push(`${on} ${kind} ${name} below 0`)
    }
    if (on < before) faults.push(`${on} after ${before}`)
    ;[opening, before] = [balance, on]
  }
  return faults
}

const sumsOf = ({ ledger: _, ...sums }: LoanState) => sums

describe('the ledger of any loan', () => {
  it('has opening + accrued − paid = closing on each line, nothing negative, and ends in the state', () => {
    fc.assert(
      fc.property(history, (facts) => {
        const state = stateOf(facts)
        expect(faultsOf(state.ledger)).toEqual([])
        const opening = state.ledger.at(-1)?.balance ?? NOTHING
        expect(opening.principal).toBe(state.principalOutstanding)
        expect(opening.interest).toBe(state.interestOwed)
        expect(opening.penalty).toBe(state.penaltyOwed)
        expect(opening.fees).toBe(state.feesOwed)
        expect(state.lateFeesOwed).toBeLessThanOrEqual(state.feesOwed)
      }),
      RUNS,
    )
  })

  it('moves money by payments alone, and never lends more than the contract', () => {
    fc.assert(
      fc.property(history, (facts) => {
        const { ledger, paidTotal } = stateOf({
          ...facts,
          payments: facts.payments.map((payment) => ({ ...payment, reversedOn: null })),
        })
        const paid = ledger.filter(({ kind }) => kind === 'paid')
        const moved = paid.flatMap(({ change }) =>
          NAMES.map((name) => change[name] * (name === 'credit' ? 1 : -1)),
        )
        // What a payment takes off the debt and what it leaves as credit is the payment.
        expect(moved.reduce((sum, amount) => sum + amount, 0)).toBe(paidTotal)
        const lent = ledger.filter(({ kind }) => kind === 'disbursed')
        expect(sumFen(lent.map(({ change }) => change.principal))).toBe(facts.loan.principal)
      }),
      { numRuns: 500 },
    )
  })

  it('says the same after a payment was taken back as if it had never been made', () => {
    fc.assert(
      fc.property(history, ({ loan, payments, days }) => {
        const on = lateDay(loan, days)
        const kept = payments.filter(({ reversedOn }) => reversedOn === null || reversedOn > on)
        expect(sumsOf(replayLoan(loan, payments, on))).toEqual(sumsOf(replayLoan(loan, kept, on)))
      }),
      RUNS,
    )
  })

  it('counts a payment on every day before it is taken back', () => {
    fc.assert(
      fc.property(history, ({ loan, payments, days }) => {
        const on = lateDay(loan, days)
        const standing = payments.map((payment) =>
          payment.reversedOn !== null && payment.reversedOn > on
            ? { ...payment, reversedOn: null }
            : payment,
        )
        expect(replayLoan(loan, payments, on)).toEqual(replayLoan(loan, standing, on))
      }),
      { numRuns: 500 },
    )
  })
})

describe('a period that is split', () => {
  /** Things that change nothing but make the replay stop on a day. */
  const stops: readonly ((
    loan: Loan,
    payments: readonly Payment[],
    day: Loan['disbursedOn'],
  ) => [Loan, readonly Payment[]])[] = [
    (loan, payments, on) => [
      loan,
      [...payments, aPayment({ id: 'nothing', loan: loan.id, on, amount: fen(0) })],
    ],
    (loan, payments, on) => [
      loan,
      [...payments, aPayment({ id: 'back', loan: loan.id, on, amount: fen(500), reversedOn: on })],
    ],
    (loan, payments, from) => [
      {
        ...loan,
        freezes: [...loan.freezes, { from, until: addDays(from, -1), stops: 'everything' }],
      },
      payments,
    ],
  ]

  it('comes to the same total wherever it is split', () => {
    fc.assert(
      fc.property(history, fc.nat({ max: 1600 }), fc.constantFrom(...stops), (facts, at, stop) => {
        const { loan, payments, days } = facts
        const on = lateDay(loan, days)
        const [splitLoan, splitPayments] = stop(loan, payments, addDays(loan.disbursedOn, at))
        expect(sumsOf(replayLoan(splitLoan, splitPayments, on))).toEqual(
          sumsOf(replayLoan(loan, payments, on)),
        )
      }),
      RUNS,
    )
  })

  it('is no other where a rate changes into itself', () => {
    fc.assert(
      fc.property(history, fc.nat({ max: 1600 }), (facts, at) => {
        const { loan, payments, days } = facts
        const on = addDays(loan.disbursedOn, at)
        const changes = [...loan.rateChanges, { on, rate: rateOn(loan, on) }]
        const same = { ...loan, rateChanges: changes.sort((a, b) => (a.on < b.on ? -1 : 1)) }
        expect(sumsOf(stateOf({ loan: same, payments, days }))).toEqual(
          sumsOf(stateOf({ loan, payments, days })),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('shows the same lines up to a day whenever it is looked at later', () => {
    fc.assert(
      fc.property(history, fc.nat({ max: 600 }), ({ loan, payments, days }, more) => {
        fc.pre(loan.method !== 'minimum-payment')
        const day = lateDay(loan, days)
        const linesBefore = (on: Loan['disbursedOn']) =>
          replayLoan(loan, payments, on).ledger.filter((line) => line.on < day)
        expect(linesBefore(addDays(day, more))).toEqual(linesBefore(day))
      }),
      { numRuns: 500 },
    )
  })
})

describe('a concession', () => {
  /** Owed less what was overpaid: what a concession may never raise. */
  const net = ({ owedNow, overpaid }: LoanState): number => owedNow - overpaid

  // Without its penalty late money bears interest: two sums, and each is rounded to its fen.
  const roundingOf = ({ stops }: Freeze): number => (stops === 'penalty' ? 1 : 0)

  /**
   * A payment on a card goes to late charges before it counts towards a minimum. So the day of a
   * charge decides which minimum is short, and that what the next late fee is: for cards the laws
   * hold where lateness costs nothing, or where nothing is paid after the concession.
   */
  const withoutLateCharges = (loan: Loan): Loan =>
    loan.method === 'minimum-payment' ? { ...loan, penalty: null } : loan

  const frozenHistory = history.chain((facts) =>
    fc.tuple(fc.constant(facts), aFreezeOf(facts.loan)),
  )

  it('never makes a loan dearer when it freezes it', () => {
    fc.assert(
      fc.property(frozenHistory, ([facts, freeze]) => {
        const loan = withoutLateCharges(facts.loan)
        const frozen = { ...loan, freezes: [...loan.freezes, freeze] }
        expect(net(stateOf({ ...facts, loan: frozen }))).toBeLessThanOrEqual(
          net(stateOf({ ...facts, loan })) + roundingOf(freeze),
        )
      }),
      RUNS,
    )
  })

  it('never makes a card dearer either while nothing is paid on it', () => {
    fc.assert(
      fc.property(frozenHistory, ([facts, freeze]) => {
        const payments = facts.payments.filter(
          ({ on, reversedOn }) => on < freeze.from && reversedOn === null,
        )
        const frozen = { ...facts.loan, freezes: [...facts.loan.freezes, freeze] }
        expect(net(stateOf({ ...facts, payments, loan: frozen }))).toBeLessThanOrEqual(
          net(stateOf({ ...facts, payments })) + roundingOf(freeze),
        )
      }),
      RUNS,
    )
  })

  it('never makes a loan dearer by more days of grace', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 40 }), (facts, more) => {
        const loan = withoutLateCharges(facts.loan)
        const kinder = { ...loan, graceDays: loan.graceDays + more }
        const [before, after] = [stateOf({ ...facts, loan }), stateOf({ ...facts, loan: kinder })]
        expect(net(after)).toBeLessThanOrEqual(net(before))
        expect(after.overdueDays).toBeLessThanOrEqual(before.overdueDays)
      }),
      RUNS,
    )
  })
})

describe('a loan that is kept', () => {
  it('repays its principal exactly and ends at 0.00, whatever changes on the way', () => {
    fc.assert(
      fc.property(eventfulLoan, (loan) => {
        const rows = rowsOf(loan)
        fc.pre(rows !== null)
        expect(sumFen(rows.map(({ principal }) => principal))).toBe(loan.principal)
        expect(rows.at(-1)?.balance).toBe(0)
        const parts = rows.flatMap((row) => [row.principal, row.interest, row.fees, row.balance])
        expect(parts.filter((part) => part < 0)).toEqual([])
      }),
      RUNS,
    )
  })

  it('is never late and is cleared by its last instalment', () => {
    fc.assert(
      fc.property(eventfulLoan, fc.nat(), (loan, pick) => {
        const rows = rowsOf(loan)
        fc.pre(rows !== null && loan.method !== 'minimum-payment')
        const payments = rows.map(({ dueOn, payment }, index) =>
          aPayment({
            id: String(index),
            loan: loan.id,
            // Within the grace days, and before the next due date: a payment order may serve that one too.
            on: addDays(dueOn, pick % (Math.min(loan.graceDays, 27) + 1)),
            amount: payment,
          }),
        )
        const last = payments.at(-1)?.on ?? loan.disbursedOn
        const state = replayLoan(loan, payments, addDays(last, 60))
        expect(state).toMatchObject({ owedNow: 0, arrears: 0, overdueDays: 0, penaltyOwed: 0 })
        expect(state.ledger.some(({ kind }) => kind === 'penalty' || kind === 'late-fee')).toBe(
          false,
        )
      }),
      { numRuns: 500 },
    )
  })
})
