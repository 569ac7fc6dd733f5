import { describe, expect, it } from 'vitest'
import {
  agenda,
  isTimeToRemind,
  itemsToTell,
  minutesLater,
  USUAL_REMINDERS,
  type ReminderState,
} from '../../../../src/domain/plan/index.ts'
import { aCase, day } from '../../../support/builders.ts'

const today = day('2026-11-24')
const items = agenda(
  aCase({
    loans: [],
    tasks: ['2026-11-20', '2026-11-25', '2026-11-26'].map((dueOn) => ({
      id: dueOn,
      title: dueOn,
      dueOn: day(dueOn),
      doneOn: null,
      loan: null,
    })),
  }),
  today,
)
const never: ReminderState = { remindedOn: null, snoozedUntil: null }
const at = (hour: number, on = today) => ({ day: on, minute: hour * 60 })
const isTime = (hour: number, state = never, rules = USUAL_REMINDERS) =>
  isTimeToRemind(itemsToTell(items, rules, today), rules, { state, now: at(hour) })

describe('a reminder', () => {
  it('tells what is late and what is near', () => {
    expect(itemsToTell(items, USUAL_REMINDERS, today).map(({ on }) => on)).toEqual([
      '2026-11-20',
      '2026-11-25',
    ])
    expect(itemsToTell(items, { ...USUAL_REMINDERS, daysAhead: 0 }, today)).toHaveLength(1)
  })

  it('comes once a day', () => {
    expect(isTime(9)).toBe(true)
    expect(isTime(9, { ...never, remindedOn: day('2026-11-23') })).toBe(true)
    expect(isTime(9, { ...never, remindedOn: today })).toBe(false)
  })

  it('keeps quiet over night and over noon, and never where both hours are the same', () => {
    expect([7, 8, 20, 21, 23].map((hour) => isTime(hour))).toEqual([
      false,
      true,
      true,
      false,
      false,
    ])
    const noon = { ...USUAL_REMINDERS, quietFrom: 720, quietUntil: 840 }
    expect([11, 12, 13, 14].map((hour) => isTime(hour, never, noon))).toEqual([
      true,
      false,
      false,
      true,
    ])
    expect(isTime(3, never, { ...USUAL_REMINDERS, quietFrom: 0, quietUntil: 0 })).toBe(true)
  })

  it('waits while it is put off, and comes again the same day', () => {
    const snoozed = { remindedOn: today, snoozedUntil: minutesLater(at(9), 60) }
    expect(isTime(9, snoozed)).toBe(false)
    expect(isTime(10, snoozed)).toBe(true)
    expect(minutesLater(at(23), 120)).toEqual(at(1, day('2026-11-25')))
  })

  it('does not come where nothing waits or none is wanted', () => {
    expect(isTime(9, never, { ...USUAL_REMINDERS, isOn: false })).toBe(false)
    expect(isTimeToRemind([], USUAL_REMINDERS, { state: never, now: at(9) })).toBe(false)
  })
})
