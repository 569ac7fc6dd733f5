import { Dexie } from 'dexie'
import { describe, expect, it } from 'vitest'
import { createFileRepository } from '../../src/storage/index.ts'
import { packRaw, readBox, readRaw, unpackRaw } from '../../src/storage/backup/raw-tables.ts'
import { rebuildDatabase, sameRaw } from '../../src/storage/backup/rebuild-database.ts'
import { openDatabase } from '../../src/storage/database/open-database.ts'
import { MIGRATIONS } from '../../src/storage/migrations/index.ts'
import { aCase } from '../support/builders.ts'
import { TEST_KEY } from '../support/test-key.ts'
import { dumpDatabase } from './database-dump.ts'
import { freshName, openTestDatabase, testRepository } from './open-test-database.ts'

/** A database with a case, an attached file and one row that does not open, and what a backup of it holds. */
async function aCopiedDatabase() {
  const name = freshName()
  const database = await openTestDatabase(name)
  const id = await testRepository(database).create(aCase(), { sample: false })
  const bytes = new TextEncoder().encode('录音')
  await createFileRepository(database).add(id, { name: 'x', mediaType: 'y', bytes })
  const torn = { caseId: id, id: 'torn', sealed: new Uint8Array([1, 2, 3]) }
  database.close()
  const native = await new Dexie(name, { indexedDB, IDBKeyRange }).open()
  await native.table('incomes').put(torn)
  const raw = unpackRaw(packRaw(await readRaw(native)))
  const box = (key: readonly (string | number)[]) => readBox(native, 'files', key)
  native.on('versionchange', () => native.close())
  return { name, native, id, raw, box }
}

describe('a database that is made anew', () => {
  it('is the same to the byte, a row that does not open included', async () => {
    const { name, id, raw, box } = await aCopiedDatabase()
    const before = await dumpDatabase(name)
    const other = freshName()
    expect(await rebuildDatabase(other, { raw, box })).toBe(true)
    expect(await dumpDatabase(other)).toEqual(before)
    const opened = await openTestDatabase(other)
    await expect(testRepository(opened).load(id)).rejects.toMatchObject({ code: 'damaged' })
  })

  it('stores of each box no more than its own bytes', async () => {
    const { raw, box } = await aCopiedDatabase()
    const name = freshName()
    await rebuildDatabase(name, { raw, box })
    const { tables } = await dumpDatabase(name)
    const rows = Object.values(tables).flat() as { readonly sealed: Uint8Array }[]
    expect(rows.length).toBeGreaterThan(2)
    for (const { sealed } of rows) expect(sealed.buffer.byteLength).toBe(sealed.length)
  })

  it('takes the place of what was there, half of one too', async () => {
    const { raw, box } = await aCopiedDatabase()
    const name = freshName()
    const half = { incomes: raw.tables['incomes'] ?? { keyFields: ['id'], rows: [] } }
    await rebuildDatabase(name, { raw: { ...raw, tables: half }, box })
    expect(await rebuildDatabase(name, { raw, box })).toBe(true)
  })

  it('has the version of its copy, from which it is upgraded as ever', async () => {
    const name = freshName()
    const migrations = MIGRATIONS.slice(0, 1)
    const first = await openDatabase({ name, key: TEST_KEY, migrations })
    if (!first.ok) throw new Error(first.problem)
    await first.value.cases.put({ id: 'c', body: {} } as never)
    const raw = await readRaw(first.value)
    first.value.close()
    const other = freshName()
    expect(await rebuildDatabase(other, { raw, box: () => Promise.resolve(null) })).toBe(true)
    expect((await dumpDatabase(other)).version).toBe(1)
    expect((await openTestDatabase(other)).verno).toBe(MIGRATIONS.length)
  })

  it('counts as not made where an attached file can not be had', async () => {
    const { raw } = await aCopiedDatabase()
    const lacking = () => Promise.resolve(null)
    expect(await rebuildDatabase(freshName(), { raw, box: lacking })).toBe(false)
  })
})

describe('two copies', () => {
  it('are the same only to the last byte, row and table', async () => {
    const { raw } = await aCopiedDatabase()
    expect(sameRaw(raw, unpackRaw(packRaw(raw)))).toBe(true)
    const { cases = { keyFields: [], rows: [] }, ...others } = raw.tables
    const rows = cases.rows.map(({ key, box }) => ({ key, box: box.map((byte) => byte ^ 1) }))
    for (const tables of [
      others,
      { ...others, cases: { ...cases, rows: [] } },
      { ...others, cases: { ...cases, rows } },
      { ...others, cases: { ...cases, rows: cases.rows.map((row) => ({ ...row, key: ['x'] })) } },
    ])
      expect(sameRaw(raw, { ...raw, tables })).toBe(false)
    expect(sameRaw(raw, { ...raw, database: 1 })).toBe(false)
  })
})
