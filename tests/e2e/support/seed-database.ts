import type { LaunchedApp } from './launch-app.ts'

/** A table of a native database: the fields of its key, and its rows. */
export interface SeededTable {
  readonly keyFields: readonly string[]
  readonly rows: readonly object[]
}
export type SeededTables = Readonly<Record<string, SeededTable>>

/** Leads the window to a page of the app's own origin that opens no database. */
export async function leaveApp({ app, page }: LaunchedApp): Promise<void> {
  await app.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    await window?.loadURL('app://main/no-such-page.txt').catch(() => undefined)
  })
  await page.waitForURL('app://main/no-such-page.txt')
}

/** Puts a database in the place of the one of that name, as an earlier version of the app left it. */
export async function seedDatabase(
  { page }: LaunchedApp,
  seed: { readonly name: string; readonly version: number; readonly tables: SeededTables },
): Promise<void> {
  await page.evaluate(async ({ name, version, tables }) => {
    const done = (request: IDBRequest): Promise<void> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve()
        request.onerror = () => reject(new Error(String(request.error)))
      })
    await done(indexedDB.deleteDatabase(name))
    const opening = indexedDB.open(name, version)
    opening.onupgradeneeded = () => {
      for (const [table, { keyFields }] of Object.entries(tables))
        opening.result.createObjectStore(table, {
          keyPath: keyFields.length === 1 ? (keyFields[0] ?? '') : [...keyFields],
        })
    }
    await done(opening)
    const database = opening.result
    const transaction = database.transaction(Object.keys(tables), 'readwrite')
    const end = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(new Error(String(transaction.error)))
    })
    const bytesOf = (row: object): object =>
      Object.fromEntries(
        Object.entries(row).map(([field, value]: [string, unknown]) => [
          field,
          field === 'sealed' ? new Uint8Array(value as number[]) : value,
        ]),
      )
    for (const [table, { rows }] of Object.entries(tables))
      for (const row of rows) transaction.objectStore(table).put(bytesOf(row))
    await end
    database.close()
  }, seed)
}

/** Every row of a database as it lies there, boxes as lists of numbers; null where there is no such database. */
export function readDatabase(
  { page }: LaunchedApp,
  name: string,
): Promise<Record<string, readonly Record<string, unknown>[]> | null> {
  return page.evaluate(async (wanted) => {
    if (!(await indexedDB.databases()).some((known) => known.name === wanted)) return null
    const answer = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(new Error(String(request.error)))
      })
    const database = await answer(indexedDB.open(wanted))
    const names = [...database.objectStoreNames]
    const transaction = database.transaction(names)
    const tables: Record<string, Record<string, unknown>[]> = {}
    for (const table of names) {
      const rows = (await answer(transaction.objectStore(table).getAll())) as Record<
        string,
        unknown
      >[]
      tables[table] = rows.map(({ sealed, ...row }) =>
        sealed instanceof Uint8Array ? { ...row, sealed: [...sealed] } : row,
      )
    }
    database.close()
    return tables
  }, name)
}
