import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** The root folder of the working copy. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url))

const packageShape = z.object({ version: z.string() })

/** The version of Electron that package.json pins, read from the installed package. */
export function pinnedElectronVersion(): string {
  const text = readFileSync(`${projectRoot}/node_modules/electron/package.json`, 'utf8')
  return packageShape.parse(JSON.parse(text)).version
}
