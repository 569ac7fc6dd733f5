import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect } from 'vitest'

/** Runs the headless program as a process of its own, as a script would. */
export const runCli = (...args: readonly string[]) => runCliIn({}, ...args)

/** The same on a computer that is set up otherwise. */
export function runCliIn(
  environment: Readonly<Record<string, string>>,
  ...args: readonly string[]
) {
  const done = spawnSync('node', ['--import', 'tsx', 'src/cli/main.ts', ...args], {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
    timeout: 55_000,
  })
  return { status: done.status, stdout: done.stdout, stderr: done.stderr }
}

const root = mkdtempSync(join(tmpdir(), 'respite-cli-'))

// Test files share this module: what they wrote goes with the process, not with the first of them.
process.once('exit', () => {
  rmSync(root, { recursive: true, force: true })
})

/** A folder for the running test file alone, gone after the tests. */
export function folderPath(): string {
  const folder = join(root, basename(expect.getState().testPath ?? ''))
  mkdirSync(folder, { recursive: true })
  return folder
}

/** A file with some content, gone after the tests. */
export function fileWith(name: string, content: string | Uint8Array): string {
  const path = join(folderPath(), name)
  writeFileSync(path, content)
  return path
}
