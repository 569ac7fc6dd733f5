import { isNavigationFailure, NavigationFailureType, useRouter } from 'vue-router'
import { useCaseListStore } from '../../stores/index.ts'

/**
 * Opens another case on its overview. The page that is open is left first: one with unsaved entries
 * asks, and whoever stays keeps both the page and the case.
 */
export function useCaseSwitch(): (id: string) => Promise<void> {
  const router = useRouter()
  const list = useCaseListStore()
  return async (id) => {
    const failure = await router.push({ name: 'overview' })
    if (isNavigationFailure(failure, NavigationFailureType.aborted)) return
    await list.openCase(id)
  }
}
