/** What the application menu can ask the window to do. */
export const MENU_COMMANDS = [
  'case-new',
  'case-sample',
  'case-import',
  'case-export',
  'undo',
  'redo',
  'go-overview',
  'go-debts',
  'go-budget',
  'go-proposals',
  'go-letter',
  'go-plan',
  'go-settings',
] as const
export type MenuCommand = (typeof MENU_COMMANDS)[number]

/** Whether a word names a menu command. */
export function isMenuCommand(word: unknown): word is MenuCommand {
  return (MENU_COMMANDS as readonly unknown[]).includes(word)
}
