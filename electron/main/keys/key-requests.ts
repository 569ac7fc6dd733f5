import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DesktopReply, KeyReading } from '../../../src/contract/index.ts'
import { writeAtomically } from '../files/atomic-write.ts'
import { isMissing } from '../files/failure-code.ts'
import { DONE } from '../ipc/done.ts'
import type { RequestHandlers } from '../ipc/handle.ts'
import { NO_ATTEMPTS, readAttempts, waitLeft, type Attempts } from './unlock-delay.ts'

/** Beside the profile's databases, not inside them: who copies those alone has no key. */
export const KEY_FILE = 'data-key.json'
export const ATTEMPTS_FILE = 'unlock-attempts.json'

interface KeySources {
  readonly folder: () => string
  readonly now: () => number
}

type KeyHandlers = Pick<RequestHandlers, 'readKey' | 'tryKey' | 'keyOpened' | 'writeKey'>

/** Keeps the key file. The shell does not know what is in it, only whether a passphrase guards it. */
export function keyRequests({ folder, now }: KeySources): KeyHandlers {
  const keyPath = () => join(folder(), KEY_FILE)
  const attemptsPath = () => join(folder(), ATTEMPTS_FILE)

  async function attempts(): Promise<Attempts> {
    const text = await readOrNull(attemptsPath())
    return text === null ? NO_ATTEMPTS : readAttempts(text, now())
  }

  return {
    readKey: async () => ({ ok: true, value: keyReading(await readOrNull(keyPath())) }),
    tryKey: async () => {
      const text = await readOrNull(keyPath())
      if (keyReading(text).state !== 'locked' || text === null)
        return { ok: false, code: 'refused' }
      const before = await attempts()
      const wait = waitLeft(before, now())
      if (wait > 0) return { ok: true, value: { waitSeconds: Math.ceil(wait / 1000), text: null } }
      // Counted as failed before it is made: quitting in the middle gives no free guess.
      const counted = { failures: before.failures + 1, last: now() }
      const kept = await writeAtomically(attemptsPath(), JSON.stringify(counted))
      if (!kept.ok) return kept
      return { ok: true, value: { waitSeconds: Math.ceil(waitLeft(counted, now()) / 1000), text } }
    },
    keyOpened: async () => {
      await rm(attemptsPath(), { force: true })
      return DONE
    },
    writeKey: async ({ text, replaces }): Promise<DesktopReply<null>> => {
      const isThere = (await readOrNull(keyPath())) !== null
      if (isThere !== replaces) return { ok: false, code: 'refused' }
      const written = await writeAtomically(keyPath(), text)
      if (!written.ok) return written
      // Read back: a key that can't be read again would lose everything sealed with it.
      return (await readOrNull(keyPath())) === text ? DONE : { ok: false, code: 'failed' }
    },
  }
}

function keyReading(text: string | null): KeyReading {
  if (text === null) return { state: 'none' }
  try {
    const { protection } = JSON.parse(text) as { readonly protection?: unknown }
    if (protection === 'none') return { state: 'open', text }
    return { state: protection === 'passphrase' ? 'locked' : 'damaged' }
  } catch {
    return { state: 'damaged' }
  }
}

/** A file's text, or null where there is none. @throws Error where it is there and can't be read */
async function readOrNull(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}
