import type { DesktopApi, DesktopFailure, FolderFile, StoredBackup } from '../contract/index.ts'
import { refuse, succeed, type Result } from '../domain/kernel/index.ts'
import { storageFailureOf } from '../storage/repositories/index.ts'
import {
  openBackup,
  openStorage,
  rescueData,
  type DataKey,
  type OpenedBackup,
  type Rescued,
  type StorageNames,
} from '../storage/index.ts'
import { putBack, type RestoreProblem } from './restore-backup.ts'

/** A backup that was read whole and opens with this profile's key. */
export interface GoodBackup {
  readonly stored: StoredBackup
  readonly opened: OpenedBackup
  /** How many cases it holds. */
  readonly cases: number
}

/** What was saved of data that does not open. */
export interface SavedRescue {
  readonly path: string
  readonly cases: number
  /** How many records could not be read. */
  readonly lost: number
}

/** What can be done where the data does not open. Nothing rejects. */
export interface Rescue {
  /** The newest backup that is whole; null where there is none that this key opens. */
  readonly findBackup: () => Promise<GoodBackup | null>
  /** Sets the data aside and puts a backup in its place. Returns how many attached files could not be read. */
  readonly bringBack: (backup: GoodBackup) => Promise<Result<number, RestoreProblem>>
  /** Writes what can be read as case files, with attached files beside them, into a folder that is asked for. */
  readonly saveReadable: () => Promise<Result<SavedRescue, DesktopFailure | 'nothing'>>
}

interface RescueSources {
  readonly desktop: DesktopApi
  /** null where the key itself is lost. */
  readonly key: DataKey | null
  readonly today: () => string
  /** For tests. */
  readonly names?: StorageNames
}

/** The ways out of data that does not open. */
export function createRescue({ desktop, key, today, names = {} }: RescueSources): Rescue {
  return {
    findBackup: () => (key === null ? Promise.resolve(null) : newestGood(desktop, key)),
    bringBack: async ({ stored, opened }) => {
      const aside = await desktop.setAside({ keepsKey: true })
      if (!aside.ok) return refuse({ of: 'desktop', code: aside.code })
      const storage = await openStorage({ ...names, key: opened.key })
      if (!storage.ok) return refuse({ of: 'storage', code: 'unavailable' })
      const { backups, close } = storage.value
      try {
        return succeed(await putBack({ desktop, backups }, { stored, opened }))
      } catch (thrown) {
        return refuse({ of: 'storage', code: storageFailureOf(thrown).code })
      } finally {
        close()
      }
    },
    saveReadable: async () => {
      const rescued = await rescueData(key, names).catch(() => null)
      if (rescued === null || rescued.cases.length === 0) return refuse('nothing')
      const suggestedName = `respite-${today()}`
      const saved = await desktop.saveFolder({ suggestedName, files: filesOf(rescued) })
      if (!saved.ok) return refuse(saved.code)
      const { cases, lost } = rescued
      return succeed({ path: saved.value.path, cases: cases.length, lost })
    },
  }
}

async function newestGood(desktop: DesktopApi, key: DataKey): Promise<GoodBackup | null> {
  const shelf = await desktop.listBackups()
  for (const stored of shelf.ok ? shelf.value.backups : []) {
    const { place, name } = stored
    const read = await desktop.readBackup({ place, name })
    const opened = read.ok ? await openBackup(read.value.bytes, key) : null
    if (opened?.ok !== true) continue
    const cases = opened.value.snapshot.tables['cases']?.length ?? 0
    if (cases > 0) return { stored, opened: opened.value, cases }
  }
  return null
}

const filesOf = ({ cases }: Rescued): readonly FolderFile[] =>
  cases.flatMap(({ text, files }, index) => {
    const name = `case-${String(index + 1)}`
    return [
      { path: `${name}.json`, bytes: new TextEncoder().encode(text) },
      ...files.map((file) => ({
        path: `${name}/${file.sha256.slice(0, 8)}-${harmless(file.name)}`,
        bytes: file.bytes,
      })),
    ]
  })

/** A file's name without what a file system would read as something else; short enough for any. */
const harmless = (name: string): string => name.replaceAll(/[\p{Cc}\\/:*?"<>|]/gu, '_').slice(-80)
