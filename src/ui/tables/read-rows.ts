import { detectDelimiter, parseCsv } from 'hucre/csv'

/** More rows than any person's list has: a file beyond is refused, not cut. */
export const MOST_ROWS = 20_000
export const MOST_BYTES = 20 * 1024 * 1024

/** A row of a file with the line it stands on, counted from 1 as a spreadsheet counts. */
export interface FileRow {
  readonly number: number
  readonly cells: readonly string[]
}

export type RowsReading =
  | { readonly ok: true; readonly rows: readonly FileRow[] }
  | { readonly ok: false; readonly problem: 'not-text' | 'too-large' | 'empty' }

/** Chinese banks and phones write GBK, of which GB18030 is the whole; all else writes UTF-8 or marks its UTF-16. */
const ENCODINGS = ['utf-8', 'gb18030'] as const

/** The text of a file in whichever of the usual encodings fits all of it; null where none does. */
export function textOfFile(bytes: Uint8Array): string | null {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  for (const encoding of isUtf16 ? (['utf-16le'] as const) : ENCODINGS) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      return text.includes('\0') ? null : text
    } catch {
      continue
    }
  }
  return null
}

/** The rows of a CSV file that hold anything, whatever separates its cells. Never throws. */
export function readRows(bytes: Uint8Array): RowsReading {
  if (bytes.length > MOST_BYTES) return { ok: false, problem: 'too-large' }
  const text = textOfFile(bytes)
  if (text === null) return { ok: false, problem: 'not-text' }
  if (text.trim() === '') return { ok: false, problem: 'empty' }
  try {
    const delimiter = detectDelimiter(text)
    const read = parseCsv(text, { delimiter, unescapeFormulae: true, maxRows: MOST_ROWS + 1 })
    if (read.length > MOST_ROWS) return { ok: false, problem: 'too-large' }
    const rows = read
      .map((cells, at) => ({ number: at + 1, cells: cells.map((cell) => plain(cell)) }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''))
    return rows.length === 0 ? { ok: false, problem: 'empty' } : { ok: true, rows }
  } catch {
    return { ok: false, problem: 'not-text' }
  }
}

/** Statements pad their cells with tabs, so that spreadsheets keep long numbers. */
const plain = (cell: unknown): string => (typeof cell === 'string' ? cell.trim() : '')
