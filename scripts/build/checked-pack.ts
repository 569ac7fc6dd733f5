import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { Plugin } from 'vite'
import { checkPack } from '../../src/packs/parse-pack.ts'
import { jsonModule } from './json-module.ts'

const QUERY = '?checked-pack'
const MARK = '\0checked-pack:'

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/** Reads and checks a pack. @throws Error that names each fault: nothing is built from such a pack */
function checkedPackIn(folder: string, paths: readonly string[]): string {
  const texts = paths.map((path) => {
    const name = relative(folder, path).split(sep).join('/')
    return [name, readFileSync(path, 'utf8')] as const
  })
  const reading = checkPack(Object.fromEntries(texts))
  if (reading.ok) return jsonModule(reading.value)
  const faults = reading.problem.map(({ file, path, code }) => `${file} ${path} ${code}`)
  throw new Error(`broken pack in ${folder}:\n${faults.join('\n')}`)
}

/** Answers `<pack>/pack.json?checked-pack` with all of that pack, read and checked now. */
export function checkedPack(): Plugin {
  return {
    name: 'checked-pack',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source.endsWith(QUERY) && importer !== undefined
        ? MARK + dirname(resolve(dirname(importer), source))
        : null,
    load(id) {
      if (!id.startsWith(MARK)) return null
      const folder = id.slice(MARK.length)
      const paths = filesBelow(folder)
      for (const path of paths) this.addWatchFile(path)
      return checkedPackIn(folder, paths)
    },
  }
}
