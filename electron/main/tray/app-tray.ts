import { app, Menu, nativeImage, Tray, type MenuItemConstructorOptions } from 'electron'
import type { TrayMode } from '../../../src/contract/index.ts'
import type { MenuCommand } from '../../../src/contract/menu-command.ts'
import picture from '../../../resources/icons/32x32.png?inline'
import type { ShellState } from '../shell-state.ts'
import { wordsIn } from '../words.ts'

interface TrayDeeds {
  /** Brings the window to the front. */
  readonly show: () => void
  readonly send: (command: MenuCommand) => void
}

/** The items of the tray's menu in the state's language. They name nobody and no amount: anyone near the screen sees them. */
export function trayItems(
  state: ShellState,
  { show, send }: TrayDeeds,
): MenuItemConstructorOptions[] {
  const words = wordsIn(state.locale)
  const lead = (command: MenuCommand) => () => {
    show()
    send(command)
  }
  const { hasCase } = state.menu
  return [
    { label: words.trayOpen, click: show },
    { type: 'separator' },
    { label: words.paymentNew, enabled: hasCase, click: lead('payment-new') },
    { label: words.agendaOpen, enabled: hasCase, click: lead('agenda-open') },
    { label: words.lock, click: () => send('lock') },
    { type: 'separator' },
    { label: words.quit, click: () => app.quit() },
  ]
}

/** The icon in the tray: none unless the person wants one. */
export interface AppTray {
  /** Shows or takes away the icon. False where the system lets none be made. */
  readonly set: (mode: TrayMode) => boolean
  /** Puts menu and name in the language of the state. */
  readonly refresh: () => void
  /** Whether the app stays when its window is closed. */
  readonly staysWhenClosed: () => boolean
}

/** The tray of the app. No system says whether anybody sees its tray: starting the app again brings the window back, too. */
export function createAppTray(state: ShellState, deeds: TrayDeeds): AppTray {
  let tray: Tray | null = null
  let mode: TrayMode = 'off'
  const refresh = (): void => {
    tray?.setToolTip(wordsIn(state.locale).appName)
    tray?.setContextMenu(Menu.buildFromTemplate(trayItems(state, deeds)))
  }
  const show = (): boolean => {
    try {
      tray ??= new Tray(nativeImage.createFromDataURL(picture)).on('click', deeds.show)
      refresh()
      return true
    } catch {
      tray = null
      return false
    }
  }
  const remove = (): boolean => {
    tray?.destroy()
    tray = null
    return true
  }
  return {
    refresh,
    set: (wanted) => {
      const isSet = wanted === 'off' ? remove() : show()
      mode = isSet ? wanted : 'off'
      return isSet
    },
    staysWhenClosed: () => mode === 'stays',
  }
}
