import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Case } from '../../src/domain/case/index.ts'
import { archiveKey, keyIdOf, openArchive, sealBackup } from '../../src/storage/backup/archive.ts'
import { readParts, writeHead } from '../../src/storage/backup/archive-header.ts'
import { createBackupRepository } from '../../src/storage/backup/dexie-backup-repository.ts'
import { packRaw, unpackRaw, type RawTables } from '../../src/storage/backup/raw-tables.ts'
import { migrateSnapshot } from '../../src/storage/backup/snapshot.ts'
import type { BackupSource } from '../../src/storage/index.ts'
import { MIGRATIONS } from '../../src/storage/migrations/index.ts'
import { wrapKey } from '../../src/storage/lock/key-file.ts'
import { createFileRepository } from '../../src/storage/repositories/index.ts'
import { newDataKey } from '../../src/storage/sealing/data-key.ts'
import { openDatabase } from '../../src/storage/database/open-database.ts'
import { aCase, aLoan } from '../support/builders.ts'
import { TEST_KEY } from '../support/test-key.ts'
import { arbitraryCase } from '../unit/storage/arbitrary-case.ts'
import { freshName, testRepository } from './open-test-database.ts'

const MOMENT = '2026-11-28T08:00:00.000Z'
const words = (text: string) => new TextEncoder().encode(text)
const recording = { name: '催收录音（虚构）.m4a', mediaType: 'audio/mp4', bytes: words('录音内容') }

async function aProfile(key = TEST_KEY) {
  const opened = await openDatabase({ name: freshName(), key })
  if (!opened.ok) throw new Error(opened.problem)
  const database = opened.value
  let ids = 0
  const newId = () => `added-${String((ids += 1))}`
  return {
    database,
    cases: testRepository(database),
    files: createFileRepository(database),
    backups: createBackupRepository(database, { key, newId }),
  }
}

const sealed = (source: BackupSource) =>
  source.seal({ wrapped: null, createdAt: MOMENT, files: [] })

const withName = (name: string): Case => {
  const facts = aCase()
  return { ...facts, debtor: { ...facts.debtor, name } }
}

type Profile = Awaited<ReturnType<typeof aProfile>>

/** A backup with what lies beside it. */
async function backUp({ backups }: Profile) {
  const source = await backups.take()
  const boxes = new Map<string, Uint8Array | null>()
  for (const { key } of source.raw.tables['files']?.rows ?? [])
    boxes.set(String(key), await source.box(key))
  return { bytes: await sealed(source), boxes }
}

/** Restores a backup into a profile as the app does: the attached files first. */
async function restore(
  { backups }: Profile,
  { bytes, boxes }: Awaited<ReturnType<typeof backUp>>,
  key = TEST_KEY,
) {
  const opened = await backups.open(bytes, key)
  if (!opened.ok) throw new Error(opened.problem)
  for (const place of await backups.missingFiles(opened.value)) {
    const box = boxes.get(String(place)) ?? new Uint8Array()
    expect(await backups.putFile(opened.value, place, box)).toBe(true)
  }
  await backups.replace(opened.value)
}

async function aProfileWithFile(profile: Profile): Promise<Profile> {
  const id = await profile.cases.create(withName('林虚构'), { sample: false })
  await profile.files.add(id, recording)
  return profile
}

