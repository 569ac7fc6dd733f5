import { join } from 'node:path'
import { runOnDisplay } from './on-display.ts'
import { preflight } from './preflight/preflight.ts'
import { projectRoot } from './project.ts'
import { runEntry } from './report.ts'

// Takes pictures of the built app on a display, or on a virtual one: `npm run pictures`.
await runEntry(async () => {
  const runtime = await preflight()
  const script = join(projectRoot, 'scripts/pictures/take-pictures.ts')
  const tsx = join(projectRoot, 'node_modules/tsx/dist/cli.mjs')
  return runOnDisplay(process.execPath, [tsx, script, ...process.argv.slice(2)], {
    ...process.env,
    ELECTRON_OVERRIDE_DIST_PATH: runtime.folder,
  })
})
