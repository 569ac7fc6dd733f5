import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { KEY_FILE, ATTEMPTS_FILE, keyRequests } from '../../electron/main/keys/key-requests.ts'
import { NO_ATTEMPTS, readAttempts, waitLeft } from '../../electron/main/keys/unlock-delay.ts'

const LOCKED = '{"protection":"passphrase"}'

async function aProfile(text: string | null = LOCKED) {
  const folder = await mkdtemp(join(tmpdir(), 'respite-keys-'))
  if (text !== null) await writeFile(join(folder, KEY_FILE), text)
  const clock = { now: 1_000_000_000_000 }
  const open = () => keyRequests({ folder: () => folder, now: () => clock.now })
  return { folder, clock, open, keys: open() }
}

const handed = (waitSeconds: number) => ({ ok: true, value: { waitSeconds, text: LOCKED } })
const refusedFor = (waitSeconds: number) => ({ ok: true, value: { waitSeconds, text: null } })

describe('the key file', () => {
  it('is for its owner alone', async () => {
    const { folder, keys } = await aProfile(null)
    await keys.writeKey({ text: '{"protection":"none"}', replaces: false })
    expect((await stat(join(folder, KEY_FILE))).mode & 0o777).toBe(0o600)
  })

  it('that is cut short is named, not replaced by a new one', async () => {
    const { keys } = await aProfile('{"protection":"no')
    expect(await keys.readKey(undefined)).toEqual({ ok: true, value: { state: 'damaged' } })
    const again = await keys.writeKey({ text: '{"protection":"none"}', replaces: false })
    expect(again).toEqual({ ok: false, code: 'refused' })
  })
})

describe('attempts at the passphrase', () => {
  it('are free five times, then wait half a minute and twice as long each time', async () => {
    const { clock, keys } = await aProfile()
    for (let n = 1; n <= 4; n += 1) expect(await keys.tryKey(undefined)).toEqual(handed(0))
    expect(await keys.tryKey(undefined)).toEqual(handed(30))
    expect(await keys.tryKey(undefined)).toEqual(refusedFor(30))
    clock.now += 29_001
    expect(await keys.tryKey(undefined)).toEqual(refusedFor(1))
    clock.now += 999
    expect(await keys.tryKey(undefined)).toEqual(handed(60))
  })

  it('are counted before they are made, over a restart and by success anew', async () => {
    const { open, keys } = await aProfile()
    for (let n = 1; n <= 5; n += 1) await keys.tryKey(undefined)
    expect(await open().tryKey(undefined)).toEqual(refusedFor(30))
    await keys.keyOpened(undefined)
    expect(await open().tryKey(undefined)).toEqual(handed(0))
  })

  it('gain nothing by a clock put back or a damaged count, and nobody is shut out for ever', async () => {
    const { folder, clock, keys } = await aProfile()
    for (let n = 1; n <= 5; n += 1) await keys.tryKey(undefined)
    clock.now -= 3_600_000
    expect(await keys.tryKey(undefined)).toEqual(refusedFor(30))
    await writeFile(join(folder, ATTEMPTS_FILE), '{"failures":')
    expect(await keys.tryKey(undefined)).toEqual(refusedFor(30))
    const far = readAttempts('{"failures":50,"last":9000000000000}', 1000)
    expect(waitLeft(far, 1000)).toBe(15 * 60_000)
    expect(waitLeft(NO_ATTEMPTS, 0)).toBe(0)
  })

  it('are not made where they can not be counted', async () => {
    const { folder, keys } = await aProfile()
    const { mkdir } = await import('node:fs/promises')
    await mkdir(join(folder, ATTEMPTS_FILE))
    await expect(keys.tryKey(undefined)).rejects.toThrow()
    expect(await readFile(join(folder, KEY_FILE), 'utf8')).toBe(LOCKED)
  })
})