describe('a backup', () => {
  it('gives back the same facts, history and attached files, in Chinese as in English', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCase, async (facts) => {
        const from = await aProfile()
        const id = await from.cases.create(facts, { sample: false })
        const kept = await from.cases.load(id)
        const { sha256 } = await from.files.add(id, recording)
        const backup = await backUp(from)

        await from.cases.remove(id)
        await from.cases.create(withName('后来的'), { sample: false })
        await restore(from, backup)
        expect((await from.cases.list()).map((line) => line.id)).toEqual([id])
        expect(await from.cases.load(id)).toEqual(kept)
        expect(await from.files.load(id, sha256)).toEqual(recording)
        from.database.close()
      }),
      { numRuns: 8 },
    )
  })

  it('opens in another profile with its own key, where rows are then sealed with that one’s', async () => {
    const key = newDataKey()
    const from = await aProfileWithFile(await aProfile(key))
    const backup = await backUp(from)
    const to = await aProfile()
    expect(await to.backups.open(backup.bytes)).toEqual({ ok: false, problem: 'wrong-key' })
    await restore(to, backup, key)
    const [line] = await to.cases.list()
    expect((await to.cases.load(line?.id ?? ''))?.debtor.name).toBe('林虚构')
    expect(await to.database.files.count()).toBe(1)
    from.database.close()
    to.database.close()
  })

  it('is opened by the recovery code of its day, and by no other secret', async () => {
    const secrets = { passphrase: '山路 orchard lantern', recovery: 'ABCDE-FGH1J' }
    const wrapped = await wrapKey(TEST_KEY, secrets)
    const raw: RawTables = { database: 2, tables: {} }
    const bytes = await sealBackup(raw, { key: TEST_KEY, wrapped, createdAt: MOMENT, files: [] })
    const parts = readParts(bytes)
    if (!parts.ok) throw new Error(parts.problem)
    const { header } = parts.value
    expect(await archiveKey(header, 'abcde fgh1j')).toEqual(TEST_KEY)
    expect(await archiveKey(header, 'another')).toBeNull()
  }, 60_000)

  it('of which any bit was changed, or any part lost, never opens', async () => {
    const { backups, cases, database } = await aProfile()
    await cases.create(withName('林虚构'), { sample: false })
    const bytes = await sealed(await backups.take())
    database.close()
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length * 8 - 1), async (bit) => {
        const changed = bytes.slice()
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        expect((await openArchive(changed, TEST_KEY)).ok).toBe(false)
      }),
      { numRuns: 400 },
    )
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), async (length) => {
        expect((await openArchive(bytes.subarray(0, length), TEST_KEY)).ok).toBe(false)
      }),
      { numRuns: 200 },
    )
    const longer = new Uint8Array([...bytes, 0])
    expect((await openArchive(longer, TEST_KEY)).ok).toBe(false)
    expect((await openArchive(bytes, TEST_KEY)).ok).toBe(true)
  })

  it('holds nothing personal in the clear', async () => {
    const { backups, cases, files, database } = await aProfile()
    const id = await cases.create(withName('林虚构'), { sample: false })
    const { sha256 } = await files.add(id, recording)
    const text = new TextDecoder().decode(await sealed(await backups.take()))
    for (const word of ['林虚构', '催收录音', sha256]) expect(text).not.toContain(word)
    database.close()
  })

  it('says what it holds and what differs from now', async () => {
    const { backups, cases, database } = await aProfile()
    const kept = await cases.create(withName('甲'), { sample: false })
    const changed = await cases.create(withName('乙'), { sample: false })
    const removed = await cases.create(withName('丙'), { sample: true })
    const bytes = await sealed(await backups.take())
    const before = (await cases.load(changed)) ?? aCase()
    const after = { ...before, loans: [...before.loans, aLoan({ id: 'loan-9' })] }
    await cases.commit(changed, { label: 'loan-added', before, after })
    await cases.remove(removed)
    const added = await cases.create(withName('丁'), { sample: false })

    const opened = await backups.open(bytes)
    if (!opened.ok) throw new Error(opened.problem)
    const preview = await backups.preview(opened.value)
    const said = Object.fromEntries(preview.cases.map((line) => [line.id, line]))
    expect(said[kept]).toMatchObject({ name: '甲', standing: 'same' })
    expect(said[changed]).toMatchObject({ name: '乙', standing: 'differs' })
    expect(said[changed]?.now?.counts.loans).toBe((said[changed]?.counts.loans ?? 0) + 1)
    expect(said[removed]).toMatchObject({ standing: 'missing', isSample: true, now: null })
    expect(preview.onlyNow.map(({ id }) => id)).toEqual([added])
    database.close()
  })

  it('of a newer program is refused, in its form as in its rows', async () => {
    const raw: RawTables = { database: 99, tables: {} }
    const how = { key: TEST_KEY, wrapped: null, createdAt: MOMENT, files: [] }
    const { backups, database } = await aProfile()
    expect(await backups.open(await sealBackup(raw, how))).toEqual({ ok: false, problem: 'newer' })
    const header = { format: 'respite-archive', version: 2 } as never
    expect(readParts(writeHead(header))).toEqual({ ok: false, problem: 'newer' })
    expect(readParts(words('RESPITE'))).toEqual({ ok: false, problem: 'not-an-archive' })
    database.close()
  })

  it('of an older program becomes what the migrations make of its rows', () => {
    const rename = { number: 3, stores: { payments: null }, rows: { loans: () => ({ id: 'new' }) } }
    const tables = { loans: [{ id: 'old' }], payments: [{ id: 'gone' }] }
    const old = { database: 2, tables, damaged: 0 }
    expect(migrateSnapshot(old, [...MIGRATIONS, rename])).toEqual({
      ok: true,
      value: { database: 3, tables: { loans: [{ id: 'new' }] }, damaged: 0 },
    })
  })

  it('packs any rows and gives them back', () => {
    const part = fc.oneof(fc.string(), fc.nat())
    const row = fc.record({ key: fc.array(part, { maxLength: 2 }), box: fc.uint8Array() })
    const table = fc.record({ keyFields: fc.array(fc.string()), rows: fc.array(row) })
    const names = fc.constantFrom('cases', 'loans', 'files')
    fc.assert(
      fc.property(fc.dictionary(names, table, { noNullPrototype: true }), (tables) => {
        const back = unpackRaw(packRaw({ database: 2, tables }))
        expect(JSON.stringify(back)).toBe(JSON.stringify({ database: 2, tables }))
      }),
    )
  })
})

