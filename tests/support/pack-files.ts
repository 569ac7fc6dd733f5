import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Pack } from '../../src/packs/index.ts'
import { parsePack } from '../../src/packs/parse-pack.ts'

const FOLDER = 'resources/packs/cn'

/** The texts of the shipped pack by their path within it. */
export const shippedFiles = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(FOLDER, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(FOLDER, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
  )

/** The shipped pack. @throws Error when it is broken */
export function shippedPack(): Pack {
  const reading = parsePack(shippedFiles())
  if (!reading.ok) throw new Error(JSON.stringify(reading.problem))
  return reading.value
}
