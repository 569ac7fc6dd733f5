import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  buildEvidencePack,
  chainedLog,
  isSafePath,
  manifestText,
  readChain,
  readManifest,
  type EvidenceRequest,
} from '../../../../src/domain/conduct/index.ts'
import { aCase, aContact } from '../../../support/builders.ts'

const digest = (digit: string): string => digit.repeat(64)

const request = (parts: Partial<EvidenceRequest> = {}): EvidenceRequest => ({
  facts: aCase({
    contacts: [
      aContact({ id: 'k2', at: '2026-11-21T10:00:00+08:00', creditor: 'c1', notes: '第二次' }),
      aContact({ id: 'k1', conduct: ['threat', 'abuse'] }),
      aContact({ id: 'k3' }),
    ],
  }),
  contacts: ['k1', 'k2'],
  attachments: [
    { name: 'b.png', size: 2, sha256: digest('b') },
    { name: 'a.m4a', size: 1, sha256: digest('a') },
  ],
  texts: [{ path: 'index.md', text: '# 证据\n' }],
  ...parts,
})

const textOf = (pack: ReturnType<typeof buildEvidencePack>, path: string): string =>
  pack.texts.find((text) => text.path === path)?.text ?? ''

describe('an evidence pack', () => {
  it('has the chosen contacts in the order of time, and no other', () => {
    const log = textOf(buildEvidencePack(request()), 'log.jsonl')
    const ids = log
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { record: { id: string } }).record.id)
    expect(ids).toEqual(['k1', 'k2'])
    expect(log).toContain('"creditor":"甲银行（虚构）"')
  })

  it('names every file but the manifest in the manifest', () => {
    const reading = readManifest(textOf(buildEvidencePack(request()), 'manifest.json'))
    expect(reading.ok && reading.value.files.map(({ path }) => path)).toEqual([
      `files/${'a'.repeat(16)}-a.m4a`,
      `files/${'b'.repeat(16)}-b.png`,
      'index.md',
      'log.jsonl',
    ])
  })

  it('is byte by byte the same whatever order its parts came in', () => {
    const { facts, attachments, contacts } = request()
    const turned = request({
      facts: { ...facts, contacts: facts.contacts.toReversed() },
      attachments: attachments.toReversed(),
      contacts: contacts.toReversed(),
    })
    expect(buildEvidencePack(turned)).toEqual(buildEvidencePack(request()))
  })

  it('has another seal when a single letter of a note differs', () => {
    const { facts } = request()
    const [first, ...rest] = facts.contacts
    const changed = request({
      facts: { ...facts, contacts: [{ ...(first ?? aContact()), notes: '第三次' }, ...rest] },
    })
    expect(buildEvidencePack(changed).seal).not.toBe(buildEvidencePack(request()).seal)
  })

  it('keeps one copy of a file that was attached twice', () => {
    const twice = [
      { name: 'a.png', size: 1, sha256: digest('a') },
      { name: 'copy.png', size: 1, sha256: digest('a') },
    ]
    expect(buildEvidencePack(request({ attachments: twice })).attachments).toHaveLength(1)
  })

  it('gives any attachment a name that any disk takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const attachments = [{ name, size: 0, sha256: digest('a') }]
        const [placed] = buildEvidencePack(request({ attachments })).attachments
        expect(placed?.path).toMatch(/^files\/a{16}-[\p{L}\p{N}._-]+$/u)
        expect(isSafePath(placed?.path ?? '')).toBe(true)
      }),
    )
    const odd = ['../../etc/passwd', '..', 'CON', 'a<b>.html', '\u202Egnp.exe', 'x'.repeat(500)]
    for (const name of odd) {
      const attachments = [{ name, size: 0, sha256: digest('a') }]
      const [placed] = buildEvidencePack(request({ attachments })).attachments
      expect(isSafePath(placed?.path ?? '')).toBe(true)
    }
  })
})

describe('a manifest', () => {
  const files = [{ path: 'index.md', size: 1, sha256: digest('a') }]
  const good = manifestText(files)

  it('is read as it was written', () => {
    expect(readManifest(good)).toMatchObject({ ok: true, value: { files } })
  })

  it('is refused when any one of its characters is another', () => {
    for (let at = 0; at < good.length; at += 1) {
      const other = good[at] === '0' ? '1' : '0'
      const changed = good.slice(0, at) + other + good.slice(at + 1)
      expect(readManifest(changed).ok).toBe(false)
    }
  })

  it('is refused with a character more', () => {
    for (const changed of [`${good} `, ` ${good}`, good.replace('\n', '\r\n'), `\uFEFF${good}`])
      expect(readManifest(changed).ok).toBe(false)
  })

  it.each([
    '../outside',
    'files/../../outside',
    '/etc/passwd',
    'C:/x',
    'a\\b',
    'a//b',
    './a',
    'a/.',
    'a\u0000b',
    'files/x:stream',
    'name.',
    'name ',
    '',
    'manifest.json',
  ])('is refused when it names the path %j', (path) => {
    const text = manifestText([{ path, size: 1, sha256: digest('a') }])
    expect(readManifest(text)).toEqual({ ok: false, problem: 'unsafe-path' })
  })

  it('is refused when it names a path twice, in whatever case', () => {
    const twice = manifestText([
      { path: 'A.png', size: 1, sha256: digest('a') },
      { path: 'a.png', size: 1, sha256: digest('b') },
    ])
    expect(readManifest(twice)).toEqual({ ok: false, problem: 'repeated-path' })
  })

  it.each([
    ['', 'not-json'],
    ['{', 'not-json'],
    ['null', 'not-a-manifest'],
    ['[]', 'not-a-manifest'],
    ['{"format":"respite-case"}', 'not-a-manifest'],
    ['{"format":"respite-evidence","version":2}', 'newer-version'],
    ['{"format":"respite-evidence","version":1,"files":[{"path":1}]}', 'not-a-manifest'],
    ['{"format":"respite-evidence","version":1,"files":[]}', 'seal-broken'],
  ])('%j is refused as %s', (text, problem) => {
    expect(readManifest(text)).toEqual({ ok: false, problem })
  })
})

describe('the chain of a log', () => {
  const records = ['a', 'b', 'c', 'd'].map((id) => ({ id }))
  const lines = chainedLog(records).trimEnd().split('\n')
  const read = (changed: readonly string[]) => readChain(`${changed.join('\n')}\n`)

  it('is followed to its end', () => {
    expect(read(lines)).toEqual({ lines: 4, brokenAt: null })
    expect(readChain('')).toEqual({ lines: 0, brokenAt: null })
  })

  it('breaks where a line was changed, left out, put in or moved', () => {
    const [a = '', b = '', c = '', d = ''] = lines
    expect(read([a, b.replace('"b"', '"x"'), c, d]).brokenAt).toBe(2)
    expect(read([a, c, d]).brokenAt).toBe(2)
    expect(read([a, b, b, c, d]).brokenAt).toBe(3)
    expect(read([a, c, b, d]).brokenAt).toBe(2)
    expect(read(['nonsense']).brokenAt).toBe(1)
    expect(read(['null']).brokenAt).toBe(1)
  })
})