describe('an encrypted export', () => {
  it('of everything is added elsewhere beside what is there, history and files included', async () => {
    const from = await aProfileWithFile(await aProfile())
    const [line] = await from.cases.list()
    const id = line?.id ?? ''
    const before = (await from.cases.load(id)) ?? aCase()
    const after = { ...before, debtor: { ...before.debtor, city: '虚构市' } }
    await from.cases.commit(id, { label: 'debtor-changed', before, after })
    const how = { passphrase: '山路 orchard lantern', createdAt: MOMENT, caseId: null }
    const bytes = await from.backups.exportAll(how)
    const text = new TextDecoder().decode(bytes)
    expect(text).not.toContain('林虚构')

    const to = await aProfile(newDataKey())
    const own = await to.cases.create(withName('本来就有的'), { sample: false })
    const wrong = await to.backups.importAll(bytes, 'something else')
    expect(wrong).toEqual({ ok: false, problem: 'wrong-key' })
    expect((await to.cases.list()).map((known) => known.id)).toEqual([own])

    const added = await to.backups.importAll(bytes, how.passphrase)
    expect(added).toEqual({ ok: true, value: ['added-1'] })
    expect(await to.cases.load('added-1')).toEqual(after)
    expect(await to.cases.undo('added-1')).toEqual(before)
    expect(await to.database.files.count()).toBe(1)
    expect((await to.cases.list()).length).toBe(2)
    from.database.close()
    to.database.close()
  }, 60_000)

  it('of one case holds no other', async () => {
    const { cases, backups, database } = await aProfile()
    const wanted = await cases.create(withName('甲'), { sample: false })
    await cases.create(withName('乙'), { sample: false })
    const how = { passphrase: 'a long passphrase', createdAt: MOMENT, caseId: wanted }
    const bytes = await backups.exportAll(how)
    expect(await backups.importAll(bytes, how.passphrase)).toEqual({ ok: true, value: ['added-1'] })
    expect((await cases.load('added-1'))?.debtor.name).toBe('甲')
    database.close()
  }, 60_000)

  it('is no backup, and a backup no export', async () => {
    const { backups, database } = await aProfile()
    const backup = await sealed(await backups.take())
    const refused = { ok: false, problem: 'not-an-archive' }
    expect(await backups.importAll(backup, 'x')).toEqual(refused)
    expect(keyIdOf(TEST_KEY)).toMatch(/^[0-9a-f]{8}$/)
    database.close()
  })
})

describe('an upgrade', () => {
  it('is made only once a copy of the state before it is kept', async () => {
    const name = freshName()
    const first = await openDatabase({ name, key: TEST_KEY, migrations: MIGRATIONS.slice(0, 1) })
    if (!first.ok) throw new Error(first.problem)
    await first.value.settings.put({ name: 'theme', value: 'dark' })
    first.value.close()
    const versions: number[] = []
    const keepCopy = (isKept: boolean) => (database: { readonly verno: number }) => {
      versions.push(database.verno)
      return Promise.resolve(isKept)
    }
    const refused = await openDatabase({ name, key: TEST_KEY, keepCopy: keepCopy(false) })
    expect(refused).toEqual({ ok: false, problem: 'no-backup' })
    const upgraded = await openDatabase({ name, key: TEST_KEY, keepCopy: keepCopy(true) })
    expect(upgraded.ok && upgraded.value.verno).toBe(MIGRATIONS.length)
    if (upgraded.ok) upgraded.value.close()
    const again = await openDatabase({ name, key: TEST_KEY, keepCopy: keepCopy(true) })
    if (again.ok) again.value.close()
    expect(versions).toEqual([1, 1])
  })
})
