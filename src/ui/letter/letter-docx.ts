import type * as DocxLibrary from 'docx'
import type { Locale } from '../../domain/case/index.ts'
import type { LetterBlock, LetterCell, LetterRun } from '../../packs/index.ts'

type Docx = typeof DocxLibrary

const LIST = 'letter-list'
/** A4 in twentieths of a point, with margins of 20 mm. */
const PAGE = { size: { width: 11_906, height: 16_838 }, margin: 1134 } as const

/**
 * A letter as a Word document. The library is large and loaded only here.
 * @returns the bytes of the .docx file
 */
export async function letterDocx(
  blocks: readonly LetterBlock[],
  about: { readonly title: string; readonly author: string; readonly locale: Locale },
): Promise<Uint8Array> {
  const docx = await import('docx')
  const { AlignmentType, Document, Footer, LevelFormat, Packer, PageNumber, Paragraph, TextRun } =
    docx
  const font =
    about.locale === 'zh-CN'
      ? { ascii: 'Times New Roman', eastAsia: 'SimSun' }
      : { ascii: 'Times New Roman', eastAsia: 'SimSun', hAnsi: 'Times New Roman' }
  const { margin, size } = PAGE
  const document = new Document({
    title: about.title,
    creator: about.author,
    styles: {
      default: { document: { run: { font, size: 23, language: { value: about.locale } } } },
    },
    numbering: {
      config: [
        {
          reference: LIST,
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: '%1.',
              alignment: AlignmentType.START,
              style: { paragraph: { indent: { left: 480, hanging: 480 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: { size, margin: { top: margin, bottom: margin, left: margin, right: margin } },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [
                  new TextRun({
                    size: 16,
                    children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
                  }),
                ],
              }),
            ],
          }),
        },
        children: blocks.flatMap((block, index) => blockParts(docx, block, index)),
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

function blockParts(docx: Docx, block: LetterBlock, index: number) {
  const { AlignmentType, HeadingLevel, Paragraph } = docx
  switch (block.kind) {
    case 'heading': {
      const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3]
      return [
        new Paragraph({
          heading: levels[block.level - 1] ?? HeadingLevel.HEADING_3,
          alignment: block.level === 1 ? AlignmentType.CENTER : AlignmentType.START,
          keepNext: true,
          spacing: { before: 200, after: 120 },
          children: runs(docx, block.runs),
        }),
      ]
    }
    case 'paragraph':
      return block.lines.map(
        (line, n) =>
          new Paragraph({
            keepNext: block.isKept && n < block.lines.length - 1,
            keepLines: true,
            spacing: { after: n === block.lines.length - 1 ? 120 : 0, line: 340 },
            children: runs(docx, line),
          }),
      )
    case 'list':
      return block.items.map(
        (item) =>
          new Paragraph({
            ...(block.isOrdered
              ? { numbering: { reference: LIST, level: 0, instance: index } }
              : { bullet: { level: 0 } }),
            spacing: { after: 60, line: 340 },
            children: runs(docx, item),
          }),
      )
    case 'table':
      return [table(docx, block), new Paragraph({ spacing: { after: 60 } })]
  }
}

function table(docx: Docx, { head, rows }: Extract<LetterBlock, { kind: 'table' }>) {
  const { Table, TableRow, WidthType } = docx
  const row = (cells: readonly LetterCell[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((cell) => tableCell(docx, cell, isHead)),
    })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  })
}

function tableCell(docx: Docx, cell: LetterCell, isHead: boolean) {
  const { AlignmentType, Paragraph, TableCell } = docx
  const alignments = {
    left: AlignmentType.START,
    center: AlignmentType.CENTER,
    right: AlignmentType.END,
  }
  return new TableCell({
    margins: { top: 40, bottom: 40, left: 100, right: 100 },
    ...(isHead ? { shading: { fill: 'EEEEEE' } } : {}),
    children: [
      new Paragraph({
        alignment: alignments[cell.align],
        children: runs(docx, cell.runs, isHead),
      }),
    ],
  })
}

function runs({ TextRun }: Docx, parts: readonly LetterRun[], isHead = false) {
  return parts.map((run) => {
    const options: DocxLibrary.IRunOptions = { text: run.text, bold: run.bold || isHead }
    return new TextRun(options)
  })
}
