import { describe, expect, it } from 'vitest'
import { letterBlocks, letterText, markdownToMarkedHtml } from '../../../src/packs/index.ts'

const letter = [
  '# Title',
  'To: **A Bank**',
  'second line',
  '',
  '1. one',
  '1. **two** and a half',
  '',
  '- dot',
  '',
  '| Item | Amount |',
  '| --- | ---: |',
  '| **Total** | 1.00 |',
  '',
  '::: signature',
  'Name: a \\* b',
  ':::',
].join('\n')

describe('a letter as blocks', () => {
  it('has headings, lines, lists, tables and a signature that stays together', () => {
    const plain = (text: string) => [{ text, bold: false }]
    expect(letterBlocks(letter)).toEqual([
      { kind: 'heading', level: 1, runs: plain('Title') },
      {
        kind: 'paragraph',
        isKept: false,
        lines: [
          [
            { text: 'To: ', bold: false },
            { text: 'A Bank', bold: true },
          ],
          plain('second line'),
        ],
      },
      {
        kind: 'list',
        isOrdered: true,
        items: [
          plain('one'),
          [
            { text: 'two', bold: true },
            { text: ' and a half', bold: false },
          ],
        ],
      },
      { kind: 'list', isOrdered: false, items: [plain('dot')] },
      {
        kind: 'table',
        head: [
          { runs: plain('Item'), align: 'left' },
          { runs: plain('Amount'), align: 'right' },
        ],
        rows: [
          [
            { runs: [{ text: 'Total', bold: true }], align: 'left' },
            { runs: plain('1.00'), align: 'right' },
          ],
        ],
      },
      { kind: 'paragraph', isKept: true, lines: [plain('Name: a * b')] },
    ])
  })

  it('is plain text without marks', () => {
    expect(letterText(letter)).toBe(
      [
        'Title',
        'To: A Bank\nsecond line',
        '1. one\n2. two and a half',
        '- dot',
        'Item | Amount\nTotal | 1.00',
        'Name: a * b\n',
      ].join('\n\n'),
    )
  })
})

describe('the marks on the screen', () => {
  it('stand around fields, the longest first, and around blanks', () => {
    const html = markdownToMarkedHtml('A Bank Ltd, A Bank, [to fill in: name]', [
      'A Bank',
      'A Bank Ltd',
    ])
    expect(html).toBe(
      '<p><mark class="field">A Bank Ltd</mark>, <mark class="field">A Bank</mark>, ' +
        '<mark class="blank">[to fill in: name]</mark></p>\n',
    )
  })

  it('leave text as text, whatever the field holds', () => {
    const html = markdownToMarkedHtml('x \\<img src=x\\> (a+b)', ['<img src=x>', '(a+b)'])
    expect(html).toContain('<mark class="field">&lt;img src=x&gt;</mark>')
    expect(html).toContain('<mark class="field">(a+b)</mark>')
    expect(html).not.toContain('<img')
  })

  it('leave counts alone', () => {
    expect(markdownToMarkedHtml('12 of 12', ['12', ''])).toBe('<p>12 of 12</p>\n')
  })
})
