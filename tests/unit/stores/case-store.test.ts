import { describe, expect, it } from 'vitest'
import { putMember, type Case } from '../../../src/domain/case/index.ts'
import { decodeCaseText, encodeCaseText, StorageFailure } from '../../../src/storage/index.ts'
import { useCaseStore } from '../../../src/stores/case-store.ts'
import { aCase, aLoan, aPayment } from '../../support/builders.ts'
import { freshName, startStores } from './store-setup.ts'

const withNote =
  (note: string) =>
  (facts: Case): Case => ({ ...facts, debtor: { ...facts.debtor, hardshipNote: note } })

const noteOf = (store: ReturnType<typeof useCaseStore>) => store.facts?.debtor.hardshipNote

async function openOwn() {
  const setup = await startStores()
  const store = useCaseStore()
  await store.open()
  await store.startOwn('zh-CN')
  return { ...setup, store }
}

describe('opening', () => {
  it('finds nothing at first and does no work before it is asked', async () => {
    await startStores()
    const store = useCaseStore()
    expect(store.ready).toBe(false)
    await store.open()
    expect([store.ready, store.facts, store.caseId]).toEqual([true, null, null])
  })

  it('finds everything again after a restart, undo included', async () => {
    const name = freshName()
    const first = await startStores(name)
    const before = useCaseStore()
    await before.startOwn('en')
    await before.change('debtor-changed', withNote('一'))
    first.close()

    await startStores(name)
    const after = useCaseStore()
    expect(after).not.toBe(before)
    await after.open()
    expect([noteOf(after), after.facts?.locale, after.canUndo]).toEqual(['一', 'en', true])
    await after.undo()
    expect([noteOf(after), after.canUndo, after.redoLabel]).toEqual(['', false, 'debtor-changed'])
  })

  it('says so when what is stored can not be read, and loses nothing', async () => {
    const name = freshName()
    const { close } = await startStores(name)
    await useCaseStore().startOwn('zh-CN')
    close()
    await startStores(name, ({ cases }) => ({
      cases: { ...cases, load: () => Promise.reject(new StorageFailure('damaged')) },
    }))
    const store = useCaseStore()
    await store.open()
    expect([store.ready, store.facts, store.saveState, store.saveFailure]).toEqual([
      true,
      null,
      'failed',
      'damaged',
    ])
  })
})

describe('the sample', () => {
  it('is marked, opened once however often it is asked for, and removed for the own case', async () => {
    const { services, store } = await openOwn()
    const own = store.caseId
    await store.openSample('zh-CN')
    const sample = store.caseId
    expect([store.isSample, store.facts?.loans.length]).toEqual([true, 1])
    await store.openSample('en')
    expect(store.caseId).toBe(sample)
    await store.removeCase()
    expect([store.caseId, store.isSample]).toEqual([own, false])
    expect(await services.cases.list()).toHaveLength(1)
    await store.removeCase()
    expect([store.facts, store.canUndo]).toEqual([null, false])
    expect((await services.settings.read()).activeCase).toBeNull()
  })
})

