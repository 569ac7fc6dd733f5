import { readFile, rm } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import type { BackupPlace, DesktopReply } from '../../../src/contract/index.ts'
import { MAX_SAVED_FILE_BYTES } from '../../../src/contract/limits.ts'
import { writeAtomically } from '../files/atomic-write.ts'
import { writeFailure } from '../files/failure-code.ts'
import { readLimited } from '../files/read-limited.ts'
import { DONE } from '../ipc/done.ts'
import type { RequestHandlers } from '../ipc/handle.ts'
import { backupName } from './backup-name.ts'
import {
  isThere,
  lackingIn,
  letOldGo,
  listFolder,
  makeFolder,
  tryFolder,
  writeChecked,
} from './backup-folder.ts'

/** Says which folder the person chose; there is none of it while backups lie in the app's own folder. */
export const PLACE_FILE = 'backup-folder.json'
export const OWN_FOLDER = 'backups'

interface BackupSources {
  /** The profile's folder. */
  readonly folder: () => string
  /** Asks the person for a folder; null where they thought better of it. */
  readonly askFolder: () => Promise<string | null>
  /** Shows a folder; says what went wrong, or nothing. */
  readonly showFolder: (folder: string) => Promise<string>
}

type BackupHandlers = Pick<
  RequestHandlers,
  | 'listBackups'
  | 'lackingFiles'
  | 'writeSealedFile'
  | 'writeBackup'
  | 'readBackup'
  | 'chooseBackupFolder'
  | 'useOwnBackupFolder'
  | 'openBackupFolder'
>

const GONE = { ok: false, code: 'not-writable' } as const

/** Keeps backups in files. The shell does not know what is in them. */
export function backupRequests(sources: BackupSources): BackupHandlers {
  const places = placesIn(sources.folder)
  return { ...listing(places), ...writing(places), ...choosing(places, sources) }
}

type Places = ReturnType<typeof placesIn>

/** The folders of backups in a profile. */
function placesIn(profile: () => string) {
  const file = () => join(profile(), PLACE_FILE)
  const own = () => join(profile(), OWN_FOLDER)
  const chosen = () => readPlace(file())
  const folderOf = async (place: BackupPlace) => (place === 'own' ? own() : chosen())

  /** Writes into a place. The app's own folder is made where it is not there. */
  async function writeInto<Value>(
    place: BackupPlace,
    write: (folder: string) => Promise<DesktopReply<Value>>,
  ): Promise<DesktopReply<Value>> {
    const target = await folderOf(place)
    if (target === null) return GONE
    try {
      if (place === 'own') await makeFolder(target)
      return await write(target)
    } catch (error) {
      return { ok: false, code: writeFailure(error) }
    }
  }
  return { file, own, chosen, folderOf, writeInto }
}

function listing({
  own,
  chosen,
  folderOf,
}: Places): Pick<BackupHandlers, 'listBackups' | 'lackingFiles' | 'readBackup'> {
  return {
    listBackups: async () => {
      const far = await chosen()
      const near = (await listFolder(own())).map((backup) => ({ ...backup, place: 'own' as const }))
      const away = far === null ? [] : await listFolder(far)
      const backups = [
        ...near,
        ...away.map((backup) => ({ ...backup, place: 'chosen' as const })),
      ].sort((a, b) => (a.at < b.at ? 1 : -1))
      const value = {
        place: far === null ? ('own' as const) : ('chosen' as const),
        folder: far ?? own(),
        isThere: far === null || (await isThere(far)),
        backups,
      }
      return { ok: true, value }
    },
    lackingFiles: async ({ place, names }) => {
      const target = await folderOf(place)
      return target === null ? GONE : { ok: true, value: await lackingIn(target, names) }
    },
    readBackup: async ({ place, name }) => {
      const target = await folderOf(place)
      return target === null
        ? { ok: false, code: 'not-readable' }
        : readLimited(join(target, name), MAX_SAVED_FILE_BYTES)
    },
  }
}

function writing({ writeInto }: Places): Pick<BackupHandlers, 'writeSealedFile' | 'writeBackup'> {
  return {
    writeSealedFile: ({ place, name, bytes }) =>
      writeInto(place, (target) => writeChecked(join(target, name), bytes)),
    writeBackup: ({ place, bytes, files, ...named }) =>
      writeInto(place, async (target) => {
        if ((await lackingIn(target, files)).length > 0) return { ok: false, code: 'failed' }
        const name = await freeName(target, named)
        const written = await writeChecked(join(target, name), bytes)
        if (!written.ok) return written
        // A backup is made whether or not old ones can be deleted.
        await letOldGo(target, named.keyId).catch(() => undefined)
        return { ok: true, value: { name } }
      }),
  }
}

/** The name of a backup that is in nobody's place: of two of one second the later is named a second later. */
async function freeName(folder: string, named: Parameters<typeof backupName>[0]): Promise<string> {
  const name = backupName(named)
  if ((await lackingIn(folder, [name])).length > 0) return name
  const at = new Date(Date.parse(named.at) + 1000).toISOString()
  return freeName(folder, { ...named, at })
}

function choosing(
  { file, own, chosen }: Places,
  { askFolder, showFolder }: BackupSources,
): Pick<BackupHandlers, 'chooseBackupFolder' | 'useOwnBackupFolder' | 'openBackupFolder'> {
  return {
    chooseBackupFolder: async () => {
      const folder = await askFolder()
      if (folder === null) return { ok: false, code: 'cancelled' }
      const tried = await tryFolder(folder)
      if (!tried.ok) return tried
      const kept = await writeAtomically(file(), JSON.stringify({ folder }))
      return kept.ok ? DONE : kept
    },
    useOwnBackupFolder: async () => {
      await rm(file(), { force: true })
      return DONE
    },
    openBackupFolder: async () => {
      const folder = await chosen()
      if (folder === null) await makeFolder(own())
      const problem = await showFolder(folder ?? own())
      return problem === '' ? DONE : { ok: false, code: 'not-readable' }
    },
  }
}

/** The folder that was chosen, or null where none was or what was kept can't be read. */
export async function readPlace(path: string): Promise<string | null> {
  try {
    const { folder } = JSON.parse(await readFile(path, 'utf8')) as { readonly folder?: unknown }
    return typeof folder === 'string' && isAbsolute(folder) ? folder : null
  } catch {
    return null
  }
}
