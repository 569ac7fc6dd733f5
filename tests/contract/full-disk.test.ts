import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const CHILD = `'${process.execPath}' --import tsx tests/contract/full-disk-child.ts "$1" "$2"`
/** A place of its own where disks can be mounted without anyone else seeing them; anyone may make one on most systems. */
const APART = process.getuid?.() === 0 ? ['-m'] : ['-r', '-m']

const canMount =
  spawnSync('unshare', [...APART, 'mount', '-t', 'tmpfs', 'none', tmpdir()]).status === 0

interface Way {
  readonly name: string
  /** What the shell says of it, and what a person reads then. */
  readonly code: string
  readonly words: { readonly 'zh-CN': RegExp; readonly en: RegExp }
  readonly run: (folder: string, profile: string) => string
}

const shell = (script: string, folder: string, profile: string) =>
  ['sh', '-ec', script, 'sh', folder, profile] as const
const run = (command: readonly string[]): string =>
  execFileSync(command[0] ?? '', command.slice(1), {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, TSX_DISABLE_CACHE: '1' },
  })

const NOT_WRITABLE = { 'zh-CN': /无法写入.*换一个文件夹/, en: /can be written.*another folder/ }
const FULL = { 'zh-CN': /磁盘空间不足.*没有保存.*腾出/, en: /disk is full.*not saved.*room/ }

/** A limit on the size of files works for everyone everywhere; a real disk of a megabyte where one can be mounted. */
const WAYS: readonly Way[] = [
  {
    name: 'where no file may grow that large',
    code: 'not-writable',
    words: NOT_WRITABLE,
    run: (folder, profile) => run(shell(`ulimit -f 2048; ${CHILD} fill overfill`, folder, profile)),
  },
  ...(canMount
    ? [
        {
          name: 'on a disk that is full',
          code: 'disk-full',
          words: FULL,
          run: (folder: string, profile: string) =>
            run([
              'unshare',
              ...APART,
              ...shell(
                `mount -t tmpfs -o size=1m none "$1"; ${CHILD} fill overfill`,
                folder,
                profile,
              ),
            ]),
        },
        {
          name: 'in folders that may only be read',
          code: 'not-writable',
          words: NOT_WRITABLE,
          run: (folder: string, profile: string) =>
            run([
              'unshare',
              ...APART,
              ...shell(
                `mount -t tmpfs none "$1"; ${CHILD} fill; mount -o remount,ro "$1"; ${CHILD} overfill`,
                folder,
                profile,
              ),
            ]),
        },
      ]
    : []),
]

async function words(locale: 'zh-CN' | 'en'): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(join(ROOT, `src/i18n/${locale}/shared.json`), 'utf8')
  return (JSON.parse(text) as { readonly desktopFailure: Record<string, string> }).desktopFailure
}

it.each(WAYS)(
  'a file $name is not saved, the old one stays, no half of one is left, and it is said clearly',
  async ({ code, words: expected, run: runChild }) => {
    const folder = await mkdtemp(join(tmpdir(), 'respite-full-'))
    const profile = await mkdtemp(join(tmpdir(), 'respite-full-profile-'))
    onTestFinished(async () => {
      for (const made of [folder, profile]) await rm(made, { recursive: true, force: true })
    })
    const { codes, there, old } = JSON.parse(runChild(folder, profile)) as {
      readonly codes: Readonly<Record<string, unknown>>
      readonly there: readonly string[]
      readonly old: readonly string[]
    }
    for (const [deed, reply] of Object.entries(codes))
      expect([deed, reply]).toEqual([deed, { ok: false, code }])
    expect(Object.keys(codes)).toHaveLength(5)
    expect(old).toEqual(['old', 'old key'])
    expect(there).toEqual([
      'backups',
      'backups/respite-0a1b2c3d-20260101T000000Z-regular.respite-backup',
      'evidence',
      'evidence/pack',
      'evidence/pack/files',
      'evidence/pack/files/call.m4a',
      'evidence/pack/index.html',
      'saved',
      'saved/case.json',
      'saved/data-key.json',
    ])
    for (const locale of ['zh-CN', 'en'] as const)
      expect((await words(locale))[code]).toMatch(expected[locale])
  },
)
