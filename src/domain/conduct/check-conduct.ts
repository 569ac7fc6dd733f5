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
  const found = rules.flatMap((rule) =>
    runCheck(rule.check, log).flatMap((hit) => {
      const binding = bindingBasis(rule.bases, hit.entry)
      return binding === null ? [] : [{ hit, finding: findingOf(rule, hit, binding) }]
    }),
  )
  return found
    .toSorted((one, other) => one.hit.entry.instant - other.hit.entry.instant)
    .map(({ finding }) => finding)
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
  const ranked = bases.flatMap((basis): Binding[] => {
    const scope = isInForce(basis, entry.date) ? scopeOf(basis, entry) : 'outside'
    return scope === 'outside' ? [] : [{ basis, isDoubtful: scope === 'doubtful' }]
  })
  return ranked.find(({ isDoubtful }) => !isDoubtful) ?? ranked[0] ?? null
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

function findingOf(rule: ConductRule, hit: Hit, { basis, isDoubtful }: Binding): ConductFinding {
  const { entry, counted, code, values = {} } = hit
  const certainty = isDoubtful ? 'possible' : hit.certainty
  return {
    rule,
    basis,
    contact: entry.contact.id,
    contacts: counted.map(({ contact }) => contact.id),
    on: entry.date,
    certainty,
    severity: certainty === 'clear' ? rule.severity : MILDER[rule.severity],
    why: { code, values },
    missing: [...missingEvidence(rule, entry), ...doubts(entry, isDoubtful)],
  }
}

const missingEvidence = (rule: ConductRule, { contact, loan }: LogEntry): EvidenceNeed[] => {
  const has: Readonly<Partial<Record<EvidenceNeed, boolean>>> = {
    recording: contact.recorded,
    screenshot: contact.evidence.length > 0,
    'call-log': contact.evidence.length > 0,
    'caller-number': (contact.caller?.number ?? '') !== '',
    'visitor-count': contact.visitors !== null,
    agreement: loan?.agreements.some(({ inWriting, recorded }) => inWriting || recorded) ?? false,
  }
  return rule.evidence.filter((need) => has[need] !== true)
}

function doubts({ lender }: LogEntry, isDoubtful: boolean): EvidenceNeed[] {
  if (lender.kind === null) return ['lender-kind']
  return isDoubtful ? ['rule-covers-lender'] : []
}
