import { ref, type ComputedRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { calendarFile, type AgendaItem, type CalendarEntry } from '../../domain/plan/index.ts'
import { useDayStore, useServices } from '../../stores/index.ts'
import { useFormat } from '../shared/use-format.ts'

interface Words {
  readonly about: (item: AgendaItem) => string
  readonly titleOf: (item: AgendaItem) => string
  readonly discreet: (item: AgendaItem) => string
}

/** Writes the agenda as a calendar file: without names and amounts unless they are asked for. */
export function useCalendarExport(
  items: ComputedRef<readonly AgendaItem[]>,
  words: Words,
  withDetails: Ref<boolean>,
) {
  const { t } = useI18n()
  const { money } = useFormat()
  const { desktop, now } = useServices()
  const days = useDayStore()
  const said = ref('')

  function entryOf(item: AgendaItem): CalendarEntry {
    const { id, on, amount } = item
    if (!withDetails.value) return { id, on, summary: words.discreet(item), description: '' }
    const parts = [words.about(item), amount === null ? '' : money(amount)]
    const description = parts.filter((part) => part !== '').join('\n')
    return { id, on, summary: words.titleOf(item), description }
  }

  async function save(): Promise<void> {
    const stamp = `${now().toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
    const text = calendarFile(items.value.map(entryOf), { name: t('shared.appName'), stamp })
    const saved = await desktop.saveFile({
      suggestedName: `respite-${days.day}.ics`,
      extension: 'ics',
      bytes: new TextEncoder().encode(text),
    })
    if (saved.ok) said.value = t('agenda.export.saved', { path: saved.value.path })
    else said.value = saved.code === 'cancelled' ? '' : t(`shared.desktopFailure.${saved.code}`)
  }

  return { save, said }
}
