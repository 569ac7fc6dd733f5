import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { DesktopReply, OpenedFile } from '../../../src/contract/index.ts'
import { MAX_CASE_FILE_BYTES, MAX_SAVED_FILE_BYTES } from '../../../src/contract/limits.ts'

/** Reads an ordinary file of at most so many bytes. Its size is asked of the open file, so it cannot be swapped in between. */
export async function readLimited(
  path: string,
  most = mostOf(path),
): Promise<DesktopReply<OpenedFile>> {
  try {
    const file = await open(path, 'r')
    try {
      const facts = await file.stat()
      if (!facts.isFile()) return { ok: false, code: 'not-readable' }
      if (facts.size > most) return { ok: false, code: 'too-large' }
      const bytes = new Uint8Array(await file.readFile())
      return { ok: true, value: { name: basename(path), bytes } }
    } finally {
      await file.close()
    }
  } catch {
    return { ok: false, code: 'not-readable' }
  }
}

/** An encrypted copy holds attached files too: what could be saved can be opened. */
const mostOf = (path: string): number =>
  path.toLowerCase().endsWith('.respite') ? MAX_SAVED_FILE_BYTES : MAX_CASE_FILE_BYTES
