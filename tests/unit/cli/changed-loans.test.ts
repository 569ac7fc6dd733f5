import { describe, expect, it } from 'vitest'
import { run } from '../../../src/cli/run.ts'
import { fileWith } from './run-cli.ts'

/** 12,000 on 10 June 2025 in twelve equal instalments at 24 %, with what a test adds. */
const fileOf = (name: string, loan: object, payments: readonly object[] = []): string =>
  fileWith(
    `${name}.json`,
    JSON.stringify({
      format: 'respite-case',
      version: 1,
      jurisdiction: 'cn',
      currency: 'CNY',
      locale: 'zh-CN',
      creditors: [{ id: 'c1', name: '甲银行（虚构）', kind: 'bank', licensed: true }],
      loans: [
        {
          id: 'l1',
          creditor: 'c1',
          kind: 'instalment',
          disbursedOn: '2025-06-10',
          principal: '12000.00',
          received: '12000.00',
          method: 'equal-instalment',
          term: 12,
          dueDay: 10,
          firstDueOn: '2025-07-10',
          rate: { value: '0.24', per: 'year' },
          dayCount: '30/360',
          ...loan,
        },
      ],
      payments,
    }),
  )

const changed = () =>
  fileOf('changed', {
    rateChanges: [{ on: '2025-12-10', rate: { value: '0.12', per: 'year' } }],
    freezes: [{ from: '2025-07-20', until: '2025-07-29', stops: 'everything' }],
  })

interface Rows {
  readonly instalments: readonly Readonly<Record<string, string>>[]
  readonly totals: Readonly<Record<string, string>>
}

describe('schedule', () => {
  it('has the rows as rate changes and freezes leave them', async () => {
    const { stdout } = await run(['schedule', changed(), '--loan', 'l1', '--json'])
    const { instalments, totals } = JSON.parse(stdout) as Rows
    expect(instalments[0]).toMatchObject({ payment: '1134.72', interest: '240.00' })
    // 21 of 31 days of 222.11.
    expect(instalments[1]).toMatchObject({ dueOn: '2025-08-10', interest: '150.46' })
    expect(instalments[6]).toMatchObject({ payment: '1096.72', interest: '63.56' })
    expect(instalments.at(-1)).toMatchObject({ balance: '0.00' })
    expect(totals['principal']).toBe('12000.00')
  })

  it.each([
    ['zh-CN', '2025-12-10起年利率12.00%', '2025-07-20至2025-07-29停息'],
    ['en', 'From 2025-12-10 at 12.00% a year', 'Interest stopped from 2025-07-20 to 2025-07-29'],
  ])('says what changed them, in %s', async (locale, rate, freeze) => {
    const { stdout } = await run(['schedule', changed(), '--loan', 'l1', '--locale', locale])
    expect(stdout.split('\n').slice(1, 3)).toEqual([rate, freeze])
  })
})

interface Diagnosis {
  readonly loans: readonly Readonly<Record<string, unknown>>[]
  readonly findings: readonly Readonly<Record<string, string>>[]
}

const diagnosisOf = async (file: string, ...more: readonly string[]): Promise<Diagnosis> => {
  const { stdout } = await run(['diagnose', file, '--on', '2025-07-13', '--json', ...more])
  return JSON.parse(stdout) as Diagnosis
}

describe('diagnose', () => {
  it('lets grace days pass before anything is overdue', async () => {
    const [loan] = (await diagnosisOf(fileOf('grace', { graceDays: 3 }))).loans
    expect(loan).toMatchObject({ overdueDays: 0, stage: 'M0', arrears: '1134.72' })
  })

  it('is late again once a payment was taken back', async () => {
    const payment = {
      id: 'p1',
      loan: 'l1',
      on: '2025-07-10',
      amount: '1134.72',
      reversedOn: '2025-07-12',
    }
    const [loan] = (await diagnosisOf(fileOf('back', {}, [payment]))).loans
    expect(loan).toMatchObject({ overdueDays: 3, stage: 'M1', principalOutstanding: '12000.00' })
  })

  it('holds interest that was kept back against the rule that forbids it', async () => {
    const file = fileOf('kept', { received: '10000.00' })
    const { loans, findings } = await diagnosisOf(file, '--locale', 'en')
    expect(loans[0]).toMatchObject({
      principalOutstanding: '12000.00',
      takenInAdvance: { amount: '2000.00' },
    })
    const found = findings.find(({ rule }) => rule === 'cn.right.net-principal')
    expect(found).toMatchObject({ loan: 'l1', severity: 'warn' })
    expect(found?.['message']).toContain('¥2,000.00')
    expect(found?.['citation']).toContain('670')
    const { stdout } = await run(['diagnose', file, '--on', '2025-07-13'])
    expect(stdout).toContain('放款时少到手2,000.00元')
  })

  it('says nothing of it where a fee of the contract explains the difference', async () => {
    const fee = { label: '担保费', amount: '2000.00', when: 'upfront', kind: 'guarantee' }
    const { findings, loans } = await diagnosisOf(
      fileOf('fee', { received: '10000.00', fees: [fee] }),
    )
    expect(loans[0]).not.toHaveProperty('takenInAdvance')
    expect(findings.filter(({ rule }) => rule === 'cn.right.net-principal')).toEqual([])
  })
})
