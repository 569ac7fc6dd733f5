import { describe, expect, it } from 'vitest'
import { dropLoan, putMember, type Case } from '../../src/domain/case/index.ts'
import type { Loan } from '../../src/domain/case/index.ts'
import { aCase, aContact, aLoan, anIncome, aPayment, day, yuan } from '../support/builders.ts'
import { openTestDatabase, testRepository } from './open-test-database.ts'

/** An observer is told a moment after the change, on a busy machine a long one. */
const PATIENT = { timeout: 10_000 }

async function aStoredCase(facts: Case = aCase()) {
  const database = await openTestDatabase()
  const cases = testRepository(database)
  const id = await cases.create(facts, { sample: false })
  return { database, cases, id, facts }
}

describe('stored cases', () => {
  it('come back as they were', async () => {
    const facts = aCase({ asOf: day('2026-11-23'), payments: [aPayment()], contacts: [aContact()] })
    const { cases, id } = await aStoredCase(facts)
    expect(await cases.load(id)).toEqual(facts)
    expect(await cases.load('nobody')).toBeNull()
  })

  it('are listed with the one changed last first, samples marked', async () => {
    const { cases, id, facts } = await aStoredCase()
    const sample = await cases.create(facts, { sample: true })
    expect((await cases.list()).map((found) => [found.id, found.isSample])).toEqual([
      [sample, true],
      [id, false],
    ])
    await cases.commit(id, {
      label: 'day-changed',
      before: facts,
      after: { ...facts, asOf: day('2026-01-01') },
    })
    expect((await cases.list())[0]?.id).toBe(id)
  })

  it('go with every row of theirs, and no row of another case', async () => {
    const { database, cases, id, facts } = await aStoredCase()
    const other = await cases.create(facts, { sample: true })
    await cases.commit(id, { label: 'loan-removed', before: facts, after: dropLoan(facts, 'l1') })
    await cases.remove(id)
    for (const table of database.tables) {
      const rows = (await table.toArray()) as { caseId?: string; id?: string }[]
      expect(rows.filter((row) => row.caseId === id || row.id === id)).toEqual([])
    }
    expect(await cases.load(other)).toEqual(facts)
  })

  it('refuse a damaged row with a reason, and can still be removed', async () => {
    const { database, cases, id } = await aStoredCase()
    await database.loans.update([id, 'l1'], { body: { id: 'l1' } })
    await expect(cases.load(id)).rejects.toMatchObject({ code: 'damaged' })
    expect(await cases.list()).toHaveLength(1)
    await cases.remove(id)
    expect(await cases.list()).toEqual([])
  })

  it('are seen by an observer now and after each change, until it stops', async () => {
    const { cases, id, facts } = await aStoredCase()
    const seen: (Case | null)[] = []
    const stop = cases.observe(id, { next: (state) => seen.push(state) })
    await expect.poll(() => seen.length, PATIENT).toBe(1)
    const after = { ...facts, asOf: day('2026-01-01') }
    await cases.commit(id, { label: 'day-changed', before: facts, after })
    await expect.poll(() => seen.at(-1)?.asOf, PATIENT).toBe('2026-01-01')
    stop()
    const count = seen.length
    await cases.undo(id)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(seen).toHaveLength(count)
  })
})

