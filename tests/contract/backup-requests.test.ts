import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { backupRequests } from '../../electron/main/backups/backup-requests.ts'
import { holdClose, type ClosingWindow } from '../../electron/main/window/hold-close.ts'
import { sealBackup } from '../../src/storage/backup/archive.ts'
import { TEST_KEY } from '../support/test-key.ts'

const DONE = { ok: true, value: null }
const WRITTEN = {
  ok: true,
  value: { name: 'respite-0a1b2c3d-20260101T000000Z-regular.respite-backup' },
}
const KEY = '0a1b2c3d'
const OTHER = 'ffffffff'
const fileName = (keyId: string, digit: string) => `${keyId}-${digit.repeat(32)}.respite-file`

const folders: string[] = []
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

async function aProfile() {
  const folder = await mkdtemp(join(tmpdir(), 'respite-backups-'))
  folders.push(folder)
  const answers: { chosen: string | null; shown: string[] } = { chosen: null, shown: [] }
  const requests = backupRequests({
    folder: () => folder,
    askFolder: () => Promise.resolve(answers.chosen),
    showFolder: (shown) => {
      answers.shown.push(shown)
      return Promise.resolve('')
    },
  })
  return { folder, own: join(folder, 'backups'), answers, requests }
}

const archive = (files: readonly string[]) =>
  sealBackup(
    { database: 2, tables: {} },
    { key: TEST_KEY, wrapped: null, createdAt: '2026-11-28T08:00:00.000Z', files },
  )

type Requests = Awaited<ReturnType<typeof aProfile>>['requests']

async function write(
  requests: Requests,
  day: number,
  { files = [], keyId = KEY }: { files?: string[]; keyId?: string } = {},
) {
  const at = new Date(Date.UTC(2026, 0, day)).toISOString()
  const bytes = await archive(files)
  return requests.writeBackup({ place: 'own', at, reason: 'regular', keyId, files, bytes })
}

const shelfOf = async (requests: Requests) => {
  const reply = await requests.listBackups(undefined)
  if (!reply.ok) throw new Error(reply.code)
  return reply.value
}

describe('a backup', () => {
  it('is never written over another of the same second', async () => {
    const { requests } = await aProfile()
    await write(requests, 1)
    await write(requests, 1)
    await write(requests, 1)
    const names = (await shelfOf(requests)).backups.map(({ name }) => name)
    expect(new Set(names).size).toBe(3)
  })

  it('lies in a folder for its owner alone and is read back as it was written', async () => {
    const { own, requests } = await aProfile()
    expect(await write(requests, 1)).toEqual(WRITTEN)
    const shelf = await shelfOf(requests)
    expect(shelf).toMatchObject({ place: 'own', folder: own, isThere: true })
    const [backup] = shelf.backups
    expect(backup).toMatchObject({ keyId: KEY, reason: 'regular', at: '2026-01-01T00:00:00.000Z' })
    const read = await requests.readBackup({ place: 'own', name: backup?.name ?? '' })
    expect(read.ok && [...read.value.bytes]).toEqual([
      ...(await readFile(join(own, backup?.name ?? ''))),
    ])
    expect((await stat(own)).mode & 0o777).toBe(0o700)
    expect((await stat(join(own, backup?.name ?? ''))).mode & 0o777).toBe(0o600)
  })

  it('leaves no draft behind, and is not written while a file that it names is lacking', async () => {
    const { own, requests } = await aProfile()
    const name = fileName(KEY, 'a')
    expect(await write(requests, 1, { files: [name] })).toEqual({ ok: false, code: 'failed' })
    expect(await requests.lackingFiles({ place: 'own', names: [name] })).toEqual({
      ok: true,
      value: [name],
    })
    const bytes = new Uint8Array([1, 2, 3])
    expect(await requests.writeSealedFile({ place: 'own', name, bytes })).toEqual(DONE)
    expect(await write(requests, 1, { files: [name] })).toEqual(WRITTEN)
    expect((await readdir(own)).filter((found) => found.endsWith('.tmp'))).toEqual([])
  })

  it('goes when it is old, and with the last that names it a sealed file; another key’s stay', async () => {
    const { own, requests } = await aProfile()
    const bytes = new Uint8Array([1])
    const [dropped, kept] = [fileName(KEY, 'a'), fileName(KEY, 'b')]
    const foreign = fileName(OTHER, 'c')
    for (const name of [dropped, foreign])
      await requests.writeSealedFile({ place: 'own', name, bytes })
    await writeFile(join(own, 'holiday.jpg'), 'not ours')
    await write(requests, 1, { keyId: OTHER, files: [foreign] })
    await write(requests, 1, { files: [dropped] })
    await requests.writeSealedFile({ place: 'own', name: kept, bytes })
    for (let day = 2; day <= 60; day += 1) await write(requests, day, { files: [kept] })
    const names = await readdir(own)
    expect(names).not.toContain(dropped)
    for (const name of [kept, foreign, 'holiday.jpg']) expect(names).toContain(name)
    const { backups } = await shelfOf(requests)
    expect(backups.filter(({ keyId }) => keyId === OTHER)).toHaveLength(1)
    expect(backups.length).toBeLessThan(20)
  })

  it('keeps every sealed file while one backup can’t be read', async () => {
    const { own, requests } = await aProfile()
    const name = fileName(KEY, 'a')
    await requests.writeSealedFile({ place: 'own', name, bytes: new Uint8Array([1]) })
    await mkdir(own, { recursive: true })
    await writeFile(join(own, `respite-${KEY}-20260101T000000Z-regular.respite-backup`), 'torn')
    await write(requests, 2)
    expect(await readdir(own)).toContain(name)
  })
})

