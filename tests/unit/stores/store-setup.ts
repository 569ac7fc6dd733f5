import { createPinia, setActivePinia } from 'pinia'
import { createApp } from 'vue'
import { aCase, day } from '../../support/builders.ts'
import { encodeCaseText, openStorage } from '../../../src/storage/index.ts'
import { TEST_KEY } from '../../support/test-key.ts'
import { servicesKey, type Services } from '../../../src/stores/services.ts'

let names = 0

export const freshName = (): string => `stores-${String((names += 1))}`

/**
 * Stores as the app has them, over a real database. Give the same name again for what the person
 * finds after a restart; `overrides` plants failures.
 */
export async function startStores(
  name = freshName(),
  overrides: (services: Services) => Partial<Services> = () => ({}),
) {
  const storage = await openStorage({ name, key: TEST_KEY, plainName: `${name}-plain` })
  if (!storage.ok) throw new Error(storage.problem)
  const { cases, files, settings, backups } = storage.value
  const services = {
    cases,
    files,
    settings,
    backups,
    pack: { meta: { id: 'cn', currency: 'CNY' }, limits: [], lpr: [], arrangements: [] },
    desktop: {},
    manual: () => Promise.resolve({}),
    sampleCase: () => Promise.resolve(encodeCaseText(aCase({ asOf: day('2026-11-23') }))),
    today: () => day('2026-11-24'),
    now: () => new Date('2026-11-24T10:00:00'),
    newId: () => crypto.randomUUID(),
    // The stores under test use no more of the pack and the desktop than this.
  } as unknown as Services
  const app = createApp({})
  const pinia = createPinia()
  app.use(pinia)
  app.provide(servicesKey, { ...services, ...overrides(services) })
  setActivePinia(pinia)
  return { services, close: storage.value.close }
}
