import type { z } from 'zod'
import type { Locale } from '../domain/case/index.ts'
import type { ConductRule } from '../domain/conduct/index.ts'
import type { conductRule } from './conduct-schema.ts'
import type { channel, creditRecord, scamSign, stage, topic } from './help-schema.ts'
import type { CollectionStage, GuideTopic, LawSource, Pack } from './pack.ts'
import { fileText, type PackFiles } from './pack-files.ts'
import { pathOf, wholeFile, type PackProblem } from './pack-problem.ts'
import { resolveConduct, SourceBook } from './resolve-sources.ts'

/** The files about collection and help, as their schemas read them. */
interface HelpEntries {
  readonly 'sources.json': readonly LawSource[]
  readonly 'conduct.json': readonly z.output<typeof conductRule>[]
  readonly 'channels.json': readonly z.output<typeof channel>[]
  readonly 'stages.json': readonly z.output<typeof stage>[]
  readonly 'guide/index.json': readonly z.output<typeof topic>[]
  readonly 'scam-signs.json': readonly z.output<typeof scamSign>[]
  readonly 'credit-record.json': z.output<typeof creditRecord>
  readonly 'letters/index.json': readonly { readonly id: string }[]
}

type Help = Pick<
  Pack,
  'sources' | 'conduct' | 'channels' | 'stages' | 'guide' | 'scamSigns' | 'creditRecord'
>

/** What a pack knows of collection and of help, each with its sources. Faults are added to `problems`. */
export function readHelp(files: PackFiles, read: HelpEntries, problems: PackProblem[]): Help {
  const sources = read['sources.json']
  const book = new SourceBook(sources, problems)
  const conduct = resolveConduct(read['conduct.json'], book)
  const stages = book.withSources('stages.json', read['stages.json'])
  problems.push(...stageProblems(stages, conduct), ...channelProblems(read))
  const { sources: places, ...creditRecord } = read['credit-record.json']
  return {
    sources,
    conduct,
    stages,
    channels: book.withSources('channels.json', read['channels.json']),
    guide: readGuide(
      files,
      book.withSources('guide/index.json', read['guide/index.json']),
      problems,
    ),
    scamSigns: book.withSources('scam-signs.json', read['scam-signs.json']),
    creditRecord: {
      ...creditRecord,
      sources: book.lookAll(places, { file: 'credit-record.json', steps: ['sources'] }),
    },
  }
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

/** A channel names a letter that the pack has. */
function channelProblems(read: HelpEntries): PackProblem[] {
  const letters = new Set(read['letters/index.json'].map(({ id }) => id))
  return read['channels.json'].flatMap(({ letter }, index): PackProblem[] =>
    letter === null || letters.has(letter)
      ? []
      : [{ file: 'channels.json', path: pathOf([index, 'letter']), code: 'unknown-reference' }],
  )
}

const TOPIC_FILE = /^guide\/(.+)\.[^.]+\.md$/

function readGuide(
  files: PackFiles,
  topics: readonly Omit<GuideTopic, 'markdown'>[],
  problems: PackProblem[],
): readonly GuideTopic[] {
  const listed = new Set(topics.map(({ id }) => id))
  for (const file of Object.keys(files)) {
    const match = TOPIC_FILE.exec(file)
    if (match !== null && !listed.has(match[1] ?? ''))
      problems.push(wholeFile(file, 'topic-not-listed'))
  }
  const text = (id: string, locale: Locale): string => {
    const file = `guide/${id}.${locale}.md`
    const found = fileText(files, file)?.trim() ?? ''
    if (found === '') problems.push(wholeFile(file, 'missing-file'))
    return found
  }
  return topics.map((entry) => ({
    ...entry,
    markdown: { 'zh-CN': text(entry.id, 'zh-CN'), en: text(entry.id, 'en') },
  }))
}
