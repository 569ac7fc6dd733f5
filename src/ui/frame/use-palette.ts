import { computed, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { GO_AREAS, PALETTE_COMMANDS, type MenuCommand } from '../../contract/index.ts'
import { useCaseListStore, useCaseStore } from '../../stores/index.ts'
import { loanNames } from '../shared/loan-names.ts'
import { useCaseName } from '../shared/use-case-name.ts'
import { keysOf } from './shortcuts.ts'

/** A line of the palette: a command of the menu, a loan of the open case, or another case. */
export interface PaletteEntry {
  readonly id: string
  readonly label: string
  readonly kind: 'page' | 'command' | 'loan' | 'case'
  readonly keys: string
  readonly target:
    { readonly command: MenuCommand } | { readonly loan: string } | { readonly case: string }
}

/** So many cases are offered at once; more letters find the others. */
const MOST_CASES = 20

/** What makes sense before a case is open. */
const WITHOUT_CASE: readonly MenuCommand[] = [
  'go-overview',
  'go-calculator',
  'go-rights',
  'go-settings',
]
const NEEDS_CASE: readonly MenuCommand[] = [
  'case-export',
  'tables',
  'payment-new',
  'agenda-open',
  'contact-new',
]

/** Whether every word that was typed stands in the line, in any order: its label or the command's own name. */
const fits = ({ id, label }: PaletteEntry, typed: string): boolean => {
  const text = `${label} ${id}`.toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

/** All pages, commands and loans that can be gone to now, those first that begin with what was typed. */
export function usePalette(typed: Readonly<Ref<string>>) {
  const { t } = useI18n()
  const cases = useCaseStore()
  const list = useCaseListStore()
  const nameOf = useCaseName()
  void list.read()

  const isUsable = (command: MenuCommand): boolean => {
    if (command === 'undo') return cases.canUndo
    if (command === 'redo') return cases.canRedo
    if (cases.facts !== null) return true
    return command.startsWith('go-')
      ? WITHOUT_CASE.includes(command)
      : !NEEDS_CASE.includes(command)
  }
  const entryOf = (command: MenuCommand, label: string): PaletteEntry => ({
    id: command,
    label,
    kind: command.startsWith('go-') ? 'page' : 'command',
    keys: keysOf(command),
    target: { command },
  })
  const entries = computed<readonly PaletteEntry[]>(() => [
    ...GO_AREAS.map((area) => entryOf(`go-${area}`, t(`frame.nav.${area}`))),
    ...[...loanNames(cases.facts)].map(([id, label]): PaletteEntry => ({
      id: `loan ${id}`,
      label,
      kind: 'loan',
      keys: '',
      target: { loan: id },
    })),
    ...PALETTE_COMMANDS.map((command) => entryOf(command, t(`frame.command.${command}`))),
  ])
  /** The recent ones until something is typed; then any that is not archived. */
  const otherCases = computed(() =>
    (typed.value.trim() === '' ? list.recent : list.all)
      .filter(({ id, isArchived }) => id !== cases.caseId && !isArchived)
      .map((summary): PaletteEntry => ({
        id: `case ${summary.id}`,
        label: nameOf(summary),
        kind: 'case',
        keys: '',
        target: { case: summary.id },
      })),
  )
  return computed(() => {
    const text = typed.value.trim()
    const found = [
      ...entries.value.filter(
        (entry) =>
          (!('command' in entry.target) || isUsable(entry.target.command)) && fits(entry, text),
      ),
      // A case is known by its name alone: its id is nothing that anybody types.
      ...otherCases.value.filter((entry) => fits({ ...entry, id: '' }, text)).slice(0, MOST_CASES),
    ]
    const begins = ({ label }: PaletteEntry): boolean =>
      label.toLowerCase().startsWith(text.toLowerCase())
    return [...found.filter(begins), ...found.filter((entry) => !begins(entry))]
  })
}
