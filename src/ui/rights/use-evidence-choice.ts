import { computed, reactive, ref } from 'vue'
import { useCaseStore, useContactDeskStore, useFiguresStore } from '../../stores/index.ts'
import { countedContacts } from '../../domain/conduct/index.ts'
import type { CalendarDate } from '../../domain/kernel/index.ts'
import { uniqueFiles } from './evidence-folder.ts'

/** Entries, files and period of an evidence pack. All that lies in the period is in until it is taken out; where entries were ticked in the log, only these. */
export function useEvidenceChoice() {
  const cases = useCaseStore()
  const figures = useFiguresStore()
  const from = ref<CalendarDate | null>(null)
  const until = ref<CalendarDate | null>(null)
  const collected = useContactDeskStore().takeCollected()
  const all = (cases.facts?.contacts ?? []).map(({ id }) => id)
  const without = reactive(new Set(all.filter((id) => collected?.has(id) === false)))

  const inPeriod = computed(() =>
    (cases.facts?.contacts ?? [])
      .filter(({ at }) => {
        const day = at.slice(0, 10)
        return (from.value ?? day) <= day && day <= (until.value ?? day)
      })
      .toSorted((one, other) => (`${one.at} ${one.id}` < `${other.at} ${other.id}` ? -1 : 1)),
  )
  const contacts = computed(() => inPeriod.value.filter(({ id }) => !without.has(id)))
  const files = computed(() => uniqueFiles(contacts.value.flatMap(({ evidence }) => evidence)))
  const chosenFiles = computed(
    () => new Set(files.value.map(({ sha256 }) => sha256).filter((digest) => !without.has(digest))),
  )
  const chosenIds = computed(() => new Set(contacts.value.map(({ id }) => id)))
  /** A finding is told only where all it is counted with is there to read. */
  const findings = computed(() =>
    figures.conduct.filter((finding) =>
      countedContacts(finding).every((id) => chosenIds.value.has(id)),
    ),
  )

  return {
    from,
    until,
    inPeriod,
    contacts,
    files,
    chosenFiles,
    findings,
    isIn: (key: string): boolean => !without.has(key),
    put: (keys: readonly string[], isIn: boolean): void => {
      for (const key of keys) {
        if (isIn) without.delete(key)
        else without.add(key)
      }
    },
  }
}
