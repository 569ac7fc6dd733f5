import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import type { Case } from '../../../src/domain/case/index.ts'
import PaymentDialog from '../../../src/ui/frame/PaymentDialog.vue'
import PaymentsView from '../../../src/ui/payments/PaymentsView.vue'
import { usePaymentDeskStore } from '../../../src/stores/index.ts'
import { aCase, aLoan, aPayment, day, yuan } from '../../support/builders.ts'
import { mountScreen } from '../../support/mount-screen.ts'

const twoLoans = (parts: Partial<Case> = {}): Case =>
  aCase({
    loans: [aLoan({ product: '消费贷' }), aLoan({ id: 'l2', product: '信用贷' })],
    plan: {
      acceptedOn: day('2026-11-01'),
      proposal: 'x',
      instalments: [
        { loan: 'l2', dueOn: day('2026-11-26'), amount: yuan(250) },
        { loan: 'l1', dueOn: day('2026-12-10'), amount: yuan(300) },
      ],
      figures: null,
    },
    ...parts,
  })

/** The page with the form that the frame opens over it. */
const Page = defineComponent(() => () => [h(PaymentsView), h(PaymentDialog)])

afterEach(() => {
  document.body.replaceChildren()
})

async function open(facts = twoLoans()) {
  const mounted = await mountScreen(Page, { facts })
  return { ...mounted, desk: usePaymentDeskStore() }
}

describe('recording a payment', () => {
  it('needs no more than to confirm what comes next', async () => {
    const { wrapper, cases, desk } = await open()
    desk.ask()
    await flushPromises()
    expect(document.activeElement).toBe(wrapper.get('dialog input[inputmode=decimal]').element)
    await wrapper.get('dialog form').trigger('submit')
    await flushPromises()
    expect(cases.facts?.payments).toMatchObject([
      { loan: 'l2', amount: yuan(250), on: '2026-11-24', reversedOn: null },
    ])
    expect(wrapper.find('dialog').exists()).toBe(false)
  })

  it('proposes the other loan’s instalment when the loan is changed', async () => {
    const { wrapper, cases, desk } = await open()
    desk.ask()
    await flushPromises()
    await wrapper.get('dialog select').setValue('l1')
    await wrapper.get('dialog form').trigger('submit')
    await flushPromises()
    expect(cases.facts?.payments).toMatchObject([{ loan: 'l1', amount: yuan(300) }])
  })

  it('refuses a day to come beside the field and keeps the form', async () => {
    const { wrapper, cases, desk } = await open()
    desk.ask()
    await flushPromises()
    const amount = wrapper.get<HTMLInputElement>('dialog input[inputmode=decimal]')
    await amount.setValue('')
    await amount.trigger('change')
    await wrapper.get('dialog form').trigger('submit')
    await flushPromises()
    expect(cases.facts?.payments).toEqual([])
    expect(wrapper.get('dialog').text()).toContain('请填写这一项')
  })

  it('keeps a receipt with the payment', async () => {
    const { wrapper, cases, services, desk } = await open()
    desk.ask()
    await flushPromises()
    const input = wrapper.get<HTMLInputElement>('dialog input[type=file]')
    const file = new File([new Uint8Array([1, 2, 3])], '凭证.png', { type: 'image/png' })
    Object.defineProperty(input.element, 'files', { value: [file] })
    await input.trigger('change')
    await expect.poll(() => wrapper.get('dialog').text()).toContain('凭证.png')
    await wrapper.get('dialog form').trigger('submit')
    await flushPromises()
    const [receipt] = cases.facts?.payments[0]?.evidence ?? []
    expect(receipt?.name).toBe('凭证.png')
    const kept = await services.files.load(cases.caseId ?? '', receipt?.sha256 ?? '')
    expect(kept?.bytes).toEqual(new Uint8Array([1, 2, 3]))
    // What is stored goes to workers, too: no part of it is a proxy.
    expect(structuredClone(cases.facts)).toEqual(cases.facts)
  })
})

