import { describe, expect, it } from 'vitest'
import { run } from '../../../src/cli/run.ts'
import { runCli } from './run-cli.ts'

const sample = 'resources/samples/cn-sample.zh-CN.json'
const minimal = 'tests/fixtures/cases/minimal.json'

async function jsonOf<Shape>(...args: readonly string[]): Promise<Shape> {
  const { status, stdout, stderr } = await run([...args, '--json'])
  expect([status, stderr]).toEqual([0, ''])
  return JSON.parse(stdout) as Shape
}

const MONEY = /^-?\d+\.\d{2}$/
const fenOf = (text: string): number => Math.round(Number(text) * 100)
const sum = (amounts: readonly string[]): number =>
  amounts.reduce((total, amount) => total + fenOf(amount), 0)

interface Diagnosis {
  readonly on: string
  readonly jurisdiction: string
  readonly loans: readonly {
    readonly id: string
    readonly overdueDays: number
    readonly owedNow: string
    readonly arrears: string
    readonly cost: Readonly<Record<string, string | null>>
    readonly limits: readonly {
      readonly rule: string
      readonly limit: string | null
      readonly status: string
      readonly excess: string
    }[]
  }[]
  readonly budget: Readonly<Record<string, string>>
  readonly totals: Readonly<Record<string, string>>
  readonly findings: readonly Readonly<Record<string, string>>[]
}

describe('diagnose', () => {
  it('prints the published shape', async () => {
    const found = await jsonOf<Diagnosis>('diagnose', sample)
    expect(Object.keys(found)).toEqual([
      'on',
      'jurisdiction',
      'loans',
      'budget',
      'totals',
      'findings',
    ])
    expect(found.loans.map(({ id, overdueDays }) => [id, overdueDays])).toEqual([
      ['l1', 75],
      ['l2', 12],
      ['l3', 47],
      ['l4', 98],
      ['l5', 0],
    ])
    for (const amount of [...Object.values(found.budget), ...Object.values(found.totals)])
      expect(amount).toMatch(MONEY)
    expect(fenOf(found.totals['owedNow'] ?? '')).toBe(
      sum(found.loans.map(({ owedNow }) => owedNow)),
    )
    expect(fenOf(found.totals['arrears'] ?? '')).toBe(
      sum(found.loans.map(({ arrears }) => arrears)),
    )
  })

  it('writes rates with four places and limits as fractions', async () => {
    const { loans } = await jsonOf<Diagnosis>('diagnose', sample)
    expect(loans[1]?.cost['nominalAnnual']).toBe('0.2160')
    for (const rate of loans.flatMap(({ cost }) => Object.values(cost)))
      expect(rate).toMatch(/^\d\.\d{4}$/)
    const limitOf = (loan: number, rule: string) =>
      loans[loan]?.limits.find((limit) => limit.rule === rule)
    expect(limitOf(0, 'cn.cost.financial-24')).toMatchObject({ limit: '0.24', status: 'within' })
    expect(limitOf(0, 'cn.cost.private-4lpr')).toMatchObject({
      limit: null,
      status: 'not-applicable',
      excess: '0.00',
    })
    expect(limitOf(4, 'cn.cost.private-4lpr')).toMatchObject({ limit: '0.12', status: 'within' })
    expect(limitOf(3, 'cn.cost.financial-24')).toMatchObject({ limit: '0.24', status: 'above' })
  })

  it('reports a price above a limit in careful words, with its source', async () => {
    const { findings } = await jsonOf<Diagnosis>('diagnose', sample, '--locale', 'en')
    const found = findings.find(
      ({ loan, rule }) => loan === 'l4' && rule === 'cn.cost.financial-24',
    )
    expect(found?.['severity']).toBe('warn')
    expect(found?.['message']).toContain('not void by itself')
    expect(found?.['citation']).toContain('art. 2')
    expect(found?.['citation']).toContain('check this first')
  })

  it('speaks the language asked for', async () => {
    const chinese = await run(['diagnose', sample])
    expect(chinese.stdout).toContain('每月可用于还债：')
    const english = await run(['diagnose', sample, '--locale', 'en'])
    expect(english.stdout).toContain('affordable for debts each month: ¥')
  })

  it('does not fail on a case with hardly anything in it', async () => {
    const { budget } = await jsonOf<Diagnosis>('diagnose', minimal, '--on', '2026-11-24')
    expect(budget['affordable']).toBe('0.00')
  })
})

