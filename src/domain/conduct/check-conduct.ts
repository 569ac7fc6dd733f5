import type { CalendarDate } from '../kernel/index.ts'
import { checkAfterAgreement, checkOutsourced } from './arrangement-checks.ts'
import { bindingReader, type Binding } from './binding-basis.ts'
import { logUpTo, readLog, type ConductFacts, type ContactLog } from './contact-log.ts'
import { checkConnectedCalls, checkUnansweredAttempts } from './count-checks.ts'
import type { Hit } from './hit.ts'
import { missingReader } from './missing-evidence.ts'
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
export const checkConduct = ({
  facts,
  utcOffset,
  ...held
}: ConductRequest): readonly ConductFinding[] => checkLog(readLog(facts, utcOffset), held)

/** `checkConduct` for a log that has been read. */
export function checkLog(
  whole: ContactLog,
  { rules, on }: Pick<ConductRequest, 'rules' | 'on'>,
): readonly ConductFinding[] {
  const log = logUpTo(whole, on)
  const findings: ConductFinding[] = []
  const places: number[] = []
  for (const rule of rules) {
    const bindingOf = bindingReader(rule.bases)
    const missingOf = missingReader(rule)
    for (const hit of runCheck(rule.check, log)) {
      const binding = bindingOf(hit.entry)
      if (binding === null) continue
      const missing = missingOf(hit.entry, binding.isDoubtful)
      findings.push(findingOf(rule, hit, { binding, missing }))
      places.push(hit.entry.place)
    }
  }
  return inOrder(findings, places, log.entries.length)
}

/**
 * Findings by the places of their entries, those of one place as they came. They are counted into
 * place: a long log has many, and comparing them takes longer than finding them.
 */
function inOrder(
  findings: readonly ConductFinding[],
  places: readonly number[],
  count: number,
): readonly ConductFinding[] {
  const starts = new Int32Array(count + 1)
  for (const place of places) starts[place + 1] = (starts[place + 1] ?? 0) + 1
  for (let place = 1; place <= count; place += 1)
    starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0)
  const sorted = findings.slice()
  findings.forEach((finding, index) => {
    const place = places[index] ?? 0
    const at = starts[place] ?? 0
    sorted[at] = finding
    starts[place] = at + 1
  })
  return sorted
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

const MILDER: Readonly<Record<RuleSeverity, RuleSeverity>> = {
  serious: 'warn',
  warn: 'info',
  info: 'info',
}

function findingOf(
  rule: ConductRule,
  { entry, reason, counted }: Hit,
  { binding, missing }: { binding: Binding; missing: readonly EvidenceNeed[] },
): ConductFinding {
  const certainty = binding.isDoubtful ? 'possible' : reason.certainty
  return {
    rule,
    basis: binding.basis,
    contact: entry.contact.id,
    counted,
    on: entry.date,
    certainty,
    severity: certainty === 'clear' ? rule.severity : MILDER[rule.severity],
    why: reason.why,
    missing,
  }
}
