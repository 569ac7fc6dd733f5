import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'
import { beforeAll, describe, expect, it } from 'vitest'
import { root } from './source-files.ts'

/**
 * The net is tested like a fence: what must not pass is thrown against it. The rules that need types
 * are off here, since none of the planted lines needs them and they take most of the time.
 */
let eslint: ESLint

beforeAll(() => {
  eslint = new ESLint({
    cwd: root,
    overrideConfigFile: '.config/eslint.config.ts',
    // The last rule asks for types too, and TypeScript has crashed over a file that is not on disk.
    overrideConfig: [
      tseslint.configs.disableTypeChecked,
      { rules: { 'vue/no-ref-as-operand': 'off' } },
    ],
  })
})

/** The rules that a text breaks when it stands in a file. */
async function brokenRules(file: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(`${text}\n`, { filePath: file })
  return [...new Set(result!.messages.map((message) => String(message.ruleId)))].sort()
}

const planted = [
  {
    what: 'the domain reads the database',
    file: 'src/domain/loan/schedule.ts',
    text: "export { openDatabase } from '../../storage/index.ts'",
    rules: ['boundaries/dependencies'],
  },
  {
    what: 'the domain uses a package',
    file: 'src/domain/loan/schedule.ts',
    text: "import Dexie from 'dexie'\nexport const open = () => new Dexie('x')",
    rules: ['boundaries/dependencies', 'no-restricted-imports'],
  },
  {
    what: 'the domain reads a file',
    file: 'src/domain/loan/schedule.ts',
    text: "export { readFileSync } from 'node:fs'",
    rules: ['boundaries/dependencies', 'no-restricted-imports'],
  },
  {
    what: 'a lower domain folder imports a higher one',
    file: 'src/domain/loan/schedule.ts',
    text: "export { loanCost } from '../cost/index.ts'",
    rules: ['boundaries/dependencies'],
  },
  {
    what: 'a lower domain folder imports a higher one’s types',
    file: 'src/domain/case/loan.ts',
    text: "export type { Schedule } from '../loan/index.ts'",
    rules: ['boundaries/dependencies'],
  },
  {
    what: 'the domain asks for the time',
    file: 'src/domain/loan/schedule.ts',
    text: 'export const now = () => Date.now()',
    rules: ['no-restricted-properties'],
  },
  {
    what: 'the domain asks for the day',
    file: 'src/domain/loan/schedule.ts',
    text: 'export const today = () => new Date()',
    rules: ['no-restricted-syntax'],
  },
  {
    what: 'the domain throws dice',
    file: 'src/domain/loan/schedule.ts',
    text: 'export const chance = () => Math.random()',
    rules: ['no-restricted-properties'],
  },
  {
    what: 'the domain rounds without saying how',
    file: 'src/domain/loan/schedule.ts',
    text: 'export const rounded = (x: number) => Math.round(x)',
    rules: ['no-restricted-properties'],
  },
  {
    what: 'the domain calls the network',
    file: 'src/domain/loan/schedule.ts',
    text: "export const rate = () => fetch('/rate')",
    rules: ['no-restricted-globals'],
  },
  {
    what: 'the domain waits',
    file: 'src/domain/loan/schedule.ts',
    text: 'export const later = async (value: number) => value',
    rules: ['no-restricted-syntax'],
  },
  {
    what: 'the shell knows about debt',
    file: 'electron/main/words.ts',
    text: "export type { Fen } from '../../src/domain/kernel/index.ts'",
    rules: ['boundaries/dependencies'],
  },
  {
    what: 'the preload uses Node',
    file: 'electron/preload/index.ts',
    text: "export { readFileSync } from 'node:fs'",
    rules: ['boundaries/dependencies'],
  },
  {
    what: 'a second door to the window',
    file: 'electron/main/window/second-door.ts',
    text: "import { ipcMain } from 'electron'\nexport const listen = () => ipcMain.eventNames()",
    rules: ['no-restricted-imports'],
  },
  {
    what: 'a second door through the whole module',
    file: 'electron/main/window/second-door.ts',
    text: "import * as electron from 'electron'\nexport const listen = () => electron.ipcMain.eventNames()",
    rules: ['no-restricted-imports'],
  },
  {
    what: 'a screen imports another screen',
    file: 'src/ui/plan/planted.ts',
    text: "export { findProposal } from '../proposals/find-proposal.ts'",
    rules: ['boundaries/dependencies'],
  },
  {
    what: 'a screen opens the database',
    file: 'src/ui/plan/planted.ts',
    text: "export { openDatabase } from '../../storage/index.ts'",
    rules: ['boundaries/dependencies'],
  },
  {
    what: 'the headless commands open the database',
    file: 'src/cli/run.ts',
    text: "export { openDatabase } from '../storage/index.ts'",
    rules: ['boundaries/dependencies'],
  },
  {
    what: 'the case file’s codec knows the database',
    file: 'src/storage/case-file/index.ts',
    text: "export type { Database } from '../database/rows.ts'",
    rules: ['boundaries/dependencies'],
  },
  {
    what: 'a store imports the root that wires it',
    file: 'src/stores/planted.ts',
    text: "export * from '../main.ts'",
    rules: ['boundaries/dependencies'],
  },
  {
    what: 'a file in no folder of the design',
    file: 'src/elsewhere/planted.ts',
    text: 'export const planted = 1',
    rules: ['boundaries/no-unknown-files'],
  },
  {
    what: 'an import without its extension',
    file: 'src/domain/loan/schedule.ts',
    text: "export { fen } from '../kernel/index'",
    rules: ['no-restricted-syntax'],
  },
  {
    what: 'a default export',
    file: 'src/stores/planted.ts',
    text: 'export default 1',
    rules: ['no-restricted-syntax'],
  },
  {
    what: 'a focused test',
    file: 'tests/unit/planted.test.ts',
    text: "import { expect, it } from 'vitest'\nit.only('adds', () => { expect(1 + 1).toBe(2) })",
    rules: ['vitest/no-focused-tests'],
  },
  {
    what: 'a skipped test',
    file: 'tests/unit/planted.test.ts',
    text: "import { expect, it } from 'vitest'\nit.skip('adds', () => { expect(1 + 1).toBe(2) })",
    rules: ['vitest/no-disabled-tests'],
  },
  {
    what: 'words in a template',
    file: 'src/ui/plan/Planted.vue',
    text: '<template><p>还款计划</p></template>',
    rules: ['vue/multi-word-component-names', 'vue/no-bare-strings-in-template'],
  },
  {
    what: 'a style that the policy of the page would block',
    file: 'src/ui/plan/PlantedPart.vue',
    text: '<template><p style="color: red" /></template>',
    rules: ['vue/no-static-inline-styles'],
  },
]

