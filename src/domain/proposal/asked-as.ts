import type { Loan } from '../case/index.ts'
import type { CalendarDate } from '../kernel/index.ts'
import { buildSchedule } from '../loan/index.ts'
import type { Arrangement, Concession } from './types.ts'

/** What is asked for is called by the most that it asks. */
export const askedAs = (
  concession: Concession,
  loan: Loan,
  lastOn: CalendarDate | null,
): Arrangement => (concession === 1 ? instalmentsCalled(loan, lastOn) : ASKED_AS[concession])

const ASKED_AS: Readonly<Record<Concession, Arrangement>> = {
  0: 'keep-paying',
  1: 'instalment',
  2: 'deferral',
  3: 'penalty-waiver',
  4: 'interest-cut',
  5: 'settlement',
}

/** Instalments that end after the contract's last day are a longer term; a card's balance has no such day. */
export const instalmentsCalled = (loan: Loan, lastOn: CalendarDate | null): Arrangement =>
  lastOn !== null && endsAfterContract(loan, lastOn) ? 'extension' : 'instalment'

function endsAfterContract(loan: Loan, lastOn: CalendarDate): boolean {
  if (loan.kind === 'revolving') return false
  const schedule = buildSchedule(loan)
  const last = schedule.ok ? schedule.value.instalments.at(-1) : undefined
  return last !== undefined && last.dueOn < lastOn
}
