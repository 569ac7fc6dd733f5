import { writeCsv } from 'hucre/csv'
import { writeXlsx } from 'hucre/xlsx'
import { formatYuan } from '../../domain/kernel/index.ts'
import type { Cell, ColumnName, RecordTable } from './table.ts'
import type { TableWords } from './use-table-words.ts'

/**
 * A table as CSV: UTF-8 with a mark that spreadsheets know it by, days as 2026-11-24, amounts to the
 * fen. Words that a spreadsheet would take for a formula begin with an apostrophe.
 */
export function csvOf(table: RecordTable, words: TableWords): Uint8Array {
  const head = table.columns.map(words.column)
  const text = writeCsv([head, ...table.rows.map((row) => row.map(cellText))], {
    bom: true,
    escapeFormulae: true,
  })
  return new TextEncoder().encode(text)
}

function cellText(cell: Cell): string {
  if (cell === null) return ''
  if ('text' in cell) return cell.text
  if ('date' in cell) return cell.date
  return 'fen' in cell ? formatYuan(cell.fen) : cell.number
}

/** Tables as one workbook, a sheet each. Days are days, amounts numbers to the fen, and no cell is a formula. */
export function xlsxOf(tables: readonly RecordTable[], words: TableWords): Promise<Uint8Array> {
  return writeXlsx({
    sheets: tables.map((table) => ({
      name: words.table(table.name),
      columns: table.columns.map((name, at) => ({
        header: words.column(name),
        key: name,
        width: WIDTH[kindOf(table, at)],
        ...FORMATS[kindOf(table, at)],
      })),
      data: table.rows.map((row) =>
        Object.fromEntries(
          table.columns.map((name: ColumnName, at) => [name, cellValue(row[at] ?? null)]),
        ),
      ),
      freezePane: { rows: 1 },
    })),
  })
}

type CellKind = 'text' | 'date' | 'fen' | 'number'

const WIDTH: Readonly<Record<CellKind, number>> = { text: 24, date: 12, fen: 14, number: 10 }
const FORMATS: Readonly<Record<CellKind, { readonly numFmt?: string }>> = {
  text: {},
  date: { numFmt: 'yyyy-mm-dd' },
  fen: { numFmt: '0.00' },
  number: {},
}

/** What a column holds, by its first cell that holds anything. */
function kindOf({ rows }: RecordTable, at: number): CellKind {
  const cell = rows.map((row) => row[at] ?? null).find((found) => found !== null)
  return (['text', 'date', 'fen', 'number'] as const).find((kind) => cell && kind in cell) ?? 'text'
}

/** In a workbook a day counts from midnight in UTC: the same day in every time zone. */
function cellValue(cell: Cell): string | number | Date | null {
  if (cell === null) return null
  if ('text' in cell) return cell.text
  if ('date' in cell) return new Date(`${cell.date}T00:00:00Z`)
  return 'fen' in cell ? cell.fen / 100 : Number(cell.number)
}
