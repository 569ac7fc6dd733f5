import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monthlyBudget } from '../../src/domain/budget/index.ts'
import { CREDITOR_KINDS, type Loan } from '../../src/domain/case/index.ts'
import { checkLimits, loanCost, solveRate, type PriceLimit } from '../../src/domain/cost/index.ts'
import { outlookOf } from '../../src/domain/diagnosis/index.ts'
import { addMonths, fen, fractionOf, type Fen } from '../../src/domain/kernel/index.ts'
import { buildSchedule, replayLoan } from '../../src/domain/loan/index.ts'
import {
  traceAboveLimit,
  traceAccrued,
  traceAffordable,
  traceArrears,
  traceBucket,
  traceEffectiveAnnual,
  traceFlowsRate,
  traceInstalment,
  traceLateFees,
  traceLateInterest,
  traceMonthsToClear,
  traceNextMinimum,
  traceOfferEffective,
  traceOfferSimple,
  traceOverdueDays,
  traceOwedNow,
  tracePenalty,
  tracePeriodInterest,
  traceSimpleAnnual,
  type Trace,
  type TraceInput,
  type TraceValue,
} from '../../src/domain/trace/index.ts'
import { aCreditor, anExpense, anIncome, day } from '../support/builders.ts'
import { faultsOf } from '../support/evaluate-trace.ts'
import { eventfulLoan, history, type History } from './arbitrary-events.ts'
import { lateDay } from './arbitrary-loan.ts'

/** 24 % a year, for every lender. */
const limitOf24: PriceLimit = {
  id: 'test.24',
  title: { 'zh-CN': '', en: '' },
  says: { 'zh-CN': '', en: '' },
  consequence: { 'zh-CN': '', en: '' },
  binding: true,
  citation: {
    instrument: { 'zh-CN': '', en: '' },
    article: null,
    documentNumber: null,
    issuer: { 'zh-CN': '', en: '' },
    source: '',
    confidence: 'verified',
  },
  inForceFrom: day('1900-01-01'),
  inForceUntil: null,
  appliesTo: { creditorKinds: CREDITOR_KINDS, licensed: null, byDateOf: 'claim' },
  measure: { kind: 'fixed-rate', annual: '0.24' },
}

const RUNS = { numRuns: 1000 }

const moneyIn = (trace: Trace | null): number | null =>
  trace?.value.unit === 'money' ? trace.value.fen : null

const rowsOf = (loan: Loan) => {
  const schedule = buildSchedule(loan)
  return schedule.ok ? schedule.value.instalments : []
}

const account = ({ loan, payments, days }: History) => ({ loan, payments, on: lateDay(loan, days) })

