import {
  complaintReplyBy,
  complaintTask,
  letterReplyBy,
  replyTask,
  type Case,
  type Loan,
} from '../../case/index.ts'
import { latestOf, subtractFen, type CalendarDate } from '../../kernel/index.ts'
import { openInstalments } from '../open-instalments.ts'
import { planProgress } from '../plan-progress.ts'
import type { AgendaItem } from './types.ts'

/** What is due by contract is listed a year ahead; a plan to its end. */
const DAYS_AHEAD = 366

type Entry = Omit<AgendaItem, 'isOverdue' | 'creditor'> & { readonly creditor?: string | null }

/**
 * Everything of a case that has a date and is still open, what is overdue first, then by day: unpaid
 * instalments of the plan (of agreement or contract for loans that the plan does not have), arrears
 * without an agreement, offers that expire, answers that are due, freezes that end, tasks. What merely
 * ends (an offer, a freeze) is gone once its day is over; it can't be overdue.
 */
export function agenda(facts: Case, on: CalendarDate): readonly AgendaItem[] {
  const creditors = new Map(facts.loans.map(({ id, creditor }) => [id, creditor]))
  const entries: readonly Entry[] = [
    ...planned(facts, on),
    ...dueOtherwise(facts, on),
    ...facts.loans.flatMap((loan) => [...expiring(loan, on), ...replies(loan)]),
    ...correspondence(facts),
  ]
  return withStableIds(entries)
    .map((entry): AgendaItem => ({
      ...entry,
      creditor:
        entry.creditor ?? (entry.loan === null ? null : (creditors.get(entry.loan) ?? null)),
      isOverdue: entry.on < on,
    }))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1))
}

const planned = (facts: Case, on: CalendarDate): readonly Entry[] =>
  (planProgress(facts, on)?.instalments ?? [])
    .filter(({ status }) => status !== 'paid')
    .map(({ loan, dueOn, amount, paid }) => ({
      id: `instalment/${loan}/${dueOn}`,
      kind: 'instalment' as const,
      on: dueOn,
      loan,
      amount: subtractFen(amount, paid),
      title: '',
      record: loan,
    }))

/** Loans that the plan does not have: what was agreed or is due by contract, else what is late. */
const dueOtherwise = (facts: Case, on: CalendarDate): readonly Entry[] =>
  openInstalments(facts, on, DAYS_AHEAD).map(({ loan, dueOn, amount, isArrears }): Entry => {
    const kind = isArrears ? 'arrears' : 'agreed'
    const id = `${kind}/${loan}/${dueOn}`
    return { id, kind, on: dueOn, loan, amount, title: '', record: loan }
  })

function expiring(loan: Loan, on: CalendarDate): readonly Entry[] {
  const offers = loan.offers.flatMap(({ id, deadline, amount }): Entry[] =>
    deadline === null || deadline < on
      ? []
      : [
          {
            id: `offer/${loan.id}/${id}`,
            kind: 'offer-expires',
            on: deadline,
            loan: loan.id,
            amount,
            title: '',
            record: id,
          },
        ],
  )
  const freezes = loan.freezes.flatMap(({ until }): Entry[] =>
    until === null || until < on
      ? []
      : [
          {
            id: `freeze/${loan.id}/${until}`,
            kind: 'freeze-ends',
            on: until,
            loan: loan.id,
            amount: null,
            title: '',
            record: loan.id,
          },
        ],
  )
  return [...offers, ...freezes]
}

/** The answer that the last talk about a loan waits for. */
function replies({ id: loan, talks }: Loan): readonly Entry[] {
  const last = latestOf(talks)
  if (last === undefined || last.replyBy === null) return []
  if (last.kind === 'agreed' || last.kind === 'refused') return []
  const id = `talk/${loan}/${last.id}`
  return [
    { id, kind: 'talk-reply', on: last.replyBy, loan, amount: null, title: '', record: last.id },
  ]
}

function correspondence({ letters, complaints, tasks }: Case): readonly Entry[] {
  const waiting = complaints.flatMap((complaint) => {
    const on = complaintReplyBy(complaint)
    return on === null ? [] : [{ ...complaint, on }]
  })
  // What waits for the answer to a complaint is told once: it is done when the outcome is noted.
  const told = new Set(waiting.map(({ id }) => complaintTask(id)))
  const open = tasks.filter(({ id, doneOn }) => doneOn === null && !told.has(id))
  return [
    ...letters.flatMap(({ id, loan, creditor, title, sent }): Entry[] => {
      // A letter that waits for an answer has a task of its own, which goes by the letter's id.
      const on = letterReplyBy(sent)
      if (on === null) return []
      if (tasks.some((task) => task.id === replyTask(id))) return []
      const about = { loan, creditor, amount: null, title, record: id }
      return [{ id: `letter/${id}`, kind: 'letter-reply', on, ...about }]
    }),
    ...waiting.map(({ id, creditor, on }): Entry => {
      const title = tasks.find((task) => task.id === complaintTask(id))?.title ?? ''
      const about = { loan: null, creditor, amount: null, title, record: id }
      return { id: `complaint/${id}`, kind: 'complaint-reply', on, ...about }
    }),
    ...open.map(({ id, title, dueOn, loan }): Entry => {
      const about = { loan, amount: null, title, record: id }
      return { id: `task/${id}`, kind: 'task', on: dueOn, ...about }
    }),
  ]
}

/** Two instalments of one loan on one day are numbered: each has to be known again by itself. */
function withStableIds(entries: readonly Entry[]): readonly Entry[] {
  const seen = new Map<string, number>()
  return entries.map((entry) => {
    const count = (seen.get(entry.id) ?? 0) + 1
    seen.set(entry.id, count)
    return count === 1 ? entry : { ...entry, id: `${entry.id}/${String(count)}` }
  })
}
