import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { movePlain } from '../../src/storage/database/move-plain.ts'
import { openDatabase } from '../../src/storage/database/open-database.ts'
import { MEMBER_TABLES } from '../../src/storage/database/rows.ts'
import { openStorage } from '../../src/storage/index.ts'
import { MIGRATIONS, type Migration } from '../../src/storage/migrations/index.ts'
import { decodeCaseText } from '../../src/storage/case-file/index.ts'
import { USUAL_REMINDERS } from '../../src/domain/plan/index.ts'
import { TEST_KEY } from '../support/test-key.ts'
import { dumpDatabase, restoreDump, type DatabaseDump } from './database-dump.ts'
import { freshName, openTestDatabase, testRepository } from './open-test-database.ts'

const DUMPS = 'tests/storage/dumps'
const dumpOf = (file: string) =>
  JSON.parse(readFileSync(`${DUMPS}/${file}`, 'utf8')) as DatabaseDump
/** The case file whose case a version's dump holds. */
const HELD: Readonly<Record<string, string>> = {
  'version-1.json': 'version-1.json',
  'version-2.json': 'version-2.json',
}
function heldIn(dump: string) {
  const text = readFileSync(`tests/fixtures/cases/${HELD[dump] ?? 'none'}`, 'utf8')
  const reading = decodeCaseText(text)
  if (!reading.ok) throw new Error(`not a case: ${text.slice(0, 40)}`)
  return reading.facts
}

describe('the migrations', () => {
  it('are numbered from 1 without gaps', () => {
    expect(MIGRATIONS.map(({ number }) => number)).toEqual(MIGRATIONS.map((_, index) => index + 1))
  })

  it('have a dump of each version to prove them with', () => {
    expect(readdirSync(DUMPS).sort()).toEqual(
      MIGRATIONS.map(({ number }) => `version-${String(number)}.json`).sort(),
    )
  })

  it('end in exactly the tables that the code uses', async () => {
    const database = await openTestDatabase()
    expect(database.tables.map(({ name }) => name).sort()).toEqual(
      ['cases', 'changes', 'files', 'settings', ...MEMBER_TABLES].sort(),
    )
    expect(database.tables.map(({ name, schema }) => [name, schema.primKey.src]))
      .toMatchInlineSnapshot(`
        [
          [
            "cases",
            "id",
          ],
          [
            "incomes",
            "[caseId+id]",
          ],
          [
            "expenses",
            "[caseId+id]",
          ],
          [
            "creditors",
            "[caseId+id]",
          ],
          [
            "loans",
            "[caseId+id]",
          ],
          [
            "payments",
            "[caseId+id]",
          ],
          [
            "contacts",
            "[caseId+id]",
          ],
          [
            "plans",
            "[caseId+id]",
          ],
          [
            "changes",
            "[caseId+n]",
          ],
          [
            "settings",
            "name",
          ],
          [
            "people",
            "[caseId+id]",
          ],
          [
            "letters",
            "[caseId+id]",
          ],
          [
            "complaints",
            "[caseId+id]",
          ],
          [
            "tasks",
            "[caseId+id]",
          ],
          [
            "pastPlans",
            "[caseId+id]",
          ],
          [
            "files",
            "[caseId+sha256]",
          ],
        ]
      `)
  })

  it.each(readdirSync(DUMPS))('bring %s to the newest version with nothing lost', async (file) => {
    const name = freshName()
    await restoreDump(`${name}-plain`, dumpOf(file))
    const database = await openTestDatabase(name)
    expect(await movePlain(database, `${name}-plain`)).toBeNull()
    const cases = testRepository(database)
    const [summary] = await cases.list()
    const id = summary?.id ?? ''
    const start = await cases.load(id)
    expect(start).toEqual(heldIn(file))
    expect(await cases.historyState(id)).toEqual({ undo: 'payment-added', redo: null })
    expect((await cases.undo(id))?.payments).toEqual([])
    expect(await cases.redo(id)).toEqual(start)
  })
})

