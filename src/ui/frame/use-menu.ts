import { onScopeDispose, watchEffect, type Ref } from 'vue'
import { useRouter } from 'vue-router'
import type { MenuCommand } from '../../contract/index.ts'
import {
  useCaseDeskStore,
  useCaseStore,
  useServices,
  useSettingsStore,
} from '../../stores/index.ts'
import type { HistoryStep } from './use-history.ts'
import type { Screen } from './screens.ts'

interface MenuEnds {
  readonly go: (step: HistoryStep) => Promise<void>
  readonly isTyping: Readonly<Ref<boolean>>
}

/** Does what the application menu asks, and tells the menu which of its items can be used. */
export function useMenu({ go, isTyping }: MenuEnds): void {
  const { desktop } = useServices()
  const router = useRouter()
  const cases = useCaseStore()
  const desk = useCaseDeskStore()
  const settings = useSettingsStore()

  const show = (name: Screen | 'debt-new') => router.push({ name })

  const commands: Readonly<Record<MenuCommand, () => Promise<unknown>>> = {
    'case-new': async () => (await desk.startOwn(settings.locale)) && show('debt-new'),
    'case-sample': async () => (await desk.openSample(settings.locale)) && show('overview'),
    'case-import': async () => (await desk.importFile()) && show('overview'),
    'case-export': () => desk.exportFile(),
    undo: () => go('undo'),
    redo: () => go('redo'),
    'go-overview': () => show('overview'),
    'go-debts': () => show('debts'),
    'go-budget': () => show('budget'),
    'go-proposals': () => show('proposals'),
    'go-letter': () => show('letter'),
    'go-plan': () => show('plan'),
    'go-settings': () => show('settings'),
  }

  onScopeDispose(desktop.onMenuCommand((command) => void commands[command]()))
  watchEffect(() => {
    void desktop.setMenuState({
      hasCase: cases.facts !== null,
      canUndo: cases.canUndo || isTyping.value,
      canRedo: cases.canRedo || isTyping.value,
    })
  })
}
