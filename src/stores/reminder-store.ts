import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { calendarDate } from '../domain/kernel/index.ts'
import {
  agenda,
  isTimeToRemind,
  itemsToTell,
  minutesLater,
  USUAL_REMINDERS,
  type Moment,
  type ReminderRules,
  type ReminderState,
} from '../domain/plan/index.ts'
import { useCaseStore } from './case-store.ts'
import { useServices } from './services.ts'

/** The minute of a day that a clock shows. */
const momentOf = (moment: Date): Moment => ({
  day: calendarDate(moment.getFullYear(), moment.getMonth() + 1, moment.getDate()),
  minute: moment.getHours() * 60 + moment.getMinutes(),
})

const NEVER: ReminderState = { remindedOn: null, snoozedUntil: null }

/** Whether what was said of a case matters on a day any more. */
const stillCounts = ({ remindedOn, snoozedUntil }: ReminderState, day: string): boolean =>
  remindedOn === day || (snoozedUntil !== null && snoozedUntil.day >= day)

/** Reminds of what is late or near, by the computer's clock whatever day the figures are for, each case for itself. The invented sample reminds of nothing. */
export const useReminderStore = defineStore('reminders', () => {
  const { desktop, settings, now } = useServices()
  const cases = useCaseStore()
  const rules = shallowRef<ReminderRules>(USUAL_REMINDERS)
  const states = shallowRef<Readonly<Record<string, ReminderState>>>({})
  const state = computed(() => states.value[cases.caseId ?? ''] ?? NEVER)
  const at = shallowRef<Moment>(momentOf(now()))
  const isOpen = ref(false)

  const toTell = computed(() => {
    if (cases.facts === null || cases.isSample) return []
    return itemsToTell(agenda(cases.facts, at.value.day), rules.value, at.value.day)
  })

  /** Reads what was chosen and said before. Without it the usual rules hold. */
  async function open(): Promise<void> {
    const stored = await settings.read().catch(() => null)
    if (stored !== null) {
      rules.value = stored.reminders
      states.value = stored.reminded
    }
    isOpen.value = true
    await look()
  }

  /** Looks at the clock, and reminds if it is time. Nothing before `open`. */
  async function look(): Promise<void> {
    if (!isOpen.value) return
    at.value = momentOf(now())
    const when = { state: state.value, now: at.value }
    if (!isTimeToRemind(toTell.value, rules.value, when)) return
    await remember({ remindedOn: at.value.day, snoozedUntil: null })
    await desktop.remind()
  }

  /** Says nothing for so many minutes. */
  const snooze = (minutes: number): Promise<void> =>
    remember({ ...state.value, snoozedUntil: minutesLater(momentOf(now()), minutes) })

  async function setRules(chosen: ReminderRules): Promise<void> {
    rules.value = chosen
    await settings.write({ reminders: chosen })
  }

  async function remember(next: ReminderState): Promise<void> {
    if (cases.caseId === null) return
    const { day } = momentOf(now())
    const current = Object.entries(states.value).filter(([, said]) => stillCounts(said, day))
    states.value = { ...Object.fromEntries(current), [cases.caseId]: next }
    await settings.write({ reminded: states.value }).catch(() => undefined)
  }

  watch(
    () => cases.caseId,
    () => void look(),
  )

  return { rules, state, toTell, open, look, snooze, setRules }
})
