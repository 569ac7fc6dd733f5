import { parseArgs } from 'node:util'
import { LOCALES, type Locale } from '../domain/case/index.ts'
import { parseDate, type CalendarDate } from '../domain/kernel/index.ts'
import { UsageError, type CommandOptions, type OptionValues } from './command.ts'

/** A command line as understood. */
export interface CommandLine {
  readonly file: string
  readonly json: boolean
  readonly on: CalendarDate | null
  readonly locale: Locale | null
  readonly options: OptionValues
}

const SHARED_OPTIONS = {
  json: { type: 'boolean' },
  on: { type: 'string' },
  locale: { type: 'string' },
} as const

/** Reads what follows the command's name. @throws UsageError on an unknown option, a bad date or language, or not exactly one file */
export function parseCommandLine(args: readonly string[], options: CommandOptions): CommandLine {
  const { values, positionals } = parsed(args, options)
  const [file, ...more] = positionals
  if (file === undefined || file === '') throw new UsageError('a file is missing')
  if (more.length > 0) throw new UsageError('one file only')
  const { json, on, locale, ...own } = values
  return {
    file,
    json: json === true,
    on: typeof on === 'string' ? dayOf(on) : null,
    locale: typeof locale === 'string' ? localeOf(locale) : null,
    options: own,
  }
}

function parsed(args: readonly string[], options: CommandOptions) {
  try {
    const all: CommandOptions = { ...options, ...SHARED_OPTIONS }
    const { values, positionals } = parseArgs({
      args: [...args],
      options: all,
      allowPositionals: true,
    })
    return { values: values as OptionValues, positionals }
  } catch (thrown) {
    throw new UsageError(thrown instanceof Error ? firstLine(thrown.message) : 'wrong options')
  }
}

function dayOf(text: string): CalendarDate {
  const reading = parseDate(text)
  if (!reading.ok) throw new UsageError('--on takes a date of the calendar, YYYY-MM-DD')
  return reading.value
}

function localeOf(text: string): Locale {
  const locale = LOCALES.find((known) => known === text)
  if (locale === undefined) throw new UsageError(`--locale takes ${LOCALES.join(' or ')}`)
  return locale
}

export const firstLine = (text: string): string => text.split('\n', 1)[0] ?? ''
