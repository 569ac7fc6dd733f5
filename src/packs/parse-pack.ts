import { refuse, succeed, type Result } from '../domain/kernel/index.ts'
import { assemblePack, type PackEntries, type PackFileName } from './assemble-pack.ts'
import type { CheckedPack } from './checked-pack.ts'
import { isTemplate } from './letter-engine.ts'
import type { Pack } from './pack.ts'
import { fileText, type PackFiles } from './pack-files.ts'
import { pathOf, wholeFile, type PackProblem } from './pack-problem.ts'
import { PACK_SCHEMAS } from './pack-schema.ts'
import { lazyScripts, parseScripts } from './parse-scripts.ts'
import { readLetters, readParts, referenceProblems } from './read-letters.ts'
import { problemsOf } from './zod-problems.ts'

export type { PackFiles } from './pack-files.ts'

/** The JSON files as read; null where one is missing or broken, which is a problem then. */
type Readings = { readonly [Name in PackFileName]: PackEntries[Name] | null }

/** Reads and checks the files of a jurisdiction pack. A refusal names every problem that was found. */
export function parsePack(files: PackFiles): Result<Pack, readonly PackProblem[]> {
  const reading = readWhole(files)
  return reading.ok ? succeed(reading.value.pack) : reading
}

/** Reads and checks all of a pack, its scripts too, for the app to carry: what it gives can be written as JSON. */
export function checkPack(files: PackFiles): Result<CheckedPack, readonly PackProblem[]> {
  const reading = readWhole(files)
  if (!reading.ok) return reading
  const { entries, pack } = reading.value
  const { limits, arrangements, rights, conduct } = pack
  const talk = parseScripts(files, [...limits, ...arrangements, ...rights, ...conduct])
  if (!talk.ok) return talk
  const texts = Object.entries(files).filter(([name]) => name.endsWith('.md'))
  return succeed({ entries, texts: Object.fromEntries(texts), talk: talk.value })
}

interface WholePack {
  readonly entries: PackEntries
  readonly pack: Pack
}

function readWhole(files: PackFiles): Result<WholePack, readonly PackProblem[]> {
  const { read, problems } = readJsonFiles(files)
  const templates = { problems, isSound: isTemplate }
  if (isWhole(read)) {
    const talk = lazyScripts.bind(null, files)
    const assembled = assemblePack({ entries: read, texts: files, talk }, templates)
    return assembled.ok ? succeed({ entries: read, pack: assembled.value }) : assembled
  }
  problems.push(...referenceProblems(read))
  readLetters(files, read['letters/index.json'] ?? [], templates)
  readParts(files, templates)
  return refuse(problems)
}

const isWhole = (read: Readings): read is PackEntries =>
  Object.values(read).every((content) => content !== null)

function readJsonFiles(files: PackFiles): { read: Readings; problems: PackProblem[] } {
  const problems: PackProblem[] = []
  const names = Object.keys(PACK_SCHEMAS) as PackFileName[]
  const contents = names.map((name) => [name, readJson(files, name, problems)] as const)
  const read = Object.fromEntries(contents) as Readings
  problems.push(...allIdProblems(read))
  return { read, problems }
}

function readJson(files: PackFiles, name: PackFileName, problems: PackProblem[]): unknown {
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
