import { describe, expect, it } from 'vitest'
import { useDayStore } from '../../../src/stores/day-store.ts'
import { useCaseStore } from '../../../src/stores/case-store.ts'
import { useSettingsStore } from '../../../src/stores/settings-store.ts'
import { day } from '../../support/builders.ts'
import { freshName, startStores } from './store-setup.ts'

describe('the settings', () => {
  it('are kept over a restart', async () => {
    const name = freshName()
    const { close } = await startStores(name)
    const store = useSettingsStore()
    await store.open('en')
    expect([store.locale, store.hasLocale, store.theme]).toEqual(['en', false, 'system'])
    await store.setLocale('zh-CN')
    await store.setTheme('dark')
    close()
    await startStores(name)
    const again = useSettingsStore()
    await again.open('en')
    expect([again.locale, again.hasLocale, again.theme]).toEqual(['zh-CN', true, 'dark'])
  })
})

describe('the day', () => {
  it('is today until the case names one', async () => {
    let today = day('2026-11-24')
    await startStores(freshName(), () => ({ today: () => today }))
    const days = useDayStore()
    expect(days.day).toBe('2026-11-24')
    today = day('2026-11-25')
    days.refresh()
    expect(days.day).toBe('2026-11-25')
    const cases = useCaseStore()
    await cases.startOwn('zh-CN')
    await cases.change('day-changed', (facts) => ({ ...facts, asOf: day('2026-01-01') }))
    expect(days.day).toBe('2026-01-01')
  })
})