describe('a commit', () => {
  const twoLoans = aCase({ loans: [aLoan(), aLoan({ id: 'l2' }), aLoan({ id: 'l3' })] })

  it('writes only the rows that changed, and one record that undoes them', async () => {
    const { database, cases, id, facts } = await aStoredCase(twoLoans)
    const after = putMember(facts, 'loans', aLoan({ id: 'l2', product: '新产品' }))
    await cases.commit(id, { label: 'loan-changed', before: facts, after })
    const [change] = await database.changes.toArray()
    expect(change?.rows.map(({ table, id: row }) => [table, row])).toEqual([['loans', 'l2']])
    expect(await cases.load(id)).toEqual(after)
  })

  it('writes nothing when the new state says the same', async () => {
    const { database, cases, id, facts } = await aStoredCase(twoLoans)
    await cases.commit(id, { label: 'loan-changed', before: facts, after: structuredClone(facts) })
    expect(await database.changes.count()).toBe(0)
  })

  it('leaves the other rows alone when one is removed or put in between', async () => {
    const { database, cases, id, facts } = await aStoredCase(twoLoans)
    const shorter = dropLoan(facts, 'l1')
    await cases.commit(id, { label: 'loan-removed', before: facts, after: shorter })
    const [l2, l3] = shorter.loans as [Loan, Loan]
    const longer = { ...shorter, loans: [l2, aLoan({ id: 'l4' }), l3] }
    await cases.commit(id, { label: 'loan-added', before: shorter, after: longer })
    const rows = (await database.changes.toArray()).map((change) =>
      change.rows.map((row) => row.id),
    )
    expect(rows).toEqual([['l1'], ['l4']])
    expect((await cases.load(id))?.loans.map((loan) => loan.id)).toEqual(['l2', 'l4', 'l3'])
  })

  it('keeps a new order of the same members', async () => {
    const { cases, id, facts } = await aStoredCase(twoLoans)
    const after = { ...facts, loans: [...facts.loans].reverse() }
    await cases.commit(id, { label: 'case-changed', before: facts, after })
    expect(await cases.load(id)).toEqual(after)
    expect(await cases.undo(id)).toEqual(facts)
  })

  it('is refused as a whole when a row could not be read back', async () => {
    const { cases, id, facts } = await aStoredCase()
    const bad = putMember(
      { ...facts, asOf: day('2026-01-01') },
      'loans',
      aLoan({ principal: yuan(-1), received: yuan(0) }),
    )
    await expect(
      cases.commit(id, { label: 'loan-changed', before: facts, after: bad }),
    ).rejects.toMatchObject({ code: 'refused' })
    expect(await cases.load(id)).toEqual(facts)
    expect(await cases.historyState(id)).toEqual({ undo: null, redo: null })
  })

  it('of a case that is gone is refused', async () => {
    const { cases, id, facts } = await aStoredCase()
    await cases.remove(id)
    await expect(
      cases.commit(id, {
        label: 'day-changed',
        before: facts,
        after: { ...facts, asOf: day('2026-01-01') },
      }),
    ).rejects.toMatchObject({ code: 'no-such-case' })
  })

  it('made at the same time as others loses none of them', async () => {
    const { cases, id, facts } = await aStoredCase()
    const withPayment = (state: Case, n: number): Case =>
      putMember(state, 'payments', aPayment({ id: `p${String(n)}` }))
    const numbers = Array.from({ length: 20 }, (_, n) => n)
    await Promise.all(
      numbers.map((n) =>
        cases.commit(id, { label: 'payment-added', before: facts, after: withPayment(facts, n) }),
      ),
    )
    expect((await cases.load(id))?.payments.map((payment) => payment.id).sort()).toEqual(
      numbers.map((n) => `p${String(n)}`).sort(),
    )
    for (let step = 0; step < 20; step += 1) await cases.undo(id)
    expect(await cases.load(id)).toEqual(facts)
  })

  it('may change the case, its budget and its plan at once', async () => {
    const { cases, id, facts } = await aStoredCase()
    const after: Case = {
      ...facts,
      locale: 'en',
      budget: { ...facts.budget, cash: yuan(1), incomes: [anIncome({ id: 'i2' })] },
      plan: { acceptedOn: day('2026-11-24'), proposal: 'p', instalments: [], figures: null },
    }
    await cases.commit(id, { label: 'plan-accepted', before: facts, after })
    expect(await cases.load(id)).toEqual(after)
    expect(await cases.undo(id)).toEqual(facts)
    expect(await cases.redo(id)).toEqual(after)
  })
})
