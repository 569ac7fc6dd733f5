import { describe, expect, it } from 'vitest'
import { aCase, aPayment, day, yuan } from '../../support/builders.ts'
import type { Case } from '../../../src/domain/case/index.ts'
import { planProgress } from '../../../src/domain/plan/index.ts'
import { nextStep } from '../../../src/ui/overview/next-step.ts'

const TODAY = day('2026-11-24')

const stepOf = (facts: Case, isAnythingAffordable = true, isGuideUnfinished = false) => {
  const progress = planProgress(facts, TODAY)
  const { code, page, instalment } = nextStep({
    facts,
    progress,
    on: TODAY,
    isGuideUnfinished,
    isAnythingAffordable: () => isAnythingAffordable,
  })
  return [code, page, instalment?.dueOn ?? null]
}

const planned = (dueOn: string, payments: Case['payments'] = []): Case =>
  aCase({
    payments,
    plan: {
      acceptedOn: day('2026-11-01'),
      figures: null,
      proposal: 'p',
      instalments: [{ loan: 'l1', dueOn: day(dueOn), amount: yuan(300) }],
    },
  })

describe('the next step', () => {
  it('is what is missing first', () => {
    expect(stepOf(aCase({ loans: [] }))).toEqual(['add-loan', 'start', null])
    const budget = { ...aCase().budget, incomes: [] }
    expect(stepOf(aCase({ budget }))).toEqual(['fill-budget', 'budget', null])
  })

  it('is to go on with the questions where somebody stopped, unless a plan runs', () => {
    expect(stepOf(aCase(), true, true)).toEqual(['go-on', 'start', null])
    expect(stepOf(planned('2026-11-25'), true, true)[0]).toBe('instalment-next')
  })

  it('is to look at proposals, and to be told plainly when none can be kept', () => {
    expect(stepOf(aCase())).toEqual(['see-proposals', 'proposals', null])
    expect(stepOf(aCase(), false)).toEqual(['nothing-affordable', 'proposals', null])
  })

  it.each([
    ['2026-11-23', 'instalment-overdue'],
    ['2026-11-24', 'instalment-today'],
    ['2026-11-25', 'instalment-next'],
  ])('of a plan with an instalment on %s is %s', (dueOn, code) => {
    expect(stepOf(planned(dueOn))).toEqual([code, 'plan', dueOn])
  })

  it('of a plan that is paid is none', () => {
    const paid = planned('2026-11-23', [aPayment({ on: day('2026-11-20'), amount: yuan(300) })])
    expect(stepOf(paid)).toEqual(['plan-done', 'plan', null])
  })
})
