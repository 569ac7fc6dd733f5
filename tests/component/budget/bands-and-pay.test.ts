import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { rateOf } from '../../../src/domain/kernel/index.ts'
import BudgetView from '../../../src/ui/budget/BudgetView.vue'
import { aCase, aLoan, anExpense, anIncome, day, yuan } from '../../support/builders.ts'
import { mountScreen } from '../../support/mount-screen.ts'

/** 12,000 without interest, not due yet; 6,000 comes in and 3,300 goes out. */
const facts = aCase({
  budget: {
    ...aCase().budget,
    cash: yuan(2000),
    incomes: [anIncome({ amount: yuan(6000), variation: { low: yuan(5000), high: yuan(6500) } })],
    expenses: [
      anExpense({ amount: yuan(1800) }),
      anExpense({ id: 'food', label: '伙食', category: 'food', amount: yuan(1500), day: 5 }),
    ],
  },
  loans: [
    aLoan({
      rate: rateOf(0, 1, 'year'),
      disbursedOn: day('2026-11-01'),
      firstDueOn: day('2026-12-10'),
    }),
  ],
})

afterEach(() => {
  document.body.replaceChildren()
})

describe('what can be paid a month', () => {
  it('stands three times over, with the day on which it clears all', async () => {
    const { wrapper } = await mountScreen(BudgetView, { facts, locale: 'en' })
    const band = (name: string) => wrapper.get(`[data-testid="band-${name}"]`).text()
    expect(band('safe')).toContain('¥1,160.00')
    expect(band('target')).toContain('¥2,430.00')
    expect(band('stretch')).toContain('¥2,700.00')
    expect(band('stretch')).toContain('12 Apr 2027')
  })

  it('answers what a day of one’s own takes', async () => {
    const { wrapper } = await mountScreen(BudgetView, { facts, locale: 'en' })
    const wish = async (date: string) => {
      const input = wrapper.get('[data-field="wished"] input[type="text"]')
      await input.setValue(date)
      await input.trigger('change')
      await flushPromises()
      return wrapper.get('[data-testid="needed"]').text()
    }
    expect(await wish('2027-05-20')).toBe('That takes ¥2,000.00 a month. Within your means.')
    expect(await wish('2027-02-12')).toContain('¥4,000.00')
    expect(await wish('2027-02-12')).toContain('¥1,570.00 more than the target')
    expect(await wish('2026-12-01')).toBe('There is no payment day before that.')
  })
})

describe('until the next pay', () => {
  it('is what is due, what is short and of what', async () => {
    const { wrapper } = await mountScreen(BudgetView, { facts })
    const text = wrapper.get('[data-testid="pay-period"]').text()
    expect(text).toContain('2026年12月10日会有 ¥6,000.00 进账')
    expect(text).toContain('还差¥1,300.00')
    expect(text).toContain('2026年12月5日的伙食会付不出')
  })
})

describe('the unexpected', () => {
  it('is kept once both its chance and its amount are given, and gone when one is emptied', async () => {
    const { wrapper, cases } = await mountScreen(BudgetView, { facts })
    const enter = async (name: string, text: string) => {
      const input = wrapper.get(`[data-field="${name}"] input`)
      await input.setValue(text)
      await input.trigger('change')
      await flushPromises()
    }
    await enter('surpriseChance', '2.5')
    expect(cases.facts?.budget.surprise).toBeNull()
    await enter('surpriseAmount', '800')
    expect(cases.facts?.budget.surprise).toEqual({
      chance: { numerator: 1, denominator: 40 },
      amount: yuan(800),
    })
    await enter('surpriseAmount', '')
    expect(cases.facts?.budget.surprise).toBeNull()
  })
})
