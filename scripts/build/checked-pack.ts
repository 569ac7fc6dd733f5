import { dirname, join, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { readPackFolder } from '../../src/cli/pack-folder.ts'
import { checkPack, type PackFiles } from '../../src/packs/parse-pack.ts'
import { jsonModule } from './json-module.ts'

const QUERY = '?checked-pack'
const MARK = '\0checked-pack:'

/** Checks a pack and writes it as a module. @throws Error that names each fault: nothing is built from such a pack */
function checkedModule(folder: string, files: PackFiles): string {
  const reading = checkPack(files)
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
      const files = readPackFolder(folder)
      for (const name of Object.keys(files)) this.addWatchFile(join(folder, name))
      return checkedModule(folder, files)
    },
  }
}
