import type { Pack } from '../../src/packs/index.ts'
import { both, placesOf, table } from './review-table.ts'

/** The guide word by word, the signs of scams and the rules of the credit record. */
export function helpPart({ guide, scamSigns, creditRecord }: Pack): string[] {
  return [
    '## Guide',
    '',
    ...guide.flatMap((topic) => [
      `### ${both(topic.title)}`,
      '',
      topic.markdown['zh-CN'],
      '',
      topic.markdown.en,
      '',
      `- Reviewed on ${topic.reviewedOn}`,
      `- Places: ${placesOf(topic.sources)}`,
      '',
    ]),
    '## Signs of a scam',
    '',
    ...table(
      ['sign', 'says', 'weight', 'words', 'together with', 'places'],
      scamSigns.map((sign) => [
        both(sign.title),
        both(sign.says),
        sign.weight,
        sign.anyOf.join(', '),
        sign.togetherWith.join(', ') || '–',
        placesOf(sign.sources),
      ]),
    ),
    '## Credit record',
    '',
    `- Negative entries are kept for ${String(creditRecord.keepYears)} years from the end of the default.`,
    `- A dispute is answered within ${String(creditRecord.disputeDays)} days, a complaint to the authority within ${String(creditRecord.complaintDays)} of acceptance.`,
    `- A person's own report is free ${String(creditRecord.freeReportsPerYear)} times a year.`,
    `- Places: ${placesOf(creditRecord.sources)}`,
    '',
  ]
}
