import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { aCase, day, yuan } from '../../support/builders.ts'
import { mountScreen } from '../../support/mount-screen.ts'
import type { Case } from '../../../src/domain/case/index.ts'
import PlanView from '../../../src/ui/plan/PlanView.vue'

const planned = (parts: Partial<Case> = {}): Case =>
  aCase({
    plan: {
      acceptedOn: day('2026-11-20'),
      figures: null,
      proposal: 'pro-rata-2026-11-20',
      instalments: [
        { loan: 'l1', dueOn: day('2026-11-22'), amount: yuan(300) },
        { loan: 'l1', dueOn: day('2026-12-10'), amount: yuan(300) },
      ],
    },
    ...parts,
  })

afterEach(() => {
  document.body.replaceChildren()
})

const open = (facts = planned()) => mountScreen(PlanView, { facts })
const rowTexts = (wrapper: Awaited<ReturnType<typeof open>>['wrapper']) =>
  wrapper.findAll('li').map((row) => row.text())

describe('marking an instalment paid', () => {
  it('records what is missing, today, by the button and Enter', async () => {
    const { wrapper, cases } = await open()
    await wrapper.get('li button').trigger('click')
    expect(document.activeElement?.textContent.trim()).toBe('记下')
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    expect(cases.facts?.payments).toMatchObject([
      { loan: 'l1', on: '2026-11-24', amount: yuan(300) },
    ])
    expect(rowTexts(wrapper)[0]).toContain('已还清')
    await expect.poll(() => wrapper.get('[role=status]').text()).toContain('300')
  })

  it('takes the payment back', async () => {
    const { wrapper, cases } = await open()
    await wrapper.get('li button').trigger('click')
    await wrapper.get('form').trigger('submit')
    await expect.poll(() => wrapper.find('[role=status] button').exists()).toBe(true)
    await wrapper.get('[role=status] button').trigger('click')
    await expect.poll(() => cases.facts?.payments.length).toBe(0)
    expect(rowTexts(wrapper)[0]).toContain('晚了')
  })

  it('records another amount as a part and says what is left', async () => {
    const { wrapper, cases } = await open()
    await wrapper.get('li button').trigger('click')
    const amount = wrapper.get<HTMLInputElement>('form input')
    await amount.setValue('100')
    await amount.trigger('change')
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    expect(cases.facts?.payments.map((payment) => payment.amount)).toEqual([yuan(100)])
    expect(rowTexts(wrapper)[0]).toMatch(/还差.*200/)
  })

  it('refuses an empty amount beside the field and records nothing', async () => {
    const { wrapper, cases } = await open()
    await wrapper.get('li button').trigger('click')
    const amount = wrapper.get<HTMLInputElement>('form input')
    await amount.setValue('')
    await amount.trigger('change')
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    expect(cases.facts?.payments).toEqual([])
    expect(wrapper.get('form').text()).toContain('请填写这一项')
  })

  it('says how a due date on a weekend is met, and who agreed to what', async () => {
    const { plan } = planned()
    const saturday = { loan: 'l1', dueOn: day('2026-12-12'), amount: yuan(10) }
    const instalments = [...(plan?.instalments ?? []), saturday]
    const { wrapper } = await open(planned({ plan: plan && { ...plan, instalments } }))
    expect(rowTexts(wrapper)[0]).not.toContain('周末')
    expect(wrapper.text()).toMatch(/2026年12月12日.*周末.*12月11日/s)
    expect(wrapper.get('.terms').text()).toContain('对方还没有同意')
  })

  it('keeps a plan that was given up readable', async () => {
    const { wrapper } = await open()
    await wrapper
      .findAll('button')
      .find((button) => button.text() === '不再用这份计划')
      ?.trigger('click')
    await wrapper.get('dialog button:last-child').trigger('click')
    await flushPromises()
    expect(wrapper.get('h1').text()).toContain('还没有计划')
    expect(wrapper.get('details').text()).toMatch(/2026年11月20日.*按欠款比例.*600/s)
  })

  it('leads to the proposals where there is no plan', async () => {
    const { wrapper } = await open(aCase())
    expect(wrapper.get('.empty a').attributes('href')).toBe('/proposals')
    expect(wrapper.findAll('nav a').map((link) => link.attributes('href'))).toContain(
      '/plan/payments',
    )
  })
})
