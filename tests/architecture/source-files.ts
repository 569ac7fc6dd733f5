import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The root folder of the working copy. */
export const root = path.resolve(import.meta.dirname, '../..')

export interface SourceFile {
  /** From the root, with forward slashes. */
  readonly path: string
  readonly text: string
}

const isSource = (name: string): boolean => /\.(ts|mts|mjs|vue)$/.test(name)

/** Every file of code below the folders, by path. */
export function sourceFiles(...folders: readonly string[]): SourceFile[] {
  return folders
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && isSource(entry.name))
        .map((entry) => path.join(entry.parentPath, entry.name)),
    )
    .map((file) => ({
      path: path.relative(root, file).replaceAll(path.sep, '/'),
      text: readFileSync(file, 'utf8'),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** The names of the folders directly below a folder. */
export function foldersIn(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${folder}/${entry.name}`)
}
