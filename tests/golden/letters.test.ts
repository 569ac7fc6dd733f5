import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LOCALES, type Locale } from '../../src/domain/case/index.ts'
import { letterObstacles, type LetterContext } from '../../src/domain/document/index.ts'
import { fen, formatYuan, type Fen } from '../../src/domain/kernel/index.ts'
import { markdownToHtml, renderLetter, type LetterTemplate } from '../../src/packs/index.ts'
import { capitalsToFen } from '../support/capital-digits.ts'
import { LETTER_CASES, lettersOfCase, proposalOf } from '../support/letter-cases.ts'
import { LETTER_CONTEXTS } from '../support/letter-contexts.ts'
import { shippedPack } from '../support/pack-files.ts'

const pack = shippedPack()

// UPDATE_GOLDEN=1 writes the files anew; the difference is then read like any other change.
const isUpdating = process.env['UPDATE_GOLDEN'] === '1'

function expectGolden(name: string, markdown: string): void {
  const path = `tests/golden/letters/${name}.md`
  if (isUpdating) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, markdown)
  }
  expect(markdown).toBe(readFileSync(path, 'utf8'))
}

/** The letter of a kind that the rich case has. */
function richLetter(letter: LetterTemplate, locale: Locale): LetterContext {
  const facts = LETTER_CASES['rich']
  const found =
    facts &&
    lettersOfCase(facts, letter, { locale }).find(
      ({ context }) => letterObstacles(letter, context).length === 0,
    )
  if (!found) throw new Error(`${letter.id} does not apply to the rich case`)
  return found.context
}

describe.each(pack.letters)('$id', (letter) => {
  it.each(LOCALES)('reads as the reviewed text in %s', (locale) => {
    const context = richLetter(letter, locale)
    expectGolden(`${letter.id}.${locale}`, renderLetter(pack, letter.id, context))
  })
})

describe.each(Object.keys(LETTER_CONTEXTS))('the proposal over %s', (name) => {
  it.each(LOCALES)('reads as the reviewed text in %s', (locale) => {
    const context = LETTER_CONTEXTS[name]?.(locale)
    if (context === undefined) throw new Error(name)
    const id = 'hardship-proposal'
    expectGolden(`${id}-${name}.${locale}`, renderLetter(pack, id, context))
  })
})

/** Every letter × case × loan or creditor × language, whether it applies or not. */
const everything = Object.entries(LETTER_CASES).flatMap(([name, facts]) =>
  LOCALES.map((locale) => ({ name, facts, locale })),
)

