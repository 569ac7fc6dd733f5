import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { GuidePlace } from '../storage/repositories/index.ts'
import { useCaseStore } from './case-store.ts'
import { useServices } from './services.ts'

/** Ways that were begun and left are kept for so many cases. */
const MOST_PLACES = 20

/** Where a person stands in the guided way: kept at each answer, so that it goes on where it was left. */
export const useGuideStore = defineStore('guide', () => {
  const { settings } = useServices()
  const cases = useCaseStore()
  const stored = shallowRef<readonly GuidePlace[]>([])
  /** Another case has its own way: the place of one is not that of the other. */
  const place = computed(() => stored.value.find(({ caseId }) => caseId === cases.caseId) ?? null)

  /** Reads where it was left. */
  async function open(): Promise<void> {
    stored.value = (await settings.read()).guides
  }

  /** Shows a place at once and keeps it; a failed store rejects. */
  async function keep(next: GuidePlace): Promise<void> {
    const others = stored.value.filter(({ caseId }) => caseId !== next.caseId)
    stored.value = [next, ...others].slice(0, MOST_PLACES)
    await settings.write({ guides: stored.value })
  }

  return {
    place,
    /** Whether the open case has questions that were begun and not ended. */
    isUnfinished: computed(() => place.value !== null && place.value.step !== 'result'),
    open,
    keep,
  }
})
