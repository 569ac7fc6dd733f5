import type { z } from 'zod'
import { LOCALES, type Locale } from '../domain/case/index.ts'
import { refuse, succeed, type Result } from '../domain/kernel/index.ts'
import { isTemplate } from './letter-engine.ts'
import type { LetterTemplate, Pack } from './pack.ts'
import { pathOf, type PackProblem, type PackProblemCode } from './pack-problem.ts'
import { PACK_SCHEMAS } from './pack-schema.ts'
import { resolveConduct, SourceBook } from './resolve-sources.ts'
import { problemsOf } from './zod-problems.ts'

/** The files of a pack: path within its folder → text. */
export type PackFiles = Readonly<Record<string, string>>

type LetterEntry = z.output<(typeof PACK_SCHEMAS)['letters/index.json']>[number]

/** Reads and checks the files of a jurisdiction pack. A refusal names every problem that was found. */
export function parsePack(files: PackFiles): Result<Pack, readonly PackProblem[]> {
  const problems: PackProblem[] = []
  const read = <Name extends keyof typeof PACK_SCHEMAS>(name: Name) =>
    readJson(files, name, problems)
  const meta = read('pack.json')
  const limits = read('limits.json')
  const lpr = read('rates/lpr-1y.json')
  const arrangements = read('arrangements.json')
  const entries = read('letters/index.json')
  const sources = read('sources.json')
  const rules = read('conduct.json')

  const id = meta?.id ?? null
  problems.push(
    ...idProblems('limits.json', limits, id),
    ...idProblems('arrangements.json', arrangements, id),
    ...idProblems('letters/index.json', entries, null),
    ...idProblems('sources.json', sources, null),
    ...idProblems('conduct.json', rules, id),
  )
  const conduct =
    sources === null ? [] : resolveConduct(rules ?? [], new SourceBook(sources, problems))
  const letters = readLetters(files, entries ?? [], problems)
  const isWhole = problems.length === 0
  if (!isWhole || !meta || !limits || !lpr || !arrangements || !sources) return refuse(problems)
  return succeed({ meta, limits, lpr, arrangements, letters, sources, conduct })
}

function readJson<Name extends keyof typeof PACK_SCHEMAS>(
  files: PackFiles,
  name: Name,
  problems: PackProblem[],
): z.output<(typeof PACK_SCHEMAS)[Name]> | null {
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
  if (reading.success) return reading.data as z.output<(typeof PACK_SCHEMAS)[Name]>
  problems.push(...problemsOf(reading.error, value, name))
  return null
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
