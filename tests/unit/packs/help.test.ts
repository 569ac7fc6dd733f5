import { describe, expect, it } from 'vitest'
import { CREDITOR_KINDS } from '../../../src/domain/case/index.ts'
import { CHANNEL_SUBJECTS } from '../../../src/domain/conduct/index.ts'
import { GUIDE_GROUPS, type PackProblem } from '../../../src/packs/index.ts'
import { parsePack } from '../../../src/packs/parse-pack.ts'
import { shippedFiles, shippedPack } from '../../support/pack-files.ts'

type Json = Record<string, unknown>

const { channels, stages, conduct, guide, scamSigns, creditRecord, meta } = shippedPack()

function problemsWith(file: string, change: (entry: Json) => Json): readonly PackProblem[] {
  const files = shippedFiles()
  const [first, ...rest] = JSON.parse(files[file] ?? '[]') as Json[]
  const reading = parsePack({ ...files, [file]: JSON.stringify([change(first ?? {}), ...rest]) })
  return reading.ok ? [] : reading.problem
}

describe('the channels of the China pack', () => {
  it('know somebody for every subject, and for collection by every kind of lender', () => {
    for (const subject of CHANNEL_SUBJECTS)
      expect(channels.filter(({ subjects }) => subjects.includes(subject))).not.toEqual([])
    for (const kind of CREDITOR_KINDS) {
      const takes = channels.filter(
        ({ subjects, creditorKinds }) =>
          subjects.includes('collection') && creditorKinds.includes(kind),
      )
      expect(takes.length).toBeGreaterThan(1)
    }
  })

  it('begin a complaint with the lender', () => {
    const [first] = channels
      .filter(({ subjects }) => subjects.includes('collection'))
      .toSorted((one, other) => one.step - other.step)
    expect(first?.id).toBe('cn.channel.lender')
  })

  it('hold only banks and their like to the days for complaints', () => {
    const lender = channels.find(({ id }) => id === 'cn.channel.lender')
    expect(lender?.replies.map(({ days }) => days)).toEqual([15, 30, 60])
    for (const { creditorKinds } of lender?.replies ?? [])
      expect(creditorKinds).toEqual(['bank', 'consumer-finance'])
  })

  it('need a source', () => {
    expect(problemsWith('channels.json', (entry) => ({ ...entry, sources: [] }))).toEqual([
      { file: 'channels.json', path: '$[0].sources', code: 'citation-missing' },
    ])
  })
})

describe('the stages of the China pack', () => {
  it('follow each other without a gap and without an end', () => {
    const [first] = stages
    expect(first?.fromDay).toBe(0)
    stages.slice(1).forEach(({ fromDay }, index) => {
      expect(fromDay).toBe((stages[index]?.untilDay ?? 0) + 1)
    })
    expect(stages.at(-1)?.untilDay).toBeNull()
  })

  it('name conduct rules that the pack has', () => {
    const used = new Set(stages.flatMap(({ rules }) => rules))
    expect([...used].filter((id) => !conduct.some((rule) => rule.id === id))).toEqual([])
    expect(
      problemsWith('stages.json', (entry) => ({ ...entry, rules: ['cn.conduct.nothing'] })),
    ).toEqual([{ file: 'stages.json', path: '$[0].rules[0]', code: 'unknown-rule' }])
  })

  it('cite a source that the pack has', () => {
    const sources = [{ source: 'hearsay', article: null, confidence: 'verified' }]
    expect(problemsWith('stages.json', (entry) => ({ ...entry, sources }))).toEqual([
      { file: 'stages.json', path: '$[0].sources[0].source', code: 'unknown-source' },
    ])
  })
})

describe('the guide of the China pack', () => {
  const problemsOf = (files: Record<string, string>) => {
    const reading = parsePack({ ...shippedFiles(), ...files })
    return reading.ok ? [] : reading.problem
  }

  it('has short topics in both languages, with sources and a day of review', () => {
    expect(guide.length).toBeGreaterThanOrEqual(20)
    for (const { markdown, sources, reviewedOn } of guide) {
      expect(sources).not.toEqual([])
      expect(reviewedOn <= meta.reviewedOn).toBe(true)
      expect(markdown['zh-CN'].length).toBeLessThan(900)
      expect(markdown.en.split(/\s+/).length).toBeLessThan(330)
    }
  })

  it('does not offer the credit repair that has ended', () => {
    const record = guide.find(({ id }) => id === 'credit-record')
    expect(record?.markdown['zh-CN']).toContain('现在已经结束')
    expect(record?.markdown.en).toContain('has ended')
  })

  it('says what is reported, and what reporting against the rules may cost, with the articles', () => {
    const record = guide.find(({ id }) => id === 'credit-record')
    expect(record?.markdown['zh-CN']).toContain('“不良信息”是指')
    expect(record?.markdown.en).toContain('Negative information means')
    expect(record?.sources[0]?.citation.article?.split(', ')).toEqual([
      '14',
      '15',
      '16',
      '17',
      '18',
      '25',
      '26',
      '29',
      '44',
    ])
    const risks = guide.find(({ id }) => id === 'lender-risks')
    expect(risks?.markdown['zh-CN']).toContain('罚单位2万至20万元')
    expect(risks?.markdown.en).toContain('CNY 20,000 to 200,000')
    expect(risks?.sources.map(({ citation }) => citation.article)).toContain('40, 41')
  })

  it('needs a text for every topic and a topic for every text', () => {
    expect(problemsOf({ 'guide/stages.en.md': ' ' })).toEqual([
      { file: 'guide/stages.en.md', path: '$', code: 'missing-file' },
    ])
    expect(problemsOf({ 'guide/more.en.md': 'More' })).toEqual([
      { file: 'guide/more.en.md', path: '$', code: 'topic-not-listed' },
    ])
  })

  it('refuses a topic without a source', () => {
    expect(problemsWith('guide/index.json', (entry) => ({ ...entry, sources: [] }))).toEqual([
      { file: 'guide/index.json', path: '$[0].sources', code: 'citation-missing' },
    ])
  })
})

describe('the other help of the China pack', () => {
  it('keeps negative entries for five years and answers disputes in twenty days', () => {
    expect(creditRecord).toMatchObject({ keepYears: 5, disputeDays: 20, complaintDays: 30 })
  })

  it('has signs of a scam in words of both languages', () => {
    for (const { anyOf } of scamSigns) {
      expect(anyOf.some((word) => /\p{Script=Han}/u.test(word))).toBe(true)
      expect(anyOf.some((word) => /^[\x20-\x7e]+$/.test(word))).toBe(true)
    }
  })
})

describe('what the help of the China pack refers to', () => {
  it('names letters that the pack has', () => {
    expect(channels.find(({ id }) => id === 'cn.channel.lender')?.letter).toBe(
      'complaint-to-lender',
    )
    expect(problemsWith('channels.json', (entry) => ({ ...entry, letter: 'love-letter' }))).toEqual(
      [{ file: 'channels.json', path: '$[0].letter', code: 'unknown-reference' }],
    )
  })

  it('has topics for every thing a person may be living through', () => {
    for (const group of GUIDE_GROUPS)
      expect(guide.filter((topic) => topic.group === group)).not.toEqual([])
  })
})
