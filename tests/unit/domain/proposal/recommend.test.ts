import { describe, expect, it } from 'vitest'
import {
  chanceOf,
  isUnsure,
  proposeAll,
  recommendedOf,
  type Concession,
  type FactorName,
  type Proposal,
} from '../../../../src/domain/proposal/index.ts'
import { aCase, anIncome, day, yuan } from '../../../support/builders.ts'
import { askRules } from '../../../support/rules.ts'

const household = aCase({
  budget: { ...aCase().budget, incomes: [anIncome({ amount: yuan(3000) })] },
})
const base = proposeAll(household, askRules(), day('2026-11-24')).proposals.find(
  ({ feasible }) => feasible,
)!

interface Parts {
  readonly chance?: number | null
  readonly asks?: Concession
  readonly total?: number
  readonly fails?: FactorName
}

function one(id: string, { chance = null, asks = 1, total = 100, fails }: Parts): Proposal {
  const { reasonableness } = base
  const judged = reasonableness.factors.map((factor) =>
    factor.name === fails ? { ...factor, score: 99 } : factor,
  )
  const survives = { name: 'survives', score: 1, reason: 'survives-seldom' } as const
  const factors = chance === null ? judged : [...judged, { ...survives, part: chance }]
  return {
    ...base,
    id,
    concession: asks,
    totalPaid: yuan(total),
    reasonableness: { ...reasonableness, factors },
  }
}

const chosen = (...proposals: readonly Proposal[]) => recommendedOf(proposals)?.id ?? null

describe('the recommended proposal', () => {
  it('asks the least, then costs the least, among those likely enough to be finished', () => {
    const sure = one('sure', { chance: 0.95, total: 120 })
    const enough = one('enough', { chance: 0.8, total: 110 })
    const cheap = one('cheap', { chance: 0.79, total: 90 })
    const asking = one('asking', { chance: 1, asks: 3, total: 80 })
    expect(chosen(sure, enough, cheap, asking)).toBe('enough')
  })

  it('comes within a fifth of the best chance where none is likely enough', () => {
    const optimum = one('optimum', { chance: 0.05, total: 100 })
    const level = one('level', { chance: 0.2, total: 130 })
    const waits = one('waits', { chance: 0.25, asks: 2, total: 125 })
    expect(chosen(optimum, level, waits)).toBe('level')
    expect(chosen(optimum, one('level', { chance: 0.199 }), waits)).toBe('waits')
  })

  it('is found without chances before the simulation', () => {
    expect(chosen(one('dear', { total: 2 }), one('cheap', { total: 1 }))).toBe('cheap')
    expect(chanceOf(base)).toBeNull()
  })

  it('meets every must and can be kept', () => {
    const breaks = one('breaks', { fails: 'reserve', total: 1 })
    const wants = one('wants', { fails: 'term', total: 2 })
    expect(chosen(breaks, wants)).toBe('wants')
    expect(chosen(breaks, { ...wants, feasible: false })).toBeNull()
    expect(chosen()).toBeNull()
  })

  it('is said to be unsure below four in five, and not before it is simulated', () => {
    expect(isUnsure(one('x', { chance: 0.79 }))).toBe(true)
    expect(isUnsure(one('x', { chance: 0.8 }))).toBe(false)
    expect(isUnsure(base)).toBe(false)
  })
})
