import { describe, expect, it } from 'vitest'
import { proposeWithOptimum } from '../../../src/domain/proposal/index.ts'
import { weighProposals } from '../../../src/domain/simulation/index.ts'
import type { ProposalMessage, ProposalRequest } from '../../../src/workers/proposal-protocol.ts'
import { searchProposals } from '../../../src/workers/search-proposals.ts'
import { loadSolver } from '../../../src/solver/index.ts'
import { aCase, anExpense, anIncome, day, yuan } from '../../support/builders.ts'
import { askRules } from '../../support/rules.ts'
import { theSolver } from '../../support/solver.ts'

const request: ProposalRequest = {
  facts: aCase({
    budget: {
      ...aCase().budget,
      incomes: [anIncome({ amount: yuan(6000), variation: { low: yuan(5000), high: yuan(6500) } })],
      expenses: [anExpense({ amount: yuan(4500) })],
    },
  }),
  arrangements: askRules(),
  limits: { limits: [], lpr: [] },
  on: day('2026-11-24'),
  objective: 'least-paid',
  seed: 1,
  runs: 200,
  timeLimit: 30,
}

async function answersTo(asked: ProposalRequest, load = () => theSolver()) {
  const said: ProposalMessage[] = []
  await searchProposals(asked, load, (message) => said.push(message))
  return said
}

describe('a search for proposals', () => {
  it('says where it is, what the strategies come to, then everything', async () => {
    const said = await answersTo(request)
    expect(said.map((one) => (one.kind === 'progress' ? one.step : one.kind))).toEqual([
      'strategies',
      'strategies',
      'optimum',
      'weighing',
      'result',
    ])
    const found = proposeWithOptimum(request.facts, request.arrangements, {
      on: request.on,
      solve: await theSolver(),
    })
    // The same figures as without a worker, and fit to be sent to a window.
    expect(structuredClone(said.at(-1))).toEqual({
      kind: 'result',
      weighed: weighProposals(found, request),
    })
  })

  it('ends with what it has when time is up, and claims no proof', async () => {
    const said = await answersTo({ ...request, timeLimit: 0 }, () =>
      loadSolver({ totalTimeLimit: 0 }),
    )
    const last = said.at(-1)
    if (last?.kind !== 'result') throw new Error('no result')
    const { proposals, recommended } = last.weighed.set
    const exact = proposals.filter(({ optimality }) => optimality !== null)
    expect(exact.length).toBeGreaterThan(0)
    expect(exact.every(({ optimality }) => optimality?.proved === false)).toBe(true)
    expect(recommended).not.toBeNull()
  })

  it('tells a failure and keeps the strategies', async () => {
    const said = await answersTo(request, () => Promise.reject(new Error('no solver')))
    expect(said.at(-1)).toEqual({ kind: 'failed', cause: 'Error: no solver' })
    expect(said.some(({ kind }) => kind === 'strategies')).toBe(true)
  })
})
