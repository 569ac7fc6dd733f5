import type { Case, Contact, Locale } from '../domain/case/index.ts'
import { countedContacts, whyText, type ConductFinding } from '../domain/conduct/index.ts'
import { articleText } from './article-text.ts'
import { escapeMarkdown } from './escape-markdown.ts'
import { EVIDENCE_WORDS } from './evidence-words.ts'

type Words = (typeof EVIDENCE_WORDS)[Locale]

export interface EvidenceIndexRequest {
  readonly facts: Pick<Case, 'debtor' | 'creditors' | 'people'>
  /** In the order of time. */
  readonly contacts: readonly Contact[]
  readonly findings: readonly ConductFinding[]
  /** Attached files, and where each lies in the pack; null where its bytes are not there. */
  readonly files: readonly {
    readonly name: string
    readonly sha256: string
    readonly path: string | null
  }[]
}

/** The index of an evidence pack as Markdown, for people: what happened, which rules it touches, and the files. */
export function evidenceIndex(request: EvidenceIndexRequest, locale: Locale): string {
  const words = EVIDENCE_WORDS[locale]
  const { contacts, facts } = request
  const [first, last] = [contacts[0], contacts.at(-1)]
  return [
    `# ${words.title}`,
    '',
    escapeMarkdown(words.about(facts.debtor.name, contacts.length)),
    '',
    ...(first === undefined || last === undefined
      ? []
      : [escapeMarkdown(words.period(dayOf(first), dayOf(last))), '']),
    `## ${words.chronology}`,
    '',
    ...chronology(request, words),
    `## ${words.findings}`,
    '',
    ...findingLines(request, words, locale),
    `## ${words.files}`,
    '',
    ...fileLines(request, words),
    `## ${words.limits}`,
    '',
    ...words.limitLines.map((line) => `- ${escapeMarkdown(line)}`),
    '',
  ].join('\n')
}

const dayOf = ({ at }: Contact): string => at.slice(0, 10)
/** As it was written down, with its offset: 2026-11-20 21:40 (+08:00). */
const timeOf = ({ at }: Contact): string =>
  `${dayOf({ at } as Contact)} ${at.slice(11, 16)} (${/(Z|[+-]\d{2}:\d{2})$/.exec(at)?.[0] ?? ''})`

const row = (cells: readonly string[]): string => `| ${cells.map(escapeMarkdown).join(' | ')} |`
const ruleOf = (count: number): string => `|${' --- |'.repeat(count)}`

function chronology({ contacts, facts }: EvidenceIndexRequest, words: Words): readonly string[] {
  const { columns } = words
  return [
    row([columns.entry, columns.time, columns.what]),
    ruleOf(3),
    ...contacts.map((contact, index) =>
      row([String(index + 1), timeOf(contact), whatHappened(contact, facts, words)]),
    ),
    '',
  ]
}

const nameIn = (
  list: readonly { readonly id: string; readonly name: string }[],
  id: string | null,
): string => list.find((member) => member.id === id)?.name ?? ''

const callerParts = ({ caller }: Contact): readonly string[] =>
  caller === null ? [] : [caller.agency, caller.name, caller.number]

function whatHappened(
  contact: Contact,
  { creditors, people }: EvidenceIndexRequest['facts'],
  words: Words,
): string {
  const facts = [
    words.channel[contact.channel],
    words.direction[contact.direction],
    nameIn(creditors, contact.creditor),
    ...callerParts(contact),
    words.party[contact.party],
    nameIn(people, contact.person),
    contact.connected ? '' : words.unanswered,
    contact.disclosedDebt ? words.disclosed : '',
    ...[...contact.conduct].sort().map((tag) => words.tag[tag]),
    contact.recorded ? words.recorded : '',
  ].filter((part) => part !== '')
  const files = contact.evidence.map(({ name }) => name)
  return [
    facts.join(words.comma),
    contact.notes,
    files.length === 0 ? '' : words.proof(files.join(words.comma)),
  ]
    .filter((part) => part !== '')
    .join(words.stop)
}

function findingLines(
  { contacts, findings }: EvidenceIndexRequest,
  words: Words,
  locale: Locale,
): readonly string[] {
  if (findings.length === 0) return [words.noFindings, '']
  const place = new Map(contacts.map(({ id }, index) => [id, index + 1]))
  return findings.flatMap((finding) => {
    const { rule, basis } = finding
    const { citation } = basis
    const where = [
      citation.instrument[locale],
      citation.article === null ? '' : articleText(citation.article, locale),
      citation.documentNumber ?? '',
    ]
      .filter((part) => part !== '')
      .join(' ')
    const numbers = countedContacts(finding)
      .map((id) => String(place.get(id) ?? ''))
      .join(', ')
    const source = words.source(where, citation.issuer[locale], words.nature[basis.nature])
    const check = citation.confidence === 'verified' ? '' : `${words.comma}${words.checkFirst}`
    return [
      `**${escapeMarkdown(`${rule.title[locale]}${words.colon}${words.certainty[finding.certainty]}`)}**`,
      '',
      `- ${escapeMarkdown(whyText(finding, locale))}`,
      `- ${escapeMarkdown(words.entries(numbers))}`,
      `- ${escapeMarkdown(`${source}${check}`)}`,
      '',
    ]
  })
}

function fileLines({ files }: EvidenceIndexRequest, words: Words): readonly string[] {
  if (files.length === 0) return [words.noFiles, '']
  const { columns } = words
  return [
    row([columns.file, columns.digest, columns.place]),
    ruleOf(3),
    ...files.map(({ name, sha256, path }) => row([name, sha256, path ?? words.notEnclosed])),
    '',
  ]
}
