/** The areas that the Go menu leads to, in its order; groups stand apart. The first nine have a digit as shortcut. */
export const GO_GROUPS = [
  ['overview', 'diagnosis'],
  ['debts', 'budget', 'calculator'],
  ['proposals', 'talks', 'calls', 'letter'],
  ['contacts', 'rights'],
  ['plan'],
  ['settings'],
] as const
export type GoArea = (typeof GO_GROUPS)[number][number]

export const GO_AREAS: readonly GoArea[] = GO_GROUPS.flat()

const CASE_COMMANDS = [
  'case-new',
  'case-sample',
  'case-list',
  'case-import',
  'case-export',
  'tables',
  'payment-new',
  'agenda-open',
  'contact-new',
  'undo',
  'redo',
  'lock',
  'amounts',
] as const

/** Chosen by nobody: the computer sleeps or its screen was locked, or the window is about to close. */
const SHELL_COMMANDS = ['lock-away', 'closing'] as const

/** What the window does for itself: find a command, show the shortcuts. */
const WINDOW_COMMANDS = ['palette', 'manual', 'shortcuts'] as const

/** What the application menu can ask the window to do. */
export type MenuCommand =
  | (typeof SHELL_COMMANDS)[number]
  | (typeof CASE_COMMANDS)[number]
  | (typeof WINDOW_COMMANDS)[number]
  | `go-${GoArea}`

export const MENU_COMMANDS: readonly string[] = [
  ...CASE_COMMANDS,
  ...SHELL_COMMANDS,
  ...WINDOW_COMMANDS,
  ...GO_AREAS.map((area) => `go-${area}`),
]

/** The digit that leads to an area with Ctrl or Cmd; null for areas after the ninth and for settings, which have a comma. */
export function digitOf(area: GoArea): number | null {
  const place = GO_AREAS.indexOf(area) + 1
  return area === 'settings' || place > 9 ? null : place
}

/** Whether a word names a menu command. */
export function isMenuCommand(word: unknown): word is MenuCommand {
  return typeof word === 'string' && MENU_COMMANDS.includes(word)
}

/** Whether a command leads to an area. */
export const isGoCommand = (command: MenuCommand): command is `go-${GoArea}` =>
  command.startsWith('go-')

/** What can be found by name beside the areas: all but the finding itself. */
export const PALETTE_COMMANDS: readonly Exclude<
  MenuCommand,
  'palette' | (typeof SHELL_COMMANDS)[number] | `go-${GoArea}`
>[] = [...CASE_COMMANDS, 'manual', 'shortcuts']
