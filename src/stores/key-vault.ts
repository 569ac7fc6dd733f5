import { readonly, ref } from 'vue'
import type { DesktopApi, DesktopFailure } from '../contract/index.ts'
import {
  newDataKey,
  newRecoveryCode,
  readKeyFile,
  readRecoveryCode,
  unwrapKey,
  wrapKey,
  writeKeyFile,
  type DataKey,
  type KeyFile,
  type WrappedKeys,
} from '../storage/index.ts'

/**
 * Why the data can't be unsealed at all: sealed rows without their key file, a key file that can't
 * be read, or a profile folder that can't be used.
 */
export type KeyProblem = 'key-missing' | 'key-damaged' | 'unavailable'

export type KeyOpening =
  | { readonly kind: 'open'; readonly key: DataKey }
  | { readonly kind: 'locked' }
  | { readonly kind: 'problem'; readonly problem: KeyProblem }

export type Unlocking =
  | { readonly kind: 'open'; readonly key: DataKey }
  /** Wrong, or not tried at all since there is a wait; `seconds` until the next attempt. */
  | { readonly kind: 'wrong' | 'wait'; readonly seconds: number }
  | { readonly kind: 'failed'; readonly code: DesktopFailure | 'key-damaged' }

export type Protecting =
  | { readonly ok: true; readonly recoveryCode: string }
  | { readonly ok: false; readonly code: DesktopFailure }

/** The data key of this profile: found or made at the start, and wrapped where the person sets a lock. */
export class KeyVault {
  readonly #desktop: DesktopApi
  readonly #hasLock = ref(false)
  #key: DataKey | null = null
  #wrapped: WrappedKeys | null = null

  constructor(desktop: DesktopApi) {
    this.#desktop = desktop
  }

  /** Whether a passphrase guards the key. */
  readonly hasLock = readonly(this.#hasLock)

  /** The key wrapped, for a backup that the same secrets open; null without a lock. */
  get wrapped(): WrappedKeys | null {
    return this.#wrapped
  }

  /** Finds the key, or makes one where there is neither key nor data. Never rejects. */
  async open(hasData: () => Promise<boolean>): Promise<KeyOpening> {
    const reading = await this.#desktop.readKey()
    if (!reading.ok) return { kind: 'problem', problem: 'unavailable' }
    const { value } = reading
    if (value.state === 'locked') {
      this.#hasLock.value = true
      return { kind: 'locked' }
    }
    if (value.state === 'open') return this.#openFile(readKeyFile(value.text))
    if (value.state === 'damaged') return { kind: 'problem', problem: 'key-damaged' }
    return (await hasData().catch(() => true))
      ? { kind: 'problem', problem: 'key-missing' }
      : this.#make()
  }

  #openFile(file: KeyFile | null): KeyOpening {
    if (file?.protection !== 'none') return { kind: 'problem', problem: 'key-damaged' }
    this.#key = file.key
    return { kind: 'open', key: file.key }
  }

  async #make(): Promise<KeyOpening> {
    const key = newDataKey()
    const text = writeKeyFile({ protection: 'none', key })
    const written = await this.#desktop.writeKey({ text, replaces: false })
    if (!written.ok) return { kind: 'problem', problem: 'unavailable' }
    this.#key = key
    return { kind: 'open', key }
  }

  /** Tries a passphrase, or a recovery code, where the shell lets it. Never rejects. */
  async unlock(secret: string): Promise<Unlocking> {
    const attempt = await this.#desktop.tryKey()
    if (!attempt.ok) return { kind: 'failed', code: attempt.code }
    const { waitSeconds: seconds, text } = attempt.value
    if (text === null) return { kind: 'wait', seconds }
    const file = readKeyFile(text)
    if (file?.protection !== 'passphrase') return { kind: 'failed', code: 'key-damaged' }
    const key =
      (await unwrapKey(file.wrapped, 'passphrase', secret)) ??
      (await unwrapKey(file.wrapped, 'recovery', readRecoveryCode(secret)))
    if (key === null) return { kind: 'wrong', seconds }
    await this.#desktop.keyOpened()
    this.#key = key
    this.#wrapped = file.wrapped
    return { kind: 'open', key }
  }

  /** Sets the passphrase, or a new one, and makes a new recovery code; the old ones open nothing any more. */
  async protect(passphrase: string): Promise<Protecting> {
    const recoveryCode = newRecoveryCode()
    const wrapped = await wrapKey(this.#opened(), { passphrase, recovery: recoveryCode })
    const text = writeKeyFile({ protection: 'passphrase', wrapped })
    const written = await this.#desktop.writeKey({ text, replaces: true })
    if (!written.ok) return written
    this.#wrapped = wrapped
    this.#hasLock.value = true
    return { ok: true, recoveryCode }
  }

  /** Takes the lock away: the key lies open in the key file again. */
  async release(): Promise<DesktopFailure | null> {
    const text = writeKeyFile({ protection: 'none', key: this.#opened() })
    const written = await this.#desktop.writeKey({ text, replaces: true })
    if (!written.ok) return written.code
    this.#wrapped = null
    this.#hasLock.value = false
    return null
  }

  #opened(): DataKey {
    if (this.#key === null) throw new Error('the vault is not open')
    return this.#key
  }
}
