import { isOpenComplaint, type Case, type Complaint, type CreditorKind } from '../case/index.ts'
import { groupedBy, type CalendarDate } from '../kernel/index.ts'
import { channelsFor, replyDates, type ReplyDate } from './channels-for.ts'
import { aboutReader, type ConductFacts } from './contact-log.ts'
import { countedContacts } from './counted-contacts.ts'
import type { ChannelSubject, ConductFinding, ConductRule, HelpChannel } from './types.ts'

/** A channel for a matter, and what became of the complaint that went there. */
export interface ComplaintStep {
  readonly channel: HelpChannel
  /** The latest complaint about this lender there; null = none yet. */
  readonly complaint: Complaint | null
  /** By when it would have to reply to a complaint received today. */
  readonly replies: readonly ReplyDate[]
  /** For threats and fraud: it waits for no other channel. */
  readonly isUrgent: boolean
}

/** Where a matter stands: nothing filed, waiting, overdue, answered without success, settled, or all ways tried. */
export type ComplaintState = 'file' | 'wait' | 'overdue' | 'escalate' | 'done' | 'exhausted'

/** What may be complained of about one lender, and the way from channel to channel. */
export interface ComplaintMatter {
  /** The lender's id; '' where the log does not say. */
  readonly creditor: string
  readonly name: string
  readonly kind: CreditorKind | null
  readonly rules: readonly ConductRule[]
  /** Ids of the contacts the findings are about. */
  readonly contacts: readonly string[]
  readonly clear: number
  readonly possible: number
  readonly subjects: readonly ChannelSubject[]
  readonly steps: readonly ComplaintStep[]
  readonly state: ComplaintState
  /** The channel to turn to next; null where one waits or is through. */
  readonly next: ComplaintStep | null
}

interface PathRequest {
  readonly facts: ConductFacts & Pick<Case, 'complaints'>
  readonly findings: readonly ConductFinding[]
  readonly channels: readonly HelpChannel[]
  readonly on: CalendarDate
  /** A matter the log shows nothing of, such as charges or a wrong credit record. */
  readonly asked?: { readonly creditor: string; readonly subject: ChannelSubject } | null
}

/** The matters that findings, complaints on their way and the person's own question are about, one for each lender. */
export function complaintMatters(request: PathRequest): readonly ComplaintMatter[] {
  const { facts, findings, asked = null } = request
  const aboutOf = aboutReader(facts)
  const contacts = new Map(facts.contacts.map((contact) => [contact.id, contact]))
  const byLender = groupedBy(findings, (finding) => {
    const contact = contacts.get(finding.contact)
    return contact === undefined ? '' : aboutOf(contact).lender.id
  })
  const ids = new Set([
    ...byLender.keys(),
    ...facts.complaints.map(({ creditor }) => creditor ?? ''),
    ...(asked === null ? [] : [asked.creditor]),
  ])
  return [...ids].map((id) => matterOf(id, byLender.get(id) ?? [], request))
}

function matterOf(
  creditor: string,
  findings: readonly ConductFinding[],
  { facts, channels, on, asked }: PathRequest,
): ComplaintMatter {
  const lender = facts.creditors.find(({ id }) => id === creditor)
  const kind = lender?.kind ?? null
  const complaints = facts.complaints.filter((each) => (each.creditor ?? '') === creditor)
  const rules = [...new Map(findings.map(({ rule }) => [rule.id, rule])).values()]
  const subjects = [
    ...new Set<ChannelSubject>([
      ...rules.flatMap((rule) => rule.subjects),
      ...(asked?.creditor === creditor ? [asked.subject] : []),
    ]),
  ]
  const named = new Set(complaints.map(({ channel }) => channel))
  const fitting = new Set(channelsFor({ subjects, creditorKind: kind }, channels))
  const steps = channels
    .filter((channel) => fitting.has(channel) || named.has(channel.id))
    .toSorted((one, other) => one.step - other.step)
    .map((channel): ComplaintStep => ({
      channel,
      complaint: latestOf(complaints.filter((each) => each.channel === channel.id)),
      replies: replyDates(channel, { creditorKind: kind, from: on }),
      isUrgent: URGENT.some((subject) => channel.subjects.includes(subject)),
    }))
  return {
    creditor,
    name: lender?.name ?? '',
    kind,
    rules,
    contacts: namedBy(findings),
    clear: findings.filter(({ certainty }) => certainty === 'clear').length,
    possible: findings.filter(({ certainty }) => certainty === 'possible').length,
    subjects,
    steps,
    ...standingOf(steps, on),
  }
}

/** The contacts that findings name, each once: many of a long log's findings name the same ones. */
function namedBy(findings: readonly ConductFinding[]): readonly string[] {
  const named = new Set<string>()
  for (const finding of findings) for (const id of countedContacts(finding)) named.add(id)
  return [...named]
}

const URGENT: readonly ChannelSubject[] = ['threat', 'fraud']

const latestOf = (complaints: readonly Complaint[]): Complaint | null =>
  complaints
    .toSorted((one, other) => ((one.filedOn ?? '') < (other.filedOn ?? '') ? -1 : 1))
    .at(-1) ?? null

/** From channel to channel: the next one only when the one before refused, was silent or is overdue. */
function standingOf(
  steps: readonly ComplaintStep[],
  on: CalendarDate,
): Pick<ComplaintMatter, 'state' | 'next'> {
  const way = steps.filter(({ isUrgent }) => !isUrgent)
  const filed = way.flatMap(({ complaint }) => (complaint === null ? [] : [complaint]))
  if (filed.some(({ outcome }) => outcome === 'upheld' || outcome === 'settled'))
    return { state: 'done', next: null }
  const open = filed.filter(isOpenComplaint)
  const isLate = ({ replyDueOn }: Complaint): boolean => replyDueOn !== null && replyDueOn < on
  if (open.some((complaint) => !isLate(complaint))) return { state: 'wait', next: null }
  const next = way.find(({ complaint }) => complaint === null) ?? null
  if (next === null) return { state: 'exhausted', next }
  if (filed.length === 0) return { state: 'file', next }
  return { state: open.length > 0 ? 'overdue' : 'escalate', next }
}
