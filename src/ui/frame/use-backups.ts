import { onMounted, onScopeDispose, watch } from 'vue'
import type { CaseSummary } from '../../stores/index.ts'
import { useBackupStore, useCaseStore, useServices } from '../../stores/index.ts'

/** How often it is looked whether a backup is due, and how long after the last change, in milliseconds. */
const LOOK_EVERY = 60_000
const AFTER_CHANGE = 2 * 60_000

/** Makes backups by themselves: some time after a change, after a start that finds none of the last changes, at the close. */
export function useBackups(): void {
  const { desktop, cases: repository, now } = useServices()
  const cases = useCaseStore()
  const backups = useBackupStore()
  let changedAt = 0

  /** Whether a case of the person's own was changed after the last backup, of those that are named. The invented sample needs none. */
  async function lookForChanges(named: () => Promise<readonly CaseSummary[]>): Promise<void> {
    await backups.refresh()
    const { shelf } = backups
    if (shelf === null) return
    const last = shelf.backups.at(0)?.at ?? ''
    const found = await named().catch(() => [])
    if (found.some(({ isSample, updatedAt }) => !isSample && updatedAt > last)) backups.isDue = true
  }

  async function only(id: string | null): Promise<readonly CaseSummary[]> {
    const summary = id === null ? null : await repository.summary(id)
    return summary === null ? [] : [summary]
  }

  async function look(): Promise<void> {
    if (now().getTime() - changedAt >= AFTER_CHANGE) await backups.backUpIfDue()
  }

  watch(
    () => [cases.caseId, cases.facts] as const,
    ([id], [idBefore]) => {
      changedAt = now().getTime()
      if (id !== idBefore) void lookForChanges(() => only(id))
      else if (!cases.isSample && backups.shelf !== null) backups.isDue = true
    },
  )
  watch(
    // Also while one is being made, whose changes are no longer due.
    () => backups.isDue || backups.isWorking,
    (holds) => void desktop.holdClose({ holds }),
  )
  // All cases once; later the one that is opened, which may be new.
  onMounted(() => void lookForChanges(() => repository.list()))
  const timer = setInterval(() => void look(), LOOK_EVERY)
  onScopeDispose(() => clearInterval(timer))
}
