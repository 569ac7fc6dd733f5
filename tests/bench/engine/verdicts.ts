import { readRequests } from '../../../src/cli/rates/read-requests.ts'
import { solveRate, type RateRequest } from '../../../src/domain/cost/index.ts'
import { formatYuan, rateOf, type Fen } from '../../../src/domain/kernel/index.ts'
import { buildSchedule } from '../../../src/domain/loan/index.ts'
import { aLoan, yuan } from '../../support/builders.ts'
import { rateVectors, type RateVector } from '../../support/vectors.ts'
import type { BenchTable } from '../section.ts'
import { financial, loanjs, nodeIrr, webcarrot, xirr } from './peers.ts'

type Answer = number | null
/** Undefined: the program offers no such calculation. */
type Solver = (request: RateRequest) => Answer | undefined

const inYuan = (amount: Fen): number => Number(formatYuan(amount))
const DAYS_A_YEAR = 365

/** Equal periods for whoever solves those: also an American rate without fractions of a unit-period. */
function periodicOf(
  request: RateRequest,
): { readonly flows: readonly number[]; readonly times: number } | null {
  switch (request.method) {
    case 'irr':
      return { flows: request.flows.map(inYuan), times: 1 }
    case 'us-apr': {
      const all = [
        ...request.advances,
        ...request.payments.map((each) => ({ ...each, amount: -each.amount })),
      ]
      if (all.some(({ fraction }) => fraction > 0)) return null
      const flows = new Array<number>(Math.max(...all.map(({ full }) => full)) + 1).fill(0)
      for (const { full, amount } of all) flows[full] = (flows[full] ?? 0) + amount / 100
      return { flows, times: request.unitPeriodsPerYear }
    }
    case 'xirr':
    case 'eu-apr':
    case 'instalment':
      return null
  }
}

const byPeriod =
  (solve: (flows: readonly number[]) => number): Solver =>
  (request) => {
    const periodic = periodicOf(request)
    return periodic === null ? undefined : solve(periodic.flows) * periodic.times
  }

const datedOf = (request: RateRequest) =>
  request.method === 'xirr'
    ? request.flows.map(({ on, amount }) => ({ date: String(on), amount: inYuan(amount) }))
    : null

const byDate =
  (
    solve: (flows: readonly { readonly date: string; readonly amount: number }[]) => number,
  ): Solver =>
  (request) => {
    const dated = datedOf(request)
    return dated === null ? undefined : solve(dated)
  }

const nodeIrrByPeriod = byPeriod(nodeIrr.irr)
const nodeIrrByDate = byDate((flows) => (1 + nodeIrr.xirr(flows).rate) ** DAYS_A_YEAR - 1)

const SOLVERS: readonly (readonly [string, Solver])[] = [
  ['ours', (request) => solveRate(request).rate],
  // Its own tolerance of 1e-6 is not asked to be finer: that is how it is used.
  ['financial', byPeriod(financial.irr)],
  ['node-irr', (request) => nodeIrrByPeriod(request) ?? nodeIrrByDate(request)],
  [
    '@webcarrot/xirr',
    byDate((flows) =>
      webcarrot.xirr(flows.map(({ date, amount }) => ({ amount, date: new Date(date) }))),
    ),
  ],
  [
    'xirr',
    byDate((flows) => xirr(flows.map(({ date, amount }) => ({ amount, when: new Date(date) })))),
  ],
]

type Verdict = 'right' | 'wrong' | 'missing'

/** A number where there is no rate is wrong; refusing or not-a-number where there is none is right. */
function verdictOn(solver: Solver, vector: RateVector, request: RateRequest): Verdict {
  const { expected, tolerance } = vector
  const answer = answerOf(solver, request)
  if (answer === undefined) return 'missing'
  if (answer === null || Number.isNaN(answer)) return expected === null ? 'right' : 'wrong'
  return expected !== null && Math.abs(answer - expected) <= tolerance ? 'right' : 'wrong'
}

function answerOf(solver: Solver, request: RateRequest): Answer | undefined {
  try {
    return solver(request)
  } catch {
    return null
  }
}

/** What each program answers to every published rate. */
export function verdictTable(): BenchTable {
  const rows = SOLVERS.map(([name, solver]) => {
    const verdicts = rateVectors.map((vector) => {
      const reading = readRequests(vector.request)
      const [request] = reading.ok ? reading.requests : []
      return request === undefined ? 'wrong' : verdictOn(solver, vector, request)
    })
    const count = (verdict: Verdict): string =>
      String(verdicts.filter((each) => each === verdict).length)
    return [name, count('right'), count('wrong'), count('missing')]
  })
  return {
    title: `Answers to ${String(rateVectors.length)} published rates`,
    head: ['', 'right', 'wrong', 'missing'],
    rows,
    note: 'missing: the program has no such method (EU rates by years, American fractions of a unit-period).',
  }
}

/** Amounts, terms and rates as they are met, none of them chosen by an answer. */
const SCHEDULES = Array.from({ length: 1000 }, (_, n) => ({
  principal: 1000 + ((n * 7919) % 200_000),
  term: 3 + ((n * 31) % 58),
  percent: 3 + ((n * 17) % 33),
}))

const fenOf = (yuanAmount: number): number => Math.round(yuanAmount * 100)

/** Whether the principal of the instalments comes to the amount lent, to the fen. */
export function scheduleTable(): BenchTable {
  const ours = SCHEDULES.filter(({ principal, term, percent }) => {
    const rate = rateOf(percent, 100, 'year')
    const built = buildSchedule(aLoan({ principal: yuan(principal), term, rate }))
    const parts = built.ok ? built.value.instalments.map((row) => row.principal) : []
    return parts.reduce((sum, part) => sum + part, 0) === yuan(principal)
  })
  const theirs = SCHEDULES.filter(({ principal, term, percent }) => {
    const { installments } = new loanjs.Loan(principal, term, percent, 'annuity')
    return installments.reduce((sum, { capital }) => sum + fenOf(capital), 0) === principal * 100
  })
  const row = (name: string, right: number) => [
    name,
    String(right),
    String(SCHEDULES.length - right),
  ]
  return {
    title: `${String(SCHEDULES.length)} schedules: the principal of the instalments adds up to the amount lent`,
    head: ['', 'right', 'wrong'],
    rows: [row('ours', ours.length), row('loanjs', theirs.length)],
  }
}