interface ProposalJson {
  readonly id: string
  readonly strategy: string
  readonly feasible: boolean
  readonly months: number
  readonly why: readonly string[]
  readonly totalPaid: string
  readonly maxMonthly: string
  readonly perLoan: readonly {
    readonly totalPaid: string
    readonly ask: Readonly<Record<string, unknown>>
    readonly payments: readonly { readonly on: string; readonly amount: string }[]
  }[]
  readonly optimality?: { readonly proved: boolean; readonly gap: string }
  readonly cashflow: readonly Readonly<Record<string, string>>[]
  readonly survival: {
    readonly probability: string
    readonly runs: number
    readonly seed: number
    readonly firstMissMonthMedian: number | null
    readonly steadyMonthly: string
  }
  readonly reasonableness: { readonly factors: readonly { readonly why: string }[] }
}

interface ProposalsJson {
  readonly objective: string
  readonly statusQuo: ProposalJson
  readonly proposals: readonly ProposalJson[]
  readonly recommended: string | null
}

describe('propose', () => {
  it('prints the status quo and proposals of one shape, one of them recommended', async () => {
    const set = await jsonOf<ProposalsJson>('propose', sample, '--seed', '7', '--runs', '100')
    expect(set.proposals.map(({ strategy }) => strategy)).toEqual([
      'optimal-now',
      'optimal',
      'avalanche',
      'snowball',
      'own-order',
      'pro-rata',
      'pro-rata-contractual',
      'personalised-instalment',
      'deferral',
      'penalty-waiver',
      'interest-cut',
      'settlement',
    ])
    for (const proposal of set.proposals) {
      expect(Object.keys(proposal).filter((key) => key !== 'optimality')).toEqual(
        Object.keys(set.statusQuo),
      )
    }
    expect(set.proposals.filter(({ optimality }) => optimality !== undefined)).toMatchObject([
      { strategy: 'optimal', feasible: true, optimality: { proved: true, gap: '0.0000' } },
    ])
    expect(set.proposals.map(({ id }) => id)).toContain(set.recommended)
  })

  it('has cash that closes each month to the fen, and payments that are those of the loans', async () => {
    const { statusQuo, proposals } = await jsonOf<ProposalsJson>('propose', sample)
    for (const { cashflow, perLoan, totalPaid } of [statusQuo, ...proposals]) {
      for (const { month, opening, income, expenses, payments, closing } of cashflow) {
        const kept = fenOf(opening!) + fenOf(income!) - fenOf(expenses!) - fenOf(payments!)
        expect(kept).toBe(fenOf(closing!))
        const paid = perLoan
          .flatMap((loan) => loan.payments)
          .filter(({ on }) => on.startsWith(month!))
        expect(sum(paid.map(({ amount }) => amount))).toBe(fenOf(payments!))
      }
      expect(sum(perLoan.map((loan) => loan.totalPaid))).toBe(fenOf(totalPaid))
    }
  })

  it('says why in whole sentences of the language asked for', async () => {
    for (const locale of ['zh-CN', 'en']) {
      const { statusQuo, proposals } = await jsonOf<ProposalsJson>(
        'propose',
        sample,
        '--locale',
        locale,
      )
      const sentences = [statusQuo, ...proposals].flatMap(({ why, reasonableness }) => [
        ...why,
        ...reasonableness.factors.map((factor) => factor.why),
      ])
      for (const sentence of sentences) {
        expect(sentence).not.toMatch(/[{}]|undefined/)
        expect(/\p{Script=Han}/u.test(sentence)).toBe(locale === 'zh-CN')
      }
    }
  })

  it('is the same for the same day', async () => {
    const once = await run(['propose', sample, '--on', '2026-12-01', '--json'])
    expect((await run(['propose', sample, '--on', '2026-12-01', '--json'])).stdout).toBe(
      once.stdout,
    )
    expect(once.stdout).toContain('"on": "2026-12-01"')
  })

  it('tells the chance to finish each one, over the runs and the seed that were asked for', async () => {
    const args = ['propose', sample, '--seed', '7', '--runs', '400']
    const { statusQuo, proposals } = await jsonOf<ProposalsJson>(...args)
    for (const { survival } of [statusQuo, ...proposals]) {
      expect(survival).toMatchObject({ runs: 400, seed: 7 })
      expect(survival.probability).toMatch(/^(?:0\.\d{2,6}|1\.00)$/)
      expect(survival.steadyMonthly).toMatch(MONEY)
    }
    const kept = proposals.filter(({ feasible }) => feasible)
    const chances = kept.map(({ survival }) => Number(survival.probability))
    expect(Math.min(...chances)).toBeGreaterThan(0)
    // What nobody can pay is missed at once, and is no plan to finish.
    expect(statusQuo.survival).toMatchObject({ probability: '0.00', firstMissMonthMedian: 1 })
    const other = await jsonOf<ProposalsJson>('propose', sample, '--seed', '8', '--runs', '400')
    expect(other.proposals.map(({ survival }) => survival)).not.toEqual(
      proposals.map(({ survival }) => survival),
    )
  })

  it('simulates ten thousand runs of seed 1 where nothing is said', async () => {
    const { proposals } = await jsonOf<ProposalsJson>('propose', sample)
    for (const { survival } of proposals) expect(survival).toMatchObject({ runs: 10_000, seed: 1 })
  })

  it('aims at something else where that is asked for', async () => {
    const args = ['propose', sample, '--runs', '50']
    const paid = await jsonOf<ProposalsJson>(...args)
    const early = await jsonOf<ProposalsJson>(...args, '--objective', 'earliest-clear')
    const optimum = ({ proposals }: ProposalsJson) =>
      proposals.find(({ strategy }) => strategy === 'optimal')!
    expect([paid.objective, early.objective]).toEqual(['least-paid', 'earliest-clear'])
    expect(optimum(early).months).toBeLessThanOrEqual(optimum(paid).months)
    expect(fenOf(optimum(early).totalPaid)).toBeGreaterThanOrEqual(fenOf(optimum(paid).totalPaid))
  })

  it('says so where nothing is feasible', async () => {
    const { stdout } = await run(['propose', minimal, '--on', '2026-11-24', '--locale', 'en'])
    expect(stdout).toContain('No proposal is feasible now.')
  })

  it.each([
    ['--seed', 'x'],
    ['--seed', '-1'],
    ['--objective', 'cheapest'],
    ['--runs', '0'],
    ['--runs', '1e3'],
    ['--runs', '2000000'],
  ])('takes no %s %s', async (option, value) => {
    const { status, stdout } = await run(['propose', sample, `${option}=${value}`])
    expect([status, stdout]).toEqual([2, ''])
  })
})

