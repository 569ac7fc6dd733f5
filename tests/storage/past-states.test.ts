import { describe, expect, it } from 'vitest'
import type { Case } from '../../src/domain/case/index.ts'
import { aCase, aLoan, anIncome, aPayment, day, yuan } from '../support/builders.ts'
import { openTestDatabase, testRepository } from './open-test-database.ts'

const STATES: readonly Case[] = [
  aCase(),
  aCase({ payments: [aPayment()] }),
  aCase({ payments: [aPayment({ amount: yuan(5) })], loans: [aLoan({ id: 'l2' }), aLoan()] }),
  aCase({ asOf: day('2026-01-01'), budget: { ...aCase().budget, cash: yuan(1) } }),
  aCase({ budget: { ...aCase().budget, incomes: [anIncome({ id: 'i2' }), anIncome()] } }),
]

async function told() {
  const repository = testRepository(await openTestDatabase())
  const [first, ...later] = STATES
  if (first === undefined) throw new Error('there are states')
  const caseId = await repository.create(first, { sample: false })
  let before = first
  for (const after of later) {
    await repository.commit(caseId, { label: 'case-changed', before, after })
    before = after
  }
  return { repository, caseId }
}

describe('the history of a case', () => {
  it('lists its steps, the latest first, and says which were undone', async () => {
    const { repository, caseId } = await told()
    await repository.undo(caseId)
    const changes = await repository.pastChanges(caseId)
    expect(changes.map(({ n, isUndone }) => [n, isUndone])).toEqual([
      [4, true],
      [3, false],
      [2, false],
      [1, false],
    ])
    expect(changes[0]).toMatchObject({ label: 'case-changed' })
  })

  it('gives the case as it was before every step', async () => {
    const { repository, caseId } = await told()
    for (const [index, state] of STATES.slice(0, -1).entries())
      expect(await repository.stateBefore(caseId, index + 1)).toEqual(state)
    expect(await repository.load(caseId)).toEqual(STATES.at(-1))
  })

  it('gives nothing for a step that was undone, is not there or belongs to no case', async () => {
    const { repository, caseId } = await told()
    await repository.undo(caseId)
    expect(await repository.stateBefore(caseId, 4)).toBeNull()
    expect(await repository.stateBefore(caseId, 0)).toBeNull()
    expect(await repository.stateBefore('none', 1)).toBeNull()
  })

  it('is restored by a change of its own, which undo takes back', async () => {
    const { repository, caseId } = await told()
    const [now, then] = [STATES.at(-1), await repository.stateBefore(caseId, 2)]
    if (now === undefined || then === null) throw new Error('both states are there')
    await repository.commit(caseId, { label: 'state-restored', before: now, after: then })
    expect(await repository.load(caseId)).toEqual(STATES[1])
    expect(await repository.undo(caseId)).toEqual(now)
  })
})
