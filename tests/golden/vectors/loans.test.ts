import { describe, expect, it } from 'vitest'
import { loanCost, rateAnswer, solveRate } from '../../../src/domain/cost/index.ts'
import { fen, nominalAnnual, rateOf, type Fen } from '../../../src/domain/kernel/index.ts'
import { buildSchedule, type Instalment } from '../../../src/domain/loan/index.ts'
import { aLoan, day, yuan } from '../../support/builders.ts'
import { chineseCases, functionCases } from '../../support/vectors.ts'

/*
 * Conventions: published loan tables are computed without rounding, ours to the fen on every instalment with
 * the remainder in the last. One row differs by at most half a fen and what earlier roundings moved it by; a
 * total by at most half a fen for each row. Functions paid in advance (when = 1) stand for no loan of ours.
 */
const A_FEN = 1

const rowsOf = (
  principal: number,
  annual: number,
  {
    term,
    method = 'equal-instalment',
  }: { readonly term: number; readonly method?: 'equal-instalment' | 'equal-principal' },
): readonly Instalment[] => {
  const built = buildSchedule(
    aLoan({
      principal: yuan(principal),
      method,
      term,
      rate: rateOf(Math.round(annual * 1e9), 1e9, 'year'),
      disbursedOn: day('2025-06-10'),
      firstDueOn: day('2025-07-10'),
    }),
  )
  if (!built.ok) throw new Error(built.problem)
  return built.value.instalments
}

const total = (amounts: readonly Fen[]): number => amounts.reduce((sum, amount) => sum + amount, 0)

/** How many fen an amount is off a published one, signs aside. */
const off = (amount: number | undefined, published: number): number =>
  Math.abs((amount ?? Number.NaN) - Math.abs(published) * 100)

const chinese = (id: string) => {
  const found = chineseCases.find((each) => each.id === id)
  if (found === undefined) throw new Error(`no case ${id}`)
  const { inputs, expected } = found
  const of = (record: Readonly<Record<string, number | boolean>>, name: string): number => {
    const value = record[name]
    if (typeof value !== 'number') throw new Error(`no number ${name}`)
    return value
  }
  return {
    input: (name: string) => of(inputs, name),
    expected: (name: string) => of(expected, name),
  }
}

describe('published Chinese examples', () => {
  it.each(['CN-1M-20Y-4.9', 'CN-1M-30Y-4.5', 'CN-GJJ-40W-30Y-3.25'])('%s', (id) => {
    const { input, expected } = chinese(id)
    const months = input('months')
    const rows = rowsOf(input('principal'), input('annualRate'), { term: months })
    expect(off(rows[0]?.payment, expected('monthly'))).toBeLessThanOrEqual(A_FEN)
  })

  it('CN-1M-20Y-4.9, in its parts', () => {
    const { input, expected } = chinese('CN-1M-20Y-4.9')
    const months = input('months')
    const rows = rowsOf(input('principal'), input('annualRate'), { term: months })
    expect(off(rows[0]?.interest, expected('month1Interest'))).toBeLessThanOrEqual(A_FEN)
    expect(off(rows[0]?.principal, expected('month1Principal'))).toBeLessThanOrEqual(A_FEN)
    expect(
      off(total(rows.map(({ payment }) => payment)), expected('totalPaid')),
    ).toBeLessThanOrEqual(months / 2)
  })

  it('CN-1M-20Y-ep', () => {
    const { input, expected } = chinese('CN-1M-20Y-ep')
    const months = input('months')
    const rows = rowsOf(input('principal'), input('annualRate'), {
      term: months,
      method: 'equal-principal',
    })
    expect(off(rows[0]?.payment, expected('month1Payment'))).toBeLessThanOrEqual(A_FEN)
    expect(
      off((rows[0]?.payment ?? 0) - (rows[1]?.payment ?? 0), expected('decrement')),
    ).toBeLessThanOrEqual(A_FEN)
    expect(
      off(total(rows.map(({ interest }) => interest)), expected('totalInterest')),
    ).toBeLessThanOrEqual(months / 2)
  })

  it('CN-FEE-0.6-12', () => {
    const { input, expected } = chinese('CN-FEE-0.6-12')
    const cost = loanCost(
      aLoan({
        principal: yuan(input('principal')),
        method: 'flat-rate',
        rate: rateOf(input('feeRatePerMonth') * 1000, 1000, 'month'),
        term: input('periods'),
      }),
    )
    expect((cost.simpleAnnual ?? 0) * 100).toBeCloseTo(expected('irrNominalPct'), 2)
  })

  it('CN-PBOC-daily', () => {
    const { input, expected } = chinese('CN-PBOC-daily')
    const rate = rateOf(input('dailyRate') * 1e6, 1e6, 'day')
    expect(nominalAnnual(rate, 365) * 100).toBeCloseTo(expected('annualSimplePct'), 9)
  })

  it('CN-INST-due-24', () => {
    const { input, expected } = chinese('CN-INST-due-24')
    const [count, payment] = [input('months'), input('total') / input('months')]
    const flows = Array.from({ length: count }, (_, t) => ({ t, amount: -payment }))
    const { rate } = rateAnswer([{ t: 0, amount: input('pv') }, ...flows])
    expect(Math.abs((rate ?? 0) - expected('monthlyRate'))).toBeLessThan(2e-6)
    expect(Math.abs(((1 + (rate ?? 0)) ** 12 - 1) * 100 - expected('earPct'))).toBeLessThan(0.01)
  })

  it('are all looked at', () => {
    expect(chineseCases).toHaveLength(7)
  })
})

