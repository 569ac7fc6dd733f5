import * as z from 'zod/mini'
import { USUAL_REMINDERS } from '../../domain/plan/index.ts'
import type { Settings } from './settings-repository.ts'
import { storedDate } from './stored-date.ts'

z.config({ jitless: true })

const minute = z.int().check(z.minimum(0), z.maximum(1439))
const rules = z.object({
  isOn: z.boolean(),
  quietFrom: minute,
  quietUntil: minute,
  daysAhead: z.int().check(z.minimum(0), z.maximum(31)),
})
const moment = z.object({ day: storedDate, minute })
const reminded = z.record(
  z.string(),
  z.object({ remindedOn: z.nullable(storedDate), snoozedUntil: z.nullable(moment) }),
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
