import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dropMember, putMember, type Case } from '../../src/domain/case/index.ts'
import { MOST_CHANGES } from '../../src/storage/repositories/case-history.ts'
import { aCase, aLoan, anExpense, aPayment, day, yuan } from '../support/builders.ts'
import { freshName, openTestDatabase, testRepository } from './open-test-database.ts'

const withNote = (facts: Case, note: string): Case => ({
  ...facts,
  debtor: { ...facts.debtor, hardshipNote: note },
})

describe('the history of a case', () => {
  it('goes back and forth and says what each step did', async () => {
    const cases = testRepository(await openTestDatabase())
    const start = aCase()
    const id = await cases.create(start, { sample: false })
    const next = putMember(start, 'payments', aPayment())
    await cases.commit(id, { label: 'payment-added', before: start, after: next })
    expect(await cases.historyState(id)).toEqual({ undo: 'payment-added', redo: null })
    expect(await cases.undo(id)).toEqual(start)
    expect(await cases.historyState(id)).toEqual({ undo: null, redo: 'payment-added' })
    expect(await cases.undo(id)).toBeNull()
    expect(await cases.redo(id)).toEqual(next)
    expect(await cases.redo(id)).toBeNull()
  })

  it('survives a restart', async () => {
    const name = freshName()
    const first = await openTestDatabase(name)
    const start = aCase()
    const id = await testRepository(first).create(start, { sample: false })
    await testRepository(first).commit(id, {
      label: 'debtor-changed',
      before: start,
      after: withNote(start, '一'),
    })
    first.close()
    const again = testRepository(await openTestDatabase(name))
    expect(await again.load(id)).toEqual(withNote(start, '一'))
    expect(await again.undo(id)).toEqual(start)
  })

  it('forgets what could be redone once something else is changed', async () => {
    const cases = testRepository(await openTestDatabase())
    const start = aCase()
    const id = await cases.create(start, { sample: false })
    const one = withNote(start, '一')
    const two = withNote(start, '二')
    await cases.commit(id, { label: 'debtor-changed', before: start, after: one })
    await cases.undo(id)
    await cases.commit(id, { label: 'debtor-changed', before: start, after: two })
    expect((await cases.historyState(id)).redo).toBeNull()
    expect(await cases.redo(id)).toBeNull()
    expect(await cases.load(id)).toEqual(two)
  })

  it('keeps a limited number of steps and undoes exactly those', async () => {
    const database = await openTestDatabase()
    const cases = testRepository(database)
    let facts = aCase()
    const id = await cases.create(facts, { sample: false })
    for (let n = 1; n <= MOST_CHANGES + 3; n += 1) {
      const after = withNote(facts, String(n))
      await cases.commit(id, { label: 'debtor-changed', before: facts, after })
      facts = after
    }
    expect(await database.changes.count()).toBe(MOST_CHANGES)
    let undone = 0
    while ((await cases.undo(id)) !== null) undone += 1
    expect(undone).toBe(MOST_CHANGES)
    expect((await cases.load(id))?.debtor.hardshipNote).toBe('3')
  }, 30_000)

  const number = fc.nat(4)
  const step = fc.oneof(
    fc.record({ kind: fc.constant('put-payment' as const), n: number, amount: fc.nat(9) }),
    fc.record({ kind: fc.constant('drop-payment' as const), n: number, amount: fc.nat(9) }),
    fc.record({ kind: fc.constant('put-loan' as const), n: number, amount: fc.nat(9) }),
    fc.record({ kind: fc.constant('expenses' as const), n: number, amount: fc.nat(9) }),
    fc.record({ kind: fc.constant('head' as const), n: number, amount: fc.nat(9) }),
    fc.record({ kind: fc.constant('reverse' as const), n: number, amount: fc.nat(9) }),
    fc.record({ kind: fc.constant('plan' as const), n: number, amount: fc.nat(9) }),
  )
  type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

  function apply(facts: Case, { kind, n, amount }: Step): Case {
    const id = String(n)
    switch (kind) {
      case 'put-payment':
        return putMember(facts, 'payments', aPayment({ id, amount: yuan(amount) }))
      case 'drop-payment':
        return dropMember(facts, 'payments', id)
      case 'put-loan':
        return putMember(facts, 'loans', aLoan({ id: `l${id}`, product: String(amount) }))
      case 'expenses':
        return {
          ...facts,
          budget: {
            ...facts.budget,
            expenses: Array.from({ length: n }, (_, index) =>
              anExpense({ id: String(index), amount: yuan(amount) }),
            ),
          },
        }
      case 'head':
        return withNote(facts, String(amount))
      case 'reverse':
        return {
          ...facts,
          payments: [...facts.payments].reverse(),
          loans: [...facts.loans].reverse(),
        }
      case 'plan':
        return {
          ...facts,
          plan:
            amount < 5
              ? null
              : { acceptedOn: day('2026-11-24'), proposal: id, instalments: [], figures: null },
        }
    }
  }

  it('undoes any run of changes to the start and redoes it to the end, each state on the way', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const cases = testRepository(await openTestDatabase())
        const states = [aCase()]
        const id = await cases.create(aCase(), { sample: false })
        for (const change of steps) {
          const before = states.at(-1)!
          const after = apply(before, change)
          await cases.commit(id, { label: 'case-changed', before, after })
          if (JSON.stringify(after) !== JSON.stringify(before)) states.push(after)
        }
        for (const state of states.slice(0, -1).reverse())
          expect(await cases.undo(id)).toEqual(state)
        expect(await cases.undo(id)).toBeNull()
        for (const state of states.slice(1)) expect(await cases.redo(id)).toEqual(state)
        expect(await cases.redo(id)).toBeNull()
      }),
      { numRuns: 40, interruptAfterTimeLimit: 12_000, markInterruptAsFailure: false },
    )
  }, 30_000)
})
