import { format, resolveConfig } from 'prettier'
import { SOURCE_NATURES, type ConductCheck } from '../../src/domain/conduct/index.ts'
import type { ArrangementRule } from '../../src/domain/proposal/index.ts'
import type { Pack } from '../../src/packs/index.ts'
import { shippedFiles, shippedPack } from './pack-files.ts'
import { helpPart } from './pack-review-help.ts'
import { both, CONFIDENCE, place, placesOf, table } from './review-table.ts'

/** Where the review table lies, from the repository's root. */
export const PACK_REVIEW_FILE = 'docs/pack-review.md'

/** Everything a pack says about the law, for a lawyer to go through line by line. */
export async function packReview(): Promise<string> {
  const pack = shippedPack()
  const text = [
    ...introduction(pack),
    ...conductPart(pack),
    ...limitPart(pack),
    ...arrangementPart(pack),
    ...rightsPart(pack),
    ...channelPart(pack),
    ...stagePart(pack),
    ...helpPart(pack),
    ...sourcePart(pack),
  ].join('\n')
  const style = await resolveConfig(PACK_REVIEW_FILE)
  return format(text, { ...style, filepath: PACK_REVIEW_FILE })
}

function introduction({ meta, conduct, sources }: Pack): string[] {
  const bases = conduct.flatMap((rule) => rule.bases)
  const open = bases.filter(({ citation }) => citation.confidence !== 'verified').length
  return [
    `# Review of the pack ${meta.id}`,
    '',
    'Written by `npx tsx tests/support/write-pack-review.ts` from `resources/packs`; a test holds it to the pack. Edit the pack, never this page.',
    '',
    `- Rules as known on ${meta.reviewedOn}; clock UTC+${String(meta.utcOffset / 60)}.`,
    `- ${String(conduct.length)} rules on collection with ${String(bases.length)} places in ${String(sources.length)} sources; ${String(open)} of the places still have to be held against the official text.`,
    `- Natures: ${SOURCE_NATURES.join(', ')}. A breach of a standard or of self-regulation is a ground for a complaint, not an offence by itself.`,
    '- The first source that binds the lender on the day is the one shown. “Doubtful” lenders get a finding that is only possible.',
    '- For each rule: is the sentence right in both languages, the article right, the day right, the circle of lenders right, the figure right?',
    '',
  ]
}

const since = (from: string, until: string | null): string => `${from} – ${until ?? ''}`.trim()

/** Remarks of a file, which the parser leaves out, by the ids they belong to. */
function remarks(file: string): ReadonlyMap<string, string> {
  const entries = JSON.parse(shippedFiles()[file] ?? '[]') as readonly Noted[]
  return new Map(
    entries.map(({ id, note, bases = [] }) => [
      id,
      [note, ...bases.map((basis) => basis.note && `${basis.source}: ${basis.note}`)]
        .filter((text) => text !== undefined)
        .join(' '),
    ]),
  )
}

interface Noted {
  readonly id: string
  readonly note?: string
  readonly bases?: readonly { readonly source: string; readonly note?: string }[]
}

const minutes = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** The figures a rule is checked by. */
function figures({ kind, ...values }: ConductCheck): string {
  const shown = Object.entries(values).map(([name, value]) => {
    const isTime = kind === 'quiet-hours' && (name === 'from' || name === 'until')
    return `${name} ${isTime ? minutes(Number(value)) : String(value).replaceAll(',', ', ')}`
  })
  return [kind, ...shown].join('; ')
}

function conductPart({ conduct }: Pack): string[] {
  const notes = remarks('conduct.json')
  return [
    '## Collection',
    '',
    ...conduct.flatMap((rule) => [
      `### ${rule.id}`,
      '',
      `**${both(rule.title)}**`,
      '',
      rule.says['zh-CN'],
      '',
      rule.says.en,
      '',
      `- Checked by: ${figures(rule.check)}`,
      `- Severity ${rule.severity}; good for ${rule.goodFor.join(', ')}; evidence: ${rule.evidence.join(', ')}`,
      ...(notes.get(rule.id) ? [`- Remark: ${notes.get(rule.id) ?? ''}`] : []),
      '',
      ...table(
        ['place', 'nature', 'in force', 'binds', 'doubtful', 'loans', 'confidence'],
        rule.bases.map((basis) => [
          place(basis.citation),
          basis.nature,
          since(basis.inForceFrom, basis.inForceUntil),
          basis.creditorKinds.join(', ') || '–',
          basis.doubtfulKinds.join(', ') || '–',
          basis.loanKinds?.join(', ') ?? 'any',
          CONFIDENCE[basis.citation.confidence],
        ]),
      ),
    ]),
  ]
}

