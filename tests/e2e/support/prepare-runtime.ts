import { existsSync } from 'node:fs'
import { chooseRuntime } from '../../../scripts/runtime/choose-runtime.ts'
import { builtApp } from './launch-app.ts'

/** Makes sure that there is a runtime and a built app before the first test. */
export default async function prepareRuntime(): Promise<void> {
  if (!existsSync(builtApp)) throw new Error('The app is not built: run npm run build first.')
  const runtime = await chooseRuntime()
  // The tests run in processes of their own, which inherit this one's environment.
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = runtime.folder
}
