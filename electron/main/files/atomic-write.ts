import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { DesktopReply, SavedFile } from '../../../src/contract/index.ts'
import { writeFailure } from './failure-code.ts'

/** Writes a new file and waits until it is on the disk. @throws Error where the path is taken */
export async function writeDurably(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes a rename last through a power cut. Windows has no such call for folders, and some network drives refuse it. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } catch {
    // The file itself is whole and in place; only the guarantee about its name is weaker here.
  } finally {
    await folder.close()
  }
}

/**
 * Writes a file so that at any moment its path holds either the old content or all of the new. The draft lies in the
 * same folder, since a rename is atomic only within one file system. A failure leaves no draft and keeps the old file.
 */
export async function writeAtomically(
  path: string,
  content: string | Uint8Array,
): Promise<DesktopReply<SavedFile>> {
  const folder = dirname(path)
  const draft = join(
    folder,
    `.${basename(path).slice(0, 40)}.${randomBytes(6).toString('hex')}.tmp`,
  )
  try {
    await writeDurably(draft, content)
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined)
    return { ok: false, code: writeFailure(error) }
  }
  await syncFolder(folder).catch(() => undefined)
  return { ok: true, value: { path } }
}
