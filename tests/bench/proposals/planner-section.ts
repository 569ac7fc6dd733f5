import type { BenchSection, BenchTable } from '../section.ts'
import { planners, type Planner } from './planners.ts'
import { portfolioOf, referenceOf, type Portfolio, type Shape } from './portfolios.ts'

const COUNT = 1000
const SHAPE: Shape = { loans: [2, 6], months: [12, 72], offers: 0 }

/** Payoff planners on the same portfolios: dearest first, a budget a month, what is freed goes on. */
export const planning: BenchSection = {
  name: 'planners',
  run: async () => {
    const portfolios = Array.from({ length: COUNT }, (_, n) => portfolioOf(SHAPE, n))
    const rows = (await planners()).map(([name, planner]) => [name, ...judged(planner, portfolios)])
    const table: BenchTable = {
      title: `Dearest first on ${String(COUNT)} seeded portfolios of 2–6 loans`,
      head: [
        '',
        'interest error: median',
        '95 of 100',
        'months off',
        'budget used',
        'refused',
        'median ms',
      ],
      rows,
      note: 'Errors are against the same order in floating point without rounding, whose use of the budget is 100 %.',
    }
    return [table]
  },
}

function judged(planner: Planner, portfolios: readonly Portfolio[]): readonly string[] {
  const errors: number[] = []
  const times: number[] = []
  let [refused, off, used, full] = [0, 0, 0, 0]
  for (const portfolio of portfolios) {
    const reference = referenceOf(portfolio)
    const start = performance.now()
    try {
      const verdict = planner(portfolio)
      times.push(performance.now() - start)
      if (!Number.isFinite(verdict.interest)) throw new Error('no number')
      errors.push(Math.abs(verdict.interest - reference.interest) / reference.interest)
      if (verdict.months !== reference.months) off += 1
      used += verdict.used
      full += reference.used
    } catch {
      refused += 1
    }
  }
  return [
    percent(quantile(errors, 0.5)),
    percent(quantile(errors, 0.95)),
    percent(off / Math.max(1, errors.length), 1),
    percent(used / Math.max(1e-9, full), 1),
    String(refused),
    quantile(times, 0.5).toFixed(2),
  ]
}

export const percent = (part: number, digits = 4): string => `${(part * 100).toFixed(digits)}%`

/** The value below which that part of the values lies; 0 without any. */
export function quantile(values: readonly number[], part: number): number {
  const rising = values.toSorted((a, b) => a - b)
  return rising[Math.min(rising.length - 1, Math.floor(rising.length * part))] ?? 0
}
