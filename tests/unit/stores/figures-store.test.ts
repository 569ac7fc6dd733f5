import { expect, it } from 'vitest'
import { putMember } from '../../../src/domain/case/index.ts'
import { useCaseStore } from '../../../src/stores/case-store.ts'
import { useFiguresStore } from '../../../src/stores/figures-store.ts'
import { aContact } from '../../support/builders.ts'
import { shippedPack } from '../../support/pack-files.ts'
import { freshName, startStores } from './store-setup.ts'

it('holds the log against the rules anew only where it or what it is judged by changed', async () => {
  await startStores(freshName(), () => ({ pack: shippedPack() }))
  const cases = useCaseStore()
  await cases.startOwn('zh-CN')
  const contact = aContact({ conduct: ['threat'] })
  await cases.change('contact-changed', (facts) => putMember(facts, 'contacts', contact))
  const figures = useFiguresStore()
  const found = figures.conduct
  const log = figures.contactLog
  expect(found.length).toBeGreaterThan(0)

  await cases.change('debtor-changed', (facts) => ({
    ...facts,
    debtor: { ...facts.debtor, hardshipNote: '病了' },
  }))
  expect(figures.conduct).toBe(found)
  expect(figures.contactLog).toBe(log)

  const later = aContact({ ...contact, id: 'k2', at: '2026-11-22T10:00:00+08:00' })
  await cases.change('contact-changed', (facts) => putMember(facts, 'contacts', later))
  expect(figures.conduct.length).toBeGreaterThan(found.length)
})
