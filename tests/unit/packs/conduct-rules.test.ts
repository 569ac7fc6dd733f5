import { describe, expect, it } from 'vitest'
import { WHY_CODES } from '../../../src/domain/conduct/index.ts'
import type { PackProblem } from '../../../src/packs/index.ts'
import { parsePack } from '../../../src/packs/parse-pack.ts'
import { shippedFiles, shippedPack } from '../../support/pack-files.ts'

type Json = Record<string, unknown>

const { conduct, sources, meta } = shippedPack()
const citations = conduct.flatMap(({ bases }) => bases.map(({ citation }) => citation))
const ruleOf = (name: string) => conduct.find(({ id }) => id === `cn.conduct.${name}`)

/** The problems of the shipped pack with one conduct rule changed. */
function problemsWith(change: (rule: Json) => Json): readonly PackProblem[] {
  const files = shippedFiles()
  const [first, ...rest] = JSON.parse(files['conduct.json'] ?? '[]') as Json[]
  const reading = parsePack({
    ...files,
    'conduct.json': JSON.stringify([change(first ?? {}), ...rest]),
  })
  return reading.ok ? [] : reading.problem
}

const found = (path: string, code: string) => [{ file: 'conduct.json', path, code }]

describe('the conduct rules for China', () => {
  it('have every id that the outside may rely on', () => {
    expect(conduct.map(({ id }) => id.replace('cn.conduct.', ''))).toEqual([
      'quiet-hours',
      'daily-connected-calls',
      'daily-unanswered-attempts',
      'third-party-contact',
      'third-party-repeated',
      'debt-disclosed',
      'third-party-asked-to-pay',
      'unidentified-caller',
      'impersonation',
      'threat',
      'abuse',
      'false-statement',
      'harassment',
      'publicised',
      'personal-account',
      'new-borrowing',
      'visit-persons',
      'workplace',
      'after-agreement',
      'outsourced-without-notice',
    ])
  })

  it('keep the limit on connected calls apart from the one on unanswered attempts', () => {
    expect(ruleOf('daily-connected-calls')?.check).toEqual({ kind: 'connected-calls', perDay: 3 })
    expect(ruleOf('daily-unanswered-attempts')?.check).toEqual({
      kind: 'unanswered-attempts',
      perDay: 6,
    })
    const numbers = (name: string) =>
      ruleOf(name)?.bases.map(({ citation }) => citation.documentNumber)
    expect(numbers('daily-connected-calls')).toContain('GB/T 45251-2025')
    expect(numbers('daily-unanswered-attempts')).not.toContain('GB/T 45251-2025')
  })

  it('read times as minutes and the offset of the clock', () => {
    expect(ruleOf('quiet-hours')?.check).toMatchObject({ from: 22 * 60, until: 8 * 60 })
    expect(meta.utcOffset).toBe(480)
  })

  it('call a recommended standard a standard and a trade body’s guideline self-regulation', () => {
    const nature = (id: string) => sources.find((source) => source.id === id)?.nature
    expect(nature('collection-standard')).toBe('standard')
    expect(nature('bank-association-guideline')).toBe('self-regulation')
    expect(nature('public-security-law')).toBe('statute')
  })

  it('cite the police law by the numbers it has since 2026', () => {
    const cited = citations.filter(({ instrument }) =>
      instrument['zh-CN'].includes('治安管理处罚法'),
    )
    expect(new Set(cited.map(({ article }) => article))).toEqual(new Set(['50']))
  })

  it('print no article whose number was not seen', () => {
    const unseen = ['consumer-finance-measures', 'nifa-guideline']
    const urls = new Set(sources.filter(({ id }) => unseen.includes(id)).map((each) => each.source))
    const cited = citations.filter(({ source }) => urls.has(source))
    expect(new Set(cited.map(({ article }) => article))).toEqual(new Set([null]))
  })

  it('have words for every reason of their check', () => {
    for (const { check, why } of conduct)
      expect(Object.keys(why).toSorted()).toEqual([...WHY_CODES[check.kind]].toSorted())
  })
})

describe('a conduct rule of a pack', () => {
  it('needs a citation', () => {
    for (const bases of [undefined, null, []])
      expect(problemsWith((rule) => ({ ...rule, bases }))).toEqual(
        found('$[0].bases', 'citation-missing'),
      )
  })

  it('cites a source that the pack has', () => {
    const bases = (rule: Json) => rule['bases'] as Json[]
    expect(
      problemsWith((rule) => ({
        ...rule,
        bases: bases(rule).map((basis, index) =>
          index === 1 ? { ...basis, source: 'hearsay' } : basis,
        ),
      })),
    ).toEqual(found('$[0].bases[1].source', 'unknown-source'))
  })

  it('has words for every reason and for no other', () => {
    expect(problemsWith((rule) => ({ ...rule, why: {} }))).toEqual([
      ...found('$[0].why.at-night', 'missing'),
      ...found('$[0].why.message-at-night', 'missing'),
    ])
    const more = { marked: { 'zh-CN': '多余', en: 'More' } }
    expect(
      problemsWith((rule) => ({ ...rule, why: { ...(rule['why'] as Json), ...more } })),
    ).toEqual(found('$[0].why.marked', 'unknown-field'))
  })

  it('gives times of day as hours and minutes', () => {
    expect(
      problemsWith((rule) => ({ ...rule, check: { ...(rule['check'] as Json), from: '25:00' } })),
    ).toEqual(found('$[0].check.from', 'not-a-time'))
  })
})
