import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { UsageError } from '../command.ts'

export interface OutputFile {
  readonly name: string
  readonly content: string
}

/**
 * Writes files into a folder, which is made where it is missing, and returns their paths.
 * @throws UsageError when something else has the folder's name
 */
export function writeFiles(folder: string, files: readonly OutputFile[]): readonly string[] {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found !== undefined && !found.isDirectory())
    throw new UsageError('--out names something that is not a folder')
  mkdirSync(folder, { recursive: true })
  return files.map(({ name, content }) => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  })
}
