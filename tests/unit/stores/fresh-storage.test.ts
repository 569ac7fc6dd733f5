import { Dexie } from 'dexie'
import { describe, expect, it } from 'vitest'
import type { DesktopApi, DesktopFailure } from '../../../src/contract/index.ts'
import { createFileRepository, openStorage } from '../../../src/storage/index.ts'
import { movePlain } from '../../../src/storage/database/move-plain.ts'
import { openDatabase } from '../../../src/storage/database/open-database.ts'
import { readRaw } from '../../../src/storage/backup/raw-tables.ts'
import { rebuildDatabase } from '../../../src/storage/backup/rebuild-database.ts'
import { hasStoredData, openFreshStorage } from '../../../src/stores/index.ts'
import { createCaseRepository } from '../../../src/storage/repositories/index.ts'
import { aCase } from '../../support/builders.ts'
import { TEST_KEY } from '../../support/test-key.ts'
import { freshName } from './store-setup.ts'

const NOT_RENEWED = { ok: false, problem: 'not-renewed' } as const
const DONE = { ok: true, value: null } as const
const fail = (code: DesktopFailure) => ({ ok: false, code }) as const
const bytesOf = (text: string) => new TextEncoder().encode(text)

/** A shell whose disk outlives a start: backups, the note of a renewal, and the window's databases. */
function aDisk(name: string) {
  const files = new Map<string, Uint8Array>()
  const disk = { note: null as string | null, cleared: 0, leavesFiles: false, backups: 0 }
  const desktop = {
    renewalCopy: () => Promise.resolve({ ok: true, value: disk.note }),
    lackingFiles: ({ names }: { names: string[] }) =>
      Promise.resolve({ ok: true, value: names.filter((file) => !files.has(file)) }),
    writeSealedFile: (file: { name: string; bytes: Uint8Array }) => {
      files.set(file.name, file.bytes)
      return Promise.resolve(DONE)
    },
    writeBackup: ({ bytes }: { bytes: Uint8Array }) => {
      const written = `backup-${String((disk.backups += 1))}`
      files.set(written, bytes)
      return Promise.resolve({ ok: true, value: { name: written } })
    },
    readBackup: ({ name: wanted }: { name: string }) => {
      const bytes = files.get(wanted)
      if (bytes === undefined) return Promise.resolve(fail('not-readable'))
      return Promise.resolve({ ok: true, value: { name: wanted, bytes } })
    },
    beginRenewal: async ({ name: noted }: { name: string }) => {
      disk.note = noted
      disk.cleared += 1
      await new Dexie(name, { indexedDB, IDBKeyRange }).delete()
      return { ok: true, value: { isEmpty: !disk.leavesFiles } }
    },
    endRenewal: () => {
      disk.note = null
      return Promise.resolve(DONE)
    },
  }
  return { files, disk, desktop: desktop as unknown as DesktopApi }
}

/** A profile of an earlier version whose plain rows, an attached file among them, were moved a moment ago. */
async function aMovedProfile() {
  const name = freshName()
  const names = { name, plainName: `${name}-plain` }
  const plain = await openDatabase({ name: names.plainName })
  if (!plain.ok) throw new Error(plain.problem)
  const now = () => new Date('2026-11-28T08:00:00.000Z')
  const cases = createCaseRepository(plain.value, { now, newId: () => 'the-case' })
  const id = await cases.create(aCase(), { sample: false })
  const file = { name: '录音.m4a', mediaType: 'audio/mp4', bytes: bytesOf('录音') }
  const { sha256 } = await createFileRepository(plain.value).add(id, file)
  plain.value.close()
  const sealed = await openDatabase({ name, key: TEST_KEY })
  if (!sealed.ok) throw new Error(sealed.problem)
  await movePlain(sealed.value, names.plainName)
  sealed.value.close()
  const { files, disk, desktop } = aDisk(name)
  const open = () => openStorage({ key: TEST_KEY, ...names })
  const start = (shell: DesktopApi = desktop) =>
    openFreshStorage({ desktop: shell, key: TEST_KEY, wrapped: null, now, open, names })
  return { name, id, file, sha256, files, disk, desktop, start }
}

