import { useRouter } from 'vue-router'
import { useCaseDeskStore, useSettingsStore } from '../../stores/index.ts'

/** Begins a case of one's own and leads to its first question. */
export function useOwnCase(): () => Promise<void> {
  const router = useRouter()
  const desk = useCaseDeskStore()
  const settings = useSettingsStore()
  return async () => {
    if (await desk.startOwn(settings.locale)) await router.push({ name: 'start' })
  }
}
