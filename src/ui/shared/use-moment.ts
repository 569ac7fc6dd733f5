import { useI18n } from 'vue-i18n'
import type { CalendarDate } from '../../domain/kernel/index.ts'
import { localTime } from './local-time.ts'
import { useFormat } from './use-format.ts'

/** A moment in words: its day and time by this computer's clock. */
export function useMoment(): (at: string) => string {
  const { t } = useI18n()
  const { date } = useFormat()
  return (at) => {
    const { day, time } = localTime(at)
    return t('backup.when', { date: date(day as CalendarDate), time })
  }
}
