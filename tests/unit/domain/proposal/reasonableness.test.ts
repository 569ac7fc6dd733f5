import { describe, expect, it } from 'vitest'
import type { Case } from '../../../../src/domain/case/index.ts'
import { rateOf } from '../../../../src/domain/kernel/index.ts'
import {
  completeReasonableness,
  FACTOR_NAMES,
  proposeAll,
  readBands,
  type FactorName,
  type PracticeBand,
  type Proposal,
} from '../../../../src/domain/proposal/index.ts'
import { aCase, aLoan, anExpense, anIncome, day, yuan } from '../../../support/builders.ts'
import { askRules } from '../../../support/rules.ts'

const on = day('2026-11-24')

/** 20,000 at 12 %, late, and 2,000 a month left over. */
const stressed = (parts: Partial<Case> = {}): Case =>
  aCase({
    budget: {
      ...aCase().budget,
      cash: yuan(2000),
      incomes: [anIncome({ amount: yuan(6000) })],
      expenses: [anExpense({ amount: yuan(4000) })],
    },
    loans: [
      aLoan({ principal: yuan(20_000), received: yuan(20_000), rate: rateOf(12, 100, 'year') }),
    ],
    ...parts,
  })

const proposalOf = (facts: Case): Proposal =>
  proposeAll(facts, askRules(), on).proposals.find(
    ({ strategy }) => strategy === 'personalised-instalment',
  )!

interface Around {
  readonly chance?: number | null
  readonly limit?: number | null
}

function judge(facts: Case, { chance = 0.9, limit = 0.24 }: Around = {}): Proposal {
  const rateLimits = new Map(limit === null ? [] : [['l1', limit]])
  return completeReasonableness(proposalOf(facts), { facts, on, chance, rateLimits })
}

const point = ({ reasonableness: { factors, open } }: Proposal, name: FactorName) =>
  [...factors, ...open].find((one) => one.name === name)

describe('the checklist of a proposal', () => {
  const facts = stressed({ debtor: { ...aCase().debtor, hardship: ['unemployment'] } })

  it('judges every point, or says that it is open; none twice', () => {
    const { factors, open } = judge(facts).reasonableness
    const names = [...factors, ...open].map(({ name }) => name)
    expect(names.toSorted()).toEqual(FACTOR_NAMES.toSorted())
    expect(open.map(({ name }) => name)).toEqual(['review-date'])
  })

  it('is the mean of what is judged, rounded down; what is open counts for nothing', () => {
    const { score, factors } = judge(facts, { chance: 0.4 }).reasonableness
    const sum = factors.reduce((total, factor) => total + factor.score, 0)
    expect(score).toBe(Math.floor(sum / 12))
    // Eleven points in full and half of the twelfth.
    expect(score).toBe(95)
  })

  it('asks for the reason of the hardship, without which no proof is listed', () => {
    expect(point(judge(stressed()), 'evidence')).toMatchObject({
      score: 0,
      reason: 'hardship-not-stated',
    })
    expect(point(judge(facts), 'evidence')).toMatchObject({ score: 100, reason: 'evidence-listed' })
  })

  it('takes four runs in five as enough', () => {
    const survives = (chance: number | null) => point(judge(facts, { chance }), 'survives')
    expect(survives(0.8)).toMatchObject({ score: 100, reason: 'survives-often', part: 0.8 })
    expect(survives(0.79)).toMatchObject({ score: 98, reason: 'survives-seldom' })
    expect(survives(0)).toMatchObject({ score: 0, reason: 'survives-seldom' })
    expect(survives(null)).toEqual({ name: 'survives', reason: 'not-simulated' })
  })

  it('holds what the deal truly costs against the limit', () => {
    // Interest goes on at 12 % on the principal alone; the arrears bear none.
    const rate = (limit: number | null) => point(judge(facts, { limit }), 'true-rate')
    expect(rate(0.24)).toMatchObject({ score: 100, reason: 'rate-within-limit' })
    const above = rate(0.05)
    expect(above).toMatchObject({ reason: 'rate-above-limit' })
    const part = above !== undefined && 'part' in above ? (above.part ?? 0) : 0
    expect(part).toBeGreaterThan(0.1)
    expect(part).toBeLessThan(0.12)
    expect(rate(null)).toEqual({ name: 'true-rate', reason: 'no-limit-known' })
  })

  it('says how much more than today’s balance is paid', () => {
    const proposal = judge(facts)
    const shown = point(proposal, 'total-shown')
    expect(shown).toMatchObject({ reason: 'total-above' })
    expect(shown !== undefined && 'amount' in shown && shown.amount).toBeGreaterThan(0)
  })

  it('needs no date for review where all is over within half a year', () => {
    const small = stressed({
      loans: [aLoan({ principal: yuan(3000), received: yuan(3000), rate: rateOf(0, 1, 'year') })],
    })
    expect(point(judge(small), 'review-date')).toMatchObject({ reason: 'no-review-needed' })
  })

  it('leaves a proposal without payments as it is', () => {
    const poor = stressed({
      budget: { ...facts.budget, expenses: [anExpense({ amount: yuan(6500) })] },
    })
    const { reasonableness } = judge(poor)
    expect(reasonableness).toEqual({
      score: 0,
      factors: [{ name: 'affordable', score: 0, reason: 'nothing-affordable' }],
      open: [],
    })
  })
})

describe('published practice', () => {
  const band = (parts: Partial<PracticeBand>): PracticeBand => ({
    id: 'b',
    factor: 'term',
    title: { 'zh-CN': '期限', en: 'Term' },
    says: { 'zh-CN': '期限', en: 'Term' },
    measure: 'term-months',
    low: null,
    high: null,
    source: 'https://example.org/',
    published: null,
    seenOn: on,
    ...parts,
  })
  const facts = stressed()
  const proposal = proposalOf(facts)
  const standing = (parts: Partial<PracticeBand>, owed = yuan(40_000)) =>
    readBands(proposal, [band(parts)], owed)[0]

  it('has the proposal’s own figure beside it, ends included', () => {
    const { months } = proposal
    expect(standing({ high: months })).toMatchObject({ value: months, standing: 'within' })
    expect(standing({ low: months, high: 60 })?.standing).toBe('within')
    expect(standing({ high: months - 1 })?.standing).toBe('above')
    expect(standing({ low: months + 1 })?.standing).toBe('below')
  })

  it('measures the month against what is owed', () => {
    const monthly = proposal.perLoan[0]!.ask.target.monthly
    expect(standing({ measure: 'monthly-part', low: 0.01, high: 0.02 })?.value).toBe(
      monthly / yuan(40_000),
    )
  })

  it('without figures, or without a proposal, says nothing', () => {
    expect(standing({ measure: null })).toMatchObject({ value: null, standing: null })
    expect(standing({})?.standing).toBeNull()
    const empty = { ...proposal, perLoan: [] }
    expect(readBands(empty, [band({ high: 60 })], yuan(1))[0]?.value).toBeNull()
  })
})
