import { proposalSearch, type Proposal } from '../../../src/domain/proposal/index.ts'
import { simulateSurvival, survivalInput } from '../../../src/domain/simulation/index.ts'
import { loadSolver } from '../../../src/solver/index.ts'
import { fen } from '../../../src/domain/kernel/index.ts'
import type { BenchSection, BenchTable } from '../section.ts'
import { percent, quantile } from './planner-section.ts'
import { caseOf, on, portfolioOf, type Shape } from './portfolios.ts'

/** BENCH_PORTFOLIOS=1000 takes as many: half an hour. */
const COUNT = Number(process.env['BENCH_PORTFOLIOS'] ?? 200)
const SAVING: Shape = { loans: [2, 6], months: [12, 60], offers: 1 / 3 }

/** Larger households, timed to the proof. */
const LARGE = [
  { title: '8 loans × 60 months', count: 15, goal: 2000, shape: sized(8) },
  { title: '20 loans × 60 months', count: 9, goal: 10_000, shape: sized(20) },
] as const

function sized(loans: number): Shape {
  return { loans: [loans, loans], months: [60, 60], offers: 1 / 3 }
}

const RUNS = 10_000
const SURVIVAL_GOAL = 300

/** What the exact optimum saves, how long its proof takes, and how long the simulation of a plan takes. */
export const optimum: BenchSection = {
  name: 'optimum',
  run: async () => [await savings(), await proofs(), survival()],
}

interface Searched {
  readonly exact: Proposal | null
  readonly of: (strategy: Proposal['strategy']) => Proposal | null
  /** Milliseconds of the search for the optimum, the strategies left out. */
  readonly took: number
}

async function searched(shape: Shape, n: number): Promise<Searched> {
  const search = proposalSearch(caseOf(portfolioOf(shape, n)), [], { on })
  const solve = await loadSolver()
  const start = performance.now()
  const { proposals } = search.withOptimum(solve)
  const took = performance.now() - start
  const of = (strategy: Proposal['strategy']) =>
    proposals.find((one) => one.strategy === strategy && one.feasible) ?? null
  return { exact: of('optimal-now'), of, took }
}

async function savings(): Promise<BenchTable> {
  const rivals = ['avalanche', 'snowball', 'settlement'] as const
  const saved = new Map(rivals.map((rival) => [rival, [] as number[]]))
  let [proved, kept] = [0, 0]
  for (let n = 0; n < COUNT; n += 1) {
    const { exact, of } = await searched(SAVING, n)
    if (exact === null) continue
    kept += 1
    if (exact.optimality?.proved === true) proved += 1
    for (const rival of rivals) {
      const other = of(rival)
      if (other !== null) saved.get(rival)?.push(1 - exact.totalPaid / other.totalPaid)
    }
  }
  return {
    title: `What the optimum saves of the total, on ${String(COUNT)} seeded portfolios`,
    head: ['against', 'mean', '95 of 100', 'least', 'compared'],
    rows: rivals.map((rival) => {
      const parts = saved.get(rival) ?? []
      const mean = parts.reduce((sum, part) => sum + part, 0) / Math.max(1, parts.length)
      const least = Math.min(...parts)
      return [
        rival,
        ...[mean, quantile(parts, 0.95), least].map((part) => percent(part, 2)),
        String(parts.length),
      ]
    }),
    note: `One loan in three has a settlement offer. ${String(proved)} of ${String(kept)} proved; below 0 it would be beaten.`,
  }
}

async function proofs(): Promise<BenchTable> {
  const rows: string[][] = []
  for (const { title, count, goal, shape } of LARGE) {
    const times: number[] = []
    let proved = 0
    for (let n = 0; n < count; n += 1) {
      const { exact, took } = await searched(shape, n)
      times.push(took)
      if (exact?.optimality?.proved === true) proved += 1
    }
    rows.push([
      title,
      quantile(times, 0.5).toFixed(0),
      Math.max(...times).toFixed(0),
      `${String(proved)} of ${String(count)}`,
      String(goal),
    ])
  }
  return {
    title: 'Time to the proved optimum',
    head: ['', 'median ms', 'longest ms', 'proved', 'goal ms'],
    rows,
  }
}

function survival(): BenchTable {
  const portfolio = portfolioOf(sized(8), 0)
  const plain = caseOf(portfolio)
  const [income] = plain.budget.incomes
  if (income === undefined) throw new Error('no income')
  const uncertain = {
    ...income,
    variation: {
      low: fen(Math.floor(income.amount * 0.9)),
      high: fen(Math.ceil(income.amount * 1.1)),
    },
    lossChance: { numerator: 1, denominator: 100 },
  }
  const facts = { ...plain, budget: { ...plain.budget, incomes: [uncertain] } }
  const { proposals } = proposalSearch(facts, [], { on }).heuristics
  const proposal = proposals.find(({ feasible }) => feasible)
  if (proposal === undefined) throw new Error('nothing to simulate')
  const times = Array.from({ length: 15 }, (_, seed) => {
    const start = performance.now()
    simulateSurvival(survivalInput(facts, proposal, on), { seed, runs: RUNS })
    return performance.now() - start
  })
  return {
    title: `Survival of one plan: ${String(RUNS)} runs × ${String(proposal.months)} months × 8 loans`,
    head: ['', 'median ms', 'longest ms', 'goal ms'],
    rows: [
      [
        'ours',
        quantile(times, 0.5).toFixed(0),
        Math.max(...times).toFixed(0),
        String(SURVIVAL_GOAL),
      ],
    ],
  }
}