describe('the list of payments', () => {
  const facts = twoLoans({
    payments: [
      aPayment({ id: 'a', loan: 'l1', on: day('2026-11-05'), amount: yuan(300) }),
      aPayment({
        id: 'b',
        loan: 'l2',
        on: day('2026-11-06'),
        amount: yuan(250),
        reversedOn: day('2026-11-08'),
      }),
    ],
  })
  const rows = (wrapper: Awaited<ReturnType<typeof open>>['wrapper']) =>
    wrapper.findAll('tbody tr').map((row) => row.text())

  it('shows the latest first, where the money went, and what was taken back', async () => {
    const { wrapper } = await open(facts)
    expect(rows(wrapper)[0]).toMatch(/信用贷.*被退回/s)
    expect(rows(wrapper)[1]).toMatch(/消费贷.*(利息|本金)/s)
    expect(wrapper.get('p[role=status]').text()).toMatch(/2 笔.*300/)
  })

  it('shows what the filter asks for', async () => {
    const { wrapper } = await open(facts)
    await wrapper.findAll('select')[1]?.setValue('reversed')
    expect(rows(wrapper)).toHaveLength(1)
    await wrapper.findAll('select')[0]?.setValue('l1')
    expect(wrapper.find('table').exists()).toBe(false)
  })

  it('takes out all that are ticked in one step, but nothing that the filter hides', async () => {
    const { wrapper, cases } = await open(facts)
    const tick = (at: number) =>
      wrapper.findAll('tbody input[type=checkbox]')[at]?.trigger('change')
    const ids = () => cases.facts?.payments.map(({ id }) => id)
    await wrapper.get('thead input[type=checkbox]').trigger('change')
    await wrapper.findAll('select')[0]?.setValue('l1')
    expect(wrapper.text()).toContain('选中 1 项')
    await wrapper.get('[role=group].button-row button').trigger('click')
    await flushPromises()
    expect(ids()).toEqual(['b'])
    await cases.undo()
    expect(ids()).toEqual(['a', 'b'])
    await tick(0)
    expect(wrapper.text()).toContain('选中 1 项')
  })

  it('opens what can be done with a payment by the menu key on its row', async () => {
    const { wrapper, desk } = await open(facts)
    const button = wrapper.get<HTMLElement>('tbody tr button')
    button.element.focus()
    await button.trigger('contextmenu')
    const items = wrapper.findAll('[role=menuitem]')
    expect(items.map((item) => item.text())).toEqual(['修改', '删除'])
    expect(document.activeElement).toBe(items[0]?.element)
    await wrapper.get('[role=menu]').trigger('keydown', { key: 'Escape' })
    expect(wrapper.find('[role=menu]').exists()).toBe(false)
    expect(document.activeElement).toBe(button.element)
    await button.trigger('contextmenu')
    await wrapper.get('[role=menuitem]').trigger('click')
    expect(desk.asked).toMatchObject({ kind: 'edit', payment: { id: 'b' } })
  })

  it('keeps the menu through a scroll that led to it, and closes it when its row moves away', async () => {
    const { wrapper } = await open(facts)
    await wrapper.get('tbody tr button').trigger('contextmenu')
    document.dispatchEvent(new Event('scroll'))
    await flushPromises()
    expect(wrapper.find('[role=menu]').exists()).toBe(true)
    const row = wrapper.get<HTMLElement>('tbody tr .anchor').element
    row.getBoundingClientRect = () => new DOMRect(0, 40)
    document.dispatchEvent(new Event('scroll'))
    await flushPromises()
    expect(wrapper.find('[role=menu]').exists()).toBe(false)
  })

  it('moves a payment that was noted on the wrong loan, and takes one back', async () => {
    const { wrapper, cases } = await open(facts)
    await wrapper.findAll('tbody tr')[1]?.get('button').trigger('click')
    await flushPromises()
    await wrapper.get('dialog select').setValue('l2')
    const [, , reversedOn] = wrapper.findAll<HTMLInputElement>('dialog input[type=text]').slice(-3)
    await reversedOn?.setValue('2026-11-20')
    await reversedOn?.trigger('change')
    await wrapper.get('dialog form').trigger('submit')
    await flushPromises()
    expect(structuredClone(cases.facts)).toEqual(cases.facts)
    expect(cases.facts?.payments[0]).toMatchObject({
      id: 'a',
      loan: 'l2',
      amount: yuan(300),
      reversedOn: '2026-11-20',
    })
  })
})

describe('the next step of the payments', () => {
  it('is the next instalment, and opens its form', async () => {
    const { wrapper, desk } = await open()
    const step = wrapper.get('[data-testid=next-step]')
    expect(step.text()).toMatch(/信用贷.*2026年11月26日.*250/)
    await step.get('button').trigger('click')
    expect(desk.asked).toEqual({ kind: 'new', loan: 'l2' })
  })

  it('leads to the talks where a loan is late without an agreement', async () => {
    const { wrapper } = await mountScreen(Page, { facts: aCase(), locale: 'en' })
    const step = wrapper.get('[data-testid=next-step]')
    expect(step.text()).toContain('overdue')
    expect(step.get('a').attributes('href')).toBe('/talks')
  })
})
