import MarkdownIt, { type MarkdownIt as Parser } from 'markdown-it'

/** Lines between `::: name` and `:::` that stay together as a block of that class. */
const OPENING = /^:::[ \t]+(signature|label)[ \t]*$/
const CLOSING = /^:::[ \t]*$/

/**
 * The letters' Markdown as HTML without any markup of its own: no tags, links or pictures, since a
 * letter needs none and its text may be anybody's. A line end is a line break. Column alignment is
 * a class, never a style attribute, which the content security policy would block.
 */
export function markdownToHtml(markdown: string): string {
  return letterMarkdown().render(markdown)
}

/**
 * The same for the screen, with `<mark>` around what comes from the case and around blanks that are
 * still to be filled in.
 * @param fields the values that were put in, as they read
 */
export function markdownToMarkedHtml(markdown: string, fields: readonly string[]): string {
  return letterMarkdown().render(markdown, { marks: marksOf(fields) })
}

let shared: Parser | null = null

/** The parser of letters, made once. */
export function letterMarkdown(): Parser {
  if (shared !== null) return shared
  const parser = new MarkdownIt({ html: false, linkify: false, breaks: true })
  parser.disable(['link', 'image', 'autolink', 'reference', 'code', 'fence', 'html_block'])
  addSignatureBlock(parser)
  alignByClass(parser)
  markFields(parser)
  shared = parser
  return parser
}

function addSignatureBlock(parser: Parser): void {
  const position = { alt: ['paragraph', 'list'] }
  parser.block.ruler.before('paragraph', 'letter_block', letterBlock, position)
}

/** The block rule: from an opening line to its closing one. One that is not closed is text. */
function letterBlock(...[state, first, end, silent]: Parameters<BlockRule>): boolean {
  const name = OPENING.exec(lineText(state, first))?.[1]
  if (name === undefined) return false
  let closing = first + 1
  while (closing < end && !CLOSING.test(lineText(state, closing))) closing += 1
  if (closing >= end) return false
  if (silent) return true
  const opening = state.push('letter_block_open', 'div', 1)
  opening.attrSet('class', name)
  opening.block = true
  state.md.block.tokenize(state, first + 1, closing)
  state.push('letter_block_close', 'div', -1).block = true
  state.line = closing + 1
  return true
}

type BlockRule = Parameters<Parser['block']['ruler']['before']>[2]

interface Lines {
  readonly src: string
  readonly bMarks: readonly number[]
  readonly tShift: readonly number[]
  readonly eMarks: readonly number[]
}

const lineText = ({ src, bMarks, tShift, eMarks }: Lines, line: number): string =>
  src.slice((bMarks[line] ?? 0) + (tShift[line] ?? 0), eMarks[line] ?? 0)

/** Table cells come with `style="text-align:right"`; the class says the same. */
function alignByClass(parser: Parser): void {
  parser.core.ruler.push('align_by_class', ({ tokens }) => {
    for (const token of tokens) {
      const alignment = /text-align:(left|center|right)/.exec(
        String(token.attrGet('style') ?? ''),
      )?.[1]
      if (alignment === undefined) continue
      token.attrs = [['class', `align-${alignment}`]]
    }
  })
}

/** Shorter values (a count, a day of the month) would be found all over the text. */
const SHORTEST_FIELD = 3
const BLANK = String.raw`【待填写：[^】]*】|\[to fill in: [^\]]*\]`

/** Finds blanks and fields, the longest first. */
function marksOf(fields: readonly string[]): RegExp {
  const found = [...new Set(fields)]
    .filter(({ length }) => length >= SHORTEST_FIELD)
    .toSorted((a, b) => b.length - a.length)
    .map((field) => field.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  return new RegExp([BLANK, ...found].join('|'), 'g')
}

/** Text is escaped as ever; only what stands between matches changes its element. */
function markFields(parser: Parser): void {
  const { escapeHtml } = parser.utils
  parser.renderer.rules.text = (...[tokens, index, , env]) => {
    const content = tokens[index]?.content ?? ''
    const marks: unknown = (env as { readonly marks?: unknown } | undefined)?.marks
    if (!(marks instanceof RegExp)) return escapeHtml(content)
    let html = ''
    let at = 0
    for (const { 0: text, index: start } of content.matchAll(marks)) {
      const kind = text.startsWith('【待填写') || text.startsWith('[to fill in') ? 'blank' : 'field'
      html += `${escapeHtml(content.slice(at, start))}<mark class="${kind}">${escapeHtml(text)}</mark>`
      at = start + text.length
    }
    return html + escapeHtml(content.slice(at))
  }
}
