import type { Citation, Confidence, Localised } from '../../src/domain/cost/index.ts'
import type { WeighedCitation } from '../../src/domain/conduct/index.ts'

export const CONFIDENCE: Readonly<Record<Confidence, string>> = {
  verified: 'verified',
  'verified-secondary': '**check**: seen in secondary text only',
  recalled: '**check first**: text not seen',
}

export const both = (text: Localised): string => `${text['zh-CN']} — ${text.en}`

/** What stands in a table's cell. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  `| ${head.join(' | ')} |`,
  `| ${head.map(() => '---').join(' | ')} |`,
  ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
  '',
]

export const place = ({ instrument, article, documentNumber, source }: Citation): string =>
  [
    `[${instrument['zh-CN']}](${source})`,
    article === null ? 'article not seen' : `art. ${article}`,
    documentNumber ?? '',
  ]
    .filter((part) => part !== '')
    .join(', ')

/** Where a thing was read, each place with what is known of it. */
export const placesOf = (sources: readonly WeighedCitation[]): string =>
  sources
    .map(({ citation }) => `${place(citation)} (${CONFIDENCE[citation.confidence]})`)
    .join('; ')