describe('the folder of the backups', () => {
  it('is the one the person chose, until it is given up', async () => {
    const { folder, own, answers, requests } = await aProfile()
    expect(await requests.chooseBackupFolder(undefined)).toEqual({ ok: false, code: 'cancelled' })
    answers.chosen = join(folder, '同步盘')
    const none = await requests.chooseBackupFolder(undefined)
    expect(none).toEqual({ ok: false, code: 'not-writable' })
    expect((await shelfOf(requests)).folder).toBe(own)

    await mkdir(answers.chosen)
    expect(await requests.chooseBackupFolder(undefined)).toEqual(DONE)
    expect(await shelfOf(requests)).toMatchObject({ place: 'chosen', folder: answers.chosen })
    expect(await readdir(answers.chosen)).toEqual([])
    await requests.openBackupFolder(undefined)
    expect(answers.shown).toEqual([answers.chosen])
    await requests.useOwnBackupFolder(undefined)
    expect((await shelfOf(requests)).folder).toBe(own)
  })

  it('that is gone is told, and is not made anew in the place of a drive', async () => {
    const { folder, answers, requests } = await aProfile()
    answers.chosen = join(folder, 'drive')
    await mkdir(answers.chosen)
    await requests.chooseBackupFolder(undefined)
    await rm(answers.chosen, { recursive: true })
    expect((await shelfOf(requests)).isThere).toBe(false)
    const at = '2026-11-28T08:00:00.000Z'
    const request = {
      at,
      reason: 'regular',
      keyId: KEY,
      files: [],
      bytes: new Uint8Array(),
    } as const
    const written = await requests.writeBackup({ place: 'chosen', ...request })
    expect(written).toEqual({ ok: false, code: 'not-writable' })
    expect((await shelfOf(requests)).isThere).toBe(false)
  })
})

describe('a window that closes', () => {
  function aWindow() {
    const listeners: ((event: { preventDefault: () => void }) => void)[] = []
    let closed = 0
    const window: ClosingWindow = {
      on: (_name, listener) => listeners.push(listener),
      close: () => {
        const preventDefault = vi.fn()
        for (const listener of listeners) listener({ preventDefault })
        if (preventDefault.mock.calls.length === 0) closed += 1
      },
    }
    return { window, closed: () => closed }
  }

  it('closes at once while nothing waits, and else once the page is done', () => {
    const { window, closed } = aWindow()
    const ask = vi.fn()
    const hold = holdClose(ask)
    hold.watch(window)
    hold.set(true)
    window.close()
    window.close()
    expect([closed(), ask.mock.calls.length]).toEqual([0, 1])
    hold.set(false)
    expect(closed()).toBe(1)
    window.close()
    expect([closed(), ask.mock.calls.length]).toEqual([2, 1])
  })

  it('closes all the same when its page hangs or is gone', () => {
    vi.useFakeTimers()
    const hanging = aWindow()
    const hold = holdClose(() => undefined, 1000)
    hold.watch(hanging.window)
    hold.set(true)
    hanging.window.close()
    vi.advanceTimersByTime(1000)
    expect(hanging.closed()).toBe(1)
    const gone = aWindow()
    const other = holdClose(() => undefined, 1000)
    other.watch(gone.window)
    other.set(true)
    gone.window.close()
    other.forget()
    expect(gone.closed()).toBe(1)
    vi.useRealTimers()
  })
})