const clean = [
  {
    what: 'the domain imports a lower folder and rounds by name',
    file: 'src/domain/loan/schedule.ts',
    text: "export { sumFen } from '../kernel/index.ts'\nexport const day = (text: string) => new Date(text)",
  },
  {
    what: 'the shell reads the contract and the file system',
    file: 'electron/main/words.ts',
    text: "export { readFile } from 'node:fs/promises'\nexport type { DesktopApi } from '../../src/contract/index.ts'",
  },
  {
    what: 'the one door listens',
    file: 'electron/main/ipc/handle.ts',
    text: "import { ipcMain } from 'electron'\nexport const listen = () => ipcMain.eventNames()",
  },
  {
    what: 'a screen imports itself, the stores, the packs and what screens share',
    file: 'src/ui/proposals/planted.ts',
    text: "export { findProposal } from './find-proposal.ts'\nexport { useCaseStore } from '../../stores/index.ts'\nexport type { Pack } from '../../packs/index.ts'\nexport { useFormat } from '../shared/use-format.ts'",
  },
  {
    what: 'the headless commands read case files',
    file: 'src/cli/run.ts',
    text: "export { readFile } from 'node:fs/promises'\nexport * from '../storage/case-file/index.ts'",
  },
  {
    what: 'the root wires everything',
    file: 'src/main.ts',
    text: "export { openDatabase } from './storage/index.ts'\nexport { useCaseStore } from './stores/index.ts'\nexport { createApp } from 'vue'",
  },
  {
    what: 'a test may import all',
    file: 'tests/unit/planted.test.ts',
    text: "import { expect, it } from 'vitest'\nimport { sumFen } from '../../src/domain/kernel/index.ts'\nit('adds', () => { expect(sumFen([])).toBe(0) })",
  },
]

describe('lint', () => {
  it.each(planted)('refuses: $what', async ({ file, text, rules }) => {
    expect(await brokenRules(file, text)).toEqual(rules)
  })

  it.each(clean)('accepts: $what', async ({ file, text }) => {
    expect(await brokenRules(file, text)).toEqual([])
  })
})
