import { describe, expect, it } from 'vitest'
import { markdownToHtml } from '../../../src/packs/index.ts'

describe('markdownToHtml', () => {
  it('aligns columns by class, never by a style attribute', () => {
    const html = markdownToHtml('| a | b | c |\n| :-- | --: | :-: |\n| 1 | 2 | 3 |\n')
    expect(html).not.toContain('style=')
    expect(html.match(/class="[^"]+"/g)).toEqual([
      'class="align-left"',
      'class="align-right"',
      'class="align-center"',
      'class="align-left"',
      'class="align-right"',
      'class="align-center"',
    ])
  })

  it('keeps the lines of a signature together', () => {
    expect(markdownToHtml('Yours,\n\n::: signature\nName\nDate\n:::\n\nafter')).toBe(
      '<p>Yours,</p>\n<div class="signature">\n<p>Name<br>\nDate</p>\n</div>\n<p>after</p>\n',
    )
  })

  it('ends a paragraph for a signature that follows at once', () => {
    expect(markdownToHtml('Yours,\n::: signature\nName\n:::')).toBe(
      '<p>Yours,</p>\n<div class="signature">\n<p>Name</p>\n</div>\n',
    )
  })

  it('shows a block that is not closed, or has another name, as text', () => {
    for (const text of ['::: signature\nName', '::: box\nName\n:::'])
      expect(markdownToHtml(text)).not.toContain('<div')
  })

  it('makes no tags, links, pictures or code of a text', () => {
    const html = markdownToHtml(
      [
        '<b>x</b> <script>alert(1)</script>',
        '[a](https://example.com) ![b](https://example.com/b.png) <https://example.com>',
        'https://example.com',
        '    indented',
        '[a]: javascript:alert(1)',
      ].join('\n\n'),
    )
    expect(html).not.toMatch(/<(?!\/?p>|br>)/)
  })

  it('breaks a line where the text does', () => {
    expect(markdownToHtml('此致\n敬礼！')).toBe('<p>此致<br>\n敬礼！</p>\n')
  })
})
