import { describe, expect, it } from 'vitest'
import { LOCALES } from '../../../src/domain/case/index.ts'
import { markdownToHtml, renderLetter, type Pack } from '../../../src/packs/index.ts'
import { hostileContext, LETTER_CONTEXTS } from '../../support/letter-contexts.ts'
import { shippedPack } from '../../support/pack-files.ts'

const pack = shippedPack()
const card = LETTER_CONTEXTS['card']!

/** A pack with one letter, the same in both languages. */
const packWith = (template: string): Pack => ({
  ...pack,
  letters: pack.letters.map((letter) => ({
    ...letter,
    markdown: { 'zh-CN': template, en: template },
  })),
})

const rendered = (template: string, locale: 'zh-CN' | 'en' = 'en'): string =>
  renderLetter(packWith(template), 'hardship-proposal', card(locale)).trim()

describe('renderLetter', () => {
  it('writes amounts, days, shares and articles as the language does', () => {
    const template =
      '{{ account.owedNow | money }} {{ on | date }} {{ 0.24 | percent }} {{ 3 | ordinal }} {{ rules[0].article | article }}'
    expect(rendered(template)).toBe('¥12,345.67 24 November 2026 24% 3rd arts. 25, 28')
    expect(rendered(template, 'zh-CN')).toBe('12,345.67元 2026年11月24日 24% 3 第25、28条')
  })

  it.each([
    [0, '¥0.00'],
    [5, '¥0.05'],
    [-123_456, '−¥1,234.56'],
    [100_000_000_099, '¥1,000,000,000.99'],
  ])('writes %d fen as %s', (fen, text) => {
    expect(rendered(`{{ ${String(fen)} | money }}`)).toBe(text)
  })

  it.each(['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '22nd', '31st'])(
    'counts to the %s',
    (text) => {
      expect(rendered(`{{ ${String(Number.parseInt(text, 10))} | ordinal }}`)).toBe(text)
    },
  )

  it('leaves a visible blank where nothing is known', () => {
    expect(rendered("{{ '' | fill: 'name' }}")).toBe('[to fill in: name]')
    expect(rendered("{{ '  ' | fill: '姓名' }}", 'zh-CN')).toBe('【待填写：姓名】')
  })

  it.each([
    ['a name there is not', '{{ debtor.nickname }}'],
    ['a filter there is not', '{{ on | shout }}'],
    ['a file', "{% include 'pack.json' %}"],
    ['money that is none', '{{ debtor.name | money }}'],
    ['half a fen', '{{ 1.5 | money }}'],
    ['a day that is none', '{{ debtor.name | date }}'],
    ['a name of the language itself', '{{ debtor.constructor }}'],
  ])('fails on %s', (_, template) => {
    expect(() => rendered(template)).toThrow()
  })

  it('fails on a letter the pack does not have', () => {
    expect(() => renderLetter(pack, 'love-letter', card('en'))).toThrow('love-letter')
  })

  it('knows the other creditors by a letter only, the same for the same creditor', () => {
    expect(rendered('{% for share in shares %}[{{ share.letter }}]{% endfor %}')).toBe(
      '[][A][B][A]',
    )
    expect(() => rendered('{{ shares[1].creditor }}')).toThrow()
  })

  it('has letters for any number of creditors', () => {
    const shares = Array.from({ length: 28 }, (_, n) => ({
      ...card('en').shares[0]!,
      creditor: `c${String(n)}`,
      isAddressee: false,
    }))
    const template = '{% for share in shares %}{{ share.letter }} {% endfor %}'
    const text = renderLetter(packWith(template), 'hardship-proposal', { ...card('en'), shares })
    expect(text).toContain('A B C ')
    expect(text).toContain('Z A2 B2')
  })
})

describe('what a person typed', () => {
  it.each([
    '<img src=x onerror=alert(1)>',
    '**bold** _it_ `code` ~~gone~~',
    '[here](https://example.com) ![pic](https://example.com/a.png)',
    '<https://example.com>',
    'a | b | c',
    '# Heading',
    '::: signature',
    '1. one',
    '- item',
    '{{ debtor.phone }} {% if true %}',
    '&copy; &lt;b&gt;',
    'back\\slash',
    '$1 $& ^top',
  ])('stays the text it is: %s', (text) => {
    for (const locale of LOCALES) {
      const html = markdownToHtml(
        renderLetter(pack, 'hardship-proposal', hostileContext(locale, text)),
      )
      const plain = markdownToHtml(
        renderLetter(pack, 'hardship-proposal', hostileContext(locale, 'x')),
      )
      expect(tagsOf(html)).toEqual(tagsOf(plain))
      expect(textOf(html)).toContain(text)
    }
  })

  it('stays on its line, without signs that garble it', () => {
    const text = 'one\n\n## two\u202e\u0007\tthree'
    const markdown = renderLetter(pack, 'hardship-proposal', hostileContext('en', text))
    expect(markdown).toContain('one \\#\\# two three')
    expect(markdown).not.toMatch(/^## two/m)
  })
})

const tagsOf = (html: string): string[] => html.match(/<[a-z][^>]*>/g) ?? []

const textOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
