import type { ParseArgsConfig } from 'node:util'
import type { Case, Locale } from '../domain/case/index.ts'
import type { CalendarDate } from '../domain/kernel/index.ts'
import type { Pack } from '../packs/index.ts'

/** What a command says: `text` for people, `json` for `--json`. */
export interface CommandOutput {
  readonly text: string
  readonly json: unknown
  /** What goes to stderr. */
  readonly complaints?: readonly string[]
  /** Exit status; 0 unless the command says otherwise. */
  readonly status?: 0 | 1
}

/** Options of a command beside `--json`, `--on` and `--locale`, as `node:util` parseArgs takes them. */
export type CommandOptions = NonNullable<ParseArgsConfig['options']>

/** The values of a command's own options. */
export type OptionValues = Readonly<
  Record<string, string | boolean | readonly (string | boolean)[] | undefined>
>

export interface FileContext {
  /** The path of the file that was named. */
  readonly file: string
  /** The language of `--locale`, null without it. */
  readonly chosenLocale: Locale | null
  readonly options: OptionValues
}

export interface CaseContext extends FileContext {
  /** `--locale`, else the case's own language. */
  readonly locale: Locale
  readonly facts: Case
  /** The day the figures are for: `--on`, else the case's own, else today. */
  readonly on: CalendarDate
  /** Loads the pack of the case's jurisdiction. */
  readonly pack: () => Promise<Pack>
}

/** A command on a valid case. An invalid one never reaches it. */
export interface Command {
  readonly takes: 'case'
  readonly name: string
  /** Its own options as they are shown in the usage: `--loan ID`. */
  readonly usage: string
  readonly options: CommandOptions
  readonly run: (context: CaseContext) => CommandOutput | Promise<CommandOutput>
}

/** A command that reads the named file by itself. */
export interface FileCommand {
  readonly takes: 'file'
  readonly name: string
  readonly usage: string
  readonly options: CommandOptions
  readonly run: (context: FileContext) => CommandOutput | Promise<CommandOutput>
}

/** The language where neither the command line nor a readable case names one. */
export const DEFAULT_LOCALE: Locale = 'zh-CN'

/** The command line is wrong: exit status 2. Thrown by the framework and by commands alike. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
