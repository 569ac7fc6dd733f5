import { addDays, type CalendarDate } from '../../kernel/index.ts'
import type { AgendaItem } from './types.ts'

/** What a person chose about reminders. Minutes count from midnight. */
export interface ReminderRules {
  readonly isOn: boolean
  /** Nothing is said from this minute of the day … */
  readonly quietFrom: number
  /** … to this one, over midnight where it is the smaller. Equal = never quiet. */
  readonly quietUntil: number
  /** How many days ahead something is told: 0 = on its day. */
  readonly daysAhead: number
}

/** What was said so far. */
export interface ReminderState {
  /** The last day on which something was said; null = never. */
  readonly remindedOn: CalendarDate | null
  /** Nothing is said before this minute of this day; null = no wait. */
  readonly snoozedUntil: Moment | null
}

/** A minute of a day by the computer's clock. */
export interface Moment {
  readonly day: CalendarDate
  readonly minute: number
}

export const USUAL_REMINDERS: ReminderRules = {
  isOn: true,
  quietFrom: 21 * 60,
  quietUntil: 8 * 60,
  daysAhead: 1,
}

/** What is late or near enough to be told of. */
export const itemsToTell = (
  items: readonly AgendaItem[],
  { daysAhead }: ReminderRules,
  today: CalendarDate,
): readonly AgendaItem[] => items.filter(({ on }) => on <= addDays(today, daysAhead))

/**
 * Whether to remind now: once a day while there is something to tell, never in quiet hours, and after a
 * snooze as soon as it is over. What was missed while the app was closed or the hours were quiet is told
 * as soon as both have passed.
 */
export function isTimeToRemind(
  toTell: readonly AgendaItem[],
  rules: ReminderRules,
  { state, now }: { readonly state: ReminderState; readonly now: Moment },
): boolean {
  if (!rules.isOn || toTell.length === 0 || isQuiet(rules, now.minute)) return false
  const { snoozedUntil, remindedOn } = state
  if (snoozedUntil !== null) return !isBefore(now, snoozedUntil)
  return remindedOn === null || remindedOn < now.day
}

/** The moment so many minutes later. */
export function minutesLater({ day, minute }: Moment, minutes: number): Moment {
  const all = minute + minutes
  const days = Math.floor(all / MINUTES_A_DAY)
  return { day: addDays(day, days), minute: all - days * MINUTES_A_DAY }
}

const MINUTES_A_DAY = 24 * 60

const isBefore = (a: Moment, b: Moment): boolean =>
  a.day < b.day || (a.day === b.day && a.minute < b.minute)

function isQuiet({ quietFrom, quietUntil }: ReminderRules, minute: number): boolean {
  if (quietFrom === quietUntil) return false
  return quietFrom < quietUntil
    ? minute >= quietFrom && minute < quietUntil
    : minute >= quietFrom || minute < quietUntil
}
