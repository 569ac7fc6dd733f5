import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { run } from '../../../src/cli/run.ts'
import { fileWith, folderPath, runCli } from './run-cli.ts'

const sample = 'resources/samples/cn-sample.zh-CN.json'
const out = (name: string): string => join(folderPath(), name)

/** The sample case with its loans and creditors under other ids and names. */
function renamed(from: string, to: string): string {
  const text = readFileSync(sample, 'utf8')
  return fileWith('renamed.json', text.replaceAll(`"${from}"`, JSON.stringify(to)))
}

describe('scripts', () => {
  it('writes each script that applies, for the loan it is about, and lists them', async () => {
    const folder = out('new/deep')
    const { status, stdout } = await run(['scripts', sample, '--out', folder, '--json'])
    expect(status).toBe(0)
    const written = readdirSync(folder).sort()
    expect(written).toContain('hotline-proactive-l1.zh-CN.md')
    expect(written).toContain('collector-aggressive-l4.zh-CN.md')
    expect(written).not.toContain('hotline-proactive-l5.zh-CN.md')
    const { files } = JSON.parse(stdout) as { files: string[] }
    expect([...files].sort()).toEqual(written.map((name) => join(folder, name)))
  })

  it('speaks of the recommended proposal to the fen, in the language asked for', async () => {
    await run(['scripts', sample, '--out', out('figures'), '--locale', 'en'])
    const { stdout } = await run(['propose', sample, '--json'])
    const set = JSON.parse(stdout) as {
      recommended: string
      proposals: { id: string; perLoan: { loan: string; payments: { amount: string }[] }[] }[]
    }
    const part = set.proposals
      .find(({ id }) => id === set.recommended)
      ?.perLoan.find(({ loan }) => loan === 'l1')
    const script = readFileSync(join(out('figures'), 'hotline-proactive-l1.en.md'), 'utf8')
    const amount = part?.payments[0]?.amount.replace(/\.00$/, '') ?? ''
    expect(script.replaceAll(',', '')).toContain(`What I can do is pay ¥${amount} on`)
  })

  it('writes only the kind that is asked for', async () => {
    await run(['scripts', sample, '--out', out('one'), '--kind', 'home-visit'])
    expect(readdirSync(out('one'))).toEqual(['home-visit-l4.zh-CN.md'])
  })

  it('says so where no script applies', async () => {
    const empty = {
      ...(JSON.parse(readFileSync(sample, 'utf8')) as object),
      loans: [],
      payments: [],
      contacts: [],
      plan: null,
    }
    const file = fileWith('no-loans.json', JSON.stringify(empty))
    const done = await run(['scripts', file, '--out', out('none'), '--json'])
    expect([done.status, JSON.parse(done.stdout)]).toEqual([0, { files: [] }])
    expect((await run(['scripts', file, '--out', out('none')])).stdout).toContain('没有适用的话术')
  })

  it('writes over its own files of before, the same each time', async () => {
    const folder = out('again')
    const path = join(folder, 'home-visit-l4.zh-CN.md')
    await run(['scripts', sample, '--out', folder, '--kind', 'home-visit'])
    const first = readFileSync(path, 'utf8')
    writeFileSync(path, 'old')
    await run(['scripts', sample, '--out', folder, '--kind', 'home-visit'])
    expect(readFileSync(path, 'utf8')).toBe(first)
  })

  it('keeps an id that reaches elsewhere in its folder', async () => {
    const folder = out('inside')
    await run(['scripts', renamed('l1', '../../../evil'), '--out', folder])
    expect(readdirSync(folder)).toContain('hotline-proactive-_evil.zh-CN.md')
    expect(existsSync(join(folder, '../../../evil.zh-CN.md'))).toBe(false)
  })

  it('shows a name that is a template or markup as text', async () => {
    const folder = out('names')
    await run(['scripts', renamed('甲银行（虚构）', '{{ owed }}<b>[x](y)'), '--out', folder])
    const script = readFileSync(join(folder, 'hotline-proactive-l1.zh-CN.md'), 'utf8')
    expect(script).toContain('\\{\\{ owed \\}\\}\\<b\\>\\[x\\](y)客服')
  })

  it('does not write over a file that has the name of the folder', async () => {
    const file = fileWith('taken', 'mine')
    const { status, stderr } = await run(['scripts', sample, '--out', file])
    expect(status).toBe(2)
    expect(stderr).toMatch(/^respite: --out names something that is not a folder\n/)
    expect(readFileSync(file, 'utf8')).toBe('mine')
  })

  it('says one line when a script cannot be written', async () => {
    mkdirSync(join(out('blocked'), 'hotline-proactive-l1.zh-CN.md'), { recursive: true })
    const { status, stderr } = await run(['scripts', sample, '--out', out('blocked')])
    expect(status).toBe(1)
    expect(stderr).toMatch(/^respite: [^\n]+\n$/)
  })

  it.each([
    ['no folder', []],
    ['an empty name', ['--out=']],
    ['a script there is not', ['--out', 'nowhere', '--kind', 'small-talk']],
    ['an unknown language', ['--out', 'nowhere', '--locale', 'fr']],
  ])('with %s ends with 2 and writes nothing', async (_, options) => {
    const { status, stdout } = await run(['scripts', sample, ...options])
    expect([status, stdout]).toEqual([2, ''])
    expect(existsSync('nowhere')).toBe(false)
  })

  it.each([
    ['empty', ''],
    ['cut off', '{"format": "respite-case", "version"'],
    ['no case', '[]'],
  ])(
    'with a file that is %s ends with 1, one line a problem and no file',
    async (name, content) => {
      const folder = out(`refused-${name}`)
      const { status, stdout, stderr } = await run([
        'scripts',
        fileWith('bad.json', content),
        '--out',
        folder,
      ])
      expect([status, stdout]).toEqual([1, ''])
      expect(stderr).not.toMatch(/\n\s+at /)
      expect(existsSync(folder)).toBe(false)
    },
  )

  it('runs as a process of its own', () => {
    const done = runCli('scripts', sample, '--out', out('process'), '--kind', 'text-reply')
    expect([done.status, done.stderr]).toEqual([0, ''])
    expect(done.stdout).toContain('text-reply-l4.zh-CN.md')
  })
})
