import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { aCase, aLoan, aPayment, day, yuan } from '../../support/builders.ts'
import { mountScreen } from '../../support/mount-screen.ts'
import type { Case } from '../../../src/domain/case/index.ts'
import DebtFormView from '../../../src/ui/debts/DebtFormView.vue'
import DebtsView from '../../../src/ui/debts/DebtsView.vue'
import DebtView from '../../../src/ui/debts/DebtView.vue'
import PaymentDialog from '../../../src/ui/frame/PaymentDialog.vue'

const twoLoans = (): Case => ({
  ...aCase(),
  loans: [
    aLoan({
      id: 'l1',
      product: '新贷',
      disbursedOn: day('2026-11-01'),
      firstDueOn: day('2026-12-10'),
    }),
    aLoan({ id: 'l2', product: '旧贷' }),
  ],
})

const enter = async (wrapper: VueWrapper, name: string, text: string): Promise<void> => {
  const input = wrapper.get(`[data-field="${name}"] input`)
  await input.setValue(text)
  await input.trigger('change')
}

const choose = (wrapper: VueWrapper, name: string, value: string): Promise<void> =>
  wrapper.get(`[data-field="${name}"] select`).setValue(value)

const errorOf = (wrapper: VueWrapper, name: string): string =>
  wrapper.get(`[data-field="${name}"] .error`).text()

afterEach(() => {
  document.body.replaceChildren()
})

describe('the list of debts', () => {
  it('puts the most urgent loan first', async () => {
    const { wrapper } = await mountScreen(DebtsView, { facts: twoLoans() })
    const rows = wrapper.findAll('tbody tr').map((row) => row.text())
    expect(rows[0]).toContain('旧贷')
    expect(rows[1]).toContain('新贷')
  })

  it('teaches how to begin where there is no loan', async () => {
    const { wrapper } = await mountScreen(DebtsView, { facts: { ...aCase(), loans: [] } })
    expect(wrapper.text()).toContain('先记下一笔借款')
    expect(wrapper.find('table').exists()).toBe(false)
  })
})

describe('a loan', () => {
  const at = { name: 'debt', params: { id: 'l1' } }

  it('marks what is paid, late and to come', async () => {
    const facts = { ...aCase(), payments: [aPayment({ amount: yuan(1134.72) })] }
    const { wrapper } = await mountScreen(DebtView, { facts, at, today: '2025-09-01' })
    const marks = wrapper.findAll('td.mark').map((cell) => cell.text())
    expect(marks.slice(0, 3)).toEqual(['已还', '逾期', '未到期'])
  })

  it('takes a payment and refuses one that has not happened', async () => {
    const Page = defineComponent(() => () => [h(DebtView), h(PaymentDialog)])
    const { wrapper, cases } = await mountScreen(Page, { facts: aCase(), at })
    const add = wrapper.findAll('button').find((button) => button.text() === '记一笔还款')!
    await add.trigger('click')
    await flushPromises()
    const [amount, on] = wrapper.findAll<HTMLInputElement>('dialog input[type=text]')
    await amount?.setValue('500')
    await amount?.trigger('change')
    await on?.setValue('2027-01-01')
    await on?.trigger('change')
    await wrapper.get('dialog form').trigger('submit')
    await flushPromises()
    expect(wrapper.get('dialog').text()).toContain('不能晚于')
    expect(cases.facts?.payments).toEqual([])
    await on?.setValue('2026-11-20')
    await on?.trigger('change')
    await wrapper.get('dialog form').trigger('submit')
    await flushPromises()
    expect(cases.facts?.payments).toMatchObject([
      { loan: 'l1', on: '2026-11-20', amount: yuan(500), note: '' },
    ])
  })

  it('says in words what a flat rate hides', async () => {
    const loan = aLoan({ method: 'flat-rate' })
    const { wrapper } = await mountScreen(DebtView, { facts: { ...aCase(), loans: [loan] }, at })
    expect(wrapper.text()).toContain('始终按全部借款金额收取')
  })

  it('is deleted only after it was said what goes with it', async () => {
    const facts = { ...aCase(), payments: [aPayment()] }
    const { wrapper, cases } = await mountScreen(DebtView, { facts, at })
    const remove = wrapper.findAll('button').find((button) => button.text() === '删除')!
    await remove.trigger('click')
    expect(cases.facts?.loans).toHaveLength(1)
    expect(wrapper.text()).toContain('将删除这笔借款及 1 条还款记录')
    const confirm = wrapper.findAll('button').find((button) => button.text() === '删除借款')!
    await confirm.trigger('click')
    await expect.poll(() => cases.facts?.loans).toEqual([])
    expect(cases.facts?.payments).toEqual([])
  })
})

