import type { CalendarDate, Fen } from '../../kernel/index.ts'

export const AGENDA_KINDS = [
  'instalment',
  'agreed',
  'arrears',
  'offer-expires',
  'talk-reply',
  'letter-reply',
  'complaint-reply',
  'freeze-ends',
  'task',
] as const
export type AgendaKind = (typeof AGENDA_KINDS)[number]

/** Something that has a date: to pay, to do, or to hear by then. */
export interface AgendaItem {
  /** The same for the same thing on every day, so that a calendar knows it again. */
  readonly id: string
  readonly kind: AgendaKind
  readonly on: CalendarDate
  readonly loan: string | null
  readonly creditor: string | null
  readonly amount: Fen | null
  /** What the person wrote down; empty for all but tasks, letters and complaints. */
  readonly title: string
  /** The record it comes from: a task, a letter, a complaint, an offer, a talk or a loan. */
  readonly record: string
  readonly isOverdue: boolean
}
