import { readFileSync } from 'node:fs'

/**
 * Published examples with their sources, as they were collected: `tests/fixtures/vectors`.
 * A rate that does not exist is written "NaN" there.
 */
function casesOf(file: string): unknown {
  const text = readFileSync(`tests/fixtures/vectors/${file}.json`, 'utf8')
  return (JSON.parse(text) as { readonly cases: unknown }).cases
}

interface UnitFlow {
  readonly amount: number
  readonly fullUnitPeriods: number
  readonly fraction: number
}

interface RegZCase {
  readonly id: string
  readonly unitPeriodsPerYear: number
  readonly advances?: readonly UnitFlow[]
  readonly advancesRegular?: {
    readonly amount: number
    readonly count: number
    readonly firstAt: number
  }
  readonly payments: readonly UnitFlow[]
  readonly expectedAprPct: number
  readonly recomputedAprPct: number
}

interface EuCase {
  readonly id: string
  readonly drawdowns: readonly (readonly [t: number, amount: number])[]
  readonly repayments: readonly (readonly [t: number, amount: number])[]
  readonly expectedXPct?: number
  readonly reproduces6dp?: boolean
  readonly expectedAprPct1dp?: number
  readonly expectedAprPct2dp?: number
  readonly expectedPct?: number
  readonly tolerancePct?: number
  readonly recomputedPct: number
}

export interface FunctionCase {
  readonly fn: string
  readonly args: readonly (number | readonly number[] | readonly string[])[]
  readonly expected: number | 'NaN'
  readonly tolerance: number
  readonly toleranceKind: 'rel' | 'abs'
}

export interface ChineseCase {
  readonly id: string
  readonly inputs: Readonly<Record<string, number | boolean>>
  readonly expected: Readonly<Record<string, number>>
}

export const functionCases = casesOf('irr') as readonly FunctionCase[]
export const chineseCases = casesOf('cn-cases') as readonly ChineseCase[]

/** A request as the contract of the `rate` command writes it, and the answer that was published. */
export interface RateVector {
  readonly id: string
  readonly request: Readonly<Record<string, unknown>> & { readonly method: string }
  /** In the units of the method's `rate`; null where there is no rate. */
  readonly expected: number | null
  /** Half of the last published digit, or what the source allows. */
  readonly tolerance: number
  /** The digits that two independent programs agreed on. */
  readonly recomputed: number | null
}

const yuanText = (amount: number): string => amount.toFixed(2)

const regZ = (casesOf('apr-regz') as readonly RegZCase[]).map((found): RateVector => {
  const flow = ({ amount, fullUnitPeriods, fraction }: UnitFlow) => ({
    amount: yuanText(amount),
    full: fullUnitPeriods,
    fraction,
  })
  const regular = found.advancesRegular ?? { amount: 0, count: 0, firstAt: 0 }
  const advances = Array.from({ length: regular.count }, (_, n) => ({
    amount: regular.amount,
    fullUnitPeriods: regular.firstAt + n,
    fraction: 0,
  }))
  return {
    id: `Reg Z ${found.id}`,
    request: {
      method: 'us-apr',
      unitPeriodsPerYear: found.unitPeriodsPerYear,
      advances: (found.advances ?? advances).map(flow),
      payments: found.payments.map(flow),
    },
    expected: found.expectedAprPct / 100,
    tolerance: 0.005_01 / 100,
    recomputed: found.recomputedAprPct / 100,
  }
})

const eu = (casesOf('apr-eu') as readonly EuCase[]).map((found): RateVector => {
  const [expected, halfDigit] = publishedApr(found)
  return {
    id: `EU ${found.id}`,
    request: {
      method: 'eu-apr',
      flows: [
        ...found.drawdowns.map(([t, amount]) => ({ t, amount: yuanText(amount) })),
        ...found.repayments.map(([t, amount]) => ({ t, amount: yuanText(-amount) })),
      ],
    },
    expected: expected / 100,
    tolerance: halfDigit / 100,
    recomputed: found.recomputedPct / 100,
  }
})

/** The published figure and half of its last digit, in per cent. */
function publishedApr(found: EuCase): readonly [number, number] {
  if (found.expectedXPct !== undefined && found.reproduces6dp === true)
    // Case 34 differs from its own flows by 0.8 of the sixth decimal; the others by half at most.
    return [found.expectedXPct, 0.000_001]
  if (found.expectedAprPct1dp !== undefined) return [found.expectedAprPct1dp, 0.050_1]
  if (found.expectedAprPct2dp !== undefined) return [found.expectedAprPct2dp, 0.005_01]
  return [found.expectedPct ?? Number.NaN, found.tolerancePct ?? 0]
}

/** rate(nper, pmt, pv, fv, when) of spreadsheets as the flows that it stands for; when: 1 pays in advance. */
function annuityFlows([nper = 0, pmt = 0, pv = 0, fv = 0, when = 0]: readonly number[]) {
  const flows = new Array<number>(nper + 1).fill(0)
  flows[0] = pv
  for (let n = 0; n < nper; n += 1) {
    const t = n + (when === 1 ? 0 : 1)
    flows[t] = (flows[t] ?? 0) + pmt
  }
  flows[nper] = (flows[nper] ?? 0) + fv
  return flows.map(yuanText)
}

function functionRequest({ fn, args }: FunctionCase): RateVector['request'] | null {
  switch (fn) {
    case 'irr':
      return { method: 'irr', flows: (args[0] as readonly number[]).map(yuanText) }
    case 'xirr': {
      const [amounts, dates] = args as readonly [readonly number[], readonly string[]]
      const flows = amounts.map((amount, n) => ({ on: dates[n], amount: yuanText(amount) }))
      return { method: 'xirr', flows }
    }
    case 'rate':
      return { method: 'irr', flows: annuityFlows(args as readonly number[]) }
    default:
      return null
  }
}

const functions = functionCases.flatMap((found): readonly RateVector[] => {
  const request = functionRequest(found)
  if (request === null) return []
  const { expected, tolerance, toleranceKind } = found
  const published = expected === 'NaN' ? null : expected
  const allowed = toleranceKind === 'rel' ? tolerance * Math.abs(published ?? 0) : tolerance
  const id = `${found.fn}(${found.args.map(String).join(', ')})`
  return [{ id, request, expected: published, tolerance: allowed, recomputed: null }]
})

/** Every published rate. */
export const rateVectors: readonly RateVector[] = [...regZ, ...eu, ...functions]

export interface PayoffDebt {
  readonly id: string
  readonly balance: number
  readonly annualRate: number
  readonly minimum: number
  readonly promo?: { readonly rate: number; readonly months: number }
}

export interface PayoffCase {
  readonly id: string
  readonly debts: readonly PayoffDebt[]
  readonly monthlyBudget: number | null
  readonly expected: {
    readonly months?: number
    readonly totalInterest?: number
    readonly totalPaid?: number
  }
  readonly recomputed?: {
    readonly months: number
    readonly totalInterest: number
    readonly clearedMonth: Readonly<Record<string, number>>
  }
}

/** Published ways out of one or several debts. */
export const payoffCases = casesOf('payoff') as readonly PayoffCase[]