const PAID_IN_ADVANCE = 1
const rowCases = functionCases
  .filter(({ fn, args }) => (fn === 'ppmt' || fn === 'ipmt') && args[5] !== PAID_IN_ADVANCE)
  .map(({ fn, args, expected }) => [fn, args as readonly number[], expected] as const)

const rowOf = ([rate = 0, n = 0, term = 0, principal = 0]: readonly number[]) =>
  rowsOf(principal, rate * 12, { term })[n - 1]

describe('a published part of an instalment', () => {
  it.each(rowCases.filter(([, , expected]) => expected !== 'NaN'))(
    '%s(%s) = %s',
    (fn, args, expected) => {
      const row = rowOf(args)
      expect(
        off(fn === 'ppmt' ? row?.principal : row?.interest, Number(expected)),
      ).toBeLessThanOrEqual(2 * A_FEN)
    },
  )

  it.each(rowCases.filter(([, , expected]) => expected === 'NaN'))(
    '%s(%s): there is no instalment before the first',
    (_, args) => {
      expect(rowOf(args)).toBeUndefined()
    },
  )

  it.each(['cumipmt', 'cumprinc'] as const)('%s', (fn) => {
    const found = functionCases.find((each) => each.fn === fn)
    const [rate = 0, term = 0, principal = 0, from = 0, to = 0] = (found?.args ??
      []) as readonly number[]
    const rows = rowsOf(principal, rate * 12, { term }).slice(from - 1, to)
    const parts = rows.map((row) => (fn === 'cumipmt' ? row.interest : row.principal))
    expect(off(total(parts), Number(found?.expected))).toBeLessThanOrEqual(rows.length)
  })
})

describe('a published conversion', () => {
  it('of an effective rate into a nominal one', () => {
    const [effective, perYear] = (functionCases.find(({ fn }) => fn === 'nominal')?.args ??
      []) as readonly number[]
    const nominal = Number(functionCases.find(({ fn }) => fn === 'nominal')?.expected)
    const periods = perYear ?? Number.NaN
    const owed = fen(Math.round(1e12 * (1 + nominal / periods)))
    const solved = solveRate({
      method: 'us-apr',
      unitPeriodsPerYear: periods,
      advances: [{ amount: 1e12, full: 0, fraction: 0 }],
      payments: [{ amount: owed, full: 1, fraction: 0 }],
    })
    expect(solved.rate).toBeCloseTo(nominal, 10)
    expect(solved.effectiveAnnual).toBeCloseTo(effective ?? Number.NaN, 8)
  })

  it('of an instalment into a yearly rate', () => {
    const found = functionCases.find(({ fn }) => fn === 'formcalc.Apr')
    const [received = 0, payment = 0, count = 0] = (found?.args ?? []) as readonly number[]
    const solved = solveRate({
      method: 'instalment',
      received: yuan(received),
      payment: yuan(payment),
      count,
      perYear: 12,
    })
    // Adobe's figure is right to six decimals; the spreadsheet formula gives 0.08515327.
    expect(Math.abs((solved.nominalAnnual ?? 0) - Number(found?.expected))).toBeLessThan(1e-6)
  })
})

it('leaves out only what stands for no loan and no flow', () => {
  const seen = new Set([
    'irr',
    'xirr',
    'rate',
    'pv',
    'pmt',
    'fv',
    'ppmt',
    'ipmt',
    'cumipmt',
    'cumprinc',
    'nominal',
    'formcalc.Apr',
  ])
  const left = functionCases.filter(
    ({ fn, args, expected }) =>
      !(seen.has(fn) && args[5] !== PAID_IN_ADVANCE) &&
      !(fn === 'nper' && (args[1] === 0 || Number.isInteger(expected))),
  )
  expect(left.map(({ fn, args }) => `${fn}(${args.join(', ')})`)).toEqual([
    // A count that is no whole number.
    'nper(0.075, -2000, 0, 100000, 1)',
    'ppmt(0.008333333333333333, 4, 24, 2000, 0, 1)',
    'ipmt(0.001988079518355057, 0, 360, 300000, 0, 1)',
    'ipmt(0.001988079518355057, 2, 360, 300000, 0, 1)',
    'nper(0.01, -100, -1000, 10000, 1)',
    'nper(0.01, -100, -1000)',
  ])
})
