import { join } from 'node:path'
import { runOnDisplay, runOnVirtualDisplay } from './on-display.ts'
import { hasDisplay } from './preflight/check-system.ts'
import { preflight } from './preflight/preflight.ts'
import { projectRoot } from './project.ts'
import { runEntry, say } from './report.ts'

/** Two apps at a time keep a machine of two cores busy. */
const LANES = 2
/** Smaller parts than lanes: whichever lane is free takes the next, so that both end at about the same time. */
const PARTS = 6

const playwright = join(projectRoot, 'node_modules/@playwright/test/cli.js')
const config = join(projectRoot, '.config/playwright.config.ts')

/** Everything, in parts on virtual screens: windows on one screen would take the focus from each other. */
async function runInParts(env: NodeJS.ProcessEnv): Promise<number> {
  say(`The tests run ${String(LANES)} at a time on virtual screens (xvfb) that nobody sees.`)
  const waiting = [...Array(PARTS).keys()].map((index) => String(index + 1))
  let code = 0
  async function lane(place: number): Promise<void> {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
      const ended = await runPart(part, { env, place })
      if (ended.output !== '') say(ended.output)
      if (ended.code !== 0) code = 1
    }
  }
  await Promise.all([...Array(LANES).keys()].map(lane))
  return code
}

function runPart(part: string, { env, place }: { env: NodeJS.ProcessEnv; place: number }) {
  const args = [playwright, 'test', '-c', config, '--shard', `${part}/${String(PARTS)}`]
  args.push('--output', join(projectRoot, `test-results/e2e-${part}`))
  // The first lane is seen at work; what the other says is read part by part.
  const output = place === 0 ? 'shown' : 'kept'
  return runOnVirtualDisplay(process.execPath, args, { env, output, place })
}

// Runs the end-to-end tests on the built app: `npm run test:e2e`. Arguments are handed to Playwright.
await runEntry(async () => {
  const runtime = await preflight({
    pdftotext: 'poppler-utils',
    pdfinfo: 'poppler-utils',
    pdffonts: 'poppler-utils',
    qpdf: 'qpdf',
  })
  const env = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: runtime.folder }
  const chosen = process.argv.slice(2)
  if (chosen.length === 0 && !hasDisplay()) return runInParts(env)
  return runOnDisplay(process.execPath, [playwright, 'test', '-c', config, ...chosen], env)
})
