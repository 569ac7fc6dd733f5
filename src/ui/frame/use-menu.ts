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
import { SCREENS, type Screen } from './screens.ts'

type CaseCommand = Exclude<MenuCommand, `go-${Screen}`>

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

  const commands: Readonly<Record<CaseCommand, () => Promise<unknown>>> = {
    'case-new': async () => (await desk.startOwn(settings.locale)) && show('debt-new'),
    'case-sample': async () => (await desk.openSample(settings.locale)) && show('overview'),
    'case-import': async () => (await desk.importFile()) && show('overview'),
    'case-export': () => desk.exportFile(),
    undo: () => go('undo'),
    redo: () => go('redo'),
  }

  const carryOut = (command: MenuCommand) => {
    const area = SCREENS.find((screen) => command === `go-${screen}`)
    if (area !== undefined) void show(area)
    else void commands[command as CaseCommand]()
  }
  onScopeDispose(desktop.onMenuCommand(carryOut))
  watchEffect(() => {
    void desktop.setMenuState({
      hasCase: cases.facts !== null,
      canUndo: cases.canUndo || isTyping.value,
      canRedo: cases.canRedo || isTyping.value,
    })
  })
}
