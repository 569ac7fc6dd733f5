import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { projectRoot } from '../project.ts'

const entryShape = z.object({
  version: z.string().optional(),
  license: z.string().optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
})
const lockShape = z.object({ packages: z.record(z.string(), entryShape) })
type Lock = z.infer<typeof lockShape>['packages']

export interface LicensedPackage {
  readonly folder: string
  readonly name: string
  readonly version: string
  readonly licence: string
}

/** Where Node finds a package from inside another: in its own folder first, then in those around it. */
function folderOf(lock: Lock, from: string, name: string): string | null {
  const own = from === '' ? `node_modules/${name}` : `${from}/node_modules/${name}`
  if (own in lock) return own
  return from === ''
    ? null
    : folderOf(lock, from.replace(/\/?node_modules\/(@[^/]+\/)?[^/]+$/, ''), name)
}

/** The folders of all that is reached from one by its dependencies; tools that others only go with are left out. */
function reached(lock: Lock, from: string, seen: Set<string>): Set<string> {
  for (const name of Object.keys(lock[from]?.dependencies ?? {})) {
    const folder = folderOf(lock, from, name)
    if (folder === null || seen.has(folder)) continue
    seen.add(folder)
    reached(lock, folder, seen)
  }
  return seen
}

/** The packages whose code the app may carry, by the lock file: what it depends on, in the order of their names. */
export async function carriedPackages(): Promise<readonly LicensedPackage[]> {
  const text = await readFile(join(projectRoot, 'package-lock.json'), 'utf8')
  const { packages: lock } = lockShape.parse(JSON.parse(text))
  return [...reached(lock, '', new Set())].sort().map((folder) => ({
    folder,
    name: folder.replace(/^.*node_modules\//, ''),
    version: lock[folder]?.version ?? '',
    licence: lock[folder]?.license ?? 'not stated',
  }))
}

const LICENCE_FILE = /^(licen[cs]e|copying)(\.(md|txt))?$/i

async function licenceText({ folder }: LicensedPackage): Promise<string> {
  const files = await readdir(join(projectRoot, folder)).catch(() => [])
  const file = files.find((name) => LICENCE_FILE.test(name))
  return file === undefined ? '' : readFile(join(projectRoot, folder, file), 'utf8')
}

/** Every package that the app carries, with its licence and the licence's text. The same lock file gives the same list. */
export async function licenceList(): Promise<string> {
  const packages = await carriedPackages()
  const parts = await Promise.all(
    packages.map(async (one) => {
      const text = (await licenceText(one)).trim()
      return `${one.name} ${one.version}\n${one.licence}\n${text === '' ? '' : `\n${text}\n`}`
    }),
  )
  const line = `\n${'-'.repeat(72)}\n\n`
  return `Respite carries the work of others. Electron's and Chromium's licences stand beside this file.\n${line}${parts.join(line)}`
}