describe.each(everything)('all letters over $name in $locale', ({ facts, locale }) => {
  const written = pack.letters.flatMap((letter) =>
    lettersOfCase(facts, letter, { locale }).map(({ context }) => ({
      id: letter.id,
      context,
      applies: letterObstacles(letter, context).length === 0,
      markdown: renderLetter(pack, letter.id, context),
    })),
  )

  it('leave no gap and no markup of the template', () => {
    const gaps = /undefined|null|NaN|\[object|\{\{|\}\}|\{%|%\}/
    expect(written.filter(({ markdown }) => gaps.test(markdown)).map(({ id }) => id)).toEqual([])
  })

  it('leave no markup of Markdown once they are set', () => {
    const isLeft = (markdown: string): boolean => {
      const html = markdownToHtml(markdown)
      return (
        /\*\*|:::|\| ---|^#/m.test(html.replace(/<[^>]+>/g, '')) ||
        html.replace(/<table>[\s\S]*?<\/table>/g, '').includes('|') ||
        html.match(/<h1>/g)?.length !== 1
      )
    }
    expect(written.filter(({ markdown }) => isLeft(markdown)).map(({ id }) => id)).toEqual([])
  })

  it('name no other creditor', () => {
    const others = (context: LetterContext) =>
      facts.creditors.filter(
        ({ id, name, onBehalfOf }) =>
          name !== '' &&
          id !== context.creditor?.id &&
          onBehalfOf !== context.creditor?.id &&
          context.creditor !== null,
      )
    for (const { markdown, context } of written)
      for (const { name } of others(context)) expect(markdown).not.toContain(name)
  })

  it('have the figures of the proposal, to the fen', () => {
    const proposal = proposalOf(facts)
    const offering = written.filter(({ id, applies }) => applies && OFFERING.includes(id))
    for (const { context, markdown } of offering) {
      const part = proposal?.perLoan.find(({ loan }) => loan === context.loan?.id)
      const figures = [
        part?.totalPaid ?? fen(-1),
        ...(part?.payments ?? []).map(({ amount }) => amount),
      ]
      expect(amountsIn(markdown)).toEqual(expect.arrayContaining(figures.map(formatYuan)))
    }
  })

  it('have no figure that is not in the case, the account or the proposal', () => {
    for (const { id, context, markdown } of written) {
      const known = new Set(figuresOf(context).map(formatYuan))
      const foreign = amountsIn(markdown).filter((amount) => !known.has(amount))
      expect({ id, foreign }).toEqual({ id, foreign: [] })
    }
  })

  it('write the same amount in capitals', () => {
    for (const { markdown } of written) {
      const pairs = [...markdown.matchAll(/([\d,]+\.\d{2})元（人民币([^）]+)）/g)]
      for (const [, digits = '', capitals = ''] of pairs)
        expect(capitalsToFen(capitals)).toBe(Math.round(Number(digits.replaceAll(',', '')) * 100))
    }
  })
})

/** Letters that put a proposal's instalments to a creditor. */
const OFFERING: readonly string[] = ['hardship-proposal', 'card-instalment-application']

const amountsIn = (text: string): string[] =>
  [...text.matchAll(/-?\d{1,3}(?:,\d{3})*\.\d{2}(?![\d%])/g)].map(([found]) =>
    found.replaceAll(',', ''),
  )

/** Every amount a letter may write: those of the context, and the totals and differences it shows. */
const figuresOf = (context: LetterContext): readonly Fen[] => [
  ...loanFigures(context),
  ...agreementFigures(context),
  ...amountsOf(context.means),
  ...[...context.budget.incomes, ...context.budget.expenses].map(({ monthly }) => monthly),
  ...columns(context.shares, ['owedNow', 'instalment']),
  ...columns(context.debts, ['owedNow', 'principal', 'monthly', 'arrears']),
  ...summaryFigures(context),
]

const summaryFigures = ({ summary, debts }: LetterContext): readonly Fen[] => {
  const owed = debts.reduce((sum, { owedNow }) => sum + owedNow, 0)
  return [
    ...amountsOf(summary),
    ...amountsOf(summary && { more: Math.abs(summary.total - owed) }),
    ...debts.flatMap(({ part }) => [...amountsOf(part), part?.payments[0]?.amount ?? fen(0)]),
  ]
}

const loanFigures = ({ loan, account, offer, cost }: LetterContext): readonly Fen[] => [
  ...amountsOf(loan && { principal: loan.principal, received: loan.received }),
  ...amountsOf(cost && { excess: cost.excess }),
  ...amountsOf(account),
  ...amountsOf(account && { charges: account.penalty + account.fees }),
  ...amountsOf(offer),
  ...amountsOf(offer && account && { more: Math.abs(offer.total - account.owedNow) }),
  ...(offer?.payments ?? []).map(({ amount }) => amount),
]

const agreementFigures = ({ agreement, settlement, theirOffer }: LetterContext): readonly Fen[] => [
  ...amountsOf(settlement),
  ...amountsOf(theirOffer),
  ...amountsOf(agreement),
  ...[...(agreement?.instalments ?? []), ...(agreement?.fees ?? [])].map(({ amount }) => amount),
]

/** The amounts of a table's columns, and their sums. */
const columns = <Row extends object>(
  rows: readonly Row[],
  names: readonly (keyof Row)[],
): readonly Fen[] =>
  names.flatMap((name) => {
    const column = rows.map((row) => fen(Number(row[name] ?? 0)))
    return [...column, fen(column.reduce((a, b) => a + b, 0))]
  })

const amountsOf = (part: object | null): readonly Fen[] =>
  Object.values(part ?? {}).filter((value): value is Fen => Number.isSafeInteger(value))