interface ScheduleJson {
  readonly loan: string
  readonly source: string
  readonly instalments: readonly Readonly<Record<string, string>>[]
  readonly totals: Readonly<Record<string, string>>
}

describe('schedule', () => {
  it("prints one loan's rows, which add up", async () => {
    const { loan, source, instalments, totals } = await jsonOf<ScheduleJson>(
      'schedule',
      sample,
      '--loan',
      'l4',
    )
    expect([loan, source, instalments.length]).toEqual(['l4', 'computed', 18])
    for (const name of ['principal', 'interest', 'fees', 'payment'])
      expect(sum(instalments.map((row) => row[name] ?? ''))).toBe(fenOf(totals[name] ?? ''))
    expect(totals['principal']).toBe('24000.00')
    expect(instalments.at(-1)?.['balance']).toBe('0.00')
  })

  it('stands in columns for people', async () => {
    const { stdout } = await run(['schedule', sample, '--loan', 'l5', '--locale', 'en'])
    const lines = stdout.trimEnd().split('\n')
    expect(lines.at(-1)).toMatch(/total\s+¥18,000\.00\s+¥0\.00\s+¥0\.00\s+¥18,000\.00$/)
  })

  it.each([
    ['no loan', []],
    ['a loan the case does not have', ['--loan', 'l9']],
  ])('with %s ends with 2', async (_, options) => {
    const { status, stdout, stderr } = await run(['schedule', sample, ...options])
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^respite: --loan /)
  })

  it('works as a process', () => {
    const { status, stdout, stderr } = runCli('schedule', sample, '--loan', 'l2', '--json')
    expect([status, stderr]).toEqual([0, ''])
    expect((JSON.parse(stdout) as ScheduleJson).instalments).toHaveLength(24)
  })
})
