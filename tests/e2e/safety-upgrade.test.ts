import { watch } from 'node:fs'
import { cp, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { _electron, expect, test } from '@playwright/test'
import { readKeyFile } from '../../src/storage/lock/key-file.ts'
import { newDataKey, type DataKey } from '../../src/storage/sealing/data-key.ts'
import { rowSeal, type PlainRow } from '../../src/storage/sealing/sealed-row.ts'
import { launchApp, makeUserDataDir, projectRoot, type LaunchedApp } from './support/launch-app.ts'
import { placesOf } from './support/raw-profile.ts'
import { leaveApp, readDatabase, seedDatabase, type SeededTables } from './support/seed-database.ts'

/** How often the app is killed: more by hand, before a release. */
const KILLS = Number(process.env['RESPITE_KILLS'] ?? 1)
/** The longest time between the first window and the kill, in milliseconds. */
const LONGEST = 3000
/** The same between the note that a backup counts and the kill: the files are made anew in less. */
const LONGEST_AFTER_NOTE = 400
/** As the browser counts: ten to one of the app's own. */
const OLD_VERSION = 10
/** Enough that upgrade and move take their time. */
const MANY_CASES = 30
/** What the dump says of its debtor and lender, beside what is typed into no test but this. */
const PERSONAL = ['测试人', '000-0000-0000', '虚构路 1 号', '甲银行', '虚构的说明']

type Rows = Readonly<Record<string, readonly PlainRow[]>>

/** The rows of a stored version, as so many cases of their own. */
function manyCases({ cases = [], ...others }: Rows, prefix: string, count: number): Rows {
  const ids = Array.from({ length: count }, (_, index) => `${prefix}-${String(index)}`)
  const members = Object.entries(others).map(([table, rows]) => [
    table,
    table === 'settings' ? [] : ids.flatMap((caseId) => rows.map((row) => ({ ...row, caseId }))),
  ])
  const heads = ids.flatMap((id) => cases.map((row) => ({ ...row, id })))
  return Object.fromEntries([['cases', heads], ...members]) as Rows
}

function keyFieldsOf(table: string): readonly string[] {
  if (table === 'cases') return ['id']
  if (table === 'settings') return ['name']
  return ['caseId', table === 'changes' ? 'n' : 'id']
}

const seeded = (rows: Rows, change: (table: string, row: PlainRow) => PlainRow): SeededTables =>
  Object.fromEntries(
    Object.entries(rows).map(([table, list]) => [
      table,
      { keyFields: keyFieldsOf(table), rows: list.map((row) => change(table, row)) },
    ]),
  )

const sealedBy =
  (key: DataKey) =>
  (table: string, row: PlainRow): PlainRow => {
    const { sealed, ...rest } = rowSeal(key, table, keyFieldsOf(table)).seal(row)
    return { ...rest, sealed: [...(sealed as Uint8Array)] }
  }

const openedBy =
  (key: DataKey, table: string) =>
  ({ sealed, ...rest }: PlainRow): PlainRow =>
    rowSeal(key, table, keyFieldsOf(table)).open({
      ...rest,
      sealed: Uint8Array.from(sealed as readonly number[]),
    })

const inOrder = (rows: readonly PlainRow[]): readonly string[] =>
  rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort()

/** Starts the app, which begins its upgrade by itself, and kills it some time after something happened. */
async function killAtStart(
  userDataDir: string,
  { delay, after }: { readonly delay: number; readonly after: 'window' | 'note' },
): Promise<void> {
  // Watched from before the start: what it waits for lasts a moment.
  const note = after === 'note' ? noteOf(userDataDir) : null
  const app = await _electron.launch({
    cwd: projectRoot,
    args: [`--user-data-dir=${userDataDir}`, '.'],
  })
  const gone = new Promise((resolve) => app.process().once('exit', resolve))
  const page = await app.firstWindow()
  const ready = page.locator('html[data-ready]').waitFor({ state: 'attached' })
  // Where the kill before came so late that nothing is left to be done there is no note any more.
  if (note !== null) await Promise.race([note.appeared, ready])
  ready.catch(() => undefined)
  note?.stop()
  setTimeout(() => app.process().kill('SIGKILL'), delay)
  await gone
}

/** Tells when the shell notes down that a backup counts in the place of the database. */
function noteOf(userDataDir: string) {
  const watcher = watch(userDataDir)
  const appeared = new Promise<void>((resolve) => {
    watcher.on('change', (_event, name) => {
      if (name === 'renewal.json') resolve()
    })
  })
  return { appeared, stop: () => watcher.close() }
}

/** The key of a profile without a lock. */
async function keyIn(userDataDir: string): Promise<DataKey> {
  const file = readKeyFile(await readFile(join(userDataDir, 'data-key.json'), 'utf8'))
  if (file?.protection !== 'none') throw new Error('the key file can not be read')
  return file.key
}

async function storedRows(launched: LaunchedApp, name: string): Promise<Rows> {
  const rows = await readDatabase(launched, name)
  if (rows === null) throw new Error(`there is no database ${name}`)
  return rows
}

const idsOf = ({ cases = [] }: Rows): readonly unknown[] => cases.map(({ id }) => id).sort()

/** Both databases as an earlier version left them: a plain one that is to be moved, a sealed one to be upgraded. */
async function seedBoth(launched: LaunchedApp, { plain, sealed, key }: Seed): Promise<void> {
  await leaveApp(launched)
  const tables = seeded(plain, (_table, row) => row)
  await seedDatabase(launched, { name: 'respite', version: OLD_VERSION, tables })
  const boxes = seeded(sealed, sealedBy(key))
  await seedDatabase(launched, { name: 'respite-sealed', version: OLD_VERSION, tables: boxes })
}

interface Seed {
  readonly plain: Rows
  readonly sealed: Rows
  readonly key: DataKey
}

/** Every row of both is in the one database now, as it was. */
async function checkMoved(launched: LaunchedApp, { plain, sealed, key }: Seed): Promise<void> {
  expect(await readDatabase(launched, 'respite')).toBeNull()
  const found = await storedRows(launched, 'respite-sealed')
  for (const [table, rows] of Object.entries(plain).filter(([name]) => name !== 'settings')) {
    const opened = found[table]?.map(openedBy(key, table)) ?? []
    expect(inOrder(opened)).toEqual(inOrder(rows.concat(sealed[table] ?? [])))
  }
}

/** A profile as earlier versions left it: closed, with both databases in it. */
async function seedProfile(count: number): Promise<Seed & { readonly userDataDir: string }> {
  const userDataDir = await makeUserDataDir()
  const dump = await readFile(join(projectRoot, 'tests/storage/dumps/version-1.json'), 'utf8')
  const { tables } = JSON.parse(dump) as { readonly tables: Rows }
  const first = await launchApp({ userDataDir, expectViolations: true })
  const key = await keyIn(userDataDir)
  const [plain, sealed] = [manyCases(tables, 'plain', count), manyCases(tables, 'sealed', count)]
  const seed = { plain, sealed, key }
  await seedBoth(first, seed)
  await first.close()
  expect(await placesOf(userDataDir, PERSONAL)).not.toEqual([])
  return { ...seed, userDataDir }
}

test('a kill during an upgrade, the move of plain data or the renewal of its files loses no row and leaves no word behind', async () => {
  test.setTimeout(120_000 + KILLS * 40_000)
  const seed = await seedProfile(MANY_CASES)
  for (let round = 1; round <= KILLS; round += 1) {
    const userDataDir = await makeUserDataDir()
    await cp(seed.userDataDir, userDataDir, { recursive: true })
    const part = ((round * 7) % 20) / 20
    await killAtStart(userDataDir, { delay: LONGEST * part, after: 'window' })
    await killAtStart(userDataDir, { delay: LONGEST_AFTER_NOTE * part, after: 'note' })
    const last = await launchApp({ userDataDir, expectViolations: true })
    await leaveApp(last)
    await checkMoved(last, seed)
    await last.close()
    expect(await placesOf(userDataDir, PERSONAL)).toEqual([])
    expect(await readdir(userDataDir)).not.toContain('renewal.json')
    await rm(userDataDir, { recursive: true, force: true })
  }
  await rm(seed.userDataDir, { recursive: true, force: true })
})

test('data that does not open comes back from a backup', async () => {
  const { userDataDir, sealed } = await seedProfile(2)
  const moved = await launchApp({ userDataDir, expectViolations: true })
  await leaveApp(moved)
  const cases = idsOf(await storedRows(moved, 'respite-sealed'))
  // Data of another key: the app says so, and the newest backup comes back by one click.
  const foreign = seeded(sealed, sealedBy(newDataKey()))
  await seedDatabase(moved, { name: 'respite-sealed', version: OLD_VERSION, tables: foreign })
  await moved.close()
  const again = await launchApp({ userDataDir, expectViolations: true })
  await again.page.getByTestId('bring-back').click()
  await expect(again.page.getByRole('banner').first()).toBeVisible()
  await leaveApp(again)
  expect(idsOf(await storedRows(again, 'respite-sealed'))).toEqual(cases)
  await again.close()
  await rm(userDataDir, { recursive: true, force: true })
})
