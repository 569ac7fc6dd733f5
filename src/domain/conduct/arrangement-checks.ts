import type { Agreement, Loan } from '../case/index.ts'
import type { CalendarDate } from '../kernel/index.ts'
import type { ContactLog, LogEntry } from './contact-log.ts'
import { clearly, hitsAmong, possibly, type Hit, type Reason } from './hit.ts'
import type { CheckOf } from './single-checks.ts'

/** Collection after an arrangement was signed, as long as it was kept. The day of signing is left out. */
export const checkAfterAgreement = (
  _: CheckOf<'after-agreement'>,
  log: ContactLog,
): readonly Hit[] =>
  isArranged(log)
    ? hitsAmong(log.entries, (entry) => {
        if (entry.contact.direction !== 'in') return null
        const loans = entry.loan === null ? loansOf(entry, log) : [entry.loan]
        return firstReason(loans, (loan) => signedReason(loan, entry, log))
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
    const reasonOf = agreement.inWriting || agreement.recorded ? clearly : possibly
    return reasonOf('after-signing', { date: agreement.signedOn })
  }
  const { plan } = log.facts
  const isAccepted =
    plan !== null &&
    plan.acceptedOn < date &&
    plan.instalments.some((instalment) => instalment.loan === loan.id) &&
    loan.offers.some(({ confirmedInWriting }) => confirmedInWriting)
  return isAccepted ? possibly('after-accepted-offer', { date: plan.acceptedOn }) : null
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
  return hitsAmong(log.entries, (entry) => {
    const agency = agencyOf(entry)
    if (entry.contact.direction !== 'in' || agency === null) return null
    const key = `${entry.lender.id}\n${agency}`
    if (known.has(key)) return null
    known.add(key)
    return agency === '' ? possibly('agency-unnamed') : possibly('agency-appeared', { agency })
  })
}

/** The agency's name, '' for one without a name, null when the lender itself was in touch. */
function agencyOf({ contact, creditor, lender }: LogEntry): string | null {
  const named = (contact.caller?.agency ?? '').trim()
  if (named !== '') return named === lender.name.trim() ? null : named
  const isAgency = creditor !== null && creditor.id !== lender.id && creditor.kind === 'collector'
  return isAgency ? creditor.name.trim() : null
}
