import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface PdfFacts {
  readonly title: string
  readonly author: string
  readonly pages: number
  readonly isTagged: boolean
  readonly pageSize: string
  /** Fonts that are not embedded or cannot be read back as characters. */
  readonly poorFonts: readonly string[]
  readonly fontCount: number
}

/** What a PDF says of itself. @throws Error when the validator finds anything wrong */
export async function inspectPdf(path: string): Promise<PdfFacts> {
  await run('qpdf', ['--check', path])
  const info = (await run('pdfinfo', [path])).stdout
  const valueOf = (name: string): string =>
    new RegExp(String.raw`^${name}:\s*(.*)$`, 'm').exec(info)?.[1]?.trim() ?? ''
  const fonts = (await run('pdffonts', [path])).stdout.trim().split('\n').slice(2)
  return {
    title: valueOf('Title'),
    author: valueOf('Author'),
    pages: Number(valueOf('Pages')),
    isTagged: valueOf('Tagged') === 'yes',
    pageSize: valueOf('Page size'),
    // … emb sub uni object ID: names are not to be relied on, so the columns are read from the right.
    poorFonts: fonts.filter((line) => !/yes\s+(yes|no)\s+yes\s+\d+\s+\d+\s*$/.test(line)),
    fontCount: fonts.length,
  }
}
