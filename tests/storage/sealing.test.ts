import { Dexie } from 'dexie'
import { describe, expect, it } from 'vitest'
import { anIncome, aPayment, yuan } from '../support/builders.ts'
import { TEST_KEY } from '../support/test-key.ts'
import { emptyCase, putMember, type Case } from '../../src/domain/case/index.ts'
import { movePlain } from '../../src/storage/database/move-plain.ts'
import { openDatabase } from '../../src/storage/database/open-database.ts'
import { createFileRepository, createSettingsRepository } from '../../src/storage/index.ts'
import { newDataKey } from '../../src/storage/sealing/data-key.ts'
import { openSealed, sealBytes } from '../../src/storage/sealing/seal-bytes.ts'
import { dumpDatabase, type DatabaseDump } from './database-dump.ts'
import { freshName, openTestDatabase, testRepository } from './open-test-database.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Words that must never lie on the disk: a name, a lender in an id, a note, an amount. */
const PERSONAL = ['林虚构', 'bank-of-nowhere', '失业三个月', '98765.43', 'income-added', 'call.m4a']

const facts: Case = {
  ...emptyCase('cn', 'CNY', 'zh-CN'),
  debtor: { ...emptyCase('cn', 'CNY', 'zh-CN').debtor, name: '林虚构', hardshipNote: '失业三个月' },
}

async function aSealedCase(name = freshName()) {
  const database = await openTestDatabase(name)
  const cases = testRepository(database)
  const id = await cases.create(facts, { sample: false })
  const income = anIncome({ id: 'bank-of-nowhere', amount: yuan(98765.43) })
  const after = { ...facts, budget: { ...facts.budget, incomes: [income] } }
  await cases.commit(id, { label: 'income-added', before: facts, after })
  const files = createFileRepository(database)
  const file = { name: 'call.m4a', mediaType: 'audio/mp4', bytes: bytesOf('录音：林虚构') }
  const { sha256 } = await files.add(id, file)
  return { name, database, cases, id, after, files, file, sha256 }
}

/** Everything of a dump as one text: keys, values and bytes. */
const rawText = (dump: DatabaseDump): string =>
  JSON.stringify(dump, (_key, value: unknown) =>
    value instanceof Uint8Array ? new TextDecoder().decode(value) : value,
  )

/** Changes one stored row behind the app's back. */
async function tamper(name: string, table: string): Promise<void> {
  const raw = await new Dexie(name, { indexedDB, IDBKeyRange }).open()
  const rows = (await raw.table<{ sealed: Uint8Array }>(table).toArray()).map((row) => {
    const sealed = row.sealed.slice()
    sealed[20] = (sealed[20] ?? 0) ^ 1
    return { ...row, sealed }
  })
  await raw.table(table).bulkPut(rows)
  raw.close()
}

describe('a sealed database', () => {
  it('holds nothing personal in the clear, names and digests included', async () => {
    const { name, sha256 } = await aSealedCase()
    const raw = rawText(await dumpDatabase(name))
    for (const word of [...PERSONAL, sha256]) expect(raw).not.toContain(word)
  })

  it('reads back what was written, history and files included', async () => {
    const { cases, id, after, files, file, sha256 } = await aSealedCase()
    expect(await cases.load(id)).toEqual(after)
    expect(await cases.undo(id)).toEqual(facts)
    expect(await cases.redo(id)).toEqual(after)
    expect(await files.load(id, sha256)).toEqual(file)
  })

  it('forgets a case whole', async () => {
    const { name, cases, id } = await aSealedCase()
    await cases.remove(id)
    const { tables } = await dumpDatabase(name)
    const left = Object.entries(tables).filter(([, rows]) => rows.length > 0)
    expect(left.map(([table]) => table)).toEqual(['settings'])
  })

  it('goes through a table in steps as Dexie does', async () => {
    const { database, id, cases } = await aSealedCase()
    const before = (await cases.load(id)) ?? facts
    const after = putMember(before, 'payments', aPayment({ id: 'p2' }))
    await cases.commit(id, { label: 'payment-added', before, after })
    const labels: string[] = []
    await database.changes.reverse().each(({ label }) => labels.push(label))
    expect(labels).toEqual(['payment-added', 'income-added'])
    expect(await database.incomes.toCollection().primaryKeys()).toEqual([[id, 'bank-of-nowhere']])
    expect(await database.incomes.count()).toBe(1)
  })

  it('is refused untouched with another key', async () => {
    const { name } = await aSealedCase()
    const before = await dumpDatabase(name)
    const opened = await openDatabase({ name, key: newDataKey() })
    expect(opened).toEqual({ ok: false, problem: 'wrong-key' })
    expect(await dumpDatabase(name)).toEqual(before)
  })
})