describe('a change', () => {
  it('is seen at once and saved without being asked', async () => {
    const { services, store } = await openOwn()
    const saving = store.change('loan-added', (facts) => putMember(facts, 'loans', aLoan()))
    expect([store.facts?.loans.length, store.saveState]).toEqual([1, 'saving'])
    expect(await saving).toBe('saved')
    expect([store.saveState, store.canUndo, store.undoLabel]).toEqual(['saved', true, 'loan-added'])
    expect(await services.cases.load(store.caseId ?? '')).toEqual(store.facts)
  })

  it('that changes nothing leaves no trace', async () => {
    const { store } = await openOwn()
    expect(await store.change('debtor-changed', (facts) => facts)).toBe('unchanged')
    expect(store.canUndo).toBe(false)
  })

  it('follows another without waiting, in order, each undone by itself', async () => {
    const { services, store } = await openOwn()
    await Promise.all(
      ['一', '二', '三'].map((note) => store.change('debtor-changed', withNote(note))),
    )
    expect(noteOf(store)).toBe('三')
    expect(await services.cases.load(store.caseId ?? '')).toEqual(store.facts)
    await store.undo()
    expect(noteOf(store)).toBe('二')
    await store.undo()
    expect(noteOf(store)).toBe('一')
    await store.redo()
    expect(noteOf(store)).toBe('二')
  })

  it('made before undo is waited for', async () => {
    const { store } = await openOwn()
    void store.change('debtor-changed', withNote('一'))
    void store.change('debtor-changed', withNote('二'))
    await store.undo()
    expect(noteOf(store)).toBe('一')
  })

  it('still being saved is there when its case is opened again', async () => {
    const { store } = await openOwn()
    await store.openSample('zh-CN')
    void store.change('debtor-changed', withNote('一'))
    await store.openSample('zh-CN')
    expect([noteOf(store), store.canUndo]).toEqual(['一', true])
  })

  it('that can not be saved is taken back and reported; those around it are kept', async () => {
    const name = freshName()
    let fails = 0
    const { services } = await startStores(name, ({ cases }) => ({
      cases: {
        ...cases,
        commit: (id, change) =>
          change.label === 'loan-added'
            ? ((fails += 1), Promise.reject(new StorageFailure('full')))
            : cases.commit(id, change),
      },
    }))
    const store = useCaseStore()
    await store.startOwn('zh-CN')
    const outcomes = await Promise.all([
      store.change('debtor-changed', withNote('前')),
      store.change('loan-added', (facts) => putMember(facts, 'loans', aLoan())),
      store.change('debtor-changed', (facts) => withNote(`${facts.debtor.hardshipNote}后`)(facts)),
    ])
    expect(outcomes).toEqual(['saved', 'full', 'saved'])
    expect(fails).toBe(1)
    expect([noteOf(store), store.facts?.loans]).toEqual(['前后', []])
    expect(await services.cases.load(store.caseId ?? '')).toEqual(store.facts)
  })

  it('that can not be saved leaves the failure in sight until one is saved', async () => {
    const { store } = await openOwn()
    const bad = putMember(store.facts ?? aCase(), 'payments', aPayment({ id: '' }))
    expect(await store.change('payment-added', () => bad)).toBe('refused')
    expect([store.saveState, store.saveFailure, store.facts?.payments]).toEqual([
      'failed',
      'refused',
      [],
    ])
    await store.change('debtor-changed', withNote('好'))
    expect([store.saveState, store.saveFailure]).toEqual(['saved', null])
  })
})

describe('import and export', () => {
  it('of an invalid file changes nothing and names its problems', async () => {
    const { services, store } = await openOwn()
    const [facts, all] = [store.facts, await services.cases.list()]
    const outcome = await store.importText('{"format":"respite-case","version":1,"loans":[{}]}')
    expect(outcome).toMatchObject({ ok: false })
    expect(outcome.ok ? [] : outcome.problems.map(({ path }) => path)).toContain('$.loans[0].id')
    expect(store.facts).toBe(facts)
    expect(await services.cases.list()).toEqual(all)
  })

  it('opens a valid file as a case of its own beside the one that was open', async () => {
    const { services, store } = await openOwn()
    const facts = aCase({ extra: { remark: 'kept' } })
    expect(await store.importText(encodeCaseText(facts))).toMatchObject({
      ok: true,
      warnings: [{ code: 'unknown-field', path: '$.remark' }],
    })
    expect(store.facts).toEqual(facts)
    expect(await services.cases.list()).toHaveLength(2)
    const exported = decodeCaseText(store.exportText() ?? '')
    expect(exported.ok && exported.facts).toEqual(facts)
  })

  it('of no case is nothing', async () => {
    await startStores()
    expect(useCaseStore().exportText()).toBeNull()
  })
})
