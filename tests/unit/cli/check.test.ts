import { truncateSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { run } from '../../../src/cli/run.ts'
import { fileWith, folderPath, runCli } from './run-cli.ts'

const valid = 'tests/fixtures/cases/version-1.json'
const minimal = 'tests/fixtures/cases/minimal.json'
const broken = () =>
  fileWith('broken.json', '{"format":"respite-case","version":1,"asOf":"2026-02-30","loans":[{}]}')

describe('the program as a process', () => {
  it('ends with 0 for a valid file', () => {
    const done = runCli('check', minimal, '--json')
    expect({ ...done, stdout: JSON.parse(done.stdout) as unknown }).toEqual({
      status: 0,
      stdout: { valid: true, problems: [], warnings: [] },
      stderr: '',
    })
  })

  it('ends with 1 for an invalid file, its problems on stderr', () => {
    const { status, stdout, stderr } = runCli('check', broken())
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toContain('$.asOf: ')
    expect(stderr).toContain('$.loans[0].principal: ')
  })

  it('ends with 2 for wrong usage', () => {
    const { status, stdout, stderr } = runCli('check')
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain('usage: ')
  })
})

describe('check', () => {
  it('prints one JSON document about an invalid file, and ends with 1 all the same', async () => {
    const { status, stdout } = await run(['check', broken(), '--json', '--locale', 'en'])
    expect(status).toBe(1)
    const report = JSON.parse(stdout) as { valid: boolean; problems: unknown[] }
    expect(report.valid).toBe(false)
    expect(report.problems).toContainEqual({
      path: '$.asOf',
      code: 'no-such-day',
      message: 'the calendar has no such day',
    })
  })

  it('does not fail for warnings, and names them', async () => {
    const { status, stdout, stderr } = await run(['check', valid, '--locale', 'en'])
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toContain('warning $.loans[0].collateral: unknown field, kept as it is\n')
  })

  it("speaks the case's language unless told otherwise", async () => {
    expect((await run(['check', minimal])).stdout).toBe('文件有效\n')
    expect((await run(['check', minimal, '--locale', 'en'])).stdout).toBe(
      'the case file is valid\n',
    )
  })

  it.each([
    ['0 bytes', ''],
    ['half a file', '{"format":"respite-case","ver'],
    ['no JSON', '<html>'],
    ['no UTF-8', Uint8Array.of(0xff, 0xfe, 0x00)],
    ['a nest', '['.repeat(1_000_000)],
  ])('says one line about a file of %s', async (_, content) => {
    const { status, stdout, stderr } = await run(['check', fileWith('bad.json', content)])
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^\$: [^\n]+\n$/)
  })

  it('refuses 200 MB by their size, at once', async () => {
    const path = fileWith('huge.json', '')
    truncateSync(path, 200 * 1024 * 1024)
    const started = performance.now()
    const { status, stderr } = await run(['check', path])
    expect(performance.now() - started).toBeLessThan(500)
    expect([status, stderr.split('\n').length]).toEqual([1, 2])
  })

  it.each([
    ['a folder', folderPath],
    ['a file that is not there', () => `${folderPath()}/nothing.json`],
    ['a device', () => '/dev/zero'],
  ])('says one line about %s', async (_, path) => {
    const { status, stdout, stderr } = await run(['check', path()])
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^\$: [^\n]+\n$/)
  })
})

describe('a wrong command line', () => {
  it.each([
    ['no command', []],
    ['an unknown command', ['chek', minimal]],
    ['a name of the language itself', ['constructor', minimal]],
    ['no file', ['check', '--json']],
    ['two files', ['check', minimal, minimal]],
    ['an unknown option', ['check', minimal, '--colour']],
    ['a day that is none', ['check', minimal, '--on', '2026-02-30']],
    ['an option without its value', ['check', minimal, '--on']],
    ['an unknown language', ['check', minimal, '--locale', 'fr']],
  ])('with %s ends with 2', async (_, args) => {
    const { status, stdout, stderr } = await run(args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^respite: .+\nusage: .+\n$/)
  })
})
