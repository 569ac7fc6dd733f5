import { Dexie } from 'dexie'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { putMember } from '../../src/domain/case/index.ts'
import { openDatabase } from '../../src/storage/database/open-database.ts'
import { decodeCaseText, rescueData, type RescuedCase } from '../../src/storage/index.ts'
import { MIGRATIONS } from '../../src/storage/migrations/index.ts'
import { createFileRepository } from '../../src/storage/repositories/index.ts'
import { newDataKey } from '../../src/storage/sealing/data-key.ts'
import { aCase, aContact, aLoan, aPayment } from '../support/builders.ts'
import { TEST_KEY } from '../support/test-key.ts'
import { restoreDump, type DatabaseDump } from './database-dump.ts'
import { freshName, openTestDatabase, testRepository } from './open-test-database.ts'

const factsOf = (rescued: RescuedCase | undefined) => {
  const reading = decodeCaseText(rescued?.text ?? '')
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems))
  return reading.facts
}

const namesOf = (name: string) => ({ name, plainName: `${name}-plain` })

/** Changes the box of every row of a table, past the app. */
async function damage(name: string, table: string): Promise<void> {
  const database = await new Dexie(name, { indexedDB, IDBKeyRange }).open()
  const rows = (await database.table(table).toArray()) as { sealed: Uint8Array }[]
  for (const row of rows) {
    const sealed = row.sealed.slice()
    sealed[20] = (sealed[20] ?? 0) ^ 1
    await database.table(table).put({ ...row, sealed })
  }
  database.close()
}

async function aKeptCase(name: string) {
  const database = await openTestDatabase(name)
  const facts = putMember(aCase(), 'payments', aPayment({ note: '手机银行（虚构）' }))
  const withContact = putMember(facts, 'contacts', aContact({ loan: 'l1', creditor: 'c1' }))
  const id = await testRepository(database).create(withContact, { sample: false })
  const bytes = new TextEncoder().encode('录音')
  const kept = { name: '录音/（虚构）.m4a', mediaType: 'audio/mp4', bytes }
  await createFileRepository(database).add(id, kept)
  database.close()
  return withContact
}

describe('data that does not open', () => {
  it('gives back each case with its attached files where all of it can be read', async () => {
    const name = freshName()
    const facts = await aKeptCase(name)
    const { cases, lost } = await rescueData(TEST_KEY, namesOf(name))
    expect(lost).toBe(0)
    expect(cases.map(factsOf)).toEqual([facts])
    expect(cases[0]?.files.map((file) => new TextDecoder().decode(file.bytes))).toEqual(['录音'])
  })

  it.each([
    ['loans', { loans: [], payments: [] }],
    ['creditors', { loans: [aLoan()] }],
    ['payments', { payments: [] }],
  ] as const)('still makes a valid case file where its %s are damaged', async (table, left) => {
    const name = freshName()
    await aKeptCase(name)
    await damage(name, table)
    const { cases, lost } = await rescueData(TEST_KEY, namesOf(name))
    expect(lost).toBe(1)
    expect(factsOf(cases[0])).toMatchObject(left)
  })

  it('is read past an upgrade that fails, and past a move that was not made', async () => {
    const name = freshName()
    await aKeptCase(name)
    const failing = {
      number: 3,
      stores: { extra: 'id' },
      rows: {
        payments: () => {
          throw new Error('planted')
        },
      },
    }
    const migrations = [...MIGRATIONS, failing]
    const opened = await openDatabase({ name, key: TEST_KEY, migrations })
    expect(opened).toEqual({ ok: false, problem: 'upgrade-failed' })
    const dump = readFileSync('tests/storage/dumps/version-1.json', 'utf8')
    await restoreDump(`${name}-plain`, JSON.parse(dump) as DatabaseDump)
    const { cases } = await rescueData(TEST_KEY, namesOf(name))
    expect(cases.map((each) => factsOf(each).payments.length)).toEqual([1, 1])
  })

  it('gives nothing to another key or to none, and finds nothing where there is nothing', async () => {
    const name = freshName()
    await aKeptCase(name)
    const other = await rescueData(newDataKey(), namesOf(name))
    expect(other.cases).toEqual([])
    expect(other.lost).toBeGreaterThan(0)
    const nothing = { cases: [], lost: 0 }
    expect(await rescueData(null, namesOf(name))).toEqual(nothing)
    expect(await rescueData(TEST_KEY, namesOf(freshName()))).toEqual(nothing)
  })
})