function limitPart({ limits }: Pack): string[] {
  const notes = remarks('limits.json')
  return [
    '## Price limits',
    '',
    ...table(
      ['rule', 'says', 'place', 'in force', 'binds', 'confidence', 'remark'],
      limits.map((rule) => [
        rule.id,
        both(rule.says),
        place(rule.citation),
        since(rule.inForceFrom, rule.inForceUntil),
        `${rule.appliesTo.creditorKinds.join(', ')}; by the day of ${rule.appliesTo.byDateOf}; ${rule.binding ? 'binding' : 'supervisory target'}`,
        CONFIDENCE[rule.citation.confidence],
        notes.get(rule.id) ?? '',
      ]),
    ),
  ]
}

function arrangementPart({ arrangements }: Pack): string[] {
  const notes = remarks('arrangements.json')
  return [
    '## What may be asked',
    '',
    ...table(
      ['rule', 'says', 'place', 'basis', 'bound', 'confidence', 'remark'],
      arrangements.map((rule) => [
        rule.id,
        both(rule.says),
        rule.citation === null ? '–' : place(rule.citation),
        rule.basis,
        boundText(rule),
        rule.citation === null ? '–' : CONFIDENCE[rule.citation.confidence],
        notes.get(rule.id) ?? '',
      ]),
    ),
  ]
}

function boundText({ maxMonths, bound, cutTo }: ArrangementRule): string {
  if (cutTo !== null) return `to ${cutTo.kind}`
  return maxMonths === null ? '–' : `${String(maxMonths)} months (${bound ?? '–'})`
}

function rightsPart({ rights }: Pack): string[] {
  return [
    '## Rights that letters and calls rest on',
    '',
    ...table(
      ['right', 'says', 'place', 'in force', 'lenders', 'confidence'],
      rights.map((right) => [
        right.id,
        both(right.says),
        place(right.citation),
        since(right.inForceFrom, right.inForceUntil),
        right.creditorKinds.join(', '),
        CONFIDENCE[right.citation.confidence],
      ]),
    ),
  ]
}

function channelPart({ channels }: Pack): string[] {
  const notes = remarks('channels.json')
  return [
    '## Where to complain or get help',
    '',
    ...table(
      ['channel', 'for', 'how', 'numbers', 'reply', 'places', 'remark'],
      channels.map((channel) => [
        `${String(channel.step)}. ${both(channel.name)}`,
        both(channel.useFor),
        both(channel.how),
        channel.phones.join(', '),
        channel.replies
          .map(
            (reply) =>
              `${String(reply.days)} days from ${reply.from} (${reply.case}; ${reply.creditorKinds.join(', ')})`,
          )
          .join('; '),
        placesOf(channel.sources),
        notes.get(channel.id) ?? '',
      ]),
    ),
  ]
}

function stagePart({ stages }: Pack): string[] {
  return [
    '## Stages of collection',
    '',
    ...stages.flatMap((stage) => [
      `### ${both(stage.title)}`,
      '',
      `- Happens: ${both(stage.happens)}`,
      `- May not: ${both(stage.mayNot)}`,
      `- Duties: ${both(stage.duties)}`,
      `- To do: ${stage.checklist.map(({ text }) => both(text)).join(' / ')}`,
      `- Shown by: day ${String(stage.fromDay)} to ${String(stage.untilDay ?? '–')}${stage.shownBy.length === 0 ? '' : `, or ${stage.shownBy.join(', ')}`}`,
      `- Places: ${placesOf(stage.sources)}`,
      '',
    ]),
  ]
}

function sourcePart({ sources }: Pack): string[] {
  const notes = remarks('sources.json')
  return [
    '## Sources',
    '',
    ...table(
      ['source', 'issuer', 'number', 'nature', 'in force', 'remark'],
      sources.map((source) => [
        `[${source.instrument['zh-CN']}](${source.source}) — ${source.instrument.en}`,
        both(source.issuer),
        source.documentNumber ?? '–',
        source.nature,
        since(source.inForceFrom, source.inForceUntil),
        notes.get(source.id) ?? '',
      ]),
    ),
  ]
}
