import { Dexie } from 'dexie'
import { sameBytes } from '../sealing/bytes.ts'
import {
  installedVersion,
  openDatabase,
  type DatabaseProblem,
  type KeepCopy,
} from './open-database.ts'
import type { Database } from './rows.ts'

/** Written with the moved rows: the plain database has nothing more to give, and its files may still hold its rows. */
const MOVED_ROW = { name: 'moved', value: true } as const

/**
 * Moves the rows of an earlier version's plain database into the sealed one, all in one transaction,
 * reads each back and only then deletes the plain database. Interrupted anywhere, it begins again at
 * the next start; nothing is deleted before all of it was read back and a copy was kept outside the
 * browser's storage. Null when all is well.
 */
export async function movePlain(
  sealed: Database,
  plainName: string,
  keepCopy: KeepCopy = () => Promise.resolve(true),
): Promise<DatabaseProblem | null> {
  try {
    if ((await installedVersion(plainName)) === 0) return null
    if ((await sealed.settings.get(MOVED_ROW.name)) === undefined) {
      const plain = await openDatabase({ name: plainName })
      if (!plain.ok) return plain.problem
      try {
        await copyRows(plain.value, sealed)
      } finally {
        plain.value.close()
      }
    }
    // Where no copy can be kept the old one stays, and the next start tries again.
    if (!(await keepCopy(sealed))) return null
    await new Dexie(plainName, { indexedDB, IDBKeyRange }).delete()
    return null
  } catch {
    return 'upgrade-failed'
  }
}

/**
 * Whether plain rows once lay in the files that this database lies in. The plain database is deleted by now, but
 * LevelDB keeps what was deleted in its files until it rewrites them, which may be never.
 */
export async function hasRemnants(sealed: Database, plainName: string): Promise<boolean> {
  const wasMoved = (await sealed.settings.get(MOVED_ROW.name)) !== undefined
  return wasMoved && (await installedVersion(plainName)) === 0
}

/** Does what replaces the settings, and leaves in them what says something of this profile's files and not of its data. */
export async function keepingRemnants(
  sealed: Database,
  replace: () => Promise<void>,
): Promise<void> {
  const before = await sealed.settings.get(MOVED_ROW.name)
  await replace()
  if (before === undefined) await forgetRemnants(sealed)
  else await sealed.settings.put(before)
}

/** The files were made anew: nothing plain was ever in them. */
export async function forgetRemnants(sealed: Database): Promise<void> {
  await sealed.settings.delete(MOVED_ROW.name)
}

async function copyRows(plain: Database, sealed: Database): Promise<void> {
  const tables = await Promise.all(
    plain.tables.map(
      async ({ name }) => [name, await plain.table<object>(name).toArray()] as const,
    ),
  )
  await sealed.transaction('rw', sealed.tables, async () => {
    for (const [name, rows] of tables) await sealed.table<object>(name).bulkPut(rows)
    for (const [name, rows] of tables) await checkRows(sealed, name, rows)
    await sealed.settings.put(MOVED_ROW)
  })
}

/** @throws Error when a row does not read back as it was written, which rolls the move back */
async function checkRows(sealed: Database, name: string, rows: readonly object[]): Promise<void> {
  const table = sealed.table<object>(name)
  const { extractKey } = table.core.schema.primaryKey
  const found = await table.bulkGet(rows.map((row) => extractKey?.(row) as string))
  if (!rows.every((row, at) => sameRow(row, found[at])))
    throw new Error(`a row of ${name} did not read back`)
}

function sameRow(row: object, found: object | undefined): boolean {
  if (found === undefined) return false
  const { bytes, ...rest } = row as { readonly bytes?: Uint8Array }
  const { bytes: foundBytes, ...foundRest } = found as { readonly bytes?: Uint8Array }
  if (JSON.stringify(rest) !== JSON.stringify(foundRest)) return false
  if (bytes === undefined || foundBytes === undefined) return bytes === foundBytes
  return sameBytes(bytes, foundBytes)
}