describe('a trace, worked out again from its inputs and formula,', () => {
  it('gives every instalment and its interest to the fen', () => {
    fc.assert(
      fc.property(eventfulLoan, fc.nat(), (loan, pick) => {
        const rows = rowsOf(loan)
        fc.pre(rows.length > 0)
        for (const n of new Set([1, 2, (pick % rows.length) + 1, rows.length])) {
          const row = rows[n - 1]
          if (row === undefined) continue
          const traces = [traceInstalment(loan, n), tracePeriodInterest(loan, n)]
          expect(traces.map(moneyIn)).toEqual([row.payment, row.interest])
          expect(traces.flatMap((trace) => faultsOf(trace!))).toEqual([])
        }
      }),
      RUNS,
    )
  })

  it('gives what is owed, in arrears and charged, to the fen', () => {
    fc.assert(
      fc.property(history, (facts) => {
        const looked = account(facts)
        const state = replayLoan(looked.loan, looked.payments, looked.on)
        expect(moneyIn(traceOwedNow(looked))).toBe(state.owedNow)
        expect(moneyIn(traceArrears(looked))).toBe(state.arrears)
        expect(moneyIn(traceBucket(looked, 'principal'))).toBe(state.principalOutstanding)
        expect(moneyIn(traceBucket(looked, 'interest'))).toBe(state.interestOwed)
        expect(moneyIn(traceBucket(looked, 'fees'))).toBe(state.feesOwed)
        expect(moneyIn(tracePenalty(looked)) ?? 0).toBe(state.penaltyOwed)
        const traces = [
          traceOwedNow(looked),
          traceArrears(looked),
          traceBucket(looked, 'principal'),
          traceBucket(looked, 'interest'),
          traceBucket(looked, 'fees'),
          tracePenalty(looked),
          traceLateFees(looked),
          traceLateInterest(looked),
          traceAccrued(looked),
          traceOverdueDays(looked),
        ]
        expect(traces.flatMap((trace) => (trace === null ? [] : faultsOf(trace)))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('gives the days overdue', () => {
    fc.assert(
      fc.property(history, (facts) => {
        const looked = account(facts)
        const { overdueDays, oldestUnpaidDueOn } = replayLoan(
          looked.loan,
          looked.payments,
          looked.on,
        )
        const trace = traceOverdueDays(looked)
        const told = oldestUnpaidDueOn === null ? null : { unit: 'days', count: overdueDays }
        expect(trace?.value ?? null).toEqual(told)
      }),
      { numRuns: 300 },
    )
  })

  it('gives the yearly cost', () => {
    fc.assert(
      fc.property(eventfulLoan, (loan) => {
        const { simpleAnnual, effectiveAnnual } = loanCost(loan)
        const traces = [traceSimpleAnnual(loan), traceEffectiveAnnual(loan)]
        expect(traces.map((trace) => trace?.value ?? null)).toEqual(
          [simpleAnnual, effectiveAnnual].map((value) =>
            value === null ? null : { unit: 'rate', value, per: 'year' },
          ),
        )
        // A price that nobody could pay is beyond what halving in plain numbers can follow.
        fc.pre((effectiveAnnual ?? 0) < 1e6)
        expect(traces.flatMap((trace) => (trace === null ? [] : faultsOf(trace)))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('gives the next minimum of revolving credit', () => {
    fc.assert(
      fc.property(history, (facts) => {
        const { loan, payments, on } = account(facts)
        fc.pre(loan.method === 'minimum-payment')
        const state = replayLoan(loan, payments, on)
        const trace = traceNextMinimum(loan, state)
        expect(moneyIn(trace)).toBe(state.nextDue?.payment ?? null)
        expect(trace === null ? [] : faultsOf(trace)).toEqual([])
      }),
      { numRuns: 50 },
    )
  })

  it('gives the months to clear, each from the one before', () => {
    const pace = fc.record({
      owedNow: fc.integer({ min: 0, max: 100_000_000 }).map(fen),
      affordable: fc.integer({ min: 0, max: 5_000_000 }).map(fen),
      averageRate: fc.double({ min: 0, max: 2, noNaN: true }),
    })
    const inFen = (value: TraceValue | undefined) => (value?.unit === 'money' ? value.fen : 0)
    fc.assert(
      fc.property(pace, (facts) => {
        const household = { monthlyIncome: fen(0), affordable: facts.affordable }
        const debts = { ...facts, contractualMonthly: fen(0), on: day('2026-11-28') }
        const { monthsToClear } = outlookOf(household, debts)
        const trace = traceMonthsToClear(facts, monthsToClear)
        expect(trace?.value ?? null).toEqual(
          monthsToClear === null ? null : { unit: 'months', count: monthsToClear },
        )
        expect(trace === null ? [] : faultsOf(trace)).toEqual([])
        const rows = trace?.lists[0]?.rows ?? []
        rows.forEach(({ owed, interest, paid }, index) => {
          const next = inFen(rows[index + 1]?.owed)
          const reckoned = inFen(owed) + inFen(interest) - inFen(paid)
          expect(Math.abs(next - reckoned)).toBeLessThanOrEqual(2)
        })
      }),
      { numRuns: 300 },
    )
  })

  it('gives the cost of an offer, and of payments on any days', () => {
    const offer = fc.record({
      received: fc.integer({ min: 10_000, max: 10_000_000 }).map(fen),
      count: fc.integer({ min: 1, max: 60 }),
      dearer: fc.double({ min: 1.001, max: 3, noNaN: true }),
    })
    fc.assert(
      fc.property(offer, ({ received, count, dearer }) => {
        const payment = fen(Math.ceil((received * dearer) / count))
        const flows = { received, payments: Array<Fen>(count).fill(payment) }
        const solved = solveRate({ method: 'instalment', received, payment, count, perYear: 12 })
        const dated = [
          { on: day('2026-01-31'), amount: received },
          ...flows.payments.map((each, index) => ({
            on: addMonths(day('2026-01-31'), index + 1),
            amount: fen(-each),
          })),
        ]
        const xirr = solveRate({ method: 'xirr', flows: dated })
        const traces = [
          traceOfferSimple(flows, solved),
          traceOfferEffective(flows, solved),
          traceFlowsRate(dated, xirr),
        ]
        expect(traces.map((trace) => trace?.value)).toEqual(
          [solved.nominalAnnual, solved.effectiveAnnual, xirr.effectiveAnnual].map((value) => ({
            unit: 'rate',
            value,
            per: 'year',
          })),
        )
        fc.pre((xirr.effectiveAnnual ?? 0) < 1e6)
        expect(traces.flatMap((trace) => faultsOf(trace!))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('gives the amount above a price limit', () => {
    const limits = [limitOf24]
    fc.assert(
      fc.property(history, (facts) => {
        const { loan, payments, on } = account(facts)
        const given = { limits, lpr: [], payments, on }
        for (const finding of checkLimits(loan, aCreditor(), given)) {
          const trace = traceAboveLimit(loan, finding, given)
          expect(moneyIn(trace)).toBe(finding.excess)
          expect(faultsOf(trace!)).toEqual([])
        }
      }),
      { numRuns: 300 },
    )
  })

  it('gives what a household can offer each month', () => {
    const amount = fc.integer({ min: 1, max: 5_000_000 }).map(fen)
    const every = fc.constantFrom('month', 'week', 'fortnight', 'quarter', 'year', 'once')
    const budget = fc.record({
      cash: fc.constant(fen(0)),
      reserve: fc.constant(fen(0)),
      surprise: fc.constant(null),
      cushionFraction: fc.option(fc.nat({ max: 100 }).map((n) => fractionOf(n, 100))),
      incomes: fc.array(fc.record({ amount, every }).map(anIncome), { maxLength: 4 }),
      expenses: fc.array(fc.record({ amount, every, essential: fc.boolean() }).map(anExpense), {
        maxLength: 6,
      }),
    })
    fc.assert(
      fc.property(budget, (facts) => {
        const on = day('2026-11-24')
        const trace = traceAffordable(facts, on)
        expect(moneyIn(trace)).toBe(monthlyBudget(facts, on).affordable)
        expect(faultsOf(trace)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})

/** The trace with one of its amounts a yuan higher. */
function tampered(trace: Trace, name: TraceInput['name']): Trace {
  const inputs = trace.inputs.map((input) =>
    input.name === name && input.value.unit === 'money'
      ? { ...input, value: { unit: 'money' as const, fen: fen(input.value.fen + 100) } }
      : input,
  )
  return { ...trace, inputs }
}

describe('a trace that was tampered with', () => {
  it('does not come out', () => {
    fc.assert(
      fc.property(eventfulLoan, (loan) => {
        fc.pre(rowsOf(loan).length > 0)
        const trace = traceInstalment(loan, 1)!
        expect(faultsOf(tampered(trace, 'fees'))).not.toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('is found in a row, too', () => {
    fc.assert(
      fc.property(history, (facts) => {
        const trace = tracePenalty(account(facts))
        fc.pre(trace !== null)
        const lists = trace.lists.map((list) => ({
          ...list,
          rows: list.rows.map((row, at) =>
            at === 0 ? { ...row, days: { unit: 'days', count: 1_000_000_000 } as const } : row,
          ),
        }))
        expect(faultsOf({ ...trace, lists })).not.toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})
