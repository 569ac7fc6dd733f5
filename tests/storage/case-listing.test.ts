import { describe, expect, it } from 'vitest'
import { caseBrief } from '../../src/domain/plan/index.ts'
import { createFileRepository } from '../../src/storage/repositories/index.ts'
import { aCase, aLoan, aPayment, day, yuan } from '../support/builders.ts'
import { openTestDatabase, testRepository } from './open-test-database.ts'

const today = day('2026-11-24')

async function aStoredCase(facts = aCase({ payments: [aPayment()] })) {
  const database = await openTestDatabase()
  const cases = testRepository(database)
  return { database, cases, facts, id: await cases.create(facts, { sample: false }) }
}

describe('how a case is listed', () => {
  it('is noted part by part, without a step in its history and without being changed', async () => {
    const { cases, id, facts } = await aStoredCase()
    const before = await cases.summary(id)
    await cases.noteListing(id, { name: '妈妈' })
    await cases.noteListing(id, { archived: true })
    await cases.noteListing(id, { openedAt: '2026-11-24T02:00:00.000Z' })
    expect(await cases.summary(id)).toEqual({
      ...before,
      name: '妈妈',
      isArchived: true,
      openedAt: '2026-11-24T02:00:00.000Z',
    })
    expect(await cases.historyState(id)).toEqual({ undo: null, redo: null })
    expect(await cases.load(id)).toEqual(facts)
    await expect(cases.noteListing('nobody', { name: 'x' })).rejects.toMatchObject({
      code: 'no-such-case',
    })
  })

  it('is kept through changes and undo', async () => {
    const { cases, id, facts } = await aStoredCase()
    await cases.noteListing(id, { name: '妈妈' })
    const after = { ...facts, payments: [] }
    await cases.commit(id, { label: 'payment-removed', before: facts, after })
    await cases.undo(id)
    expect((await cases.summary(id))?.name).toBe('妈妈')
  })

  it('keeps its one line until something is changed, and knows when it is out of date', async () => {
    const { cases, id, facts } = await aStoredCase()
    expect(await cases.summary(id)).toMatchObject({ brief: null, isBriefCurrent: false })
    await cases.keepBrief(id, (held) => caseBrief(held, today))
    const brief = caseBrief(facts, today)
    expect(await cases.summary(id)).toMatchObject({ brief, isBriefCurrent: true })
    await cases.commit(id, {
      label: 'payment-removed',
      before: facts,
      after: { ...facts, payments: [] },
    })
    expect(await cases.summary(id)).toMatchObject({ brief, isBriefCurrent: false })
    await cases.keepBrief(id, (held) => caseBrief(held, today))
    expect(await cases.summary(id)).toMatchObject({ isBriefCurrent: true })
    await cases.keepBrief('nobody', () => brief)
  })

  it('takes a one line that is none for none', async () => {
    const { database, cases, id } = await aStoredCase()
    await database.cases.update(id, {
      listing: { brief: { change: 0, content: { ...caseBrief(aCase(), today), owed: -1 } } },
    })
    expect(await cases.summary(id)).toMatchObject({ brief: null })
  })
})

describe('a copy of a case', () => {
  it('has the same facts and files, and goes its own way', async () => {
    const { database, cases, id, facts } = await aStoredCase()
    const files = createFileRepository(database)
    const file = { name: 'a.pdf', mediaType: 'application/pdf', bytes: Uint8Array.of(1, 2, 3) }
    const { sha256 } = await files.add(id, file)
    const copy = await cases.duplicate(id, '妈妈（试算）')
    expect(await cases.load(copy)).toEqual(facts)
    expect(await cases.summary(copy)).toMatchObject({ name: '妈妈（试算）', isSample: false })
    expect(await files.load(copy, sha256)).toEqual(file)
    const before = { ...facts, loans: [aLoan({ id: 'l1', principal: yuan(77) })] }
    await cases.commit(copy, { label: 'loan-changed', before: facts, after: before })
    expect(await cases.load(id)).toEqual(facts)
    await cases.remove(copy)
    expect(await files.load(id, sha256)).toEqual(file)
    await expect(cases.duplicate('nobody', 'x')).rejects.toMatchObject({ code: 'no-such-case' })
  })

  it('of the invented sample stays invented', async () => {
    const { cases, facts } = await aStoredCase()
    const sample = await cases.create(facts, { sample: true })
    expect(await cases.summary(await cases.duplicate(sample, 'x'))).toMatchObject({
      isSample: true,
    })
  })
})
