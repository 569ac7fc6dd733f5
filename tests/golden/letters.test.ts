import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '../../src/domain/case/index.ts'
import type { LetterContext } from '../../src/domain/document/index.ts'
import { formatYuan, type Fen } from '../../src/domain/kernel/index.ts'
import { markdownToHtml, renderLetter } from '../../src/packs/index.ts'
import { LETTER_CONTEXTS } from '../support/letter-contexts.ts'
import { shippedPack } from '../support/pack-files.ts'

const pack = shippedPack()

/** Every letter × fixture × language. */
const cases = pack.letters.flatMap(({ id }) =>
  Object.entries(LETTER_CONTEXTS).flatMap(([name, build]) =>
    LOCALES.map((locale) => ({ id, name, locale, context: build(locale) })),
  ),
)

// UPDATE_GOLDEN=1 writes the files anew; the difference is then read like any other change.
const isUpdating = process.env['UPDATE_GOLDEN'] === '1'

describe.each(cases)('$id over $name in $locale', ({ id, name, locale, context }) => {
  const markdown = renderLetter(pack, id, context)

  it('reads as the reviewed text', () => {
    const path = `tests/golden/letters/${id}-${name}.${locale}.md`
    if (isUpdating) {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, markdown)
    }
    expect(markdown).toBe(readFileSync(path, 'utf8'))
  })

  it('leaves no gap, no markup of the template and no markup of Markdown', () => {
    expect(markdown).not.toMatch(/undefined|null|NaN|\[object|\{\{|\}\}|\{%|%\}/)
    const shown = markdownToHtml(markdown).replace(/<[^>]+>/g, '')
    expect(shown).not.toMatch(/\*\*|:::|\\|\| ---/)
  })

  it('keeps to one table row a line and no blank line in a table', () => {
    const html = markdownToHtml(markdown)
    expect(html.match(/<table>/g)).toHaveLength(context.shares.length > 1 ? 5 : 4)
    expect(html.replace(/<table>[\s\S]*?<\/table>/g, '')).not.toContain('|')
  })

  it('names every figure of the context to the fen', () => {
    const written = amountsIn(markdown)
    for (const amount of figuresOf(context)) expect(written).toContain(formatYuan(amount))
  })

  it('adds no figure of its own but totals and differences', () => {
    const known = new Set([...figuresOf(context), ...sumsOf(context)].map(formatYuan))
    for (const amount of amountsIn(markdown)) expect(known).toContain(amount)
  })
})

describe('a letter', () => {
  it('never names another creditor', () => {
    for (const { id, context } of cases) {
      const markdown = renderLetter(pack, id, context)
      const others = context.shares.filter(({ isAddressee }) => !isAddressee)
      for (const { creditor } of others) expect(markdown).not.toContain(creditor)
    }
  })
})

const amountsIn = (text: string): string[] =>
  [...text.matchAll(/-?\d{1,3}(?:,\d{3})*\.\d{2}(?!\d)/g)].map(([found]) =>
    found.replaceAll(',', ''),
  )

const figuresOf = ({ account, offer, means, shares }: LetterContext): readonly Fen[] => [
  account.owedNow,
  account.arrears,
  account.principal,
  account.interest,
  account.penalty,
  account.fees,
  offer.total,
  ...offer.payments.map(({ amount }) => amount),
  means.monthlyIncome,
  means.monthlyEssential,
  means.monthlyOther,
  means.cushion,
  means.affordable,
  ...(shares.length > 1 ? shares.flatMap((share) => [share.owedNow, share.instalment]) : []),
]

function sumsOf({ account, offer, shares }: LetterContext): readonly Fen[] {
  const sum = (amounts: readonly Fen[]): Fen => amounts.reduce((a, b) => a + b, 0) as Fen
  return [
    sum(shares.map(({ owedNow }) => owedNow)),
    sum(shares.map(({ instalment }) => instalment)),
    Math.abs(offer.total - account.owedNow) as Fen,
  ]
}
