import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import type { DesktopApi } from '../../../src/contract/index.ts'
import ReviewView from '../../../src/ui/review/ReviewView.vue'
import { aCase, aPayment, day, yuan } from '../../support/builders.ts'
import { mountScreen } from '../../support/mount-screen.ts'

afterEach(() => {
  document.body.replaceChildren()
})

it('shows a month, another when it is chosen, and prints the one that is shown', async () => {
  const print = vi.fn<DesktopApi['print']>(() => Promise.resolve({ ok: true, value: null }))
  const facts = aCase({ payments: [aPayment({ on: day('2026-10-20'), amount: yuan(450) })] })
  const { wrapper } = await mountScreen(ReviewView, { facts, desktop: { print } })
  expect(wrapper.get('.sheet').text()).toContain('这个月没有记下还款')
  await wrapper.get('select').setValue('2026-10-01')
  expect(wrapper.get('.sheet').text()).toMatch(/这个月还了.*450/s)
  await wrapper.get('header button').trigger('click')
  await flushPromises()
  expect(print.mock.calls[0]?.[0]).toMatchObject({ title: '2026年10月回顾' })
  expect(print.mock.calls[0]?.[0].html).toContain('<table')
})

it('leads on to a plan, to what was missed, or to what is due', async () => {
  const stepOf = async (facts: ReturnType<typeof aCase>, locale: 'zh-CN' | 'en' = 'zh-CN') => {
    const { wrapper } = await mountScreen(ReviewView, { facts, locale })
    return wrapper.get('[data-testid=next-step]')
  }
  const plan = {
    acceptedOn: day('2026-11-01'),
    proposal: 'x',
    instalments: [{ loan: 'l1', dueOn: day('2026-11-10'), amount: yuan(300) }],
    figures: null,
  }
  expect((await stepOf(aCase())).get('a').attributes('href')).toBe('/proposals')
  const missed = await stepOf(aCase({ plan }), 'en')
  expect(missed.text()).toContain('Less was paid than planned')
  expect(missed.get('a').attributes('href')).toBe('/plan/variance')
  const paid = [aPayment({ on: day('2026-11-10'), amount: yuan(300) })]
  const kept = await stepOf(aCase({ plan, payments: paid }))
  expect(kept.get('a').attributes('href')).toBe('/plan/calendar')
})

it('asks next month for what is still missing only', async () => {
  const due = (id: string, amount: number) => ({
    loan: id,
    dueOn: day('2026-12-10'),
    amount: yuan(amount),
  })
  const plan = {
    acceptedOn: day('2026-11-01'),
    proposal: 'x',
    instalments: [due('l1', 300), { ...due('l1', 200), dueOn: day('2026-12-20') }],
    figures: null,
  }
  const nextOf = async (paid: number) => {
    const payments = [aPayment({ on: day('2026-11-10'), amount: yuan(paid) })]
    const { wrapper } = await mountScreen(ReviewView, { facts: aCase({ plan, payments }) })
    const table = wrapper.findAll('.sheet table').at(-1)
    return table?.findAll('tr').map((row) => row.findAll('td').at(-1)?.text())
  }
  expect(await nextOf(100)).toEqual(['¥200.00', '¥200.00'])
  expect(await nextOf(350)).toEqual(['¥150.00'])
})
