import { findOfficialRuntime } from '../runtime/official-runtime.ts'
import { chooseRuntime, type ChosenRuntime } from '../runtime/choose-runtime.ts'
import { pinnedElectronVersion } from '../project.ts'
import {
  missingDisplay,
  missingFonts,
  missingLibraries,
  missingPrograms,
  settleMissing,
} from './check-system.ts'

/** What is needed to get and inspect a runtime. */
function missingTools() {
  const isOfficialHere = findOfficialRuntime(pinnedElectronVersion()) !== null
  return missingPrograms({
    'fc-list': 'fontconfig',
    ...(isOfficialHere ? {} : { tar: 'tar', unzip: 'unzip' }),
  })
}

/** Gets the runtime and all the system has to bring for it. Other systems than Linux bring it by themselves. */
export async function preflight(
  programs: Readonly<Record<string, string>> = {},
): Promise<ChosenRuntime> {
  if (process.platform !== 'linux') return chooseRuntime()
  await settleMissing(missingTools)
  const runtime = await chooseRuntime()
  await settleMissing(async () => [
    ...missingPrograms(programs),
    ...(await missingLibraries(runtime.binary)),
    ...(await missingFonts()),
    ...missingDisplay(),
  ])
  return runtime
}
