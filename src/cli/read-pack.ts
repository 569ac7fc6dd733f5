import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Pack } from '../packs/index.ts'
import { parsePack, type PackFiles } from '../packs/parse-pack.ts'
import { readPackFolder } from './pack-folder.ts'

const PACKS = fileURLToPath(new URL('../../resources/packs/', import.meta.url))

/** A folder's name and nothing else: no step up, no absolute path. */
const JURISDICTION = /^[a-z0-9][a-z0-9-]{0,31}$/

/**
 * Reads the pack of a jurisdiction from disk.
 * @throws Error of one line: an unknown jurisdiction, or a pack that is broken
 */
export function readPack(jurisdiction: string, packs: string = PACKS): Promise<Pack> {
  return Promise.resolve().then(() => {
    if (!JURISDICTION.test(jurisdiction)) throw new Error('not a jurisdiction')
    const files = readFolder(join(packs, jurisdiction))
    if (files === null) throw new Error(`no pack for the jurisdiction ${jurisdiction}`)
    const reading = parsePack(files)
    const [first] = reading.ok ? [] : reading.problem
    const fault =
      first === undefined ? 'pack.json $.id' : `${first.file} ${first.path} ${first.code}`
    if (reading.ok && reading.value.meta.id === jurisdiction) return reading.value
    throw new Error(`the pack ${jurisdiction} is broken: ${fault}`)
  })
}

function readFolder(folder: string): PackFiles | null {
  try {
    return readPackFolder(folder)
  } catch {
    return null
  }
}
