import type { LegendItem } from 'chart.js'

/**
 * As wide as so many letters may a name be in a legend: eight of them then stand in three lines. Where two would
 * read the same they may be wider.
 */
const WIDTHS = [32, 48, 64] as const
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

/** A name with its middle left out where it is wider than a width. */
function cutTo(width: number, name: string): string {
  const letters = [...name]
  if (fitting(letters, width).length === letters.length) return name
  const end = [...fitting(letters.toReversed(), END)].reverse()
  return `${fitting(letters, width - END)
    .join('')
    .trimEnd()}…${end.join('').trimStart()}`
}

/** Names short enough for a legend, as short as they can still be told apart. */
export function shortNames(names: readonly string[]): readonly string[] {
  const count = new Set(names).size
  const tries = WIDTHS.map((width) => names.map((name) => cutTo(width, name)))
  return tries.find((short) => new Set(short).size === count) ?? names
}

/** A line of a legend; what it stands for need not have a name. */
type LegendLine = Omit<LegendItem, 'text'> & { readonly text?: string | undefined }

/** The lines of a legend with names that leave the chart its room; the whole ones are in the tooltip and the table. */
export function shortLegend(lines: readonly LegendLine[]): LegendItem[] {
  const names = shortNames(lines.map(({ text }) => text ?? ''))
  return lines.map((line, at) => ({ ...line, text: names[at] ?? '' }))
}
