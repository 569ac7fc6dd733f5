import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The bench is run from the project's root. */
export const root = process.cwd()

/** What keeps the windows from being measured; null where nothing does. */
export function hindrance(): string | null {
  if (!existsSync(join(root, 'out/main/index.js'))) return 'the app is not built: npm run build'
  if (process.platform === 'linux' && !process.env['DISPLAY'])
    return 'there is no display: xvfb-run -a npm run bench -- start'
  return null
}

/** Points Playwright at the runtime that is here, as the end-to-end tests do. */
export function chooseRuntimeHere(): void {
  const shelf = join(root, '.cache/test-runtime')
  if (process.env['ELECTRON_OVERRIDE_DIST_PATH'] || !existsSync(shelf)) return
  const folder = readdirSync(shelf).find((name) => existsSync(join(shelf, name, 'electron')))
  if (folder !== undefined) process.env['ELECTRON_OVERRIDE_DIST_PATH'] = join(shelf, folder)
}
