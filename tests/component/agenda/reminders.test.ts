import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { useReminderStore } from '../../../src/stores/index.ts'
import ReminderNotice from '../../../src/ui/agenda/ReminderNotice.vue'
import { aCase, day } from '../../support/builders.ts'
import { mountScreen } from '../../support/mount-screen.ts'

const facts = aCase({
  loans: [],
  tasks: [{ id: 'k1', title: '回电话', dueOn: day('2026-11-24'), doneOn: null, loan: null }],
})

afterEach(() => {
  document.body.replaceChildren()
})

describe('a reminder of the app', () => {
  it('comes at the start, once, and again once it was put off for an hour', async () => {
    const remind = vi.fn(() => Promise.resolve({ ok: true, value: null } as const))
    let hour = 10
    const { wrapper, services } = await mountScreen(ReminderNotice, {
      facts,
      desktop: { remind },
      now: () => new Date(2026, 10, 24, hour),
    })
    const reminders = useReminderStore()
    await reminders.open()
    await reminders.look()
    expect(remind).toHaveBeenCalledOnce()
    expect(Object.values((await services.settings.read()).reminded)).toMatchObject([
      { remindedOn: '2026-11-24' },
    ])
    await wrapper.findAll('button')[0]?.trigger('click')
    await flushPromises()
    expect(wrapper.text()).toContain('一小时后再提醒。')
    await reminders.look()
    expect(remind).toHaveBeenCalledOnce()
    hour = 11
    await reminders.look()
    expect(remind).toHaveBeenCalledTimes(2)
  })

  it('keeps what was chosen', async () => {
    const { services } = await mountScreen(ReminderNotice, { facts })
    const reminders = useReminderStore()
    await reminders.setRules({ ...reminders.rules, isOn: false })
    expect((await services.settings.read()).reminders).toMatchObject({ isOn: false, daysAhead: 1 })
  })
})
