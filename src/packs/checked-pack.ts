import type { PackEntries } from './assemble-pack.ts'
import type { PackFiles } from './pack-files.ts'
import type { ScriptBook } from './script.ts'

/** A pack as the app carries it: read and checked when it is built, so that a start needs no parser for it. */
export interface CheckedPack {
  readonly entries: PackEntries
  /** The Markdown of letters and guide by its path. */
  readonly texts: PackFiles
  readonly talk: ScriptBook
}
