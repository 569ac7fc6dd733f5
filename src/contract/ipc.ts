import { z } from 'zod'
import { BACKUP_NAME, KEY_ID, SEALED_FILE_NAME } from './backup-names.ts'
import type { RequestMethod, RequestOf } from './channels.ts'
import {
  ATTACHED_EXTENSIONS,
  BACKUP_PLACES,
  BACKUP_REASONS,
  SAVED_EXTENSIONS,
  TRAY_MODES,
} from './desktop-api.ts'
import {
  MAX_BACKUP_FILES,
  MAX_CASE_TEXT_LENGTH,
  MAX_COPIED_TEXT_LENGTH,
  MAX_FOLDER_FILES,
  MAX_KEY_FILE_LENGTH,
  MAX_PRINT_HTML_LENGTH,
  MAX_SAVED_FILE_BYTES,
  MAX_SAVED_FOLDER_BYTES,
} from './limits.ts'

// Most requests come once or twice in a session: compiling a check of its own for each takes longer than it saves.
z.config({ jitless: true })

const locale = z.enum(['zh-CN', 'en'])

/** A bare file name: no folder, nothing a file system reads as a command, no hidden or relative name. */
const fileName = z
  .string()
  .max(150)
  .refine((name) => name.trim() !== '' && !name.startsWith('.') && !hasForbiddenCharacter(name))

function hasForbiddenCharacter(name: string): boolean {
  return [...name].some((character) => character < ' ' || '\\/:*?"<>|\u007f'.includes(character))
}

const fileBytes = z
  .instanceof(Uint8Array)
  .refine(({ byteLength }) => byteLength <= MAX_SAVED_FILE_BYTES)

/** A place below the folder: two names at the most, each as harmless as a bare file name. */
const folderPath = z.string().refine((path) => {
  const names = path.split('/')
  return names.length <= 2 && names.every((name) => fileName.safeParse(name).success)
})

const folderFiles = z
  .array(z.strictObject({ path: folderPath, bytes: fileBytes }))
  .min(1)
  .max(MAX_FOLDER_FILES)
  .refine((files) => new Set(files.map(({ path }) => path.toLowerCase())).size === files.length)
  .refine(
    (files) => files.reduce((sum, { bytes }) => sum + bytes.length, 0) <= MAX_SAVED_FOLDER_BYTES,
  )

const printDocument = {
  title: z.string().max(300),
  locale,
  html: z.string().max(MAX_PRINT_HTML_LENGTH),
  author: z.string().max(300).optional(),
}

/** A key file says how it is guarded; the rest of it is the window's. */
const keyFileText = z.string().max(MAX_KEY_FILE_LENGTH).refine(hasProtection)

function hasProtection(text: string): boolean {
  try {
    const { protection } = JSON.parse(text) as { readonly protection?: unknown }
    return protection === 'none' || protection === 'passphrase'
  } catch {
    return false
  }
}

const place = z.enum(BACKUP_PLACES)
const keyId = z.string().regex(KEY_ID)
/** A name that the shell itself gives to backups, or one of a sealed file: nothing else in the folder is touched. */
const sealedFileName = z.string().regex(SEALED_FILE_NAME)
const backupName = z.string().regex(BACKUP_NAME)
const sealedFileNames = z.array(sealedFileName).max(MAX_BACKUP_FILES)

/** What each request must look like. The window's payload is unknown until it passed here. */
export const REQUEST_SHAPES: { readonly [Method in RequestMethod]: z.ZodType<RequestOf<Method>> } =
  {
    appInfo: z.undefined(),
    openCaseFile: z.undefined(),
    saveCaseFile: z.strictObject({
      suggestedName: fileName,
      text: z.string().max(MAX_CASE_TEXT_LENGTH),
    }),
    savePdf: z.strictObject({ ...printDocument, suggestedName: fileName }),
    renderPdf: z.strictObject(printDocument),
    saveFile: z.strictObject({
      suggestedName: fileName,
      extension: z.enum([...SAVED_EXTENSIONS, ...ATTACHED_EXTENSIONS]),
      bytes: fileBytes,
    }),
    saveFolder: z.strictObject({ suggestedName: fileName, files: folderFiles }),
    print: z.strictObject(printDocument),
    copyText: z.strictObject({ text: z.string().max(MAX_COPIED_TEXT_LENGTH) }),
    revealFile: z.strictObject({ path: z.string().min(1).max(4096) }),
    remind: z.undefined(),
    setAppearance: z.strictObject({ theme: z.enum(['system', 'light', 'dark']), locale }),
    setTray: z.strictObject({ mode: z.enum(TRAY_MODES) }),
    setMenuState: z.strictObject({
      hasCase: z.boolean(),
      canUndo: z.boolean(),
      canRedo: z.boolean(),
    }),
    readKey: z.undefined(),
    tryKey: z.undefined(),
    keyOpened: z.undefined(),
    writeKey: z.strictObject({ text: keyFileText, replaces: z.boolean() }),
    listBackups: z.undefined(),
    lackingFiles: z.strictObject({ place, names: sealedFileNames }),
    writeSealedFile: z.strictObject({ place, name: sealedFileName, bytes: fileBytes }),
    writeBackup: z.strictObject({
      place,
      at: z.iso.datetime(),
      reason: z.enum(BACKUP_REASONS),
      keyId,
      files: sealedFileNames,
      bytes: fileBytes,
    }),
    readBackup: z.strictObject({ place, name: z.union([backupName, sealedFileName]) }),
    chooseBackupFolder: z.undefined(),
    useOwnBackupFolder: z.undefined(),
    openBackupFolder: z.undefined(),
    wipe: z.strictObject({ keyId, backups: z.boolean() }),
    setAside: z.strictObject({ keepsKey: z.boolean() }),
    renewalCopy: z.undefined(),
    beginRenewal: z.strictObject({ name: backupName }),
    endRenewal: z.undefined(),
    holdClose: z.strictObject({ holds: z.boolean() }),
  }

/** Reads what came over a channel. Null where it is not the request the contract names. */
export function readRequest<Method extends RequestMethod>(
  method: Method,
  payload: readonly unknown[],
): { readonly request: RequestOf<Method> } | null {
  if (payload.length > 1) return null
  const read = REQUEST_SHAPES[method].safeParse(payload[0])
  return read.success ? { request: read.data } : null
}
