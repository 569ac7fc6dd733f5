import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import {
  digitOf,
  GO_GROUPS,
  type GoArea,
  type MenuCommand,
} from '../../../src/contract/menu-command.ts'
import type { ShellState } from '../shell-state.ts'
import { wordsIn, type Words } from '../words.ts'

type Send = (command: MenuCommand) => void
type Item = MenuItemConstructorOptions

const SEPARATOR: Item = { type: 'separator' }

function fileMenu(words: Words, state: ShellState, send: Send): Item {
  return {
    label: words.file,
    submenu: [
      { label: words.caseNew, click: () => send('case-new') },
      { label: words.caseSample, click: () => send('case-sample') },
      {
        id: 'case-list',
        label: words.caseList,
        accelerator: 'CmdOrCtrl+Shift+O',
        click: () => send('case-list'),
      },
      SEPARATOR,
      {
        id: 'case-import',
        label: words.caseImport,
        accelerator: 'CmdOrCtrl+O',
        click: () => send('case-import'),
      },
      {
        id: 'case-export',
        label: words.caseExport,
        accelerator: 'CmdOrCtrl+S',
        enabled: state.menu.hasCase,
        click: () => send('case-export'),
      },
      {
        id: 'tables',
        label: words.tables,
        enabled: state.menu.hasCase,
        click: () => send('tables'),
      },
      SEPARATOR,
      {
        id: 'lock',
        label: words.lock,
        accelerator: 'CmdOrCtrl+Shift+L',
        click: () => send('lock'),
      },
      { role: 'quit', label: words.quit },
    ],
  }
}

function editMenu(words: Words, state: ShellState, send: Send): Item {
  const redo: Item = { enabled: state.menu.canRedo, click: () => send('redo') }
  return {
    label: words.edit,
    submenu: [
      {
        id: 'undo',
        label: words.undo,
        accelerator: 'CmdOrCtrl+Z',
        enabled: state.menu.canUndo,
        click: () => send('undo'),
      },
      { ...redo, id: 'redo', label: words.redo, accelerator: 'CmdOrCtrl+Shift+Z' },
      // Windows and Linux people press Ctrl+Y for it; the menu shows one shortcut only.
      { ...redo, label: words.redo, accelerator: 'CmdOrCtrl+Y', visible: false },
      SEPARATOR,
      {
        id: 'payment-new',
        label: words.paymentNew,
        accelerator: 'CmdOrCtrl+J',
        enabled: state.menu.hasCase,
        click: () => send('payment-new'),
      },
      {
        id: 'agenda-open',
        label: words.agendaOpen,
        accelerator: 'CmdOrCtrl+D',
        enabled: state.menu.hasCase,
        click: () => send('agenda-open'),
      },
      {
        id: 'contact-new',
        label: words.contactNew,
        accelerator: 'CmdOrCtrl+L',
        enabled: state.menu.hasCase,
        click: () => send('contact-new'),
      },
      SEPARATOR,
      { role: 'cut', label: words.cut },
      { role: 'copy', label: words.copy },
      { role: 'paste', label: words.paste },
      { role: 'selectAll', label: words.selectAll },
    ],
  }
}

const shortcutOf = (area: GoArea): Item => {
  const digit = digitOf(area)
  if (area === 'settings') return { accelerator: 'CmdOrCtrl+,' }
  return digit === null ? {} : { accelerator: `CmdOrCtrl+${digit}` }
}

function helpMenu(words: Words, send: Send): Item {
  return {
    label: words.help,
    submenu: [
      { id: 'manual', label: words.manual, accelerator: 'F1', click: () => send('manual') },
      { id: 'shortcuts', label: words.shortcuts, click: () => send('shortcuts') },
    ],
  }
}

function goMenu(words: Words, send: Send): Item {
  const palette: Item = {
    id: 'palette',
    label: words.palette,
    accelerator: 'CmdOrCtrl+K',
    click: () => send('palette'),
  }
  const groups = GO_GROUPS.map((areas) =>
    areas.map((area: GoArea): Item => {
      const command = `go-${area}` as const
      return { id: command, label: words[area], ...shortcutOf(area), click: () => send(command) }
    }),
  )
  return {
    label: words.go,
    submenu: [palette, ...groups.flatMap((items) => [SEPARATOR, ...items])],
  }
}

function viewMenu(words: Words, send: Send): Item {
  return {
    label: words.view,
    submenu: [
      {
        id: 'amounts',
        label: words.amounts,
        accelerator: 'CmdOrCtrl+Shift+H',
        click: () => send('amounts'),
      },
      SEPARATOR,
      { role: 'resetZoom', label: words.zoomReset },
      { role: 'zoomIn', label: words.zoomIn },
      { role: 'zoomOut', label: words.zoomOut },
      SEPARATOR,
      { role: 'togglefullscreen', label: words.fullScreen },
    ],
  }
}

/** The items of the application menu in the state's language; what cannot be used now is off. */
export function menuItems(state: ShellState, send: Send): Item[] {
  const words = wordsIn(state.locale)
  return [
    fileMenu(words, state, send),
    editMenu(words, state, send),
    goMenu(words, send),
    viewMenu(words, send),
    helpMenu(words, send),
  ]
}

/** Puts the application menu in place of the one before. */
export function showAppMenu(state: ShellState, send: Send): void {
  const items = menuItems(state, send)
  // macOS gives the first menu the app's name whatever it holds.
  const own: Item[] = process.platform === 'darwin' ? [{ role: 'appMenu', label: app.name }] : []
  Menu.setApplicationMenu(Menu.buildFromTemplate([...own, ...items]))
}
