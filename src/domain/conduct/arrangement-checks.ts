import type { Agreement, Loan } from '../case/index.ts'
import type { CalendarDate } from '../kernel/index.ts'
import type { ContactLog, LogEntry } from './contact-log.ts'
import { hitBy, type Hit, type Reason } from './hit.ts'
import type { CheckOf } from './single-checks.ts'

/** Collection after an arrangement was signed, as long as it was kept. The day of signing is left out. */
export const checkAfterAgreement = (
  _: CheckOf<'after-agreement'>,
  log: ContactLog,
): readonly Hit[] =>
  isArranged(log)
    ? log.entries.flatMap((entry): Hit[] => {
        if (entry.contact.direction !== 'in') return []
        const loans = entry.loan === null ? loansOf(entry, log) : [entry.loan]
        const reason = firstReason(loans, (loan) => signedReason(loan, entry, log))
        return reason === null ? [] : [hitBy(entry, reason)]
      })
    : []

/** Whether there is anything signed or accepted at all: most logs need not be gone through. */
const isArranged = ({ facts }: ContactLog): boolean =>
  facts.plan !== null || facts.loans.some(({ agreements }) => agreements.length > 0)

/** Where the log names a lender only, all of its loans have to be arranged. */
const loansOf = ({ lender }: LogEntry, { facts }: ContactLog): readonly Loan[] =>
  facts.loans.filter(({ creditor }) => creditor === lender.id)

function firstReason(
  loans: readonly Loan[],
  reasonOf: (loan: Loan) => Reason | null,
): Reason | null {
  const reasons = loans.map(reasonOf)
  return reasons.some((reason) => reason === null) ? null : (reasons[0] ?? null)
}

function signedReason(loan: Loan, { date }: LogEntry, log: ContactLog): Reason | null {
  const agreement = loan.agreements.findLast(({ signedOn }) => signedOn < date)
  if (agreement !== undefined) {
    if (!isKept(agreement, { loan, date, log })) return null
    const certainty = agreement.inWriting || agreement.recorded ? 'clear' : 'possible'
    return { certainty, code: 'after-signing', values: { date: agreement.signedOn } }
  }
  const { plan } = log.facts
  const isAccepted =
    plan !== null &&
    plan.acceptedOn < date &&
    plan.instalments.some((instalment) => instalment.loan === loan.id) &&
    loan.offers.some(({ confirmedInWriting }) => confirmedInWriting)
  if (!isAccepted) return null
  return { certainty: 'possible', code: 'after-accepted-offer', values: { date: plan.acceptedOn } }
}

/** Whether what fell due before the day was paid by then; who did not keep to it may be asked. */
function isKept(
  { signedOn, instalments }: Agreement,
  { loan, date, log }: { loan: Loan; date: CalendarDate; log: ContactLog },
): boolean {
  const due = instalments
    .filter(({ dueOn }) => dueOn < date)
    .reduce((sum, { amount }) => sum + amount, 0)
  const paid = log.facts.payments
    .filter(({ loan: id, on, reversedOn }) => {
      const stands = reversedOn === null || reversedOn > date
      return id === loan.id && on >= signedOn && on <= date && stands
    })
    .reduce((sum, { amount }) => sum + amount, 0)
  return paid >= due
}

/** An agency appeared. Whether the lender told the debtor before is not in a log: always possible. */
export const checkOutsourced = (
  _: CheckOf<'outsourced-without-notice'>,
  log: ContactLog,
): readonly Hit[] => {
  const known = new Set<string>()
  return log.entries.flatMap((entry): Hit[] => {
    const agency = agencyOf(entry)
    if (entry.contact.direction !== 'in' || agency === null) return []
    const key = `${entry.lender.id}\n${agency}`
    if (known.has(key)) return []
    known.add(key)
    const reason: Reason =
      agency === ''
        ? { certainty: 'possible', code: 'agency-unnamed' }
        : { certainty: 'possible', code: 'agency-appeared', values: { agency } }
    return [hitBy(entry, reason)]
  })
}

/** The agency's name, '' for one without a name, null when the lender itself was in touch. */
function agencyOf({ contact, creditor, lender }: LogEntry): string | null {
  const named = (contact.caller?.agency ?? '').trim()
  if (named !== '') return named === lender.name.trim() ? null : named
  const isAgency = creditor !== null && creditor.id !== lender.id && creditor.kind === 'collector'
  return isAgency ? creditor.name.trim() : null
}
