import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import config from '../../.config/dependency-cruiser.mjs'

const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

/** The rules that a small tree of files breaks, with the names that the project's own rules have. */
async function brokenRules(files: Readonly<Record<string, string>>): Promise<string[]> {
  const baseDir = mkdtempSync(path.join(tmpdir(), 'respite-graph-'))
  folders.push(baseDir)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(baseDir, name)), { recursive: true })
    writeFileSync(path.join(baseDir, name), text)
  }
  const result = await cruise(
    Object.keys(files),
    { baseDir, validate: true, tsPreCompilationDeps: true, ruleSet: config },
    config.options.enhancedResolveOptions,
  )
  const { summary } = result.output as ICruiseResult
  return [...new Set(summary.violations.map((violation) => violation.rule.name))].sort()
}

describe('the dependency check', () => {
  it('refuses a domain that reads storage', async () => {
    const broken = await brokenRules({
      'src/domain/loan/index.ts': "export { rows } from '../../storage/rows.ts'",
      'src/storage/rows.ts': 'export const rows = 1',
    })
    expect(broken).toEqual(['domain-is-pure'])
  })

  it('refuses a shell that knows about debt', async () => {
    const broken = await brokenRules({
      'electron/main/index.ts': "export type { Fen } from '../../src/domain/kernel/index.ts'",
      'src/domain/kernel/index.ts': 'export type Fen = number',
    })
    expect(broken).toEqual(['electron-only-contract'])
  })

  it('refuses a way into a domain folder beside its index', async () => {
    const broken = await brokenRules({
      'src/stores/figures.ts': "export { schedule } from '../domain/loan/schedule.ts'",
      'src/domain/loan/schedule.ts': 'export const schedule = 1',
    })
    expect(broken).toEqual(['domain-loan-by-its-index'])
  })

  it('refuses a screen that imports another', async () => {
    const broken = await brokenRules({
      'src/ui/plan/a.ts': "export { b } from '../debts/b.ts'",
      'src/ui/debts/b.ts': 'export const b = 1',
    })
    expect(broken).toEqual(['screens-stand-apart'])
  })

  it('refuses a circle', async () => {
    const broken = await brokenRules({
      'src/stores/a.ts': "import { b } from './b.ts'\nexport const a = () => b",
      'src/stores/b.ts': "import { a } from './a.ts'\nexport const b = () => a",
    })
    expect(broken).toEqual(['no-circular'])
  })

  it('refuses a file that is left over', async () => {
    expect(await brokenRules({ 'src/stores/a.ts': 'export const a = 1' })).toEqual(['no-orphans'])
  })

  it('accepts a tree that keeps to the arrows', async () => {
    const broken = await brokenRules({
      'src/ui/plan/a.ts': "export { b } from '../shared/b.ts'\nexport { c } from './c.ts'",
      'src/ui/plan/c.ts': "export { fen } from '../../domain/kernel/index.ts'",
      'src/ui/shared/b.ts': "export { fen as b } from '../../domain/kernel/index.ts'",
      'src/domain/kernel/index.ts': "export { fen } from './money.ts'",
      'src/domain/kernel/money.ts': 'export const fen = 1',
    })
    expect(broken).toEqual([])
  })
})
