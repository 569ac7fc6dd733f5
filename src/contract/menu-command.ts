/** The areas that the Go menu leads to, in its order; groups stand apart. The first nine have a digit as shortcut. */
export const GO_GROUPS = [
  ['overview', 'diagnosis'],
  ['debts', 'budget'],
  ['proposals', 'talks', 'calls', 'letter'],
  ['plan'],
  ['settings'],
] as const
export type GoArea = (typeof GO_GROUPS)[number][number]

export const GO_AREAS: readonly GoArea[] = GO_GROUPS.flat()

const CASE_COMMANDS = [
  'case-new',
  'case-sample',
  'case-import',
  'case-export',
  'undo',
  'redo',
] as const

/** What the application menu can ask the window to do. */
export type MenuCommand = (typeof CASE_COMMANDS)[number] | `go-${GoArea}`

export const MENU_COMMANDS: readonly string[] = [
  ...CASE_COMMANDS,
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
