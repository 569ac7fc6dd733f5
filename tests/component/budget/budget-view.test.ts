import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { aCase, anExpense, anIncome, day, yuan } from '../../support/builders.ts'
import { mountScreen } from '../../support/mount-screen.ts'
import type { Case } from '../../../src/domain/case/index.ts'
import BudgetView from '../../../src/ui/budget/BudgetView.vue'

const row = (wrapper: VueWrapper, list: 'incomes' | 'expenses', at = 0) =>
  wrapper.findAll(`[data-list="${list}"] > li`)[at]!

const field = (wrapper: VueWrapper, list: 'incomes' | 'expenses', name: string) =>
  row(wrapper, list).get(`[data-field="${name}"]`)

/** Types into a field of the first income and leaves it. */
async function type(wrapper: VueWrapper, name: string, text: string): Promise<void> {
  await field(wrapper, 'incomes', name).get('input').setValue(text)
  await field(wrapper, 'incomes', name).get('input').trigger('change')
  await flushPromises()
}

const withoutBudget = (): Case => ({
  ...aCase(),
  budget: { ...aCase().budget, incomes: [], expenses: [] },
})

afterEach(() => {
  document.body.replaceChildren()
})

describe('a row of the budget', () => {
  it('is saved at each edit and can be undone', async () => {
    const { wrapper, cases } = await mountScreen(BudgetView, { facts: aCase() })
    await type(wrapper, 'amount', '5000')
    expect(cases.facts?.budget.incomes[0]?.amount).toBe(yuan(5000))
    await expect.poll(() => cases.undoLabel).toBe('income-changed')
    expect(wrapper.get('[data-testid="affordable"]').text()).toContain('2,880.00')
    await cases.undo()
    await flushPromises()
    expect(cases.facts?.budget.incomes[0]?.amount).toBe(yuan(6500))
    const amount = field(wrapper, 'incomes', 'amount').get('input').element as HTMLInputElement
    expect(amount.value).toBe('6,500.00')
  })

  it.each([
    ['amount', '-5', 'amount'],
    ['day', '32', 'day'],
  ])('does not take %s %s and says why beside it', async (name, text, at) => {
    const { wrapper, cases } = await mountScreen(BudgetView, { facts: aCase() })
    const before = cases.facts
    await type(wrapper, name, text)
    expect(cases.facts).toBe(before)
    expect(field(wrapper, 'incomes', at).find('[aria-invalid="true"]').exists()).toBe(true)
    expect(field(wrapper, 'incomes', at).get('.error').text()).not.toBe('')
  })

  it('does not store an end before its start until it fits', async () => {
    const facts = aCase()
    const incomes = [anIncome({ from: day('2026-05-01') })]
    const { wrapper, cases } = await mountScreen(BudgetView, {
      facts: { ...facts, budget: { ...facts.budget, incomes } },
    })
    await type(wrapper, 'until', '2026-04-30')
    expect(cases.facts?.budget.incomes[0]?.until).toBeNull()
    expect(field(wrapper, 'incomes', 'until').get('.error').text()).toContain('早于开始日期')
    await type(wrapper, 'from', '2026-04-01')
    expect(cases.facts?.budget.incomes[0]).toMatchObject({
      from: '2026-04-01',
      until: '2026-04-30',
    })
    expect(field(wrapper, 'incomes', 'until').find('.error').exists()).toBe(false)
  })

  it('stores a variation once both ends are there and the right way round', async () => {
    const { wrapper, cases } = await mountScreen(BudgetView, { facts: aCase() })
    await type(wrapper, 'low', '7000')
    expect(cases.facts?.budget.incomes[0]?.variation).toBeNull()
    await type(wrapper, 'high', '5000')
    expect(cases.facts?.budget.incomes[0]?.variation).toBeNull()
    expect(field(wrapper, 'incomes', 'low').get('.error').text()).toContain('不能高于')
    await type(wrapper, 'high', '8000')
    expect(cases.facts?.budget.incomes[0]?.variation).toEqual({
      low: yuan(7000),
      high: yuan(8000),
    })
  })

  it('takes the chance of a loss as a percentage', async () => {
    const { wrapper, cases } = await mountScreen(BudgetView, { facts: aCase() })
    await type(wrapper, 'lossChance', '2.5')
    expect(cases.facts?.budget.incomes[0]?.lossChance).toEqual({ numerator: 1, denominator: 40 })
  })

  it('is deleted with a way back', async () => {
    const { wrapper, cases } = await mountScreen(BudgetView, { facts: aCase() })
    await row(wrapper, 'expenses').get('button[aria-label="删除“房租”"]').trigger('click')
    await flushPromises()
    await expect.poll(() => wrapper.find('[data-undo] button').exists()).toBe(true)
    expect(cases.facts?.budget.expenses).toEqual([])
    await wrapper.get('[data-undo] button').trigger('click')
    await expect.poll(() => cases.facts?.budget.expenses).toEqual([anExpense()])
  })
})

describe('adding', () => {
  it('puts the cursor where typing begins', async () => {
    const { wrapper, cases } = await mountScreen(BudgetView, { facts: withoutBudget() })
    const chip = wrapper.findAll('button').find((button) => button.text() === '+ 房租')!
    await chip.trigger('click')
    await flushPromises()
    expect(cases.facts?.budget.expenses[0]).toMatchObject({
      label: '房租',
      category: 'housing',
      essential: true,
      amount: 0,
    })
    const amount = field(wrapper, 'expenses', 'amount').get('input').element as HTMLInputElement
    expect(document.activeElement).toBe(amount)
    expect(amount.value).toBe('')
  })

  it('starts with an income where there is none', async () => {
    const { wrapper, cases } = await mountScreen(BudgetView, { facts: withoutBudget() })
    await wrapper.get('[data-testid="next-step"] button').trigger('click')
    await flushPromises()
    expect(cases.facts?.budget.incomes).toHaveLength(1)
    expect(document.activeElement).toBe(field(wrapper, 'incomes', 'label').get('input').element)
  })
})

describe('the result', () => {
  it('says plainly that nothing is left, and what helps', async () => {
    const facts = aCase()
    const incomes = [anIncome({ amount: yuan(1000) })]
    const { wrapper } = await mountScreen(BudgetView, {
      facts: { ...facts, budget: { ...facts.budget, incomes } },
    })
    expect(wrapper.text()).toContain('比收入多 ¥800.00')
    expect(wrapper.text()).toContain('不是您的过错')
  })

  it('reads as English where the app does', async () => {
    const { wrapper } = await mountScreen(BudgetView, { facts: aCase(), locale: 'en' })
    expect(wrapper.text()).toContain('¥4,700.00 is left')
    expect(wrapper.text()).toContain('you can offer your lenders ¥4,230.00')
  })

  it('keeps back what the person chose instead of the customary tenth', async () => {
    const { wrapper, cases } = await mountScreen(BudgetView, { facts: aCase() })
    const cushion = wrapper.get('[data-field="cushion"] input')
    await cushion.setValue('20')
    await cushion.trigger('change')
    await flushPromises()
    expect(cases.facts?.budget.cushionFraction).toEqual({ numerator: 1, denominator: 5 })
    expect(wrapper.get('[data-testid="affordable"]').text()).toContain('3,760.00')
  })
})
