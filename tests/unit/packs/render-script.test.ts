import { describe, expect, it } from 'vitest'
import { LOCALES } from '../../../src/domain/case/index.ts'
import { SCRIPT_SITUATIONS } from '../../../src/domain/document/index.ts'
import {
  cheatSheet,
  markdownToHtml,
  renderScript,
  scriptMarkdown,
  type RenderedScript,
} from '../../../src/packs/index.ts'
import { shippedPack } from '../../support/pack-files.ts'
import { contextFor, everyScript, SCRIPT_CASES } from '../../support/script-cases.ts'

const pack = shippedPack()

function scriptsOf(
  name: string,
  situation: (typeof SCRIPT_SITUATIONS)[number],
  locale: 'zh-CN' | 'en',
) {
  const facts = SCRIPT_CASES[name]!(locale)
  return facts.loans.map(({ id }) => {
    const context = contextFor(pack, facts, { loan: id, locale })
    return { context, script: renderScript(pack, situation, context) }
  })
}

/** What the script itself says or advises: neither the other side's words nor what it warns of. */
const ownWords = ({ nodes, when, prepare }: RenderedScript): string =>
  [
    when,
    ...prepare,
    ...nodes.flatMap((node) =>
      'answers' in node
        ? [
            node.why,
            ...node.answers.flatMap((answer) =>
              answer.trap ? [answer.then] : [answer.calm, answer.firm, answer.then],
            ),
          ]
        : [node.after],
    ),
  ].join('\n')

const GAPS = /undefined|\bnull\b|NaN|\[object|\{\{|\}\}|\{%|%\}/

describe.each(everyScript.filter(({ name }) => name !== 'hostile'))(
  '$situation over $name in $locale',
  ({ name, situation, locale }) => {
    it('has no gap, on the screen, on paper and as a file', () => {
      for (const { script } of scriptsOf(name, situation, locale)) {
        expect(
          JSON.stringify(script.nodes.map(({ ...node }) => ({ ...node, rules: [] }))),
        ).not.toMatch(GAPS)
        for (const markdown of [scriptMarkdown(script), cheatSheet(script, 'calm')]) {
          expect(markdown).not.toMatch(GAPS)
          const shown = markdownToHtml(markdown).replace(/<[^>]+>/g, '')
          expect(shown).not.toMatch(/\*\*|:::|\\|\| ---/)
        }
      }
    })

    it('promises no more than what is affordable', () => {
      for (const { script, context } of scriptsOf(name, situation, locale)) {
        const { bounds, account, counter, settlement } = context
        const known = [account.owedNow, account.arrears, counter, settlement, bounds.lumpSum]
        const most = Math.max(bounds.affordable, bounds.planned ?? 0)
        const beyond = amountsIn(ownWords(script)).filter(
          (amount) => amount > most && !known.some((other) => other === amount),
        )
        expect(beyond).toEqual([])
      }
    })
  },
)

/** Amounts as scripts write them, in fen. */
const amountsIn = (text: string): number[] =>
  [...text.matchAll(/¥([\d,]+(?:\.\d{2})?)|([\d,]+(?:\.\d{2})?)元/g)].map(([, english, chinese]) =>
    Math.round(Number((english ?? chinese ?? '').replaceAll(',', '')) * 100),
  )

/** Threats, certainties nobody has, and advice that harms. */
const FORBIDDEN = {
  'zh-CN':
    /弄死|打死|要你命|收拾你|让您?好看|曝光你|人肉|包过|百分之百|保证能|肯定能|一定能|一定会批|(?<!没有)必须同意|别还了|不用还|不要还款|停止还款|拖着不还|换号|拉黑|征信修复可以|代理维权可以/,
  en: /\bkill\b|hurt you|make you pay for|expose you|guaranteed|I guarantee|certainly will|will definitely|must agree|stop paying|don’t repay|no need to repay|ignore the (?:court|debt)|change your number/i,
} as const

describe('the words of all scripts', () => {
  it.each(LOCALES)('hold no threat, no false certainty and no harmful advice in %s', (locale) => {
    for (const situation of SCRIPT_SITUATIONS)
      for (const { script } of scriptsOf('sample', situation, locale))
        expect(ownWords(script), `in ${situation}`).not.toMatch(FORBIDDEN[locale])
  })

  it('would be caught by that search', () => {
    expect('我保证能减免').toMatch(FORBIDDEN['zh-CN'])
    expect('You should stop paying now').toMatch(FORBIDDEN.en)
  })

  it('keep Chinese out of English, and spaces out of Chinese', () => {
    for (const { id, texts } of pack.talk().scripts) {
      expect(JSON.stringify(texts.en), `in ${id}`).not.toMatch(/[\u3400-\u9fff]/)
      expect(
        JSON.stringify(texts['zh-CN']).replaceAll(/\{[{%].*?[%}]\}/g, ''),
        `in ${id}`,
      ).not.toMatch(/[\u4e00-\u9fff] [\u4e00-\u9fff]|[\u4e00-\u9fff][,;:?!]/)
    }
  })
})

describe('a case that tries to break out', () => {
  it.each(SCRIPT_SITUATIONS)('is plain text in %s', (situation) => {
    for (const { script } of scriptsOf('hostile', situation, 'zh-CN')) {
      const html = markdownToHtml(scriptMarkdown(script))
      expect(html).not.toMatch(/<img|<a /)
      expect(html).not.toContain('\u202e')
      expect(JSON.stringify(script)).not.toContain('\u202e')
    }
  })
})

describe('the citations', () => {
  it('are only those that apply to the lender, the loan and the day', () => {
    const [card] = scriptsOf('card', 'collector-aggressive', 'en')
    const [loan] = scriptsOf('bare', 'collector-aggressive', 'en')
    const cited = (script: RenderedScript | undefined) =>
      (script?.nodes ?? []).flatMap((node) =>
        'answers' in node ? node.rules.map(({ id }) => id) : [],
      )
    expect(cited(card?.script)).toContain('cn.right.card-fraud-line')
    expect(cited(loan?.script)).not.toContain('cn.right.card-fraud-line')
  })

  it('say where the official text was not seen', () => {
    const [found] = scriptsOf('card', 'hotline-proactive', 'en')
    expect(scriptMarkdown(found!.script)).toContain('\\[check this first\\]')
  })
})

describe('the cheat sheet', () => {
  it('has the answers of one tone, and never those of a trap', () => {
    const [found] = scriptsOf('sample', 'collector-first', 'en')
    const { script } = found!
    const turns = script.nodes.filter((node) => 'answers' in node)
    const traps = turns.flatMap(({ answers }) => answers.filter(({ trap }) => trap))
    const firm = cheatSheet(script, 'firm')
    expect(firm).not.toBe(cheatSheet(script, 'calm'))
    for (const { calm } of traps) expect(firm).not.toContain(calm)
  })
})
