import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pinnedElectronVersion } from '../project.ts'
import { say, StopReason } from '../report.ts'
import { fetchOfficialRuntime, findOfficialRuntime } from './official-runtime.ts'
import { canUseTestRuntime, prepareTestRuntime } from './test-runtime.ts'

export interface ChosenRuntime {
  /** Its folder, as the `electron` package wants it in ELECTRON_OVERRIDE_DIST_PATH. */
  readonly folder: string
  readonly binary: string
  readonly kind: 'official' | 'given' | 'test'
}

function binaryIn(folder: string): string {
  if (process.platform === 'win32') return join(folder, 'electron.exe')
  if (process.platform === 'darwin') return join(folder, 'Electron.app/Contents/MacOS/Electron')
  return join(folder, 'electron')
}

/** A folder that the person chose by ELECTRON_OVERRIDE_DIST_PATH goes before everything. */
function givenRuntime(): ChosenRuntime | null {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (folder === undefined || folder === '') return null
  if (!existsSync(binaryIn(folder))) {
    throw new StopReason(`ELECTRON_OVERRIDE_DIST_PATH holds no Electron: ${folder}`)
  }
  return { folder, binary: binaryIn(folder), kind: 'given' }
}

/**
 * The runtime to start: the one given, the pinned official one if it is here or can be downloaded, else, on the only
 * platform it exists for, the test runtime.
 */
export async function chooseRuntime(): Promise<ChosenRuntime> {
  const given = givenRuntime()
  if (given !== null) return given
  const version = pinnedElectronVersion()
  const official = findOfficialRuntime(version) ?? (await fetchOfficialRuntime(version))
  if (official !== null) return { folder: official, binary: binaryIn(official), kind: 'official' }
  if (!canUseTestRuntime()) {
    throw new StopReason(
      `Electron ${version} could not be downloaded, and there is no other runtime for this computer.\n` +
        'Try again where the download is possible: npx install-electron',
    )
  }
  const folder = await prepareTestRuntime()
  say('Using the test runtime: never enter real data into it.')
  return { folder, binary: binaryIn(folder), kind: 'test' }
}
