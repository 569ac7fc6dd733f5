import type { LegendItem } from 'chart.js'

/** As wide as so many letters may a name be in a legend: eight of them then stand in three lines. */
const WIDEST = 32
/** The end of a name is kept, too: a product or a contract number there may be all that tells it from another. */
const END = 10

/** Chinese characters and their punctuation are as wide as two letters. */
const widthOf = (letter: string): number => (/[\u2e80-\u9fff\uff00-\uffef]/.test(letter) ? 2 : 1)

/** As many letters from the start as have room in a width. */
function fitting(letters: readonly string[], width: number): readonly string[] {
  let used = 0
  const end = letters.findIndex((letter) => (used += widthOf(letter)) > width)
  return end === -1 ? letters : letters.slice(0, end)
}

/** A name with its middle left out where it is too wide for a legend. */
export function shortName(name: string): string {
  const letters = [...name]
  if (fitting(letters, WIDEST).length === letters.length) return name
  const end = [...fitting(letters.toReversed(), END)].reverse()
  return `${fitting(letters, WIDEST - END)
    .join('')
    .trimEnd()}…${end.join('').trimStart()}`
}

/** A line of a legend; what it stands for need not have a name. */
type LegendLine = Omit<LegendItem, 'text'> & { readonly text?: string | undefined }

/** The lines of a legend with names that leave the chart its room; the whole ones are in the tooltip and the table. */
export const shortLegend = (lines: readonly LegendLine[]): LegendItem[] =>
  lines.map((line) => ({ ...line, text: shortName(line.text ?? '') }))
