import type { CalendarDate } from '../kernel/index.ts'
import { checkAfterAgreement, checkOutsourced } from './arrangement-checks.ts'
import { readLog, type ConductFacts, type ContactLog, type LogEntry } from './contact-log.ts'
import { checkConnectedCalls, checkUnansweredAttempts } from './count-checks.ts'
import type { Hit } from './hit.ts'
import {
  checkDebtDisclosed,
  checkPublicised,
  checkQuietHours,
  checkTag,
  checkUnidentifiedCaller,
  checkVisitPersons,
  type CheckOf,
} from './single-checks.ts'
import {
  checkThirdPartyContact,
  checkThirdPartyRepeated,
  checkWorkplace,
} from './third-party-checks.ts'
import type {
  ConductBasis,
  ConductCheck,
  ConductCheckKind,
  ConductFinding,
  ConductRule,
  EvidenceNeed,
  RuleSeverity,
} from './types.ts'

export interface ConductRequest {
  readonly facts: ConductFacts
  readonly rules: readonly ConductRule[]
  /** The clock of the jurisdiction, in minutes ahead of UTC. */
  readonly utcOffset: number
  /** The last day that is looked at. */
  readonly on: CalendarDate
}

type Checks = {
  readonly [Kind in ConductCheckKind]: (check: CheckOf<Kind>, log: ContactLog) => readonly Hit[]
}

const CHECKS: Checks = {
  'quiet-hours': checkQuietHours,
  'connected-calls': checkConnectedCalls,
  'unanswered-attempts': checkUnansweredAttempts,
  'third-party-contact': checkThirdPartyContact,
  'third-party-repeated': checkThirdPartyRepeated,
  'debt-disclosed': checkDebtDisclosed,
  'unidentified-caller': checkUnidentifiedCaller,
  tag: checkTag,
  publicised: checkPublicised,
  'visit-persons': checkVisitPersons,
  workplace: checkWorkplace,
  'after-agreement': checkAfterAgreement,
  'outsourced-without-notice': checkOutsourced,
}

/**
 * Holds a contact log against a pack's conduct rules: by the rule in force on the contact's day and
 * the lender it was made for. Findings come in the order of time, those of one moment in the order of
 * the rules. A finding is what the log shows, never a verdict.
 */
export function checkConduct(request: ConductRequest): readonly ConductFinding[] {
  const { facts, rules, utcOffset, on } = request
  const log = readLog(facts, utcOffset, on)
  // By the place of the entry: a long log has many findings, and sorting them takes longer than finding them.
  const found = log.entries.map((): ConductFinding[] => [])
  for (const rule of rules) {
    const held = { rule, missingOf: missingReader(rule) }
    for (const hit of runCheck(rule.check, log)) {
      const binding = bindingBasis(rule.bases, hit.entry)
      if (binding === null) continue
      found[hit.entry.place]?.push(findingOf(held, hit, binding))
    }
  }
  const findings: ConductFinding[] = []
  for (const ofEntry of found) for (const finding of ofEntry) findings.push(finding)
  return findings
}

/** How often each rule was broken, possibly or clearly. */
export function countFindings(
  findings: readonly ConductFinding[],
): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { rule } of findings) counts[rule.id] = (counts[rule.id] ?? 0) + 1
  return counts
}

function runCheck(check: ConductCheck, log: ContactLog): readonly Hit[] {
  const run = CHECKS[check.kind] as (check: ConductCheck, log: ContactLog) => readonly Hit[]
  return run(check, log)
}

interface Binding {
  readonly basis: ConductBasis
  /** Whether it has to be checked that the rule is meant for this lender or loan. */
  readonly isDoubtful: boolean
}

/** The first source that binds the lender on that day; else the first of which it has to be checked. */
function bindingBasis(bases: readonly ConductBasis[], entry: LogEntry): Binding | null {
  let doubtful: Binding | null = null
  for (const basis of bases) {
    if (!isInForce(basis, entry.date)) continue
    const scope = scopeOf(basis, entry)
    if (scope === 'within') return { basis, isDoubtful: false }
    if (scope === 'doubtful') doubtful ??= { basis, isDoubtful: true }
  }
  return doubtful
}

const isInForce = ({ inForceFrom, inForceUntil }: ConductBasis, date: CalendarDate): boolean =>
  inForceFrom <= date && (inForceUntil === null || date <= inForceUntil)

type Scope = 'within' | 'doubtful' | 'outside'

function scopeOf(basis: ConductBasis, { lender, loan }: LogEntry): Scope {
  const { creditorKinds, doubtfulKinds, loanKinds } = basis
  if (loanKinds !== null && loan !== null && !loanKinds.includes(loan.kind)) return 'outside'
  const isLoanUnknown = loanKinds !== null && loan === null
  if (lender.kind === null) return 'doubtful'
  if (creditorKinds.includes(lender.kind)) return isLoanUnknown ? 'doubtful' : 'within'
  // Whose rules bind an agency is not known until its principal is.
  return doubtfulKinds.includes(lender.kind) || lender.kind === 'collector' ? 'doubtful' : 'outside'
}

const MILDER: Readonly<Record<RuleSeverity, RuleSeverity>> = {
  serious: 'warn',
  warn: 'info',
  info: 'info',
}

interface HeldRule {
  readonly rule: ConductRule
  readonly missingOf: ReturnType<typeof missingReader>
}

function findingOf(
  { rule, missingOf }: HeldRule,
  { entry, counted, certainty: shown, code, values }: Hit,
  { basis, isDoubtful }: Binding,
): ConductFinding {
  const certainty = isDoubtful ? 'possible' : shown
  return {
    rule,
    basis,
    contact: entry.contact.id,
    contacts: counted,
    on: entry.date,
    certainty,
    severity: certainty === 'clear' ? rule.severity : MILDER[rule.severity],
    why: { code, values },
    missing: missingOf(entry, isDoubtful),
  }
}

/** What a rule's findings lack. Entries that lack the same share one list: a log may be long. */
function missingReader(rule: ConductRule) {
  const lists = new Map<number, readonly EvidenceNeed[]>()
  return (entry: LogEntry, isDoubtful: boolean): readonly EvidenceNeed[] => {
    const isThere = rule.evidence.map((need) => IS_THERE[need]?.(entry) === true)
    const doubt = entry.lender.kind === null ? 2 : Number(isDoubtful)
    const key = isThere.reduce((bits, there) => bits * 2 + Number(there), doubt)
    const known = lists.get(key)
    if (known !== undefined) return known
    const missing = rule.evidence.filter((_, at) => isThere[at] !== true)
    if (doubt === 2) missing.push('lender-kind')
    else if (doubt === 1) missing.push('rule-covers-lender')
    lists.set(key, missing)
    return missing
  }
}

/** What the log can show to have; of the other needs it can't tell. */
const IS_THERE: Readonly<Partial<Record<EvidenceNeed, (entry: LogEntry) => boolean>>> = {
  recording: ({ contact }) => contact.recorded,
  screenshot: ({ contact }) => contact.evidence.length > 0,
  'call-log': ({ contact }) => contact.evidence.length > 0,
  'caller-number': ({ contact }) => (contact.caller?.number ?? '') !== '',
  'visitor-count': ({ contact }) => contact.visitors !== null,
  agreement: ({ loan }) =>
    loan?.agreements.some(({ inWriting, recorded }) => inWriting || recorded) ?? false,
}
