import { describe, expect, it } from 'vitest'
import type { PackProblem } from '../../../src/packs/index.ts'
import { parsePack } from '../../../src/packs/parse-pack.ts'
import { shippedFiles } from '../../support/pack-files.ts'

type Json = Record<string, unknown>

/** The shipped files with one changed. */
function problemsWith(file: string, change: (value: never) => unknown): readonly PackProblem[] {
  const files = shippedFiles()
  const value = JSON.parse(files[file] ?? 'null') as never
  return problemsOf({ ...files, [file]: JSON.stringify(change(value)) })
}

function problemsOf(files: Record<string, string>): readonly PackProblem[] {
  const reading = parsePack(files)
  return reading.ok ? [] : reading.problem
}

const first = (change: (rule: Json) => Json) => (rules: readonly Json[]) =>
  rules.map((rule, index) => (index === 0 ? change(rule) : rule))

const without = (name: string) => (value: Json) =>
  Object.fromEntries(Object.entries(value).filter(([key]) => key !== name))

const limits = 'limits.json'
const found = (file: string, path: string, code: string) => [{ file, path, code }]

describe('a rule of a pack', () => {
  it('needs a citation', () => {
    for (const change of [without('citation'), (rule: Json) => ({ ...rule, citation: null })])
      expect(problemsWith(limits, first(change))).toEqual(
        found(limits, '$[0].citation', 'citation-missing'),
      )
  })

  it('needs a source that can be followed', () => {
    const change = first((rule) => ({
      ...rule,
      citation: { ...(rule['citation'] as Json), source: 'press' },
    }))
    expect(problemsWith(limits, change)).toEqual(
      found(limits, '$[0].citation.source', 'not-a-link'),
    )
  })

  it('needs both languages', () => {
    const change = first((rule) => ({ ...rule, says: { 'zh-CN': '一句话。' } }))
    expect(problemsWith(limits, change)).toEqual(found(limits, '$[0].says.en', 'locale-missing'))
  })

  it('needs words, not spaces', () => {
    const change = first((rule) => ({ ...rule, title: { 'zh-CN': ' ', en: 'A title' } }))
    expect(problemsWith(limits, change)).toEqual(found(limits, '$[0].title.zh-CN', 'empty'))
  })

  it('has an id of its own that begins with that of the pack', () => {
    expect(problemsWith(limits, (rules: readonly Json[]) => [...rules, rules[0]])).toEqual(
      found(limits, '$[6].id', 'duplicate-id'),
    )
    expect(
      problemsWith(
        limits,
        first((rule) => ({ ...rule, id: 'xx.cost.a' })),
      ),
    ).toEqual(found(limits, '$[0].id', 'foreign-id'))
    expect(
      problemsWith(
        limits,
        first((rule) => ({ ...rule, id: 'A b' })),
      ),
    ).toEqual(found(limits, '$[0].id', 'not-an-id'))
  })

  it('does not end before it starts', () => {
    const change = first((rule) => ({ ...rule, inForceUntil: '2001-01-01' }))
    for (const file of [limits, 'arrangements.json'])
      expect(problemsWith(file, change)).toEqual(
        found(file, '$[0].inForceUntil', 'dates-out-of-order'),
      )
  })

  it.each([
    [
      'a day the calendar does not have',
      { inForceFrom: '2026-02-30' },
      'inForceFrom',
      'not-a-date',
    ],
    ['a measure nobody knows', { measure: { kind: 'guess' } }, 'measure.kind', 'not-one-of'],
    [
      'a rate that is none',
      { measure: { kind: 'fixed-rate', annual: '24%' } },
      'measure.annual',
      'not-a-decimal',
    ],
    [
      'a rate as a float',
      { measure: { kind: 'fixed-rate', annual: 0.24 } },
      'measure.annual',
      'wrong-type',
    ],
    [
      'too many times',
      { measure: { kind: 'lpr-multiple', times: 400 } },
      'measure.times',
      'out-of-range',
    ],
    ['a field nobody reads', { severity: 'high' }, 'severity', 'unknown-field'],
    ['no measure', { measure: undefined }, 'measure', 'missing'],
  ])('refuses %s', (_, parts, path, code) => {
    expect(
      problemsWith(
        limits,
        first((rule) => ({ ...rule, ...parts })),
      ),
    ).toEqual(found(limits, `$[0].${path}`, code))
  })
})

