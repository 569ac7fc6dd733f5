import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { run } from '../../../src/cli/run.ts'
import { buildEvidencePack, manifestText } from '../../../src/domain/conduct/index.ts'
import { aCase, aContact } from '../../support/builders.ts'

const made: string[] = []

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'respite-evidence-'))
  made.push(folder)
  return folder
}

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

function write(folder: string, path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
}

const attached = {
  'call.m4a': Buffer.from([0, 1, 2, 3, 255]),
  'empty.txt': Buffer.alloc(0),
  '<img src=x onerror=alert(1)>.html': Buffer.from('<script>alert(1)</script>'),
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** A pack on disk, with what it consists of. */
function aPack() {
  const folder = newFolder()
  const pack = buildEvidencePack({
    facts: aCase({ contacts: [aContact(), aContact({ id: 'k2' })] }),
    contacts: ['k1', 'k2'],
    attachments: Object.entries(attached).map(([name, bytes]) => ({
      name,
      size: bytes.length,
      sha256: hashOf(bytes),
    })),
    texts: [{ path: 'index.md', text: '# 证据\n' }],
  })
  for (const { path, text } of pack.texts) write(folder, path, text)
  for (const { path, sha256 } of pack.attachments) {
    const bytes = Object.values(attached).find((each) => hashOf(each) === sha256)
    write(folder, path, bytes ?? '')
  }
  const paths = [...pack.texts, ...pack.attachments].map(({ path }) => path)
  return { folder, paths, seal: pack.seal }
}

interface Found {
  readonly unchanged: boolean
  readonly problem: string | null
  readonly seal: string | null
  readonly files: readonly { readonly path: string; readonly status: string }[]
}

async function verified(folder: string) {
  const { status, stdout, stderr } = await run(['verify', folder, '--json'])
  expect(stderr).toBe('')
  return { status, found: JSON.parse(stdout) as Found }
}

const statusOf = (found: Found, path: string) =>
  found.files.find((file) => file.path === path)?.status

describe('verify', () => {
  it('finds a pack as it was made unchanged, file by file', async () => {
    const { folder, paths, seal } = aPack()
    const { status, found } = await verified(folder)
    expect([status, found.unchanged, found.problem, found.seal]).toEqual([0, true, null, seal])
    expect(found.files).toHaveLength(paths.length - 1)
    const { stdout } = await run(['verify', folder, '--locale', 'en'])
    expect(stdout).toContain('The evidence pack is whole and unchanged.')
    expect(stdout).toContain(seal)
  })

  it('fails when one byte of any file is another, at its beginning, middle or end', async () => {
    const { folder, paths } = aPack()
    for (const path of paths) {
      const bytes = readFileSync(join(folder, path))
      for (const at of new Set([0, Math.floor(bytes.length / 2), bytes.length - 1])) {
        if (at < 0 || at >= bytes.length) continue
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ 1
        write(folder, path, changed)
        expect((await run(['verify', folder])).status).toBe(1)
      }
      write(folder, path, bytes)
    }
    expect((await run(['verify', folder])).status).toBe(0)
  })

  it('fails when a byte is added, and says which file', async () => {
    const { folder } = aPack()
    appendFileSync(join(folder, 'index.md'), ' ')
    const { status, found } = await verified(folder)
    expect([status, statusOf(found, 'index.md'), statusOf(found, 'log.jsonl')]).toEqual([
      1,
      'changed',
      'unchanged',
    ])
  })

  it('tells a missing file and one too many', async () => {
    const { folder } = aPack()
    rmSync(join(folder, 'index.md'))
    write(folder, 'files/more.txt', '')
    const { status, found } = await verified(folder)
    expect([status, statusOf(found, 'index.md'), statusOf(found, 'files/more.txt')]).toEqual([
      1,
      'missing',
      'extra',
    ])
  })

  it('follows no link, neither of a file nor of a folder', async () => {
    const { folder } = aPack()
    const elsewhere = newFolder()
    writeFileSync(join(elsewhere, 'index.md'), '# 证据\n')
    rmSync(join(folder, 'index.md'))
    symlinkSync(join(elsewhere, 'index.md'), join(folder, 'index.md'))
    symlinkSync(elsewhere, join(folder, 'away'))
    symlinkSync(folder, join(folder, 'circle'))
    const { status, found } = await verified(folder)
    expect([status, statusOf(found, 'index.md'), statusOf(found, 'away')]).toEqual([
      1,
      'not-a-file',
      'extra',
    ])
    expect(found.files.some(({ path }) => path.startsWith('circle/'))).toBe(false)
  })

  it('refuses a manifest that leads out of the folder', async () => {
    const folder = newFolder()
    const outside = newFolder()
    writeFileSync(join(outside, 'secret'), 'x')
    const path = `../${outside.split('/').at(-1) ?? ''}/secret`
    write(
      folder,
      'manifest.json',
      manifestText([{ path, size: 1, sha256: hashOf(Buffer.from('x')) }]),
    )
    const { status, found } = await verified(folder)
    expect([status, found.problem, found.files]).toEqual([1, 'unsafe-path', []])
  })

  it('stands an empty folder, a manifest of nothing, of noise or of another kind', async () => {
    const folder = newFolder()
    expect((await verified(folder)).found.problem).toBe('manifest-missing')
    for (const [content, problem] of [
      ['', 'not-json'],
      ['[[[[', 'not-json'],
      ['{"format":"respite-case"}', 'not-a-manifest'],
    ] as const) {
      write(folder, 'manifest.json', content)
      const { status, found } = await verified(folder)
      expect([status, found.problem]).toEqual([1, problem])
    }
    write(folder, 'manifest.json', Buffer.from([0xff, 0xfe, 0x00]))
    expect((await verified(folder)).found.problem).toBe('manifest-missing')
  })

  it('does not read a manifest of a hundred megabytes', async () => {
    const folder = newFolder()
    write(folder, 'manifest.json', '')
    truncateSync(join(folder, 'manifest.json'), 100 * 1024 * 1024)
    expect((await verified(folder)).found.problem).toBe('manifest-missing')
  })

  it('reads no file of another size than the manifest says: a gigabyte, a terabyte, nothing', async () => {
    const { folder, paths } = aPack()
    const [first = ''] = paths.filter((path) => path.startsWith('files/'))
    for (const size of [2 ** 30, 2 ** 40, 1]) {
      writeFileSync(join(folder, first), '')
      truncateSync(join(folder, first), size)
      const { status, found } = await verified(folder)
      expect([size, status, statusOf(found, first)]).toEqual([size, 1, 'changed'])
    }
    const declared = newFolder()
    write(declared, 'small.bin', 'x')
    const entry = { path: 'small.bin', size: 2 ** 30, sha256: hashOf(Buffer.from('x')) }
    write(declared, 'manifest.json', manifestText([entry]))
    expect(statusOf((await verified(declared)).found, 'small.bin')).toBe('changed')
  })

  it('waits for no pipe, and takes a link for what it is even in place of the manifest', async () => {
    const { folder } = aPack()
    rmSync(join(folder, 'index.md'))
    execFileSync('mkfifo', [join(folder, 'index.md'), join(folder, 'more')])
    const { status, found } = await verified(folder)
    expect([status, statusOf(found, 'index.md'), statusOf(found, 'more')]).toEqual([
      1,
      'not-a-file',
      'extra',
    ])
    const other = aPack().folder
    rmSync(join(folder, 'manifest.json'))
    symlinkSync(join(other, 'manifest.json'), join(folder, 'manifest.json'))
    expect((await verified(folder)).found.problem).toBe('manifest-missing')
  })

  it('shows no control character of a name found on the disk', async () => {
    const { folder } = aPack()
    write(folder, 'files/\u001b[31mred\n', '')
    const { stdout } = await run(['verify', folder])
    expect(stdout).not.toContain('\u001b')
  })

  it('takes a folder and nothing else', async () => {
    const { folder } = aPack()
    for (const path of [join(folder, 'index.md'), join(folder, 'nowhere')]) {
      const { status, stdout, stderr } = await run(['verify', path])
      expect([status, stdout, stderr.trim().split('\n')]).toEqual([1, '', [expect.any(String)]])
    }
    expect((await run(['verify'])).status).toBe(2)
  })
})