describe('the form of a loan', () => {
  const at = { name: 'debt-new' }

  const withContract = (wrapper: VueWrapper): Promise<void> =>
    wrapper.get('[data-field="entry"] input[value="full"]').trigger('change')

  async function fill(wrapper: VueWrapper): Promise<void> {
    await withContract(wrapper)
    await choose(wrapper, 'lender', 'c1')
    await enter(wrapper, 'principal', '12000')
    await enter(wrapper, 'disbursedOn', '2026-01-10')
    await enter(wrapper, 'term', '12')
    await enter(wrapper, 'firstDueOn', '2026-02-10')
    await enter(wrapper, 'rate', '24')
  }

  it('shows every reason beside its field and goes to the first', async () => {
    const { wrapper, cases } = await mountScreen(DebtFormView, { facts: aCase(), at })
    await withContract(wrapper)
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    expect(cases.facts?.loans).toHaveLength(1)
    expect(errorOf(wrapper, 'principal')).toBe('请填写这一项。')
    expect(wrapper.get('[role="alert"]').text()).toContain('合同金额')
    expect(document.activeElement).toBe(wrapper.get('[data-field="lender"] select').element)
  })

  it('does not save what a field could not read', async () => {
    const { wrapper, cases } = await mountScreen(DebtFormView, { facts: aCase(), at })
    await fill(wrapper)
    await enter(wrapper, 'principal', '-5')
    await enter(wrapper, 'dueDay', '32')
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    expect(cases.facts?.loans).toHaveLength(1)
    expect(document.activeElement).toBe(wrapper.get('[data-field="principal"] input').element)
    expect(errorOf(wrapper, 'dueDay')).not.toBe('')
  })

  it('shows what the loan comes to while it is typed, saves it and opens it', async () => {
    const { wrapper, cases, router } = await mountScreen(DebtFormView, { facts: aCase(), at })
    await fill(wrapper)
    expect(wrapper.get('[data-testid="loan-preview"]').text()).toContain('1,134.72')
    await choose(wrapper, 'paid', 'count')
    await enter(wrapper, 'paidCount', '3')
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    const loan = cases.facts?.loans.at(-1)
    expect(loan).toMatchObject({ creditor: 'c1', principal: yuan(12_000), dueDay: 10 })
    expect(cases.facts?.payments).toHaveLength(3)
    await expect.poll(() => router.currentRoute.value.params['id']).toBe(loan?.id)
  })

  it('needs no more than what was received and what is paid', async () => {
    const { wrapper, cases, router } = await mountScreen(DebtFormView, { facts: aCase(), at })
    await choose(wrapper, 'lender', 'c1')
    await enter(wrapper, 'received', '10000')
    await enter(wrapper, 'instalment', '893.33')
    await enter(wrapper, 'term', '12')
    await enter(wrapper, 'firstDueOn', '2026-02-10')
    expect(wrapper.get('[data-testid="loan-preview"]').text()).toContain('13.03%')
    await enter(wrapper, 'paidCount', '2')
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    expect(cases.facts?.loans.at(-1)).toMatchObject({ principal: yuan(10_000), term: 12 })
    expect(cases.facts?.payments).toHaveLength(2)
    await expect.poll(() => router.currentRoute.value.name).toBe('debt')
  })

  it('changes a loan that exists', async () => {
    const edit = { name: 'debt-edit', params: { id: 'l1' } }
    const { wrapper, cases } = await mountScreen(DebtFormView, { facts: aCase(), at: edit })
    await enter(wrapper, 'term', '24')
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    expect(cases.facts?.loans).toEqual([aLoan({ term: 24 })])
    await expect.poll(() => cases.undoLabel).toBe('loan-changed')
  })
})
