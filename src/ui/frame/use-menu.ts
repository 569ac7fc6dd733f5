import { onScopeDispose, watchEffect } from 'vue'
import { useRouter, type RouteLocationNormalized } from 'vue-router'
import type { MenuCommand } from '../../contract/index.ts'
import {
  useBackupStore,
  useCaseDeskStore,
  useCaseStore,
  useContactDeskStore,
  usePaymentDeskStore,
  useLockStore,
  useServices,
  useSettingsStore,
} from '../../stores/index.ts'
import { useOwnCase } from './use-own-case.ts'
import type { HistoryStep } from './use-history.ts'
import { SCREENS, type Screen } from './screens.ts'

type OwnCommand = Exclude<MenuCommand, `go-${Screen}`>

interface MenuEnds {
  readonly go: (step: HistoryStep) => Promise<void>
  readonly isTyping: () => boolean
  /** Opens what the window shows on top of any page. */
  readonly show: (what: 'palette' | 'shortcuts') => void
}

/** The loan that a page is about, where it is about one. */
const loanOf = ({ query, params }: RouteLocationNormalized): string | null =>
  [query['loan'], params['id']].find((id) => typeof id === 'string') ?? null

/** Does what the application menu or the palette asks, and tells the menu which of its items can be used. */
export function useMenu({ go, isTyping, show: showOnTop }: MenuEnds) {
  const { desktop } = useServices()
  const router = useRouter()
  const cases = useCaseStore()
  const contacts = useContactDeskStore()
  const desk = useCaseDeskStore()
  const settings = useSettingsStore()
  const payments = usePaymentDeskStore()
  const lock = useLockStore()
  const backups = useBackupStore()

  const startOwn = useOwnCase()

  const show = (name: Screen | 'agenda') => router.push({ name })

  const commands: Readonly<Record<OwnCommand, () => unknown>> = {
    'case-new': () => startOwn(),
    'case-sample': async () => (await desk.openSample(settings.locale)) && show('overview'),
    'case-list': () => router.push({ name: 'cases' }),
    'case-import': async () => (await desk.importFile()) && show('overview'),
    'case-export': () => desk.exportFile(),
    tables: () => router.push({ name: 'tables' }),
    'payment-new': async () => payments.ask(),
    'agenda-open': () => show('agenda'),
    'contact-new': () => {
      contacts.ask(loanOf(router.currentRoute.value))
    },
    undo: () => go('undo'),
    redo: () => go('redo'),
    manual: () => router.push({ name: 'manual' }),
    palette: () => showOnTop('palette'),
    shortcuts: () => showOnTop('shortcuts'),
    // Where no lock is set the way leads to where one can be.
    lock: () => (lock.hasLock ? lock.lock() : show('settings')),
    'lock-away': () => lock.lock(),
    closing: () => {
      // A field hands on what was typed when it loses the focus.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      return backups.finish()
    },
    amounts: () => settings.setHidesAmounts(!settings.hidesAmounts),
  }

  const carryOut = (command: MenuCommand): void => {
    const area = SCREENS.find((screen) => command === `go-${screen}`)
    if (area !== undefined) void show(area)
    else void commands[command as OwnCommand]()
  }
  onScopeDispose(desktop.onMenuCommand(carryOut))
  watchEffect(() => {
    void desktop.setMenuState({
      hasCase: cases.facts !== null,
      canUndo: cases.canUndo || isTyping(),
      canRedo: cases.canRedo || isTyping(),
    })
  })
  return { carryOut }
}
