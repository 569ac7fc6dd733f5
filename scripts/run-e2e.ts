import { join } from 'node:path'
import { runOnDisplay } from './on-display.ts'
import { preflight } from './preflight/preflight.ts'
import { projectRoot } from './project.ts'
import { runEntry } from './report.ts'

// Runs the end-to-end tests on the built app: `npm run test:e2e`. Arguments are handed to Playwright.
await runEntry(async () => {
  const runtime = await preflight({
    pdftotext: 'poppler-utils',
    pdfinfo: 'poppler-utils',
    pdffonts: 'poppler-utils',
    qpdf: 'qpdf',
  })
  const playwright = join(projectRoot, 'node_modules/@playwright/test/cli.js')
  const config = join(projectRoot, '.config/playwright.config.ts')
  return runOnDisplay(
    process.execPath,
    [playwright, 'test', '-c', config, ...process.argv.slice(2)],
    { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: runtime.folder },
  )
})