describe('a row that was changed behind the app', () => {
  it('of a loan, an income or the case itself makes that case damaged and no other', async () => {
    for (const table of ['incomes', 'cases']) {
      const { name, cases, id } = await aSealedCase()
      await tamper(name, table)
      const other = await cases.create(facts, { sample: false })
      await expect(cases.load(id)).rejects.toMatchObject({ code: 'damaged' })
      expect(await cases.load(other)).toEqual(facts)
      expect((await cases.list()).map((summary) => summary.id).sort()).toEqual([id, other].sort())
      await cases.remove(id)
      expect(await cases.list()).toHaveLength(1)
    }
  })

  it('of the history or a file is named and never overwritten', async () => {
    const { name, cases, id, files, sha256 } = await aSealedCase()
    await tamper(name, 'changes')
    await tamper(name, 'files')
    const before = await dumpDatabase(name)
    await expect(cases.undo(id)).rejects.toMatchObject({ code: 'damaged' })
    await expect(files.load(id, sha256)).rejects.toMatchObject({ code: 'damaged' })
    expect(await dumpDatabase(name)).toEqual(before)
  })

  it('of the settings counts as not chosen', async () => {
    const { name, database } = await aSealedCase()
    const settings = createSettingsRepository(database)
    await settings.write({ theme: 'dark' })
    await tamper(name, 'settings')
    expect((await settings.read()).theme).toBe('system')
  })

  it('can not be put in the place of another', async () => {
    const { name, cases, id } = await aSealedCase()
    const other = await cases.create(facts, { sample: false })
    const raw = await new Dexie(name, { indexedDB, IDBKeyRange }).open()
    const row = await raw.table<{ sealed: Uint8Array }>('cases').get(id)
    await raw.table('cases').put({ ...row, id: other })
    raw.close()
    await expect(cases.load(other)).rejects.toMatchObject({ code: 'damaged' })
  })
})

describe('the move out of a plain database', () => {
  async function aPlainDatabase() {
    const name = freshName()
    const plain = await openDatabase({ name: `${name}-plain` })
    if (!plain.ok) throw new Error(plain.problem)
    const id = await testRepository(plain.value).create(facts, { sample: false })
    const file = { name: 'x', mediaType: 'y', bytes: bytesOf('录音') }
    const { sha256 } = await createFileRepository(plain.value).add(id, file)
    plain.value.close()
    return { name, plainName: `${name}-plain`, id, file, sha256 }
  }

  it('takes every row and then deletes it', async () => {
    const { name, plainName, id, file, sha256 } = await aPlainDatabase()
    const database = await openTestDatabase(name)
    expect(await movePlain(database, plainName)).toBeNull()
    expect(await testRepository(database).load(id)).toEqual(facts)
    expect(await createFileRepository(database).load(id, sha256)).toEqual(file)
    expect((await indexedDB.databases()).map((found) => found.name)).not.toContain(plainName)
  })

  it('that was cut off after the copy only deletes, and loses no later change', async () => {
    const { name, plainName, id } = await aPlainDatabase()
    const database = await openTestDatabase(name)
    await movePlain(database, plainName)
    const cases = testRepository(database)
    const after: Case = { ...facts, locale: 'en' }
    await cases.commit(id, { label: 'locale-changed', before: facts, after })
    const plain = await openDatabase({ name: plainName })
    if (plain.ok) plain.value.close()
    expect(await movePlain(database, plainName)).toBeNull()
    expect(await cases.load(id)).toEqual(after)
  })

  it('that fails leaves the plain database as it was', async () => {
    const { name, plainName, id } = await aPlainDatabase()
    const database = await openTestDatabase(name)
    const before = await dumpDatabase(plainName)
    database.incomes.hook('creating', () => undefined)
    database.cases.hook('creating', () => {
      throw new Error('planted')
    })
    expect(await movePlain(database, plainName)).toBe('upgrade-failed')
    expect(await dumpDatabase(plainName)).toEqual(before)
    expect(await testRepository(database).load(id)).toBeNull()
  })
})

describe('sealed bytes', () => {
  it('open only whole, with their key and in their context', () => {
    const key = TEST_KEY.bytes
    const context = bytesOf('here')
    const sealed = sealBytes(key, bytesOf('words'), context)
    expect(openSealed(key, sealed, context)).toEqual(bytesOf('words'))
    expect(sealBytes(key, bytesOf('words'), context)).not.toEqual(sealed)
    expect(openSealed(newDataKey().bytes, sealed, context)).toBeNull()
    expect(openSealed(key, sealed, bytesOf('there'))).toBeNull()
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = sealed.slice()
      changed[at] = (changed[at] ?? 0) ^ 4
      expect(openSealed(key, changed, context)).toBeNull()
      expect(openSealed(key, sealed.subarray(0, at), context)).toBeNull()
    }
  })
})
