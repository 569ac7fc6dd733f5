import { statSync } from 'node:fs'
import {
  LOG_FILE,
  MANIFEST_FILE,
  readChain,
  readManifest,
  type Manifest,
} from '../../domain/conduct/index.ts'
import { DEFAULT_LOCALE, type FileCommand } from '../command.ts'
import { digestOf, listFolder, readTextOf } from '../evidence-folder.ts'
import {
  verificationText,
  type FileStatus,
  type Verification,
  type VerifiedFile,
} from '../report/verification-text.ts'

/** Whether an evidence pack is what it was when it was made, file by file. */
export const verify: FileCommand = {
  takes: 'file',
  name: 'verify',
  usage: 'DIR',
  options: {},
  run({ file: folder, chosenLocale }) {
    if (!isFolder(folder)) throw new Error('not a folder, or it cannot be read')
    const found = verifyFolder(folder)
    return {
      text: verificationText(found, chosenLocale ?? DEFAULT_LOCALE),
      json: found,
      status: found.unchanged ? 0 : 1,
    }
  },
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

function verifyFolder(folder: string): Verification {
  const text = readTextOf(folder, MANIFEST_FILE)
  if (text === null) return broken('manifest-missing')
  const reading = readManifest(text)
  return reading.ok ? compared(folder, reading.value) : broken(reading.problem)
}

const broken = (problem: NonNullable<Verification['problem']>): Verification => ({
  unchanged: false,
  problem,
  seal: null,
  files: [],
  log: null,
})

function compared(folder: string, manifest: Manifest): Verification {
  const { files: present, others, isCut } = listFolder(folder)
  const named = new Set([MANIFEST_FILE, ...manifest.files.map(({ path }) => path)])
  const files: VerifiedFile[] = manifest.files.map(({ path, size, sha256 }) => {
    if (others.has(path)) return { path, status: 'not-a-file' }
    if (!present.has(path)) return { path, status: 'missing' }
    const digest = digestOf(folder, path, size)
    const isSame = digest !== null && digest.size === size && digest.sha256 === sha256
    return { path, status: isSame ? 'unchanged' : 'changed' }
  })
  const extra = [...present, ...others]
    .filter((path) => !named.has(path))
    .toSorted()
    .map((path): VerifiedFile => ({ path, status: 'extra' }))
  const log = readChain(readTextOf(folder, LOG_FILE) ?? 'missing')
  const all = [...files, ...extra]
  const isWhole = all.every(({ status }) => status === ('unchanged' satisfies FileStatus))
  return {
    unchanged: isWhole && !isCut && log.brokenAt === null,
    problem: null,
    seal: manifest.seal,
    files: all,
    log,
  }
}
