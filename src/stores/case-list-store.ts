import { defineStore } from 'pinia'
import { computed, shallowRef, type ShallowRef } from 'vue'
import { caseBrief } from '../domain/plan/index.ts'
import {
  StorageFailure,
  storageFailureOf,
  type CaseSummary,
  type StorageFailureCode,
} from '../storage/repositories/index.ts'
import { useCaseStore } from './case-store.ts'
import { useServices } from './services.ts'

export type { CaseSummary } from '../storage/repositories/index.ts'

/** How many cases are offered where only the recent ones are. */
const MOST_RECENT = 8

/**
 * All cases that are stored. Listing reads one row of each and no other record. Actions never
 * reject: they answer whether they did it, and `failure` holds why not.
 */
export const useCaseListStore = defineStore('case-list', () => {
  const { cases } = useServices()
  const open = useCaseStore()
  const all = shallowRef<readonly CaseSummary[]>([])
  const failure = shallowRef<StorageFailureCode | null>(null)

  /** The cases that are not archived, the one opened last first, without the one that is open now. */
  const recent = computed(() =>
    all.value
      .filter(({ id, isArchived }) => !isArchived && id !== open.caseId)
      .toSorted((a, b) => (a.openedAt < b.openedAt ? 1 : a.openedAt > b.openedAt ? -1 : 0))
      .slice(0, MOST_RECENT),
  )

  async function attempt(work: () => Promise<unknown>): Promise<boolean> {
    failure.value = null
    try {
      await open.settled()
      await work()
      all.value = await cases.list()
      return true
    } catch (thrown) {
      failure.value = storageFailureOf(thrown).code
      return false
    }
  }

  /** Opens a case in place of the one that is open. */
  const openCase = (id: string): Promise<boolean> =>
    attempt(async () => {
      if (!(await open.openCase(id))) throw new StorageFailure('no-such-case')
    })

  const rename = (id: string, name: string): Promise<boolean> =>
    attempt(() => (id === open.caseId ? open.renameOpen(name) : cases.noteListing(id, { name })))

  const setArchived = (id: string, archived: boolean): Promise<boolean> =>
    attempt(() => cases.noteListing(id, { archived }))

  const duplicate = (id: string, name: string): Promise<boolean> =>
    attempt(() => cases.duplicate(id, name))

  /** Deletes a case for good; where it is the open one another takes its place. */
  const remove = (id: string): Promise<boolean> =>
    attempt(() => (id === open.caseId ? open.removeCase() : cases.remove(id)))

  const { isStale, freshen } = useLines(all)

  return {
    all: computed(() => all.value),
    recent,
    failure: computed(() => failure.value),
    read: () => attempt(() => Promise.resolve()),
    openCase,
    rename,
    setArchived,
    duplicate,
    remove,
    isStale,
    freshen,
  }
})

/** The one line of each case, and what makes it new. */
function useLines(all: ShallowRef<readonly CaseSummary[]>) {
  const { cases, today } = useServices()
  let round = 0

  /** Whether a case's one line is not of today, or something was changed since. */
  const isStale = ({ brief, isBriefCurrent, asOf }: CaseSummary): boolean =>
    !isBriefCurrent || brief?.on !== (asOf ?? today())

  /**
   * Works the lines of some cases out anew where they are stale, one case after the other. A later
   * call, also one with no cases, ends an earlier one. A case that can't be read keeps the line it had.
   */
  async function freshen(ids: readonly string[]): Promise<void> {
    const own = (round += 1)
    for (const id of ids) {
      const known = all.value.find((summary) => summary.id === id)
      if (known === undefined || !isStale(known)) continue
      await cases
        .keepBrief(id, (facts) => caseBrief(facts, facts.asOf ?? today()))
        .catch(() => undefined)
      const summary = await cases.summary(id).catch(() => null)
      if (own !== round) return
      if (summary !== null)
        all.value = all.value.map((other) => (other.id === id ? summary : other))
    }
  }

  return { isStale, freshen }
}
