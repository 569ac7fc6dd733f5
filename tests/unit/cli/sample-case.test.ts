import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { run } from '../../../src/cli/run.ts'
import type { Case } from '../../../src/domain/case/index.ts'
import { replayLoan } from '../../../src/domain/loan/index.ts'
import { proposeAll } from '../../../src/domain/proposal/index.ts'
import { sumFen } from '../../../src/domain/kernel/index.ts'
import { decodeCaseText, encodeCase } from '../../../src/storage/case-file/index.ts'
import { shippedPack } from '../../support/pack-files.ts'

const path = (locale: string) => `resources/samples/cn-sample.${locale}.json`

function sample(locale: 'zh-CN' | 'en'): Case {
  const reading = decodeCaseText(readFileSync(path(locale), 'utf8'))
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems))
  return reading.facts
}

const facts = sample('zh-CN')
const on = facts.asOf!
const states = facts.loans.map((loan) => replayLoan(loan, facts.payments, on))

describe('the sample case', () => {
  it.each(['zh-CN', 'en'])('passes the check without a warning in %s', async (locale) => {
    const { status, stdout } = await run(['check', path(locale), '--json'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toEqual({ valid: true, problems: [], warnings: [] })
  })

  it('is of one day, on which its loans are as late as it says', () => {
    expect(on).toBe('2026-11-24')
    expect(
      facts.loans.map(({ id, kind }, n) => [id, kind, states[n]?.overdueDays, states[n]?.stage]),
    ).toEqual([
      ['l1', 'revolving', 75, 'M3'],
      ['l2', 'instalment', 12, 'M1'],
      ['l3', 'instalment', 47, 'M2'],
      ['l4', 'instalment', 98, 'M4'],
      ['l5', 'private', 0, 'M0'],
    ])
  })

  it('owes what such a person may owe, and can be helped', () => {
    const owed = sumFen(states.map(({ owedNow }) => owedNow))
    expect(owed).toBeGreaterThan(8_000_000)
    expect(owed).toBeLessThan(11_000_000)
    const { recommended, proposals } = proposeAll(facts, shippedPack().arrangements, on)
    const chosen = proposals.find(({ id }) => id === recommended)
    expect(chosen?.feasible).toBe(true)
    expect(chosen?.months).toBeLessThanOrEqual(60)
  })

  it('has irregular income, a log of a dozen contacts and money taken up front', () => {
    expect(facts.budget.incomes.filter(({ variation }) => variation !== null).length).toBe(3)
    expect(facts.contacts.length).toBeGreaterThanOrEqual(12)
    expect(new Set(facts.contacts.flatMap(({ conduct }) => conduct)).size).toBeGreaterThan(4)
    const platform = facts.loans.find(({ id }) => id === 'l4')!
    expect(platform.received).toBeLessThan(platform.principal)
  })

  it('has the same numbers in both languages, and other words', () => {
    const [chinese, english] = [encodeCase(facts), encodeCase(sample('en'))]
    expect(skeletonOf(english)).toEqual(skeletonOf(chinese))
    expect(JSON.stringify(english)).not.toMatch(/\p{Script=Han}/u)
  })

  it('names nobody without saying that the name is made up', () => {
    const names = (each: Case) => [
      each.debtor.name,
      each.debtor.address,
      ...each.creditors.map(({ name }) => name),
      ...each.loans.map(({ product }) => product),
      ...each.contacts.flatMap(({ caller }) => (caller?.agency ? [caller.agency] : [])),
    ]
    for (const name of names(facts)) expect(name).toContain('虚构')
    for (const name of names(sample('en'))) expect(name).toContain('fictitious')
  })
})

const WORDS = new Set([
  'locale',
  'name',
  'city',
  'address',
  'hardshipNote',
  'label',
  'product',
  'agency',
  'notes',
])

/** A case without its words: what is left must not depend on the language. */
const skeletonOf = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, part: unknown) => (WORDS.has(key) ? '' : part)))
