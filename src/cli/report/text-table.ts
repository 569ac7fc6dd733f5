import type { Locale } from '../../domain/case/index.ts'
import { formatYuan, type Fen } from '../../domain/kernel/index.ts'

/** A column's head and how its cells are set. */
export interface Column {
  readonly head: string
  readonly align?: 'left' | 'right'
}

/** Lines of a table whose columns stand under each other in a terminal: a Chinese character is two wide. */
export function textTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const all = [columns.map(({ head }) => head), ...rows]
  const widths = columns.map((_, at) => Math.max(...all.map((row) => shownWidth(row[at] ?? ''))))
  return all.map((row) =>
    columns
      .map(({ align }, at) => {
        const text = row[at] ?? ''
        const space = ' '.repeat((widths[at] ?? 0) - shownWidth(text))
        return align === 'right' ? space + text : text + space
      })
      .join('  ')
      .trimEnd(),
  )
}

/** East Asian wide characters and full-width forms take two cells. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/

const shownWidth = (text: string): number =>
  [...text].reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0)

/** An amount in words of a language: 1,234.56元, ¥1,234.56. */
export function moneyText(amount: Fen, locale: Locale): string {
  const digits = formatYuan(amount).replace(/\B(?=(\d{3})+\.)/g, ',')
  return locale === 'zh-CN' ? `${digits}元` : digits.replace(/^-?/, (sign) => `${sign}¥`)
}

/** A yearly rate as percent with two decimals; a dash where there is none. */
export const percentText = (rate: number | null): string =>
  rate === null ? '–' : `${(rate * 100).toFixed(2)}%`
