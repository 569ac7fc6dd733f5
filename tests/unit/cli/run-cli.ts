import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

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
    timeout: 20_000,
  })
  return { status: done.status, stdout: done.stdout, stderr: done.stderr }
}

const folder = mkdtempSync(join(tmpdir(), 'respite-cli-'))

afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** A file with some content, gone after the tests. */
export function fileWith(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

export const folderPath = (): string => folder
