import { describe, expect, it } from 'vitest'
import { UsageError, type CaseContext, type Command } from '../../../src/cli/command.ts'
import { run } from '../../../src/cli/run.ts'
import { fileWith } from './run-cli.ts'

const minimal = 'tests/fixtures/cases/minimal.json'
const dated = 'tests/fixtures/cases/version-1.json'

/** Runs a command that does what the test says. */
function runCommand(work: Command['run'], ...args: readonly string[]) {
  const probe: Command = {
    takes: 'case',
    name: 'probe',
    usage: '--loan ID',
    options: { loan: { type: 'string' } },
    run: work,
  }
  return run(['probe', ...args], new Map([['probe', () => Promise.resolve(probe)]]))
}

const seen = ({ on, locale, options, facts }: CaseContext) => ({
  text: 'text',
  json: { on, locale, loan: options['loan'] ?? null, loans: facts.loans.length },
})

async function jsonOf(...args: readonly string[]): Promise<unknown> {
  const { stdout } = await runCommand(seen, ...args, '--json')
  return JSON.parse(stdout)
}

describe('a command on a case', () => {
  it('gets the case, the day and its own options', async () => {
    expect(await jsonOf(dated, '--loan', 'l1')).toEqual({
      on: '2026-11-23',
      locale: 'zh-CN',
      loan: 'l1',
      loans: 2,
    })
  })

  it('has the day of --on before that of the case, and today without either', async () => {
    expect(await jsonOf(dated, '--on', '2027-01-31')).toMatchObject({ on: '2027-01-31' })
    const now = new Date()
    const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map((part) => String(part).padStart(2, '0'))
      .join('-')
    expect(await jsonOf(minimal)).toMatchObject({ on: today })
  })

  it('prints its text, or with --json one document and nothing else', async () => {
    expect(await runCommand(seen, minimal)).toEqual({ status: 0, stdout: 'text\n', stderr: '' })
    const { stderr, status } = await runCommand(seen, dated, '--json', '--locale', 'en')
    expect([status, stderr]).toEqual([0, ''])
  })

  it('is never run on an invalid case: its problems go to stderr and nothing to stdout', async () => {
    const broken = fileWith('c.json', '{"format":"respite-case","version":1,"loans":[{"term":0}]}')
    const { status, stdout, stderr } = await runCommand(
      () => {
        throw new Error('it ran')
      },
      broken,
      '--json',
    )
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toContain('$.loans[0].term: ')
    expect(
      stderr
        .trim()
        .split('\n')
        .every((line) => line.startsWith('$.loans[0].')),
    ).toBe(true)
  })

  it('that calls its options wrong ends with 2', async () => {
    const { status, stderr } = await runCommand(() => {
      throw new UsageError('no such loan')
    }, minimal)
    expect(status).toBe(2)
    expect(stderr).toMatch(/^respite: no such loan\n/)
  })

  it('that fails says so in one line, without a stack trace', async () => {
    const done = await runCommand(() => {
      throw new Error('planted\n    at somewhere')
    }, minimal)
    expect(done).toEqual({ status: 1, stdout: '', stderr: 'respite: planted\n' })
  })
})
