import { truncateSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { run } from '../../../src/cli/run.ts'
import { fileWith, runCli } from './run-cli.ts'

const instalment = {
  method: 'instalment',
  received: '10000.00',
  payment: '893.33',
  count: 12,
  perYear: 12,
}
const irr = { method: 'irr', flows: ['-100.00', '230.00', '-132.00'] }

const fileOf = (value: unknown): string => fileWith('flows.json', JSON.stringify(value))

async function answerTo(value: unknown): Promise<unknown> {
  const { status, stdout, stderr } = await run(['rate', fileOf(value), '--json'])
  expect([status, stderr]).toEqual([0, ''])
  return JSON.parse(stdout)
}

async function refusalOf(file: string): Promise<readonly string[]> {
  const { status, stdout, stderr } = await run(['rate', file, '--json', '--locale', 'en'])
  expect([status, stdout]).toEqual([1, ''])
  return stderr.trimEnd().split('\n')
}

describe('rate', () => {
  it('answers one request with one document', async () => {
    expect(await answerTo(instalment)).toEqual({
      status: 'unique',
      rate: '0.0108612615568',
      nominalAnnual: '0.130335138682',
      effectiveAnnual: '0.138409850123',
      roots: ['0.0108612615568'],
      residual: expect.stringMatching(/^-?0\.0000000\d+$/) as string,
    })
  })

  it('answers a list with a list in the same order', async () => {
    expect(await answerTo([irr, instalment])).toMatchObject([
      { status: 'several', rate: '0.100000000000', nominalAnnual: null, effectiveAnnual: null },
      { status: 'unique' },
    ])
    expect(await answerTo([])).toEqual([])
  })

  it('counts dates by days of 365 and tells the effective rate', async () => {
    const flows = [
      { on: '2025-01-01', amount: '10000.00' },
      { on: '2026-01-01', amount: '-12400.00' },
    ]
    expect(await answerTo({ method: 'xirr', flows })).toMatchObject({
      rate: '0.240000000000',
      nominalAnnual: null,
      effectiveAnnual: '0.240000000000',
    })
  })

  it('tells the American rate by the year, with both ways to compound it', async () => {
    const request = {
      method: 'us-apr',
      unitPeriodsPerYear: 12,
      advances: [{ amount: '1000.00', full: 0, fraction: 0 }],
      payments: [{ amount: '1010.00', full: 1, fraction: 0 }],
    }
    expect(await answerTo(request)).toMatchObject({
      rate: '0.120000000000',
      nominalAnnual: '0.120000000000',
      effectiveAnnual: '0.126825030132',
      roots: ['0.120000000000'],
    })
  })

  it('has none for flows that have none, and says why', async () => {
    expect(await answerTo({ method: 'irr', flows: ['1.00', '2.00'] })).toEqual({
      status: 'none',
      rate: null,
      nominalAnnual: null,
      effectiveAnnual: null,
      roots: [],
      residual: '3.00000000000',
      reason: 'one-way',
    })
  })

  it('speaks to people in both languages', async () => {
    const file = fileOf([instalment, irr, { method: 'irr', flows: [] }])
    expect((await run(['rate', file])).stdout).toContain('年化利率（单利）：13.0335%')
    const { stdout } = await run(['rate', file, '--locale', 'en'])
    expect(stdout).toContain('effective annual rate: 13.8410%')
    expect(stdout).toContain('more than one rate balances these flows')
    expect(stdout).toContain('10.0000%, 20.0000%')
    expect(stdout).toContain('there is no such rate: no money moves')
  })

  it('runs as a process', () => {
    expect(runCli('rate', fileOf(instalment), '--json')).toMatchObject({ status: 0, stderr: '' })
    expect(runCli('rate').status).toBe(2)
    expect(runCli('rate', fileOf(instalment), '--loan', 'l1').status).toBe(2)
  })
})

describe('a file that is no request', () => {
  it.each([
    [3, ['$: must be object, is number']],
    [null, ['$: must be object, is null']],
    [{}, ['$.method: is required']],
    [{ method: 'guess' }, ['$.method: must be one of: irr, xirr, eu-apr, us-apr, instalment']],
    [{ method: 'toString' }, ['$.method: must be one of: irr, xirr, eu-apr, us-apr, instalment']],
    [{ method: 'irr' }, ['$.flows: is required']],
    [
      [irr, { method: 'irr', flows: ['1.00', 2, '1.001', '1e9', '99999999999999'] }],
      [
        '$[1].flows[1]: must be string, is number',
        '$[1].flows[2]: has too many decimals',
        '$[1].flows[3]: is not an amount (a decimal string such as "12000.00")',
        '$[1].flows[4]: is too large',
      ],
    ],
    [
      { method: 'xirr', flows: [{ on: '2025-02-29', amount: '1.00' }, { amount: '1.00' }] },
      ['$.flows[0].on: the calendar has no such day', '$.flows[1].on: is required'],
    ],
    [
      { method: 'eu-apr', flows: [{ t: -1, amount: '1.00' }] },
      ['$.flows[0].t: must be between 0 and 1000'],
    ],
    [
      { ...instalment, received: '-1.00', count: 1.5, perYear: 0 },
      [
        '$.received: must not be negative',
        '$.count: must be a whole number',
        '$.perYear: must be between 0.001 and 366',
      ],
    ],
  ])('%j names what is wrong with it', async (value, lines) => {
    expect(await refusalOf(fileOf(value))).toEqual(lines)
  })

  it('refuses a fraction of a whole unit-period', async () => {
    const flow = { amount: '1.00', full: 0, fraction: 1 }
    const request = { method: 'us-apr', unitPeriodsPerYear: 12, advances: [flow], payments: [] }
    expect((await refusalOf(fileOf(request)))[0]).toMatch(/^\$\.advances\[0\]\.fraction: must be/)
  })

  it('is refused in one line when it turns round too often to be solved', async () => {
    const flows = Array.from({ length: 400 }, (_, n) => (n % 2 === 0 ? '1.00' : '-1.00'))
    expect(await refusalOf(fileOf([irr, { method: 'irr', flows }]))).toEqual([
      '$[1]: the flows change direction too often to be solved in good time (> 100)',
    ])
  })

  it.each([
    ['is empty', ''],
    ['breaks off', '{"method":"irr","flows":["1.0'],
    ['is no JSON', 'method=irr'],
    ['is no text', new Uint8Array([0xff, 0xfe, 0x00])],
    ['nests too deep', `${'['.repeat(100)}${']'.repeat(100)}`],
    ['reaches a prototype', '{"__proto__":{"method":"irr"}}'],
    ['has too many flows', JSON.stringify({ method: 'irr', flows: new Array(6000).fill('1.00') })],
  ])('gets one line when it %s', async (_, content) => {
    expect(await refusalOf(fileWith('hostile.json', content))).toHaveLength(1)
  })

  it('gets one line when it is huge or not there', async () => {
    const huge = fileWith('huge.json', '')
    truncateSync(huge, 200 * 1024 * 1024)
    expect(await refusalOf(huge)).toEqual(['$: the file is larger than 64 MB and is not read'])
    expect(await refusalOf('no-such-file.json')).toEqual(['$: the file cannot be read'])
  })
})
