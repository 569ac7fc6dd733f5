import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readRequests } from '../../../src/cli/rates/read-requests.ts'
import { run } from '../../../src/cli/run.ts'
import { rateAnswer, solveRate, type RateRequest } from '../../../src/domain/cost/index.ts'
import { fileWith } from '../../unit/cli/run-cli.ts'
import { functionCases, rateVectors, type RateVector } from '../../support/vectors.ts'

/*
 * Where sources differ in convention:
 * - Regulation Z: the rate is the unit-period rate × unit-periods a year, not compounded; published to 0.01 %.
 * - EU directive: effective annual, times in years as published (twelfths of a year, or days ÷ 365 or 366).
 *   Cases 36 and 38 don't reproduce to six decimals from their printed instalments; theirs is the figure of one.
 * - Spreadsheets: irr and rate per period, xirr effective on actual days ÷ 365. "NaN" is our `none`.
 * - Several roots: the nearest to 0, except that one below −99 % a period comes last (numpy-financial, issue 44).
 */
const requestOf = ({ request }: RateVector): RateRequest => {
  const reading = readRequests(request)
  const [only] = reading.ok ? reading.requests : []
  if (only === undefined) throw new Error('the vector is no request')
  return only
}

const named = rateVectors.map((vector) => [vector.id, vector] as const)

function expectPublished(rate: number | null, { expected, tolerance, recomputed }: RateVector) {
  if (expected === null) {
    expect(rate).toBeNull()
    return
  }
  expect(Math.abs((rate ?? Number.NaN) - expected)).toBeLessThanOrEqual(tolerance)
  if (recomputed !== null)
    expect(Math.abs((rate ?? Number.NaN) - recomputed)).toBeLessThanOrEqual(5e-9)
}

describe('a published rate', () => {
  it.each(named)('%s', (_, vector) => {
    const solved = solveRate(requestOf(vector))
    expectPublished(solved.rate, vector)
    expect(solved.status === 'none').toBe(vector.expected === null)
  })
})

it('is the same from the command line, to eight digits and more', async () => {
  const file = fileWith('vectors.json', '')
  writeFileSync(file, JSON.stringify(rateVectors.map(({ request }) => request)))
  const { status, stdout, stderr } = await run(['rate', file, '--json'])
  expect([status, stderr]).toEqual([0, ''])
  const answers = JSON.parse(stdout) as readonly { rate: string | null; residual: string }[]
  expect(answers).toHaveLength(rateVectors.length)
  rateVectors.forEach((vector, n) => {
    const text = answers[n]?.rate ?? null
    expectPublished(text === null ? null : Number(text), vector)
    if (text === null) return
    expect(text.replace(/^-?0?\.?0*/, '').replace('.', '').length).toBeGreaterThanOrEqual(8)
    expect(Math.abs(Number(answers[n]?.residual))).toBeLessThan(1e-6)
  })
})

/** Flows that a function of time value stands for when its published result is put among them; null where there are none. */
function impliedFlows(fn: string, numbers: readonly number[], result: number) {
  const at = (n: number): number => numbers[n] ?? 0
  const [rate, a, b] = [at(0), at(1), at(2)]
  const [c, due] = [at(3), at(4)]
  switch (fn) {
    case 'pv':
      return { rate, flows: annuity(a, b, { first: result, last: c, due }) }
    case 'pmt':
      return { rate, flows: annuity(a, result, { first: b, last: c, due }) }
    case 'fv':
      return { rate, flows: annuity(a, b, { first: c, last: result, due }) }
    case 'nper':
      return {
        rate,
        flows: annuity(a === 0 ? 0 : result, a, { first: b, last: c, due, end: result }),
      }
    default:
      return null
  }
}

interface AnnuityRest {
  readonly first: number
  readonly last: number
  readonly due: number
  /** When the last amount flows; with the last payment unless said otherwise. */
  readonly end?: number
}

const annuity = (
  count: number,
  payment: number,
  { first, last, due, end = count }: AnnuityRest,
) => [
  { t: 0, amount: first },
  ...Array.from({ length: count }, (_, n) => ({ t: due === 1 ? n : n + 1, amount: payment })),
  { t: end, amount: last },
]

/** A count of payments that is no whole number is a formula's answer, not a series of flows. */
const isSeries = ({ fn, args, expected }: (typeof functionCases)[number]): boolean =>
  fn !== 'nper' || args[1] === 0 || Number.isInteger(expected)

const implied = functionCases.flatMap((found) => {
  const { fn, args, expected } = found
  if (expected === 'NaN' || !isSeries(found)) return []
  const series = impliedFlows(fn, args as readonly number[], expected)
  return series === null ? [] : [[`${fn}(${args.join(', ')})`, series] as const]
})

describe('a published result of time value implies the rate that it was computed at', () => {
  it.each(implied)('%s', (_, { rate, flows }) => {
    // What was published to the cent implies a rate to about a millionth.
    expect(Math.abs((rateAnswer(flows).rate ?? Number.NaN) - rate)).toBeLessThan(2e-6)
  })
})
