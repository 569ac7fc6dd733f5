import { readPackFolder } from '../../src/cli/pack-folder.ts'
import type { Pack } from '../../src/packs/index.ts'
import { parsePack } from '../../src/packs/parse-pack.ts'

const FOLDER = 'resources/packs/cn'

/** The texts of the shipped pack by their path within it. */
export const shippedFiles = (): Record<string, string> => ({ ...readPackFolder(FOLDER) })

/** The shipped pack. @throws Error when it is broken */
export function shippedPack(): Pack {
  const reading = parsePack(shippedFiles())
  if (!reading.ok) throw new Error(JSON.stringify(reading.problem))
  return reading.value
}
