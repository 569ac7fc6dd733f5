import { join } from 'node:path'
import { runOnDisplay } from './on-display.ts'
import { preflight } from './preflight/preflight.ts'
import { projectRoot } from './project.ts'
import { runEntry, say, StopReason } from './report.ts'
import { runCommand } from './run-command.ts'

async function build(): Promise<void> {
  const tool = join(projectRoot, 'node_modules/electron-vite/bin/electron-vite.js')
  const built = await runCommand(process.execPath, [tool, 'build'], { cwd: projectRoot })
  if (built.code !== 0) throw new StopReason(built.output)
}

/** Chromium's sandbox cannot be set up by root, who has no less to lose by going without it. */
function sandboxSwitches(): string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

// Builds the app and opens it: `npm start`. What follows `--` is handed to the app.
await runEntry(async () => {
  const runtime = await preflight()
  say('Building …')
  await build()
  say('Opening Respite.')
  return runOnDisplay(
    runtime.binary,
    [...sandboxSwitches(), projectRoot, ...process.argv.slice(2)],
    process.env,
  )
})
