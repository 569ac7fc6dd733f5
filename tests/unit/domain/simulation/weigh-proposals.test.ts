import { describe, expect, it } from 'vitest'
import { proposeAll } from '../../../../src/domain/proposal/index.ts'
import {
  simulateSurvival,
  survivalInput,
  weighProposals,
} from '../../../../src/domain/simulation/index.ts'
import { aCase, anExpense, anIncome, day, yuan } from '../../../support/builders.ts'
import { askRules } from '../../../support/rules.ts'

const on = day('2026-11-24')
const arrangements = askRules()
const facts = aCase({
  budget: {
    ...aCase().budget,
    cash: yuan(2000),
    incomes: [
      anIncome({
        amount: yuan(6000),
        variation: { low: yuan(4800), high: yuan(6600) },
        lossChance: { numerator: 1, denominator: 100 },
      }),
    ],
    expenses: [anExpense({ amount: yuan(4500) })],
  },
})
const scales = { facts, arrangements, limits: { limits: [], lpr: [] }, on, seed: 1, runs: 500 }
const found = proposeAll(facts, arrangements, on)

describe('weighed proposals', () => {
  const { set, survival } = weighProposals(found, scales)
  const all = [set.statusQuo, ...set.proposals]

  it('each have the chance of their own simulation on their checklist', () => {
    for (const proposal of all.filter(({ perLoan }) => perLoan.length > 0)) {
      const own = simulateSurvival(survivalInput(facts, proposal, on), { seed: 1, runs: 500 })
      expect(survival.get(proposal.id)).toEqual(own)
      const point = proposal.reasonableness.factors.find(({ name }) => name === 'survives')
      expect(point?.part).toBe(own.probability)
    }
  })

  it('recommend one that is no less likely than a fifth below the best', () => {
    const chance = (id: string | null) => survival.get(id ?? '')?.probability ?? 0
    const best = Math.max(...all.filter(({ feasible }) => feasible).map(({ id }) => chance(id)))
    expect(set.recommended).not.toBeNull()
    expect(chance(set.recommended)).toBeGreaterThanOrEqual(Math.min(0.8, best * 0.8))
  })

  it('are the same however often they are weighed, and what is known is taken over', () => {
    expect(weighProposals(structuredClone(found), scales)).toEqual({ set, survival })
    const known = { set, survival: new Map([...survival].map(([id, one]) => [id, { ...one }])) }
    const again = weighProposals(found, scales, known)
    expect(again).toEqual({ set, survival })
    for (const [id, one] of again.survival) expect(one).toBe(known.survival.get(id))
  })
})
