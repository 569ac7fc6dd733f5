import type { Dexie } from 'dexie'
import { refuse, succeed, type Result } from '../../domain/kernel/index.ts'
import { keepingRemnants } from '../database/move-plain.ts'
import type { Database } from '../database/rows.ts'
import type { StoredRow } from '../migrations/index.ts'
import { rowsOf } from '../repositories/stored-case.ts'
import { storageFailureOf } from '../repositories/storage-failure.ts'
import { keyFor, type DataKey } from '../sealing/data-key.ts'
import { openLarge } from '../sealing/seal-large.ts'
import { packRow, rowContext, unpackRow } from '../sealing/sealed-row.ts'
import { addCases } from './add-cases.ts'
import { archiveKey, keyIdOf, openArchive, sealBackup, sealExport } from './archive.ts'
import { readParts, type ArchiveProblem } from './archive-header.ts'
import type {
  BackupRepository,
  BackupSource,
  ExportChoice,
  OpenedBackup,
} from './backup-repository.ts'
import { previewOf, type OpenedTables } from './backup-preview.ts'
import {
  FILES_TABLE,
  readBox,
  readKeys,
  readRaw,
  type RawRow,
  type RawTables,
} from './raw-tables.ts'
import { migrateSnapshot, openRows, readRows } from './snapshot.ts'

/** Everything of an open database, of whatever version it is. */
export async function takeSource(database: Dexie, key: DataKey): Promise<BackupSource> {
  const raw = await readRaw(database)
  return {
    keyId: keyIdOf(key),
    raw,
    box: (place) => readBox(database, FILES_TABLE, place),
    seal: (how) => sealBackup(raw, { key, ...how }),
  }
}

/** Backups of a Dexie database that is sealed with the key. */
export function createBackupRepository(
  database: Database,
  { key, newId }: { readonly key: DataKey; readonly newId: () => string },
): BackupRepository {
  const now = async (): Promise<OpenedTables> => {
    const raw = await readRaw(database)
    return { raw, snapshot: openRows(raw, key) }
  }
  return {
    keyId: keyIdOf(key),
    take: () => takeSource(database, key),
    open: (bytes, other = key) => openBackup(bytes, other),
    preview: async (backup) => previewOf(backup, await now()),
    missingFiles: async (backup) => {
      // Names of another key's are other names: such files are all looked at.
      const there = keyIdOf(backup.key) === keyIdOf(key) ? await filesOf(database) : new Set()
      return fileKeys(backup.raw).filter((place) => !there.has(placeText(place)))
    },
    putFile: async (backup, place, box) => {
      const row = await openFile(backup.key, place, box)
      if (row === null) return false
      await database.files.put(row as never).catch(fail)
      return true
    },
    replace: (backup) => replaceRows(database, backup).catch(fail),
    exportAll: async (choice) => sealExport(await rowsToExport(database, key, choice), choice),
    importAll: (bytes, passphrase) => importExport(database, { bytes, passphrase, newId }),
  }
}

const fail = (thrown: unknown): never => {
  throw storageFailureOf(thrown)
}

const placeText = (place: RawRow['key']): string => JSON.stringify(place)
const fileKeys = (raw: RawTables): readonly RawRow['key'][] =>
  (raw.tables[FILES_TABLE]?.rows ?? []).map(({ key }) => key)

async function filesOf(database: Dexie): Promise<ReadonlySet<unknown>> {
  return new Set((await readKeys(database, FILES_TABLE)).map(placeText))
}

/** Opens a backup's bytes with a key. Changes nothing. */
export async function openBackup(
  bytes: Uint8Array,
  key: DataKey,
): Promise<Result<OpenedBackup, ArchiveProblem>> {
  const parts = readParts(bytes)
  if (!parts.ok) return parts
  if (parts.value.header.kind !== 'backup') return refuse('not-an-archive')
  const opened = await openArchive(bytes, key)
  if (!opened.ok) return opened
  const migrated = migrateSnapshot(openRows(opened.value, key))
  return migrated.ok ? succeed({ key, raw: opened.value, snapshot: migrated.value }) : migrated
}

/** An attached file's row, or null where its box does not open with the key. */
export async function openFile(
  key: DataKey,
  place: RawRow['key'],
  box: Uint8Array,
): Promise<StoredRow | null> {
  const plain = await openLarge(keyFor(key, 'rows'), box, rowContext(FILES_TABLE, place))
  return plain === null ? null : unpackRow(plain)
}

/** Files of cases that are gone go with them; all others stay, as evidence and history may name them. */
async function replaceRows(database: Database, { snapshot }: OpenedBackup): Promise<void> {
  await database.transaction('rw', database.tables, async () => {
    const before = await database.cases.toCollection().primaryKeys()
    await keepingRemnants(database, async () => {
      for (const table of database.tables) {
        if (table.name === FILES_TABLE) continue
        await table.clear()
        await table.bulkPut([...(snapshot.tables[table.name] ?? [])])
      }
    })
    const after = new Set(snapshot.tables['cases']?.map((row) => row['id']))
    for (const id of before) if (!after.has(id)) await rowsOf(database.files, id).delete()
  })
}

/** Rows opened and packed: the export's own seal is the only one. Settings stay with the computer. */
async function rowsToExport(
  database: Database,
  key: DataKey,
  { caseId }: Pick<ExportChoice, 'caseId'>,
): Promise<RawTables> {
  const raw = await readRaw(database)
  const { tables } = openRows(raw, key)
  const isWanted = (row: StoredRow, name: string): boolean =>
    caseId === null || row[name === 'cases' ? 'id' : 'caseId'] === caseId
  const opened = Object.entries(tables)
    .filter(([name]) => name !== 'settings')
    .map(([name, rows]) => [name, rows.filter((row) => isWanted(row, name))] as const)
  const files = await filesToExport(database, key, raw)
  const all = [...opened, [FILES_TABLE, files.filter((row) => isWanted(row, FILES_TABLE))] as const]
  return {
    database: raw.database,
    tables: Object.fromEntries(
      all.map(([name, rows]) => {
        const boxes = rows.map((row) => ({ key: [], box: packRow(row) }))
        return [name, { keyFields: [], rows: boxes }]
      }),
    ),
  }
}

async function filesToExport(
  database: Dexie,
  key: DataKey,
  raw: RawTables,
): Promise<readonly StoredRow[]> {
  const rows: StoredRow[] = []
  for (const place of fileKeys(raw)) {
    const box = await readBox(database, FILES_TABLE, place)
    const row = box === null ? null : await openFile(key, place, box)
    if (row !== null) rows.push(row)
  }
  return rows
}

interface Importing {
  readonly bytes: Uint8Array
  readonly passphrase: string
  readonly newId: () => string
}

async function importExport(
  database: Database,
  { bytes, passphrase, newId }: Importing,
): Promise<Result<readonly string[], ArchiveProblem>> {
  const parts = readParts(bytes)
  if (!parts.ok) return parts
  if (parts.value.header.kind !== 'export') return refuse('not-an-archive')
  const key = await archiveKey(parts.value.header, passphrase)
  if (key === null) return refuse('wrong-key')
  const opened = await openArchive(bytes, key)
  if (!opened.ok) return opened
  const migrated = migrateSnapshot(readRows(opened.value))
  if (!migrated.ok) return migrated
  const files = (opened.value.tables[FILES_TABLE]?.rows ?? []).map(({ box }) => unpackRow(box))
  const whole = files.filter((row) => row !== null)
  return succeed(await addCases(database, { snapshot: migrated.value, files: whole }, newId))
}
