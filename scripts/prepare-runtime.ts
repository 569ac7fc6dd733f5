import { runEntry, say } from './report.ts'
import { chooseRuntime } from './runtime/choose-runtime.ts'

// Prepares the runtime that `npm start` and the end-to-end tests use, and names it.
await runEntry(async () => {
  const runtime = await chooseRuntime()
  say(`${runtime.kind} runtime: ${runtime.folder}`)
  return 0
})
