import { parseDocument } from 'yaml'
import type { z } from 'zod'
import { LOCALES, type Locale } from '../domain/case/index.ts'
import { SCRIPT_SITUATIONS } from '../domain/document/index.ts'
import { refuse, succeed, type Result } from '../domain/kernel/index.ts'
import type { PackProblem, PackProblemCode } from './pack-problem.ts'
import type { CallScript, ScriptBook, ScriptText } from './script.ts'
import { graphProblems, shapeOf } from './script-graph.ts'
import { isScriptTemplate } from './script-engine.ts'
import { listeningFile, phrasesFile, scriptFile } from './script-schema.ts'
import { problemsOf } from './zod-problems.ts'

/** No script needs a reference within its file, and nested ones blow a small file up. */
const MOST_ALIASES = 0

type Files = Readonly<Record<string, string>>

/** The rules of a pack that scripts may point to. */
export type Citable = readonly { readonly id: string }[]

/**
 * The scripts of a pack, read when they are first asked for.
 * @throws Error, when asked, on the first fault: a shipped pack has none, which a test makes sure of
 */
export function lazyScripts(files: Files, citable: Citable): () => ScriptBook {
  let book: ScriptBook | null = null
  return () => {
    if (book !== null) return book
    const reading = parseScripts(files, citable)
    if (reading.ok) return (book = reading.value)
    const first = reading.problem[0]
    throw new Error(
      `broken scripts: ${first?.file ?? ''} ${first?.path ?? ''} ${first?.code ?? ''}`,
    )
  }
}

/** Reads and checks the scripts of a pack. */
export function parseScripts(
  files: Files,
  citable: Citable,
): Result<ScriptBook, readonly PackProblem[]> {
  const problems: PackProblem[] = []
  const read = yamlReader(files, problems)
  const known = new Set(citable.map(({ id }) => id))
  const scripts = SCRIPT_SITUATIONS.flatMap((id): CallScript[] => {
    const texts = inBoth((locale) => readScript(`scripts/${id}.${locale}.yaml`, read, problems))
    if (texts === null) return []
    problems.push(...scriptProblems(id, texts, known))
    return [{ id, texts }]
  })
  const phrases = inBoth((locale) => read(`scripts/phrases.${locale}.yaml`, phrasesFile))
  const listening = inBoth((locale) => read(`scripts/listening.${locale}.yaml`, listeningFile))
  problems.push(...unknownFiles(files), ...brokenTemplates(scripts, phrases))
  if (phrases === null || listening === null || problems.length > 0) return refuse(problems)
  return succeed({ scripts, phrases, listening })
}

function inBoth<Value>(read: (locale: Locale) => Value | null): Record<Locale, Value> | null {
  const [chinese, english] = [read('zh-CN'), read('en')]
  return chinese === null || english === null ? null : { 'zh-CN': chinese, en: english }
}

function readScript(
  file: string,
  reader: ReturnType<typeof yamlReader>,
  problems: PackProblem[],
): ScriptText | null {
  const read = reader(file, scriptFile)
  if (read === null) return null
  const { id, ...text } = read
  if (!file.startsWith(`scripts/${id}.`)) problems.push({ file, path: '$.id', code: 'foreign-id' })
  return text
}

/** Reads files by their schemas and notes what is wrong with them. */
function yamlReader(files: Files, problems: PackProblem[]) {
  return <Value>(file: string, schema: z.ZodType<Value>): Value | null => {
    const text = Object.hasOwn(files, file) ? files[file] : undefined
    if (text === undefined) {
      problems.push({ file, path: '$', code: 'missing-file' })
      return null
    }
    const value = yamlValue(text)
    if (value === undefined) {
      problems.push({ file, path: '$', code: 'not-yaml' })
      return null
    }
    const reading = schema.safeParse(value)
    if (reading.success) return reading.data
    problems.push(...problemsOf(reading.error, value, file))
    return null
  }
}

/** The value of a YAML text, undefined where it is none. */
function yamlValue(text: string): unknown {
  const document = parseDocument(text, { uniqueKeys: true })
  if (document.errors.length > 0) return undefined
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES })
  } catch {
    return undefined
  }
}

/** Faults of the graph, citations of unknown rules, and languages that are not in step. */
function scriptProblems(
  id: string,
  texts: Readonly<Record<Locale, ScriptText>>,
  known: ReadonlySet<string>,
): readonly PackProblem[] {
  const fileOf = (locale: Locale): string => `scripts/${id}.${locale}.yaml`
  const at = (node: string, code: PackProblemCode, locale: Locale): PackProblem => ({
    file: fileOf(locale),
    path: `$.nodes.${node}`,
    code,
  })
  const own = LOCALES.flatMap((locale) => [
    ...graphProblems(texts[locale]).map(({ node, code }) => at(node, code, locale)),
    ...texts[locale].nodes.flatMap((node) =>
      'rules' in node && node.rules.some((rule) => !known.has(rule))
        ? [at(node.id, 'unknown-rule', locale)]
        : [],
    ),
    ...goalProblems(texts[locale]).map((node) => at(node, 'script-goal-unknown', locale)),
  ])
  if (shapeOf(texts['zh-CN']) === shapeOf(texts.en)) return own
  return [...own, { file: fileOf('en'), path: '$', code: 'script-out-of-step' }]
}

/** Nodes whose answers count for a goal that the script does not have. */
const goalProblems = ({ goals, nodes }: ScriptText): readonly string[] =>
  nodes.flatMap((node) =>
    'answers' in node &&
    node.answers.some(({ earns, breaks }) =>
      [...earns, ...breaks].some((goal) => !goals.includes(goal)),
    )
      ? [node.id]
      : [],
  )

/** A file that no situation asks for would never be seen. */
const unknownFiles = (files: Files): readonly PackProblem[] => {
  const names = new Set([...SCRIPT_SITUATIONS, 'phrases', 'listening'])
  return Object.keys(files)
    .filter((file) => file.startsWith('scripts/'))
    .filter((file) => {
      const [, name = '', locale = ''] = /^scripts\/([^.]+)\.([^.]+)\.yaml$/.exec(file) ?? []
      return !names.has(name) || !LOCALES.some((known) => known === locale)
    })
    .map((file) => ({ file, path: '$', code: 'script-not-listed' }))
}

function brokenTemplates(
  scripts: readonly CallScript[],
  phrases: ScriptBook['phrases'] | null,
): readonly PackProblem[] {
  const texts = [
    ...scripts.flatMap(({ id, texts }) =>
      LOCALES.map((locale) => ({ file: `scripts/${id}.${locale}.yaml`, value: texts[locale] })),
    ),
    ...(phrases === null
      ? []
      : LOCALES.map((locale) => ({
          file: `scripts/phrases.${locale}.yaml`,
          value: phrases[locale],
        }))),
  ]
  return texts
    .filter(({ value }) => !stringsIn(value).every(isScriptTemplate))
    .map(({ file }) => ({ file, path: '$', code: 'template-broken' }))
}

/** Every string within a value. */
function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}
