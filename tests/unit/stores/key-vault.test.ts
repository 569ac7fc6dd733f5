import { describe, expect, it } from 'vitest'
import type { DesktopApi, DesktopReply } from '../../../src/contract/index.ts'
import { KeyVault } from '../../../src/stores/key-vault.ts'

/** A shell that keeps one key file in memory. */
function aShell(stored: string | null = null) {
  const shell = { stored, failures: 0, isFull: false }
  const reply = <Value>(value: Value): Promise<DesktopReply<Value>> =>
    Promise.resolve({ ok: true, value })
  const desktop = {
    readKey: () => {
      if (shell.stored === null) return reply({ state: 'none' })
      const isOpen = shell.stored.includes('"none"')
      return reply(isOpen ? { state: 'open', text: shell.stored } : { state: 'locked' })
    },
    tryKey: () => {
      shell.failures += 1
      return reply({ waitSeconds: 0, text: shell.stored })
    },
    keyOpened: () => {
      shell.failures = 0
      return reply(null)
    },
    writeKey: ({ text }: { text: string }) => {
      if (shell.isFull) return Promise.resolve({ ok: false, code: 'disk-full' })
      shell.stored = text
      return reply(null)
    },
  } as unknown as DesktopApi
  return { shell, vault: () => new KeyVault(desktop) }
}

const noData = () => Promise.resolve(false)
const withData = () => Promise.resolve(true)

async function anOpenVault() {
  const { shell, vault } = aShell()
  const opened = vault()
  const opening = await opened.open(noData)
  if (opening.kind !== 'open') throw new Error(opening.kind)
  return { shell, vault, opened, key: opening.key }
}

describe('the vault without a lock', () => {
  it('makes a key once and finds it again', async () => {
    const { vault, key, opened } = await anOpenVault()
    expect(opened.hasLock.value).toBe(false)
    expect(await vault().open(withData)).toEqual({ kind: 'open', key })
  })

  it('makes no new key where there is data that it would not open', async () => {
    const { shell, vault } = aShell()
    const missing = { kind: 'problem', problem: 'key-missing' }
    expect(await vault().open(withData)).toEqual(missing)
    expect(await vault().open(() => Promise.reject(new Error('planted')))).toEqual(missing)
    expect(shell.stored).toBeNull()
  })

  it.each([
    [
      'a key of the wrong length',
      '{"format":"respite-key","version":1,"protection":"none","key":"AAAA"}',
    ],
    ['another version', '{"format":"respite-key","version":2,"protection":"none","key":""}'],
  ])('refuses %s', async (_what, text) => {
    const { vault } = aShell(text)
    const damaged = { kind: 'problem', problem: 'key-damaged' }
    expect(await vault().open(withData)).toEqual(damaged)
  })

  it('says so where the key can not be kept', async () => {
    const { shell, vault } = aShell()
    shell.isFull = true
    expect(await vault().open(noData)).toEqual({ kind: 'problem', problem: 'unavailable' })
  })
})

describe('the vault with a lock', () => {
  it('opens with the passphrase or the recovery code, however it was typed, and nothing else', async () => {
    const { shell, vault, opened, key } = await anOpenVault()
    const made = await opened.protect('正确 的口令 battery')
    const code = made.ok ? made.recoveryCode : ''
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/)
    expect(shell.stored).not.toContain(Buffer.from(key.bytes).toString('base64'))

    const locked = vault()
    expect(await locked.open(withData)).toEqual({ kind: 'locked' })
    expect(await locked.unlock('wrong')).toEqual({ kind: 'wrong', seconds: 0 })
    expect(shell.failures).toBe(1)
    expect(await locked.unlock('正确 的口令 battery')).toEqual({ kind: 'open', key })
    expect(shell.failures).toBe(0)
    const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
    expect(await vault().unlock(typed)).toEqual({ kind: 'open', key })
  })

  it('forgets the old secrets when it is changed, and the lock when it is released', async () => {
    const { vault, opened, key } = await anOpenVault()
    const first = await opened.protect('the first one')
    await opened.protect('the second one')
    expect((await vault().unlock('the first one')).kind).toBe('wrong')
    expect((await vault().unlock(first.ok ? first.recoveryCode : '')).kind).toBe('wrong')
    expect((await vault().unlock('the second one')).kind).toBe('open')
    expect(await opened.release()).toBeNull()
    expect(await vault().open(withData)).toEqual({ kind: 'open', key })
  })

  it('keeps the old key file where the new one can not be written', async () => {
    const { shell, vault, opened } = await anOpenVault()
    shell.isFull = true
    expect(await opened.protect('the first one')).toEqual({ ok: false, code: 'disk-full' })
    expect(opened.hasLock.value).toBe(false)
    expect((await vault().open(withData)).kind).toBe('open')
  })

  it('does not open with parameters that were changed to cost less', async () => {
    const { shell, vault, opened } = await anOpenVault()
    await opened.protect('the first one')
    shell.stored = shell.stored?.replaceAll('"passes":3', '"passes":1') ?? null
    expect((await vault().unlock('the first one')).kind).toBe('wrong')
    shell.stored = shell.stored?.replaceAll('"memoryKib":65536', '"memoryKib":64') ?? null
    expect(await vault().unlock('the first one')).toEqual({ kind: 'failed', code: 'key-damaged' })
  })
})