describe('an arrangement of a pack', () => {
  const arrangements = 'arrangements.json'
  const at = (kind: string, change: (rule: Json) => Json) => (rules: readonly Json[]) =>
    rules.map((rule) => (rule['kind'] === kind ? change(rule) : rule))
  const paths = (file: string, change: (rules: readonly Json[]) => unknown) =>
    problemsWith(file, change).map(({ path, code }) => `${path.replace(/\d+/, 'n')} ${code}`)

  it.each(['catch-up', 'deferral', 'token'])('of the kind %s needs its bound', (kind) => {
    const change = at(kind, (rule) => ({ ...rule, maxMonths: null, bound: null }))
    expect(paths(arrangements, change)).toEqual(['$[n].maxMonths missing', '$[n].bound missing'])
  })

  it('has no bound that nobody reads', () => {
    const change = at('settlement', (rule) => ({ ...rule, maxMonths: 6, bound: 'own-ask' }))
    expect(paths(arrangements, change)).toEqual([
      '$[n].maxMonths unknown-field',
      '$[n].bound unknown-field',
    ])
  })

  it('names what interest is cut to, and only where it is cut', () => {
    const without = at('interest-cut', (rule) => ({ ...rule, cutTo: null }))
    expect(new Set(paths(arrangements, without))).toEqual(new Set(['$[n].cutTo missing']))
    const beside = at('token', (rule) => ({ ...rule, cutTo: { kind: 'nothing' } }))
    expect(paths(arrangements, beside)).toEqual(['$[n].cutTo unknown-field'])
    const guessed = at('interest-cut', (rule) => ({ ...rule, cutTo: { kind: 'usual' } }))
    expect(new Set(paths(arrangements, guessed))).toEqual(new Set(['$[n].cutTo.kind not-one-of']))
  })
})

describe('a pack', () => {
  it('needs its files, each of them JSON', () => {
    const files = shippedFiles()
    expect(problemsOf(without('arrangements.json')(files) as Record<string, string>)).toEqual(
      found('arrangements.json', '$', 'missing-file'),
    )
    expect(problemsOf({ ...files, [limits]: '[' })).toEqual(found(limits, '$', 'not-json'))
  })

  it('names every problem at once', () => {
    expect(problemsOf({}).map(({ file, code }) => `${file} ${code}`)).toEqual([
      'pack.json missing-file',
      'limits.json missing-file',
      'rates/lpr-1y.json missing-file',
      'arrangements.json missing-file',
      'rights.json missing-file',
      'practice.json missing-file',
      'letters/index.json missing-file',
      'letters/warnings.json missing-file',
      'sources.json missing-file',
      'conduct.json missing-file',
      'channels.json missing-file',
      'stages.json missing-file',
      'guide/index.json missing-file',
      'scam-signs.json missing-file',
      'credit-record.json missing-file',
    ])
  })

  it('speaks both languages', () => {
    const change = (meta: Json) => ({ ...meta, locales: ['zh-CN'] })
    expect(problemsWith('pack.json', change)).toEqual(
      found('pack.json', '$.locales', 'locale-missing'),
    )
  })

  it('has rates in the order of their days', () => {
    const file = 'rates/lpr-1y.json'
    const change = (series: Json & { points: readonly Json[] }) => ({
      ...series,
      points: [series.points[1], series.points[0]],
    })
    expect(problemsWith(file, change)).toEqual(found(file, '$.points[1].on', 'dates-out-of-order'))
  })
})

describe('a letter of a pack', () => {
  const en = 'letters/hardship-proposal.en.md'
  const zh = 'letters/hardship-proposal.zh-CN.md'

  it('is there in both languages', () => {
    expect(problemsOf(without(en)(shippedFiles()) as Record<string, string>)).toEqual(
      found(en, '$', 'letter-one-language'),
    )
    expect(problemsOf({ ...shippedFiles(), [zh]: '\n' })).toEqual(
      found(zh, '$', 'letter-one-language'),
    )
  })

  it('is listed, and a listed one is there', () => {
    const stray = { ...shippedFiles(), 'letters/stray.en.md': 'A letter' }
    expect(problemsOf(stray)).toEqual(found('letters/stray.en.md', '$', 'letter-not-listed'))
    const change = first((letter) => ({ ...letter, id: 'other' }))
    expect(problemsWith('letters/index.json', change)).toEqual(
      expect.arrayContaining([
        { file: 'letters/other.en.md', path: '$', code: 'missing-file' },
        { file: en, path: '$', code: 'letter-not-listed' },
      ]),
    )
  })

  it('cites rights and warnings that are there', () => {
    const change = first((letter) => ({
      ...letter,
      cites: ['limits', 'cn.right.none'],
      warnings: ['none'],
    }))
    expect(problemsWith('letters/index.json', change)).toEqual([
      { file: 'letters/index.json', path: '$[0].cites[1]', code: 'unknown-reference' },
      { file: 'letters/index.json', path: '$[0].warnings[0]', code: 'unknown-reference' },
    ])
  })

  it('is a well-formed template', () => {
    for (const text of ['{% if debtor.name %}', '{{ debtor.name', '{% shout %}'])
      expect(problemsOf({ ...shippedFiles(), [en]: text })).toEqual(
        found(en, '$', 'template-broken'),
      )
  })
})
