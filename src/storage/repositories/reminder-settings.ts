import { z } from 'zod'
import { parseDate, type CalendarDate } from '../../domain/kernel/index.ts'
import { USUAL_REMINDERS } from '../../domain/plan/index.ts'
import type { Settings } from './settings-repository.ts'

z.config({ jitless: true })

const minute = z.int().min(0).max(1439)
const day = z
  .string()
  .refine((text) => parseDate(text).ok)
  .transform((text) => text as CalendarDate)
const rules = z.object({
  isOn: z.boolean(),
  quietFrom: minute,
  quietUntil: minute,
  daysAhead: z.int().min(0).max(31),
})
const moment = z.object({ day, minute })
const reminded = z.record(
  z.string(),
  z.object({ remindedOn: day.nullable(), snoozedUntil: moment.nullable() }),
)

/** What is stored about reminders; a value that can't be read counts as not chosen. */
export function reminderSettingsOf(
  stored: ReadonlyMap<string, unknown>,
): Pick<Settings, 'reminders' | 'reminded'> {
  const chosen = rules.safeParse(stored.get('reminders'))
  const said = reminded.safeParse(stored.get('reminded'))
  return {
    reminders: chosen.success ? chosen.data : USUAL_REMINDERS,
    reminded: said.success ? said.data : {},
  }
}
