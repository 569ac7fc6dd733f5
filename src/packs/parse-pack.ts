import type { z } from 'zod'
import { refuse, succeed, type Result } from '../domain/kernel/index.ts'
import { isTemplate } from './letter-engine.ts'
import type { Pack } from './pack.ts'
import { fileText, type PackFiles } from './pack-files.ts'
import { pathOf, wholeFile, type PackProblem } from './pack-problem.ts'
import { PACK_SCHEMAS } from './pack-schema.ts'
import { readLetters, readParts, referenceProblems } from './read-letters.ts'
import { resolveArrangements } from './resolve-arrangements.ts'
import { readHelp } from './read-help.ts'
import { lazyScripts } from './parse-scripts.ts'
import { problemsOf } from './zod-problems.ts'

export type { PackFiles } from './pack-files.ts'

type FileName = keyof typeof PACK_SCHEMAS
type Content<Name extends FileName> = z.output<(typeof PACK_SCHEMAS)[Name]>
/** The JSON files as read; null where one is missing or broken, which is a problem then. */
type Readings = { readonly [Name in FileName]: Content<Name> | null }
type WholeReadings = { readonly [Name in FileName]: Content<Name> }

/**
 * Reads and checks the files of a jurisdiction pack. A refusal names every problem that was found.
 * @param isSound whether a letter's text is a well-formed template; parsing them all is most of the work
 */
export function parsePack(
  files: PackFiles,
  isSound: (text: string) => boolean = isTemplate,
): Result<Pack, readonly PackProblem[]> {
  const problems: PackProblem[] = []
  const templates = { problems, isSound }
  const read = readJsonFiles(files, problems)
  problems.push(...allIdProblems(read), ...referenceProblems(read))
  const letters = readLetters(files, read['letters/index.json'] ?? [], templates)
  const letterParts = readParts(files, templates)
  if (!isWhole(read)) return refuse(problems)
  const help = readHelp(files, read, problems)
  if (problems.length > 0) return refuse(problems)
  const prices = { limits: read['limits.json'], lpr: read['rates/lpr-1y.json'] }
  const arrangements = resolveArrangements(read['arrangements.json'], prices)
  return succeed({
    meta: read['pack.json'],
    ...prices,
    arrangements,
    practice: read['practice.json'],
    rights: read['rights.json'],
    letters,
    letterWarnings: read['letters/warnings.json'],
    letterParts,
    ...help,
    talk: lazyScripts(files, [
      ...read['limits.json'],
      ...arrangements,
      ...read['rights.json'],
      ...help.conduct,
    ]),
  })
}

const isWhole = (read: Readings): read is WholeReadings =>
  Object.values(read).every((content) => content !== null)

function readJsonFiles(files: PackFiles, problems: PackProblem[]): Readings {
  const names = Object.keys(PACK_SCHEMAS) as FileName[]
  const read = names.map((name) => [name, readJson(files, name, problems)] as const)
  return Object.fromEntries(read) as Readings
}

function readJson(files: PackFiles, name: FileName, problems: PackProblem[]): unknown {
  const text = fileText(files, name)
  if (text === null) {
    problems.push(wholeFile(name, 'missing-file'))
    return null
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    problems.push(wholeFile(name, 'not-json'))
    return null
  }
  const reading = PACK_SCHEMAS[name].safeParse(value)
  if (reading.success) return reading.data
  problems.push(...problemsOf(reading.error, value, name))
  return null
}

function allIdProblems(read: Readings): PackProblem[] {
  const packId = read['pack.json']?.id ?? null
  const cited = [
    'limits.json',
    'arrangements.json',
    'practice.json',
    'rights.json',
    'conduct.json',
    'channels.json',
    'stages.json',
    'scam-signs.json',
  ] as const
  const inward = [
    'letters/index.json',
    'letters/warnings.json',
    'sources.json',
    'guide/index.json',
  ] as const
  return [
    ...cited.flatMap((file) => idProblems(file, read[file], packId)),
    ...inward.flatMap((file) => idProblems(file, read[file], null)),
  ]
}

/** Ids are unique, and a rule's begins with the pack's: they are cited outside of it. */
function idProblems(
  file: string,
  rules: readonly { readonly id: string }[] | null,
  packId: string | null,
): PackProblem[] {
  const seen = new Set<string>()
  return (rules ?? []).flatMap(({ id }, index) => {
    const path = pathOf([index, 'id'])
    const found: PackProblem[] = []
    if (seen.has(id)) found.push({ file, path, code: 'duplicate-id' })
    if (packId !== null && !id.startsWith(`${packId}.`))
      found.push({ file, path, code: 'foreign-id' })
    seen.add(id)
    return found
  })
}
