import { randomBytes } from 'node:crypto'
import { lstat, mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { DesktopReply, FolderFile, SavedFile } from '../../../src/contract/index.ts'
import { syncFolder, writeDurably } from './atomic-write.ts'
import { writeFailure } from './failure-code.ts'

/** How many folders of the same name may stand side by side. */
const MOST_NAMESAKES = 99

/**
 * Writes a new folder with all its files, or nothing: it is filled under another name beside its place
 * and renamed when the last file is on the disk. Where the name is taken a number is added.
 */
export async function writeFolder(
  parent: string,
  { name, files }: { readonly name: string; readonly files: readonly FolderFile[] },
): Promise<DesktopReply<SavedFile>> {
  const draft = join(parent, `.${name.slice(0, 40)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    await mkdir(draft, { mode: 0o700 })
    for (const { path, bytes } of files) {
      const target = join(draft, path)
      await mkdir(dirname(target), { recursive: true, mode: 0o700 })
      await writeDurably(target, bytes)
    }
    const path = await freePath(parent, name)
    await rename(draft, path)
    await syncFolder(parent).catch(() => undefined)
    return { ok: true, value: { path } }
  } catch (error) {
    await rm(draft, { recursive: true, force: true }).catch(() => undefined)
    return { ok: false, code: writeFailure(error) }
  }
}

async function freePath(parent: string, name: string): Promise<string> {
  for (let n = 1; n <= MOST_NAMESAKES; n += 1) {
    const path = join(parent, n === 1 ? name : `${name} ${String(n)}`)
    const isTaken = await lstat(path).then(
      () => true,
      () => false,
    )
    if (!isTaken) return path
  }
  throw new Error('every name is taken')
}
