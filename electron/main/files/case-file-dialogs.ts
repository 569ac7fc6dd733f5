import { extname, join } from 'node:path'
import { app, dialog, type BrowserWindow, type FileFilter } from 'electron'
import type { SavedExtension } from '../../../src/contract/index.ts'
import { CASE_FILE_EXTENSIONS } from './handed-file.ts'

export interface SaveQuestion {
  readonly title: string
  readonly suggestedName: string
  readonly extension: 'json' | 'pdf' | SavedExtension
  readonly filter: string
}

/** Asks where to save. Null where the person thought better of it. */
export async function askSavePath(
  window: BrowserWindow,
  question: SaveQuestion,
): Promise<string | null> {
  const filters: FileFilter[] = [{ name: question.filter, extensions: [question.extension] }]
  const answer = await dialog.showSaveDialog(window, {
    title: question.title,
    defaultPath: join(app.getPath('documents'), question.suggestedName),
    filters,
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  })
  if (answer.canceled || answer.filePath === '') return null
  // Linux's dialog adds no extension by itself; a name without one would not open by a double click.
  return extname(answer.filePath) === ''
    ? `${answer.filePath}.${question.extension}`
    : answer.filePath
}

/** Asks which file to open. Null where the person thought better of it. */
export async function askOpenPath(
  window: BrowserWindow,
  question: { readonly title: string; readonly filter: string },
): Promise<string | null> {
  const answer = await dialog.showOpenDialog(window, {
    title: question.title,
    defaultPath: app.getPath('documents'),
    filters: [{ name: question.filter, extensions: [...CASE_FILE_EXTENSIONS] }],
    properties: ['openFile'],
  })
  return answer.canceled ? null : (answer.filePaths[0] ?? null)
}

/** Asks in which folder to make a new one. Null where the person thought better of it. */
export async function askFolder(window: BrowserWindow, title: string): Promise<string | null> {
  const answer = await dialog.showOpenDialog(window, {
    title,
    defaultPath: app.getPath('documents'),
    properties: ['openDirectory', 'createDirectory'],
  })
  return answer.canceled ? null : (answer.filePaths[0] ?? null)
}
