import type { Case, Contact, Creditor, Loan } from '../case/index.ts'
import { addDays, type CalendarDate } from '../kernel/index.ts'
import { localMoment } from './moment.ts'

/** What shows a stage of collection whatever the days overdue: an agency rang, others were reached, somebody came, a court has it. */
export const STAGE_SIGNS = ['agency', 'people-reached', 'visit', 'court'] as const
export type StageSign = (typeof STAGE_SIGNS)[number]

/** What the place of a loan among the stages depends on. */
interface StageBounds {
  readonly fromDay: number
  /** The last day of it; null = without an end. */
  readonly untilDay: number | null
  readonly shownBy: readonly StageSign[]
}

/** Where a loan stands among the stages of collection. */
export interface StageStanding<Stage extends StageBounds> {
  readonly stage: Stage
  /** What shows it although the days alone would not; null = it is reached by days. */
  readonly sign: StageSign | null
  /** The stage after it; null for the last. */
  readonly next: Stage | null
  /** The day from which the next one is usual by days overdue; null where it is past or there is none. */
  readonly nextFrom: CalendarDate | null
}

/**
 * The stage of collection a loan has reached: the one its days overdue fall into, or a later one that
 * the log or a suit shows. Contacts count from the due date that is unpaid on. Null while nothing is
 * overdue and no court has it.
 * @param stages in the order of time
 */
export function collectionStage<Stage extends StageBounds>(
  about: {
    readonly loan: Loan
    readonly facts: Pick<Case, 'contacts' | 'creditors'>
    readonly overdueDays: number
    readonly oldestUnpaidDueOn: CalendarDate | null
    /** The clock of the jurisdiction, in minutes ahead of UTC. */
    readonly utcOffset: number
    readonly on: CalendarDate
  },
  stages: readonly Stage[],
): StageStanding<Stage> | null {
  const { overdueDays, oldestUnpaidDueOn: unpaidSince, on } = about
  const signs = signsOf(about)
  const byDays = overdueDays === 0 ? -1 : stages.findIndex((stage) => isWithin(stage, overdueDays))
  const bySign = stages.findLastIndex(({ shownBy }) => shownBy.some((sign) => signs.has(sign)))
  const stage = stages[Math.max(byDays, bySign)]
  if (stage === undefined) return null
  const next = stages[Math.max(byDays, bySign) + 1] ?? null
  const nextFrom = next === null || unpaidSince === null ? null : addDays(unpaidSince, next.fromDay)
  return {
    stage,
    sign: bySign > byDays ? (stage.shownBy.find((sign) => signs.has(sign)) ?? null) : null,
    next,
    nextFrom: nextFrom !== null && nextFrom > on ? nextFrom : null,
  }
}

const isWithin = ({ fromDay, untilDay }: StageBounds, day: number): boolean =>
  day >= fromDay && (untilDay === null || day <= untilDay)

function signsOf({
  loan,
  facts,
  overdueDays,
  oldestUnpaidDueOn: since,
  utcOffset,
  on,
}: Parameters<typeof collectionStage>[0]): ReadonlySet<StageSign> {
  const isInCourt = loan.litigation === 'sued' || loan.litigation === 'judgment'
  const signs = new Set<StageSign>(isInCourt ? ['court'] : [])
  if (overdueDays === 0 || since === null) return signs
  const creditors = new Map(facts.creditors.map((creditor) => [creditor.id, creditor]))
  const isNow = ({ at }: Contact): boolean => {
    const { date } = localMoment(at, utcOffset)
    return date >= since && date <= on
  }
  for (const contact of facts.contacts)
    if (contact.direction === 'in' && isAbout(contact, loan, creditors) && isNow(contact))
      for (const sign of signsIn(contact, creditors)) signs.add(sign)
  return signs
}

type Creditors = ReadonlyMap<string, Creditor>

/** Whether a contact is about a loan: it names it, or names no loan but who lent it or collects for them. */
const isAbout = ({ loan: named, creditor }: Contact, loan: Loan, creditors: Creditors): boolean =>
  named === loan.id ||
  (named === null &&
    creditor !== null &&
    (creditor === loan.creditor || creditors.get(creditor)?.onBehalfOf === loan.creditor))

function signsIn(contact: Contact, creditors: Creditors): readonly StageSign[] {
  const { creditor, caller, party, channel } = contact
  const isAgency =
    creditors.get(creditor ?? '')?.kind === 'collector' || (caller?.agency ?? '') !== ''
  const shows: Readonly<Record<StageSign, boolean>> = {
    agency: isAgency,
    'people-reached': party !== 'debtor',
    visit: channel === 'visit',
    court: false,
  }
  return STAGE_SIGNS.filter((sign) => shows[sign])
}
