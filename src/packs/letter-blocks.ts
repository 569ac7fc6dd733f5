import type { Token } from 'markdown-it'
import { letterMarkdown } from './markdown-to-html.ts'

/** Text of one weight. */
export interface LetterRun {
  readonly text: string
  readonly bold: boolean
}

export type LetterAlignment = 'left' | 'center' | 'right'

export interface LetterCell {
  readonly runs: readonly LetterRun[]
  readonly align: LetterAlignment
}

/** A letter as blocks, for formats other than HTML. */
export type LetterBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly runs: readonly LetterRun[] }
  | {
      readonly kind: 'paragraph'
      readonly lines: readonly (readonly LetterRun[])[]
      /** Part of the signature or of a label: it stays together with what is next to it. */
      readonly isKept: boolean
    }
  | {
      readonly kind: 'list'
      readonly isOrdered: boolean
      readonly items: readonly (readonly LetterRun[])[]
    }
  | {
      readonly kind: 'table'
      readonly head: readonly LetterCell[]
      readonly rows: readonly (readonly LetterCell[])[]
    }

/** Reads a letter's Markdown as blocks, in order. */
export function letterBlocks(markdown: string): readonly LetterBlock[] {
  const reader = new BlockReader()
  for (const token of letterMarkdown().parse(markdown, {})) reader.take(token)
  return reader.blocks
}

/** A letter as plain text for a chat or an e-mail: no marks, lists numbered, cells side by side. */
export const letterText = (markdown: string): string =>
  `${letterBlocks(markdown).map(blockText).join('\n\n')}\n`

function blockText(block: LetterBlock): string {
  switch (block.kind) {
    case 'heading':
      return textOf(block.runs)
    case 'paragraph':
      return block.lines.map(textOf).join('\n')
    case 'list':
      return block.items
        .map((item, n) => `${block.isOrdered ? `${String(n + 1)}.` : '-'} ${textOf(item)}`)
        .join('\n')
    case 'table':
      return [block.head, ...block.rows]
        .map((row) => row.map(({ runs }) => textOf(runs)).join(' | '))
        .join('\n')
  }
}

const textOf = (runs: readonly LetterRun[]): string => runs.map(({ text }) => text).join('')

type Handler = (token: Token) => void

/** Gathers blocks from the parser's flat list of openings, texts and closings. */
class BlockReader {
  readonly blocks: LetterBlock[] = []
  private items: (readonly LetterRun[])[] | null = null
  private cells: LetterCell[] = []
  private rows: (readonly LetterCell[])[] = []
  private align: LetterAlignment = 'left'
  private place: 'text' | 'cell' | 1 | 2 | 3 = 'text'
  private isKept = false

  private readonly handlers: Readonly<Record<string, Handler>> = {
    heading_open: ({ tag }) => (this.place = tag === 'h1' ? 1 : tag === 'h2' ? 2 : 3),
    heading_close: () => (this.place = 'text'),
    bullet_list_open: () => (this.items = []),
    ordered_list_open: () => (this.items = []),
    bullet_list_close: () => {
      this.closeList(false)
    },
    ordered_list_close: () => {
      this.closeList(true)
    },
    letter_block_open: () => (this.isKept = true),
    letter_block_close: () => (this.isKept = false),
    table_open: () => (this.rows = []),
    tr_open: () => (this.cells = []),
    tr_close: () => this.rows.push(this.cells),
    th_open: (token) => {
      this.openCell(token)
    },
    td_open: (token) => {
      this.openCell(token)
    },
    table_close: () => {
      this.closeTable()
    },
    inline: (token) => {
      this.text(token)
    },
  }

  take(token: Token): void {
    this.handlers[token.type]?.(token)
  }

  private openCell(token: Token): void {
    this.place = 'cell'
    const [, align] = /align-(left|center|right)/.exec(String(token.attrGet('class') ?? '')) ?? []
    this.align = align === 'center' || align === 'right' ? align : 'left'
  }

  private closeTable(): void {
    const [head = [], ...rows] = this.rows
    this.place = 'text'
    this.blocks.push({ kind: 'table', head, rows })
  }

  private closeList(isOrdered: boolean): void {
    this.blocks.push({ kind: 'list', isOrdered, items: this.items ?? [] })
    this.items = null
  }

  private text(token: Token): void {
    const lines = linesOf(token.children ?? [])
    const whole = lines.flat()
    if (this.place === 'cell') this.cells.push({ runs: whole, align: this.align })
    else if (this.place !== 'text')
      this.blocks.push({ kind: 'heading', level: this.place, runs: whole })
    else if (this.items !== null) this.items.push(whole)
    else this.blocks.push({ kind: 'paragraph', lines, isKept: this.isKept })
  }
}

/** A line for every line end of the text. */
function linesOf(children: readonly Token[]): readonly (readonly LetterRun[])[] {
  const lines: LetterRun[][] = [[]]
  let bold = false
  for (const { type, content } of children) {
    if (type === 'strong_open') bold = true
    else if (type === 'strong_close') bold = false
    else if (type === 'softbreak' || type === 'hardbreak') lines.push([])
    else if (content !== '') lines.at(-1)?.push({ text: content, bold })
  }
  return lines
}
