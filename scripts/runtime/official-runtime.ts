import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from '../project.ts'
import { say } from '../report.ts'

const electronPackage = join(projectRoot, 'node_modules/electron')
const cache = join(projectRoot, '.cache')
const refusalFile = join(cache, 'official-runtime-unreachable.json')

/** How long a download may show no sign of life before it is given up. */
const SILENCE_LIMIT_MS = 5_000
const DOWNLOAD_LIMIT_MS = 15 * 60_000
const REMEMBERED_FOR_MS = 24 * 60 * 60_000

/** The folder of the official runtime if it is there and whole, or null. */
export function findOfficialRuntime(version: string): string | null {
  const folder = join(electronPackage, 'dist')
  const pathFile = join(electronPackage, 'path.txt')
  if (!existsSync(pathFile)) return null
  const binary = join(folder, readFileSync(pathFile, 'utf8'))
  const versionFile = join(folder, 'version')
  if (!existsSync(binary) || !existsSync(versionFile)) return null
  return readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') === version ? folder : null
}

/** Whether a download of this version failed within the last day. */
function failedLately(version: string): boolean {
  if (!existsSync(refusalFile)) return false
  const fresh = Date.now() - statSync(refusalFile).mtimeMs < REMEMBERED_FOR_MS
  return fresh && readFileSync(refusalFile, 'utf8') === version
}

async function rememberFailure(version: string): Promise<void> {
  const draft = `${refusalFile}.${process.pid}`
  await writeFile(draft, version)
  await rename(draft, refusalFile)
}

/** Whether anything has arrived in a folder: the sign that a download gets somewhere. */
function hasArrivals(folder: string): boolean {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).some(
    (entry) => entry.isFile() && statSync(join(entry.parentPath, entry.name)).size > 1_000_000,
  )
}

/** Runs Electron's own installer; it is stopped when it is silent for too long. */
async function runInstaller(temporary: string): Promise<boolean> {
  const target = join(electronPackage, 'dist')
  const hadTarget = existsSync(target)
  const child = spawn(process.execPath, [join(electronPackage, 'install.js')], {
    stdio: 'ignore',
    env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
  })
  const ended = new Promise<boolean>((resolve) => {
    child.on('error', () => resolve(false))
    child.on('close', (code) => resolve(code === 0))
  })
  const silence = setTimeout(() => {
    const unpacking = !hadTarget && existsSync(target)
    if (!unpacking && !hasArrivals(temporary)) child.kill()
  }, SILENCE_LIMIT_MS)
  const limit = setTimeout(() => child.kill(), DOWNLOAD_LIMIT_MS)
  const installed = await ended
  clearTimeout(silence)
  clearTimeout(limit)
  return installed
}

/**
 * Downloads the official runtime by its own installer, which checks its checksum. A failure is remembered for a day, so
 * that a network that cannot reach it costs the time only once.
 */
export async function fetchOfficialRuntime(version: string): Promise<string | null> {
  if (failedLately(version)) {
    say(
      `Electron ${version} could not be downloaded within the last day; it is not tried again now.`,
    )
    say('  (To try at once: delete .cache/official-runtime-unreachable.json)')
    return null
  }
  say(`Electron ${version} is not here yet; downloading it (about 120 MB) …`)
  mkdirSync(cache, { recursive: true })
  const temporary = mkdtempSync(join(cache, 'electron-download-'))
  const began = Date.now()
  const installed = await runInstaller(temporary)
  rmSync(temporary, { recursive: true, force: true })
  const folder = installed ? findOfficialRuntime(version) : null
  if (folder === null) {
    await rememberFailure(version)
    say(`The download failed after ${((Date.now() - began) / 1000).toFixed(1)} s.`)
  }
  return folder
}
