import type { z } from 'zod'
import { LOCALES, type Locale } from '../domain/case/index.ts'
import type { Localised } from '../domain/cost/index.ts'
import { CITED_KINDS, type Right } from '../domain/document/index.ts'
import type { letterEntry } from './letter-schema.ts'
import type { LetterTemplate, LetterWarning } from './pack.ts'
import { fileText, type PackFiles } from './pack-files.ts'
import { pathOf, wholeFile, type PackProblem } from './pack-problem.ts'

/** Where faults go, and whether a template's text is well formed. */
export interface TemplateCheck {
  readonly problems: PackProblem[]
  readonly isSound: (text: string) => boolean
}

type LetterEntry = z.output<typeof letterEntry>

const PART_FILE = /^letters\/parts\/(.+)\.[^.]+\.md$/
const LETTER_FILE = /^letters\/([^/]+)\.[^.]+\.md$/

/** The letters with their words. What is wrong with them is added to `problems`. */
export function readLetters(
  files: PackFiles,
  entries: readonly LetterEntry[],
  { problems, isSound }: TemplateCheck,
): readonly LetterTemplate[] {
  const listed = new Set(entries.map(({ id }) => id))
  for (const file of Object.keys(files)) {
    const match = LETTER_FILE.exec(file)
    if (match !== null && !listed.has(match[1] ?? ''))
      problems.push(wholeFile(file, 'letter-not-listed'))
  }
  const text = templateReader(files, { problems, isSound })
  return entries.map((entry) => ({
    ...entry,
    markdown: inEachLocale((locale) => text(`letters/${entry.id}`, locale)),
  }))
}

/** The passages that letters share, by name. */
export function readParts(
  files: PackFiles,
  check: TemplateCheck,
): Readonly<Record<string, Localised>> {
  const names = new Set(
    Object.keys(files).flatMap((file) => PART_FILE.exec(file)?.slice(1, 2) ?? []),
  )
  const text = templateReader(files, check)
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      inEachLocale((locale) => text(`letters/parts/${name}`, locale).trimEnd()),
    ]),
  )
}

const inEachLocale = (text: (locale: Locale) => string): Localised => ({
  'zh-CN': text('zh-CN'),
  en: text('en'),
})

/** Reads a template's text; one that exists in the other language only, or does not parse, is a problem. */
function templateReader(
  files: PackFiles,
  { problems, isSound }: TemplateCheck,
): (stem: string, locale: Locale) => string {
  return (stem, locale) => {
    const file = `${stem}.${locale}.md`
    const text = fileText(files, file)
    if (text === null || text.trim() === '') {
      const isElsewhere = LOCALES.some((other) => fileText(files, `${stem}.${other}.md`) !== null)
      problems.push(wholeFile(file, isElsewhere ? 'letter-one-language' : 'missing-file'))
      return ''
    }
    if (!isSound(text)) problems.push(wholeFile(file, 'template-broken'))
    return text
  }
}

/** Rules and warnings that are named and are not there: a letter would silently lose them. */
export function referenceProblems(read: {
  readonly 'rights.json': readonly Right[] | null
  readonly 'letters/index.json': readonly LetterEntry[] | null
  readonly 'letters/warnings.json': readonly LetterWarning[] | null
}): readonly PackProblem[] {
  const rights = read['rights.json'] ?? []
  const letterWarnings = read['letters/warnings.json'] ?? []
  const rules = new Set<string>([...CITED_KINDS, ...rights.map(({ id }) => id)])
  const warnings = new Set(letterWarnings.map(({ id }) => id))
  const unknown = (
    names: readonly string[],
    known: ReadonlySet<string>,
    place: { readonly file: string; readonly steps: readonly (string | number)[] },
  ): readonly PackProblem[] =>
    names.flatMap((name, index) =>
      known.has(name)
        ? []
        : { file: place.file, path: pathOf([...place.steps, index]), code: 'unknown-reference' },
    )
  return [
    ...(read['letters/index.json'] ?? []).flatMap(({ cites, warnings: named }, n) => [
      ...unknown(cites, rules, { file: 'letters/index.json', steps: [n, 'cites'] }),
      ...unknown(named, warnings, { file: 'letters/index.json', steps: [n, 'warnings'] }),
    ]),
    ...letterWarnings.flatMap((warning, n) =>
      unknown(warning.rights, rules, { file: 'letters/warnings.json', steps: [n, 'rights'] }),
    ),
  ]
}
