import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import ContactDesk from '../../../src/ui/contacts/ContactDesk.vue'
import ContactsView from '../../../src/ui/contacts/ContactsView.vue'
import {
  callsByDay,
  callsByHour,
  contactsByDay,
  heatOf,
  weeksUpTo,
} from '../../../src/ui/contacts/contact-counts.ts'
import { readLog } from '../../../src/domain/conduct/index.ts'
import { shownContacts } from '../../../src/ui/contacts/shown-contacts.ts'
import TimesView from '../../../src/ui/contacts/TimesView.vue'
import { aCase, aContact, day } from '../../support/builders.ts'
import { mountScreen } from '../../support/mount-screen.ts'

/** The page, and what the frame shows over every page. */
const Page = defineComponent(() => () => [h(ContactsView), h(ContactDesk)])
const call = (id: string, at: string, parts = {}) => aContact({ id, at, ...parts })
const contacts = [
  call('k1', '2026-11-20T09:00:00+08:00'),
  call('k2', '2026-11-20T09:30:00+08:00', { connected: false }),
  call('k3', '2026-11-23T21:00:00+08:00', { channel: 'sms' }),
  call('k4', '2026-11-24T09:59:00+08:00', { direction: 'out' }),
]

// A chart is read when it is first shown: a test does not end under it.
afterEach(async () => {
  await vi.dynamicImportSettled()
  document.body.replaceChildren()
})

describe('a pasted list', () => {
  it('is shown before it is added; what the log has stays out, what is not read stays in sight', async () => {
    const facts = aCase({
      contacts: [
        call('k1', '2026-11-20T13:05:00+08:00', {
          caller: { name: '', agency: '', number: '95000', identified: true },
        }),
      ],
    })
    const { wrapper, cases } = await mountScreen(Page, { facts, at: { name: 'contacts' } })
    const open = wrapper.findAll('button').find((one) => one.text().includes('粘贴'))
    await open?.trigger('click')
    await wrapper
      .get('textarea')
      .setValue('通话记录\n11月20日 13:05 95000 未接\n11月20日 14:10 95001 已接 2分钟')
    expect(wrapper.text()).toContain('认出 2 条，选中 1 条')
    expect(wrapper.text()).toContain('记录里已经有这一条')
    expect(wrapper.text()).toContain('通话记录')
    await wrapper.get('form').trigger('submit')
    await expect.poll(() => cases.facts?.contacts.length).toBe(2)
    expect(cases.facts?.contacts[1]).toMatchObject({
      at: '2026-11-20T14:10:00+08:00',
      connected: true,
      caller: { number: '95001', identityUnknown: true },
      notes: '11月20日 14:10 95001 已接 2分钟',
    })
    await flushPromises()
  })
})

describe('when contacts came', () => {
  const entries = shownContacts(readLog(aCase({ contacts }), 480), [])

  it('is counted by day and by hour, calls apart from messages and from one’s own', () => {
    expect([...contactsByDay(entries)]).toEqual([
      ['2026-11-23', 1],
      ['2026-11-20', 2],
    ])
    expect(callsByHour(entries)[9]).toEqual({ answered: 1, missed: 1 })
    expect(callsByDay(entries, day('2026-11-21'), 3)).toEqual([
      { date: '2026-11-19', answered: 0, missed: 0 },
      { date: '2026-11-20', answered: 1, missed: 1 },
      { date: '2026-11-21', answered: 0, missed: 0 },
    ])
  })

  it('is drawn by weeks from Monday, up to the day', () => {
    expect(weeksUpTo(day('2026-11-24'), 2)).toEqual([
      [16, 17, 18, 19, 20, 21, 22].map((n) => `2026-11-${String(n)}`),
      ['2026-11-23', '2026-11-24', null, null, null, null, null],
    ])
    expect([0, 1, 2, 4, 8].map((count) => heatOf(count, 8))).toEqual([0, 1, 1, 2, 4])
  })

  it('is told in a sentence and in tables', async () => {
    const { wrapper } = await mountScreen(TimesView, {
      facts: aCase({ contacts }),
      at: { name: 'contacts-times' },
    })
    expect(wrapper.text()).toContain('近 26 周里，2 天有人联系，共 3 次；最多的一天 2 次。')
    expect(wrapper.text()).toContain('近 30 天来电 2 次，最多的是2026年11月20日，2 次。')
    expect(wrapper.text()).toContain('共来电 2 次，最多的时段从9点起，2 次。')
    expect(wrapper.findAll('table')).toHaveLength(3)
  })
})
