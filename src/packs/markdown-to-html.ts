import MarkdownIt, { type MarkdownIt as Parser } from 'markdown-it'

/** Lines between `::: name` and `:::` that stay together as a block of that class. */
const OPENING = /^:::[ \t]+(signature)[ \t]*$/
const CLOSING = /^:::[ \t]*$/

/**
 * The letters' Markdown as HTML without any markup of its own: no tags, links or pictures, since a
 * letter needs none and its text may be anybody's. A line end is a line break. Column alignment is
 * a class, never a style attribute, which the content security policy would block.
 */
export function markdownToHtml(markdown: string): string {
  return letterMarkdown().render(markdown)
}

let shared: Parser | null = null

function letterMarkdown(): Parser {
  if (shared !== null) return shared
  const parser = new MarkdownIt({ html: false, linkify: false, breaks: true })
  parser.disable(['link', 'image', 'autolink', 'reference', 'code', 'fence', 'html_block'])
  addSignatureBlock(parser)
  alignByClass(parser)
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
