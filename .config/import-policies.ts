/**
 * Who may import whom: the one table behind the lint rule, the dependency check and the table in
 * docs/architecture.md. A new arrow is a change of the design and is reviewed as one.
 */
export interface Layer {
  /** The folder as docs/architecture.md writes it. */
  readonly folder: string
  /** The pattern of its folder, or of its files where it is no folder of its own. */
  readonly pattern: string
  readonly kind: 'folder' | 'files'
  /** Other layers that may be imported. A folder may always import from itself. */
  readonly imports: readonly string[]
  /** Packages and Node modules that may be imported. */
  readonly packages: readonly string[]
}

const below = (
  folder: string,
  imports: readonly string[],
  packages: readonly string[] = [],
): Layer => ({ folder, pattern: folder, kind: 'folder', imports, packages })

const upTo = {
  case: ['src/domain/kernel'],
  loan: ['src/domain/kernel', 'src/domain/case'],
  costAndBudget: ['src/domain/kernel', 'src/domain/case', 'src/domain/loan'],
  proposal: [
    'src/domain/kernel',
    'src/domain/case',
    'src/domain/loan',
    'src/domain/cost',
    'src/domain/budget',
  ],
}
const agreed = [...upTo.proposal, 'src/domain/proposal']
const conducted = [...upTo.costAndBudget, 'src/domain/cost']
const documented = [...agreed, 'src/domain/simulation', 'src/domain/conduct']
const domain = [
  ...documented,
  'src/domain/plan',
  'src/domain/document',
  'src/domain/trace',
  'src/domain/diagnosis',
]

const ui = ['vue', 'vue-i18n', 'vue-router']

const SCREENS = 'src/ui/<screen>'
const SHARED = 'src/ui/shared'
const FRAME = 'src/ui/frame'

const screenNeeds = [...domain, 'src/contract', 'src/packs', 'src/stores', SHARED, 'src/i18n']

/** The first layer that fits a file is its own: the narrower folder stands before the wider. */
export const layers: readonly Layer[] = [
  below('src/domain/kernel', []),
  below('src/domain/case', upTo.case),
  below('src/domain/loan', upTo.loan),
  below('src/domain/cost', upTo.costAndBudget),
  below('src/domain/budget', upTo.costAndBudget),
  below('src/domain/proposal', upTo.proposal),
  below('src/domain/simulation', agreed),
  below('src/domain/conduct', conducted),
  below('src/domain/plan', agreed),
  below('src/domain/document', documented),
  below('src/domain/trace', upTo.proposal),
  below('src/domain/diagnosis', upTo.proposal),
  below('src/contract', [], ['zod']),
  below('src/platform', ['src/contract']),
  below('src/packs', domain, ['liquidjs', 'markdown-it', 'yaml', 'zod']),
  below('src/storage/case-file', domain, ['zod']),
  below(
    'src/storage',
    [...domain, 'src/storage/case-file'],
    ['@noble/ciphers', '@noble/hashes', 'dexie', 'hash-wasm', 'zod'],
  ),
  below('src/solver', domain, ['highs']),
  below('src/workers', [...domain, 'src/solver']),
  below(
    'src/stores',
    [...domain, 'src/contract', 'src/packs', 'src/storage', 'src/storage/case-file', 'src/workers'],
    ['vue', 'pinia'],
  ),
  below('src/i18n', [], ['vue-i18n']),
  below(SHARED, [...domain, 'src/i18n'], [...ui, 'chart.js']),
  below(FRAME, screenNeeds, ui),
  {
    folder: SCREENS,
    pattern: 'src/ui/*',
    kind: 'folder',
    imports: screenNeeds,
    packages: [...ui, 'chart.js', 'docx', 'hucre'],
  },
  below('src/cli', [...domain, 'src/packs', 'src/storage/case-file', 'src/solver'], ['node:*']),
  {
    folder: 'src/main.ts',
    pattern: 'src/*.{ts,vue}',
    kind: 'files',
    imports: [
      ...domain,
      'src/contract',
      'src/platform',
      'src/packs',
      'src/storage',
      'src/storage/case-file',
      'src/stores',
      'src/workers',
      'src/i18n',
      SHARED,
      FRAME,
      SCREENS,
      'resources',
    ],
    packages: [...ui, 'pinia'],
  },
  below('electron/main', ['src/contract', 'resources'], ['electron', 'node:*']),
  below('electron/preload', ['src/contract'], ['electron']),
  below('resources', []),
]

/** File names that say nothing: a newcomer finds a thing by its name alone. */
export const bannedNames: readonly string[] = ['utils', 'helpers', 'common', 'misc', 'manager']

/** The most lines that a file may have. */
export const maxLines = { domain: 250, vue: 250, other: 400 } as const

/** The only file that may touch `ipcMain`: it checks who is calling and what they say. */
export const ipcDoor = 'electron/main/ipc/handle.ts'
