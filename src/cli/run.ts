import { calendarDate, type CalendarDate } from '../domain/kernel/index.ts'
import {
  DEFAULT_LOCALE,
  UsageError,
  type Command,
  type CommandOutput,
  type FileCommand,
} from './command.ts'
import { firstLine, parseCommandLine, type CommandLine } from './command-line.ts'
import { COMMANDS, type CommandTable } from './commands/registry.ts'
import { noticeLine, showNotice } from './notice-messages.ts'
import { readCaseFile } from './read-case-file.ts'

/** What a run of the program leaves behind. */
export interface RunResult {
  readonly status: 0 | 1 | 2
  readonly stdout: string
  readonly stderr: string
}

/** Runs one command line (without the program's name). Never throws. */
export async function run(
  args: readonly string[],
  commands: CommandTable = COMMANDS,
): Promise<RunResult> {
  try {
    const [name = '', ...rest] = args
    if (name === '--help' || name === 'help') return { status: 0, stdout: usage(), stderr: '' }
    const command = await commands.get(name)?.()
    if (command === undefined) throw new UsageError(name === '' ? 'no command' : 'unknown command')
    const line = parseCommandLine(rest, command.options)
    return shown(await outputOf(command, line), line.json)
  } catch (thrown) {
    return failed(thrown)
  }
}

/** One line about whatever went wrong; a stack trace helps nobody at a prompt. */
function failed(thrown: unknown): RunResult {
  const reason = thrown instanceof Error ? firstLine(thrown.message) : 'unknown error'
  return thrown instanceof UsageError
    ? { status: 2, stdout: '', stderr: `respite: ${reason}\n${usage()}` }
    : { status: 1, stdout: '', stderr: `respite: ${reason}\n` }
}

function usage(): string {
  const names = [...COMMANDS.keys()].join(' | ')
  return `usage: npm run -s respite -- <${names}> CASE.json [--json] [--on YYYY-MM-DD] [--locale zh-CN|en]\n`
}

async function outputOf(command: Command | FileCommand, line: CommandLine): Promise<CommandOutput> {
  const { file, options, locale: chosenLocale } = line
  if (command.takes === 'file') return command.run({ file, options, chosenLocale })

  const reading = readCaseFile(file)
  const locale = chosenLocale ?? (reading.ok ? reading.facts.locale : DEFAULT_LOCALE)
  if (!reading.ok)
    return refusal(reading.problems.map((found) => noticeLine(showNotice(found, locale))))
  const { facts } = reading
  return command.run({
    file,
    options,
    chosenLocale,
    locale,
    facts,
    on: line.on ?? facts.asOf ?? today(),
    pack: () => loadPack(facts.jurisdiction),
  })
}

/** An invalid case: its problems on stderr and nothing on stdout, not even with `--json`. */
const refusal = (complaints: readonly string[]): CommandOutput => ({
  text: '',
  json: undefined,
  complaints,
  status: 1,
})

async function loadPack(jurisdiction: string) {
  const { readPack } = await import('./read-pack.ts')
  return readPack(jurisdiction)
}

function shown(output: CommandOutput, json: boolean): RunResult {
  const stdout = json ? jsonText(output.json) : output.text
  return {
    status: output.status ?? 0,
    stdout: stdout === '' || stdout.endsWith('\n') ? stdout : `${stdout}\n`,
    stderr: (output.complaints ?? []).map((line) => `${line}\n`).join(''),
  }
}

const jsonText = (value: unknown): string =>
  value === undefined ? '' : JSON.stringify(value, null, 2)

/** The day on this computer's calendar. */
function today(): CalendarDate {
  const now = new Date()
  return calendarDate(now.getFullYear(), now.getMonth() + 1, now.getDate())
}
