import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fileStem } from '../../../src/cli/letters/file-stem.ts'
import { run } from '../../../src/cli/run.ts'
import { fileWith, folderPath } from './run-cli.ts'

const sample = 'resources/samples/cn-sample.zh-CN.json'
const minimal = 'tests/fixtures/cases/minimal.json'
const out = (name: string): string => join(folderPath(), name)

const proposals = ['l1', 'l2', 'l3', 'l4'].flatMap((loan) => [
  `hardship-proposal-${loan}.zh-CN.html`,
  `hardship-proposal-${loan}.zh-CN.md`,
])
/** What the household of the sample can send on that day, besides the proposals. */
const others = [
  'card-instalment-application-l1',
  'statement-of-means',
  'schedule-of-creditors',
  'lawyer-letter-reply-l4',
  'settlement-offer-l4',
  'counter-offer-l4',
  'waiver-request-l3',
  'contract-and-ledger-request-l5',
  'credit-record-dispute-l1',
  'consent-withdrawal-c3',
]

describe('letters', () => {
  it('writes Markdown and a page for every creditor that is asked, and lists them', async () => {
    const folder = out('new/deep')
    const { status, stdout } = await run(['letters', sample, '--out', folder, '--json'])
    expect(status).toBe(0)
    const written = readdirSync(folder).sort()
    expect(written).toEqual(expect.arrayContaining(proposals))
    expect(written).toEqual(
      expect.arrayContaining(others.flatMap((stem) => [`${stem}.zh-CN.html`, `${stem}.zh-CN.md`])),
    )
    // Nothing is settled or agreed, and a card's instalments are for a bank's card alone.
    for (const name of written)
      expect(name).not.toMatch(/thanks|certificate|agreement|card-instalment-application-l[2-5]/)
    const { files } = JSON.parse(stdout) as { files: string[] }
    expect([...files].sort()).toEqual(written.map((name) => join(folder, name)))
  })

  it('warns of what sending one means, on the terminal and not in the letter', async () => {
    const { stdout } = await run(['letters', sample, '--out', out('warned')])
    expect(stdout).toContain('诉讼时效')
    const letter = readFileSync(join(out('warned'), 'hardship-proposal-l1.zh-CN.md'), 'utf8')
    expect(letter).not.toContain('诉讼时效')
  })

  it('has the figures of the proposal in it', async () => {
    await run(['letters', sample, '--out', out('figures'), '--kind', 'hardship-proposal'])
    const { stdout } = await run(['propose', sample, '--json'])
    const set = JSON.parse(stdout) as {
      recommended: string
      proposals: { id: string; perLoan: { loan: string; totalPaid: string }[] }[]
    }
    const part = set.proposals
      .find(({ id }) => id === set.recommended)
      ?.perLoan.find(({ loan }) => loan === 'l4')
    const letter = readFileSync(join(out('figures'), 'hardship-proposal-l4.zh-CN.md'), 'utf8')
    expect(letter.replaceAll(',', '')).toContain(`| 还款总额 | ${part?.totalPaid ?? ''}元 |`)
  })

  it('makes a page that stands alone, in the language asked for', async () => {
    await run(['letters', sample, '--out', out('en'), '--locale', 'en'])
    const page = readFileSync(join(out('en'), 'hardship-proposal-l1.en.html'), 'utf8')
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/)
    expect(page).toContain('<meta charset="utf-8">')
    expect(page).toContain('<div class="signature">')
    expect(page.trimEnd().endsWith('</html>')).toBe(true)
    expect(page).not.toMatch(/<script|<link|src=|href=|style="/)
  })

  it('writes over its own letters of before', async () => {
    const folder = out('again')
    await run(['letters', sample, '--out', folder])
    writeFileSync(join(folder, 'hardship-proposal-l1.zh-CN.md'), 'old')
    await run(['letters', sample, '--out', folder])
    expect(readFileSync(join(folder, 'hardship-proposal-l1.zh-CN.md'), 'utf8')).not.toBe('old')
  })

  it('writes one kind alone where it is asked for', async () => {
    const folder = out('one')
    await run(['letters', sample, '--out', folder, '--kind', 'hardship-proposal'])
    expect(readdirSync(folder).sort()).toEqual(proposals)
  })

  it('says so where no letter applies', async () => {
    const options = ['--out', out('none'), '--on', '2026-11-24', '--kind', 'police-report']
    const done = await run(['letters', minimal, ...options, '--json'])
    expect(done.status).toBe(0)
    expect(JSON.parse(done.stdout)).toEqual({ files: [], before: [] })
  })

  it('does not write over a file that has the name of the folder', async () => {
    const file = fileWith('taken', 'mine')
    const { status, stderr } = await run(['letters', sample, '--out', file])
    expect(status).toBe(2)
    expect(stderr).toMatch(/^respite: --out names something that is not a folder\n/)
    expect(readFileSync(file, 'utf8')).toBe('mine')
  })

  it('says one line when a letter cannot be written', async () => {
    mkdirSync(join(out('blocked'), 'hardship-proposal-l1.zh-CN.md'), { recursive: true })
    const { status, stderr } = await run(['letters', sample, '--out', out('blocked')])
    expect(status).toBe(1)
    expect(stderr).toMatch(/^respite: [^\n]+\n$/)
  })

  it.each([
    ['no folder', []],
    ['an empty name', ['--out=']],
    ['a letter there is not', ['--out', 'nowhere', '--kind', 'love-letter']],
  ])('with %s ends with 2 and writes nothing', async (_, options) => {
    const { status, stdout } = await run(['letters', sample, ...options])
    expect([status, stdout]).toEqual([2, ''])
    expect(existsSync('nowhere')).toBe(false)
  })
})

describe('the name of a file', () => {
  it.each([
    ['letter-l1', 'letter-l1'],
    ['letter-../../etc/passwd', 'letter-_etc_passwd'],
    ['letter-借款 1', 'letter-借款_1'],
    ['letter-a\u0000b\nc', 'letter-a_b_c'],
    ['letter-C:\\x', 'letter-C_x'],
  ])('of %j is %s', (id, name) => {
    expect(fileStem(id, new Set())).toBe(name)
  })

  it('is short, and its own', () => {
    expect(fileStem('x'.repeat(1000), new Set()).length).toBeLessThan(100)
    expect(fileStem('letter-a/b', new Set(['letter-A_B', 'letter-a_b-2']))).toBe('letter-a_b-3')
  })
})
