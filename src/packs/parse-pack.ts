import type { z } from 'zod'
import { LOCALES, type Locale } from '../domain/case/index.ts'
import { refuse, succeed, type Result } from '../domain/kernel/index.ts'
import { isTemplate } from './letter-engine.ts'
import type { ConductRule } from '../domain/conduct/index.ts'
import type { CollectionStage, LetterTemplate, Pack } from './pack.ts'
import { pathOf, type PackProblem, type PackProblemCode } from './pack-problem.ts'
import { PACK_SCHEMAS } from './pack-schema.ts'
import { resolveChannels, resolveConduct, resolveStages, SourceBook } from './resolve-sources.ts'
import { problemsOf } from './zod-problems.ts'

/** The files of a pack: path within its folder → text. */
export type PackFiles = Readonly<Record<string, string>>

type FileName = keyof typeof PACK_SCHEMAS
type Content<Name extends FileName> = z.output<(typeof PACK_SCHEMAS)[Name]>
/** The JSON files as read; null where one is missing or broken, which is a problem then. */
type Readings = { readonly [Name in FileName]: Content<Name> | null }
type WholeReadings = { readonly [Name in FileName]: Content<Name> }
type LetterEntry = Content<'letters/index.json'>[number]

/** Reads and checks the files of a jurisdiction pack. A refusal names every problem that was found. */
export function parsePack(files: PackFiles): Result<Pack, readonly PackProblem[]> {
  const problems: PackProblem[] = []
  const read = readJsonFiles(files, problems)
  problems.push(...allIdProblems(read))
  const letters = readLetters(files, read['letters/index.json'] ?? [], problems)
  if (!isWhole(read)) return refuse(problems)
  const book = new SourceBook(read['sources.json'], problems)
  const conduct = resolveConduct(read['conduct.json'], book)
  const channels = resolveChannels(read['channels.json'], book)
  const stages = resolveStages(read['stages.json'], book)
  problems.push(...stageProblems(stages, conduct))
  if (problems.length > 0) return refuse(problems)
  return succeed({
    meta: read['pack.json'],
    limits: read['limits.json'],
    lpr: read['rates/lpr-1y.json'],
    arrangements: read['arrangements.json'],
    letters,
    sources: read['sources.json'],
    conduct,
    channels,
    stages,
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
    'conduct.json',
    'channels.json',
    'stages.json',
  ] as const
  const inward = ['letters/index.json', 'sources.json'] as const
  return [
    ...cited.flatMap((file) => idProblems(file, read[file], packId)),
    ...inward.flatMap((file) => idProblems(file, read[file], null)),
  ]
}

const fileText = (files: PackFiles, name: string): string | null =>
  Object.hasOwn(files, name) ? (files[name] ?? null) : null

const wholeFile = (file: string, code: PackProblemCode): PackProblem => ({ file, path: '$', code })

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

/** A stage names conduct rules that the pack has. */
function stageProblems(
  stages: readonly CollectionStage[],
  conduct: readonly ConductRule[],
): PackProblem[] {
  const known = new Set(conduct.map(({ id }) => id))
  return stages.flatMap(({ rules }, index) =>
    rules.flatMap((rule, at): PackProblem[] =>
      known.has(rule)
        ? []
        : [{ file: 'stages.json', path: pathOf([index, 'rules', at]), code: 'unknown-rule' }],
    ),
  )
}

function readLetters(
  files: PackFiles,
  entries: readonly LetterEntry[],
  problems: PackProblem[],
): readonly LetterTemplate[] {
  const listed = new Set(entries.map(({ id }) => id))
  for (const file of Object.keys(files)) {
    const match = /^letters\/(.+)\.[^.]+\.md$/.exec(file)
    if (match !== null && !listed.has(match[1] ?? ''))
      problems.push(wholeFile(file, 'letter-not-listed'))
  }
  return entries.map((entry) => {
    const text = (locale: Locale): string => templateText(files, `${entry.id}.${locale}`, problems)
    return { ...entry, markdown: { 'zh-CN': text('zh-CN'), en: text('en') } }
  })
}

/** A template's text; one that exists in the other language only, or does not parse, is a problem. */
function templateText(files: PackFiles, name: string, problems: PackProblem[]): string {
  const file = `letters/${name}.md`
  const text = fileText(files, file)
  if (text === null || text.trim() === '') {
    const stem = LOCALES.reduce((rest, locale) => rest.replace(`.${locale}`, ''), name)
    const isElsewhere = LOCALES.some(
      (locale) => fileText(files, `letters/${stem}.${locale}.md`) !== null,
    )
    problems.push(wholeFile(file, isElsewhere ? 'letter-one-language' : 'missing-file'))
    return ''
  }
  if (!isTemplate(text)) problems.push(wholeFile(file, 'template-broken'))
  return text
}
