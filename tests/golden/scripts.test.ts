import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '../../src/domain/case/index.ts'
import type { ScriptContext } from '../../src/domain/document/index.ts'
import { cheatSheet, renderScript, scriptMarkdown } from '../../src/packs/index.ts'
import { day, yuan } from '../support/builders.ts'
import { shippedPack } from '../support/pack-files.ts'
import { contextFor, SCRIPT_CASES } from '../support/script-cases.ts'

const pack = shippedPack()

/** A call of one's own, the hardest call, and one that the log leads to. */
const read = [
  { name: 'sample', situation: 'hotline-proactive', loan: 'l1' },
  { name: 'bare', situation: 'collector-aggressive', loan: 'l1' },
  { name: 'card', situation: 'court-papers', loan: 'l1' },
] as const

/** Fixed, so that these files change with the words alone and not with how a figure is worked out. */
const figures = {
  account: {
    owedNow: yuan(15_466.28),
    arrears: yuan(6821),
    charges: yuan(312.5),
    overdueDays: 96,
  },
  bounds: { planned: yuan(742.85), affordable: yuan(2533.8), lumpSum: yuan(1600) },
  offer: {
    amount: yuan(742.85),
    firstOn: day('2026-12-12'),
    count: 36,
    total: yuan(26_742.6),
    isLevel: true,
    interestTo: null,
  },
} satisfies Partial<ScriptContext>

const cases = read.flatMap((each) => LOCALES.map((locale) => ({ ...each, locale })))

// UPDATE_GOLDEN=1 writes the files anew; the difference is then read like any other change.
const isUpdating = process.env['UPDATE_GOLDEN'] === '1'

function expectGolden(path: string, markdown: string): void {
  if (isUpdating) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, markdown)
  }
  expect(markdown).toBe(readFileSync(path, 'utf8'))
}

describe.each(cases)('$situation over $name in $locale', ({ name, situation, loan, locale }) => {
  const context = contextFor(pack, SCRIPT_CASES[name]!(locale), { loan, locale })
  const script = renderScript(pack, situation, { ...context, ...figures, isAboveLimit: true })

  it('reads as the reviewed text', () => {
    expectGolden(`tests/golden/scripts/${situation}-${name}.${locale}.md`, scriptMarkdown(script))
  })

  it('has the reviewed sheet to keep at hand', () => {
    const sheet = cheatSheet(script, 'firm')
    expectGolden(`tests/golden/scripts/${situation}-${name}-sheet.${locale}.md`, sheet)
  })
})
