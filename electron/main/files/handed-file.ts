import { isAbsolute, resolve } from 'node:path'

/** What a case file may be called. */
export const CASE_FILE_EXTENSIONS = ['json', 'respite'] as const

const isCaseFile = (argument: string): boolean =>
  !argument.startsWith('-') &&
  CASE_FILE_EXTENSIONS.some((extension) => argument.toLowerCase().endsWith(`.${extension}`))

/** The case file among the arguments of a start, as the system hands it over at a double click; null without one. */
export function handedFile(args: readonly string[], folder: string): string | null {
  const file = args.slice(1).find(isCaseFile)
  if (file === undefined) return null
  return isAbsolute(file) ? file : resolve(folder, file)
}

/** A case file on its way from the system to the window. */
export interface HandedFile {
  /** Takes a file that the system handed over, in the place of one that nobody asked for. */
  readonly hand: (file: string | null) => void
  /** The window listens from here on: it is told that there is something to import, once for each file. */
  readonly offer: () => void
  /** The file, for the one who reads it; null without one. */
  readonly take: () => string | null
}

/** Keeps a file that is handed over until the window listens, and then asks it to import. */
export function keepHandedFile(first: string | null, askToImport: () => void): HandedFile {
  let waiting = first
  let isListening = false
  let isOffered = false
  const offerWaiting = () => {
    if (!isListening || waiting === null || isOffered) return
    isOffered = true
    askToImport()
  }
  return {
    hand: (file) => {
      if (file === null) return
      waiting = file
      isOffered = false
      offerWaiting()
    },
    offer: () => {
      isListening = true
      offerWaiting()
    },
    take: () => {
      const file = waiting
      waiting = null
      return file
    },
  }
}
