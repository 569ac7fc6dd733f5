import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { DesktopApi } from '../../../src/contract/index.ts'
import type { Case } from '../../../src/domain/case/index.ts'
import { usePaymentDeskStore } from '../../../src/stores/index.ts'
import AgendaView from '../../../src/ui/agenda/AgendaView.vue'
import { aCase, day, yuan } from '../../support/builders.ts'
import { mountScreen } from '../../support/mount-screen.ts'

const facts: Case = aCase({
  tasks: [{ id: 'k1', title: '给银行回电话', dueOn: day('2026-11-24'), doneOn: null, loan: null }],
  plan: {
    acceptedOn: day('2026-11-01'),
    proposal: 'x',
    instalments: [
      { loan: 'l1', dueOn: day('2026-11-15'), amount: yuan(300) },
      { loan: 'l1', dueOn: day('2026-12-15'), amount: yuan(300) },
    ],
    figures: null,
  },
})

afterEach(() => {
  document.body.replaceChildren()
})

const open = (desktop: Partial<DesktopApi> = {}) => mountScreen(AgendaView, { facts, desktop })

describe('the agenda', () => {
  it('lists what is late first, then today, then later months', async () => {
    const { wrapper } = await open()
    expect(wrapper.findAll('h2').map((heading) => heading.text())).toEqual(
      expect.arrayContaining(['晚了的', '今天', '2026年12月']),
    )
    expect(wrapper.findAll('li')[0]?.text()).toMatch(/2026年11月15日.*300/s)
  })

  it('marks a task done, and takes a new one', async () => {
    const { wrapper, cases } = await open()
    await wrapper.get('button[aria-label*="给银行回电话"]').trigger('click')
    await flushPromises()
    expect(cases.facts?.tasks[0]?.doneOn).toBe('2026-11-24')
    const title = wrapper.get<HTMLInputElement>('form input')
    await title.setValue('去网点取流水')
    await title.trigger('change')
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    expect(cases.facts?.tasks[1]).toMatchObject({ title: '去网点取流水', dueOn: '2026-11-24' })
  })

  it('opens the form for the payment of a row', async () => {
    const { wrapper } = await open()
    await wrapper.findAll('li')[0]?.get('button').trigger('click')
    expect(usePaymentDeskStore().asked).toEqual({ kind: 'new', loan: 'l1' })
  })

  it('shows the month, and the one after it', async () => {
    const { wrapper } = await open()
    expect(wrapper.get('td.today').text()).toContain('给银行回电话')
    await wrapper
      .findAll('button')
      .find((button) => button.text() === '下个月')
      ?.trigger('click')
    expect(wrapper.get('table').text()).toContain('计划还款')
  })

  it('writes a calendar file without names and amounts unless they are asked for', async () => {
    const saveFile = vi.fn<DesktopApi['saveFile']>(() =>
      Promise.resolve({ ok: true, value: { path: '/tmp/a.ics' } }),
    )
    const { wrapper } = await open({ saveFile })
    const save = () => wrapper.get('.export button').trigger('click')
    const written = (call: number) =>
      new TextDecoder().decode(saveFile.mock.calls[call]?.[0].bytes).replaceAll('\r\n ', '')
    await save()
    await flushPromises()
    expect(written(0)).toContain('SUMMARY:一笔付款')
    expect(written(0)).not.toMatch(/甲银行|300|回电话/)
    await wrapper.get('input[type=checkbox]').setValue(true)
    await save()
    await flushPromises()
    expect(written(1)).toMatch(/甲银行/)
    expect(written(1)).toMatch(/300/)
    expect(wrapper.get('.export [role=status]').text()).toContain('/tmp/a.ics')
  })
})

describe('the next step of the agenda', () => {
  it('is what is late, and opens the form for its payment', async () => {
    const { wrapper } = await open()
    const step = wrapper.get('[data-testid=next-step]')
    expect(step.text()).toMatch(/先处理晚了的.*2026年11月15日/)
    await step.get('button').trigger('click')
    expect(usePaymentDeskStore().asked).toEqual({ kind: 'new', loan: 'l1' })
  })

  it('is a task where nothing comes before it', async () => {
    const { wrapper, cases } = await mountScreen(AgendaView, {
      facts: { ...facts, loans: [], plan: null },
      locale: 'en',
    })
    const step = wrapper.get('[data-testid=next-step]')
    expect(step.text()).toContain('给银行回电话, due ')
    await step.get('button').trigger('click')
    await flushPromises()
    expect(cases.facts?.tasks[0]?.doneOn).toBe('2026-11-24')
    expect(wrapper.find('a[href="/proposals"]').exists()).toBe(true)
  })
})
