import type { Locale } from '../../domain/case/index.ts'
import type { ChainReading, ManifestProblem } from '../../domain/conduct/index.ts'

export type FileStatus = 'unchanged' | 'changed' | 'missing' | 'extra' | 'not-a-file'

export interface VerifiedFile {
  readonly path: string
  readonly status: FileStatus
}

/** What a look at an evidence pack found. */
export interface Verification {
  readonly unchanged: boolean
  /** Why the pack could not be read at all. */
  readonly problem: ManifestProblem | 'manifest-missing' | null
  /** The hash that stands for the whole pack. */
  readonly seal: string | null
  readonly files: readonly VerifiedFile[]
  readonly log: ChainReading | null
}

interface Words {
  readonly good: string
  readonly bad: string
  readonly seal: string
  readonly log: (log: ChainReading) => string
  readonly status: Readonly<Record<FileStatus, string>>
  readonly problem: Readonly<Record<NonNullable<Verification['problem']>, string>>
}

const WORDS: Readonly<Record<Locale, Words>> = {
  'zh-CN': {
    good: '证据包完整，未被改动。',
    bad: '证据包与清单不一致。',
    seal: '总校验值',
    log: ({ lines, brokenAt }) =>
      brokenAt === null
        ? `联系记录：${String(lines)}条，前后相连`
        : `联系记录：第${String(brokenAt)}条起断开`,
    status: {
      unchanged: '未改动',
      changed: '已改动',
      missing: '缺失',
      extra: '多余',
      'not-a-file': '不是普通文件',
    },
    problem: {
      'manifest-missing': '没有可读的清单（manifest.json）。',
      'not-json': '清单不是完整的JSON。',
      'not-a-manifest': '清单不是本程序的证据包清单。',
      'newer-version': '清单的版本比本程序新，请先升级。',
      'unsafe-path': '清单里有指向文件夹之外的路径，已拒绝。',
      'repeated-path': '清单里有重复的路径。',
      'not-canonical': '清单被改动过。',
      'seal-broken': '清单的总校验值不符，清单被改动过。',
    },
  },
  en: {
    good: 'The evidence pack is whole and unchanged.',
    bad: 'The evidence pack is not what its manifest says.',
    seal: 'seal',
    log: ({ lines, brokenAt }) =>
      brokenAt === null
        ? `contact log: ${String(lines)} entries, each following from the last`
        : `contact log: broken from entry ${String(brokenAt)}`,
    status: {
      unchanged: 'unchanged',
      changed: 'CHANGED',
      missing: 'MISSING',
      extra: 'EXTRA',
      'not-a-file': 'NOT A FILE',
    },
    problem: {
      'manifest-missing': 'There is no readable manifest (manifest.json).',
      'not-json': 'The manifest is not complete JSON.',
      'not-a-manifest': 'The manifest is not that of an evidence pack.',
      'newer-version': 'The manifest is of a newer version: update the program first.',
      'unsafe-path': 'The manifest names a path outside of the folder and is refused.',
      'repeated-path': 'The manifest names a path twice.',
      'not-canonical': 'The manifest was changed.',
      'seal-broken': 'The seal of the manifest does not fit: it was changed.',
    },
  },
}

/** File by file, then the log, then the verdict. */
export function verificationText(found: Verification, locale: Locale): string {
  const words = WORDS[locale]
  if (found.problem !== null) return `${words.problem[found.problem]}\n${words.bad}`
  return [
    ...found.files.map(({ path, status }) => `${words.status[status]}\t${shown(path)}`),
    ...(found.log === null ? [] : [words.log(found.log)]),
    `${words.seal}\t${found.seal ?? ''}`,
    found.unchanged ? words.good : words.bad,
  ].join('\n')
}

/** A name found on a disk may hold anything; a terminal is shown none of its control characters. */
const shown = (path: string): string => path.replace(/[\p{Cc}\p{Cf}]/gu, '�')