/** What a next version might do. */
const renameNote: Migration = {
  number: 3,
  stores: {},
  rows: { payments: (row) => ({ ...row, seen: true }) },
}
const failing: Migration = {
  number: 3,
  stores: { extra: 'id' },
  rows: {
    payments: () => ({}),
    loans: () => {
      throw new Error('planted')
    },
  },
}

describe('an upgrade', () => {
  it('passes every row of a table through its function', async () => {
    const name = freshName()
    await restoreDump(name, dumpOf('version-1.json'))
    const result = await openDatabase({ name, migrations: [...MIGRATIONS, renameNote] })
    expect(result.ok && (await result.value.payments.toArray())).toMatchObject([{ seen: true }])
    if (result.ok) result.value.close()
  })

  it('that fails says so and leaves every row and the version as they were', async () => {
    const name = freshName()
    await restoreDump(name, dumpOf('version-2.json'))
    const before = await dumpDatabase(name)
    const result = await openDatabase({ name, migrations: [...MIGRATIONS, failing] })
    expect(result).toEqual({ ok: false, problem: 'upgrade-failed' })
    expect(await dumpDatabase(name)).toEqual(before)
    expect((await openDatabase({ name, migrations: MIGRATIONS })).ok).toBe(true)
  })

  it('never goes back: a newer database is refused untouched', async () => {
    const name = freshName()
    const newer = await openDatabase({
      name,
      migrations: [...MIGRATIONS, { number: 99, stores: {} }],
    })
    if (newer.ok) newer.value.close()
    const before = await dumpDatabase(name)
    expect(await openStorage({ name, key: TEST_KEY })).toEqual({
      ok: false,
      problem: 'newer-database',
    })
    expect(await dumpDatabase(name)).toEqual(before)
  })

  it('is not tried where there is no storage at all', async () => {
    const broken = { databases: () => Promise.reject(new Error('planted')) }
    const whole = indexedDB
    Object.assign(globalThis, { indexedDB: broken })
    try {
      expect(await openStorage({ name: freshName(), key: TEST_KEY })).toEqual({
        ok: false,
        problem: 'unavailable',
      })
    } finally {
      Object.assign(globalThis, { indexedDB: whole })
    }
  })
})

const UNCHOSEN = {
  locale: null,
  theme: 'system',
  activeCase: null,
  guides: [],
  reminders: USUAL_REMINDERS,
  reminded: {},
  lockAfter: 10,
  hidesAmounts: false,
  tray: 'off',
}

describe('settings', () => {
  it('are kept, and what can not be read counts as not chosen', async () => {
    const name = freshName()
    const opened = await openStorage({ name, key: TEST_KEY })
    if (!opened.ok) throw new Error(opened.problem)
    const { settings, close } = opened.value
    expect(await settings.read()).toEqual(UNCHOSEN)
    await settings.write({ theme: 'dark', activeCase: 'case-1', locale: 'en' })
    expect(await settings.read()).toEqual({
      ...UNCHOSEN,
      locale: 'en',
      theme: 'dark',
      activeCase: 'case-1',
    })
    close()
    const database = await openTestDatabase(name)
    await database.settings.bulkPut([
      { name: 'theme', value: 'pink' },
      { name: 'activeCase', value: 7 },
      { name: 'guide', value: { caseId: 'case-1', step: 'nowhere' } },
      { name: 'reminders', value: { isOn: true, quietFrom: -1 } },
      { name: 'tray', value: 'everywhere' },
      { name: 'reminded', value: { 'case-1': { remindedOn: '2026-02-31' } } },
    ])
    const again = await openStorage({ name, key: TEST_KEY })
    expect(again.ok && (await again.value.settings.read())).toEqual({ ...UNCHOSEN, locale: 'en' })
    if (again.ok) again.value.close()
  })
})