type Profile = Awaited<ReturnType<typeof aMovedProfile>>

/** The case and its file are there, whatever happened before. */
async function checkWhole({ start, id, file, sha256, disk }: Profile): Promise<void> {
  const opened = await start()
  if (!opened.ok) throw new Error(opened.problem)
  const { cases, files, close } = opened.value
  expect(await cases.load(id)).toEqual(aCase())
  expect(await files.load(id, sha256)).toEqual(file)
  expect(disk.note).toBeNull()
  close()
}

/** A shell that is killed at its nth answer, before it did anything or when it was done: it never answers again. */
function killedAt(desktop: DesktopApi, n: number, when: 'before' | 'after') {
  let calls = 0
  let kill = (): void => undefined
  const killed = new Promise<'killed'>((resolve) => {
    kill = () => {
      resolve('killed')
    }
  })
  const never = new Promise<never>(() => undefined)
  const dying = new Proxy(desktop, {
    get: (target, method: keyof DesktopApi) => async (request: never) => {
      calls += 1
      if (calls < n) return target[method](request)
      if (calls === n && when === 'after') await target[method](request)
      kill()
      return never
    },
  })
  return { dying, killed }
}

describe('a profile whose plain rows were moved', () => {
  it('gets new files once, and never again', async () => {
    const profile = await aMovedProfile()
    await checkWhole(profile)
    expect(profile.disk.cleared).toBe(1)
    await checkWhole(profile)
    expect([profile.disk.cleared, profile.disk.backups]).toEqual([1, 1])
  })

  it('is whole after a kill at any answer of the shell', async () => {
    const outcomes: string[] = []
    for (const when of ['before', 'after'] as const)
      for (let n = 1; ; n += 1) {
        const profile = await aMovedProfile()
        const { dying, killed } = killedAt(profile.desktop, n, when)
        const outcome = await Promise.race([
          killed,
          profile.start(dying).then((opened) => {
            if (opened.ok) opened.value.close()
            return 'ended' as const
          }),
        ])
        await checkWhole(profile)
        expect(profile.disk.cleared).toBeGreaterThan(0)
        outcomes.push(outcome)
        if (outcome === 'ended') break
      }
    expect(outcomes.length).toBeGreaterThan(16)
  })

  it('is whole after a kill while half of it was made anew', async () => {
    const profile = await aMovedProfile()
    const endRenewal = () => Promise.resolve(fail('failed'))
    expect(await profile.start({ ...profile.desktop, endRenewal })).toEqual(NOT_RENEWED)
    const database = await new Dexie(profile.name, { indexedDB, IDBKeyRange }).open()
    const raw = await readRaw(database)
    database.close()
    const half = { incomes: raw.tables['incomes'] ?? { keyFields: ['id'], rows: [] } }
    const box = () => Promise.resolve(null)
    await rebuildDatabase(profile.name, { raw: { ...raw, tables: half }, box })
    await checkWhole(profile)
  })

  it('opens as it is where no copy can be made that is the same', async () => {
    const profile = await aMovedProfile()
    const { desktop, disk, files } = profile
    const full = () => Promise.resolve(fail('disk-full'))
    const torn = async (request: { name: string }) => {
      const bytes = files.get(request.name)?.slice(1) ?? new Uint8Array()
      return Promise.resolve({ ok: true, value: { name: request.name, bytes } } as const)
    }
    for (const parts of [{ writeSealedFile: full }, { writeBackup: full }, { readBackup: torn }]) {
      const opened = await profile.start({ ...desktop, ...parts })
      expect(opened.ok).toBe(true)
      if (opened.ok) opened.value.close()
      expect([disk.cleared, disk.note]).toEqual([0, null])
    }
    const tornFile: DesktopApi['readBackup'] = async (request) =>
      request.name.startsWith('backup') ? desktop.readBackup(request) : torn(request)
    const opened = await profile.start({ ...desktop, readBackup: tornFile })
    if (opened.ok) opened.value.close()
    expect([opened.ok, disk.cleared]).toEqual([true, 0])
    await checkWhole(profile)
    expect(disk.cleared).toBe(1)
  })

  it('opens as it is where the shell touched nothing, and not where it can not say so', async () => {
    const profile = await aMovedProfile()
    const beginRenewal = () => Promise.resolve(fail('disk-full'))
    const opened = await profile.start({ ...profile.desktop, beginRenewal })
    expect(opened.ok).toBe(true)
    if (opened.ok) opened.value.close()
    profile.disk.note = 'backup-1'
    expect(await profile.start({ ...profile.desktop, beginRenewal })).toEqual(NOT_RENEWED)
    const renewalCopy = () => Promise.resolve(fail('not-readable'))
    expect(await profile.start({ ...profile.desktop, renewalCopy })).toEqual(NOT_RENEWED)
    await checkWhole(profile)
  })

  it('is not touched while the copy that counts does not open or lacks a file', async () => {
    const profile = await aMovedProfile()
    const { files, disk } = profile
    const endRenewal = () => Promise.resolve(fail('failed'))
    await profile.start({ ...profile.desktop, endRenewal })
    const kept = [...files]
    for (const [name] of kept) {
      files.delete(name)
      expect(await profile.start()).toEqual(NOT_RENEWED)
      for (const [key, bytes] of kept) files.set(key, bytes)
    }
    expect([kept.length, disk.cleared]).toEqual([2, 1])
    await checkWhole(profile)
  })

  it('is not made anew again where a backup of before is restored into new files, and is where it came into old ones', async () => {
    const profile = await aMovedProfile()
    const { desktop, disk, files } = profile
    const beginRenewal = () => Promise.resolve(fail('disk-full'))
    const restore = async (shell: DesktopApi) => {
      const opened = await profile.start(shell)
      if (!opened.ok) throw new Error(opened.problem)
      const { backups, close } = opened.value
      const backup = await backups.open(files.get('backup-1') ?? new Uint8Array())
      if (!backup.ok) throw new Error(backup.problem)
      await backups.replace(backup.value)
      close()
    }
    await restore({ ...desktop, beginRenewal })
    expect(disk.cleared).toBe(0)
    await checkWhole(profile)
    expect(disk.cleared).toBe(1)
    await restore(desktop)
    await checkWhole(profile)
    expect(disk.cleared).toBe(1)
  })

  it('tries again where old files were left', async () => {
    const profile = await aMovedProfile()
    profile.disk.leavesFiles = true
    await checkWhole(profile)
    profile.disk.leavesFiles = false
    await checkWhole(profile)
    await checkWhole(profile)
    expect(profile.disk.cleared).toBe(2)
  })
})

describe('a profile without plain rows of before', () => {
  it('opens without any of it', async () => {
    const name = freshName()
    const { desktop, disk } = aDisk(name)
    const names = { name, plainName: `${name}-plain` }
    const open = () => openStorage({ key: TEST_KEY, ...names })
    const now = () => new Date()
    const sources = { desktop, key: TEST_KEY, wrapped: null, now, open, names }
    const opened = await openFreshStorage(sources)
    if (opened.ok) opened.value.close()
    expect([opened.ok, disk.backups, disk.cleared]).toEqual([true, 0, 0])
  })

  it('has stored data too while a backup counts in the place of the database', async () => {
    const { desktop, disk } = aDisk(freshName())
    expect(await hasStoredData(desktop)).toBe(false)
    disk.note = 'backup-1'
    expect(await hasStoredData(desktop)).toBe(true)
  })
})
