import { dirname, join, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { readPackFolder } from '../../src/cli/pack-folder.ts'
import { checkPack, type PackFiles } from '../../src/packs/parse-pack.ts'

const QUERY = '?checked-pack'
const MARK = '\0checked-pack:'

/** Checks a pack and writes it as JSON. @throws Error that names each fault: nothing is built from such a pack */
function checkedText(folder: string, files: PackFiles): string {
  const reading = checkPack(files)
  if (reading.ok) return JSON.stringify(reading.value)
  const faults = reading.problem.map(({ file, path, code }) => `${file} ${path} ${code}`)
  throw new Error(`broken pack in ${folder}:\n${faults.join('\n')}`)
}

/**
 * Answers `<pack>/pack.json?checked-pack` with a function that reads all of that pack, which is checked now. Built, it
 * is a file of its own that is fetched: text within a script is first read as a script, half a megabyte of it.
 */
export function checkedPack(): Plugin {
  let isBuild = false
  return {
    name: 'checked-pack',
    enforce: 'pre',
    configResolved: ({ command }) => {
      isBuild = command === 'build'
    },
    resolveId: (source, importer) =>
      source.endsWith(QUERY) && importer !== undefined
        ? MARK + dirname(resolve(dirname(importer), source))
        : null,
    load(id) {
      if (!id.startsWith(MARK)) return null
      const folder = id.slice(MARK.length)
      const files = readPackFolder(folder)
      for (const name of Object.keys(files)) this.addWatchFile(join(folder, name))
      const source = checkedText(folder, files)
      if (!isBuild) return `export default async () => JSON.parse(${JSON.stringify(source)})`
      const file = this.emitFile({ type: 'asset', name: 'pack.json', source })
      return `export default async () => (await fetch(import.meta.ROLLUP_FILE_URL_${file})).json()`
    },
  }
}
