import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { aCase, anExpense, anIncome, day, yuan } from '../../support/builders.ts'
import { mountScreen } from '../../support/mount-screen.ts'
import { useFiguresStore } from '../../../src/stores/index.ts'
import { changedBudget, NOTHING_CHANGED, withChange } from '../../../src/ui/proposals/what-if.ts'
import WhatIfView from '../../../src/ui/proposals/WhatIfView.vue'

const base = aCase()
const facts = {
  ...base,
  budget: {
    ...base.budget,
    reserve: yuan(500),
    incomes: [anIncome({ amount: yuan(3000), variation: { low: yuan(2000), high: yuan(4000) } })],
    expenses: [
      anExpense({ id: 'food', amount: yuan(999.99), essential: true }),
      anExpense({ id: 'fun', amount: yuan(100), essential: false }),
    ],
  },
}
const once = { id: 'x', label: 'bonus' }
const nothing = { ...NOTHING_CHANGED, oneOffOn: day('2026-12-24') }

afterEach(() => {
  document.body.replaceChildren()
})

describe('a change that is tried out', () => {
  it('scales every income with its range, and only what is essential', () => {
    const change = { ...nothing, incomePercent: -10, essentialsPercent: 5 }
    const { incomes, expenses } = changedBudget(facts.budget, change, once)
    expect(incomes).toMatchObject([
      { amount: yuan(2700), variation: { low: yuan(1800), high: yuan(3600) } },
    ])
    expect(expenses.map(({ amount }) => amount)).toEqual([yuan(1049.99), yuan(100)])
  })

  it('adds a single sum on its day and sets the reserve', () => {
    const change = { ...nothing, oneOff: yuan(800), reserve: yuan(0) }
    const { incomes, reserve } = changedBudget(facts.budget, change, once)
    expect(reserve).toBe(0)
    expect(incomes.at(-1)).toMatchObject({ amount: yuan(800), every: 'once', from: '2026-12-24' })
  })

  it('is the same case where nothing is changed', () => {
    expect(withChange(facts, nothing, once)).toBe(facts)
    expect(withChange(facts, { ...nothing, reserve: yuan(500) }, once)).toBe(facts)
  })
})

async function mounted() {
  const screen = await mountScreen(WhatIfView, { facts, at: { name: 'what-if' } })
  const slider = (name: string) => screen.wrapper.get(`input[type=range][aria-label="${name}"]`)
  const affordable = () => screen.wrapper.findAll('.stat')[0]!.text()
  return { ...screen, slider, affordable }
}

describe('trying out', () => {
  it('recomputes at once and stores nothing', async () => {
    const { slider, affordable, cases, wrapper } = await mounted()
    const before = affordable()
    const untouched = cases.facts
    await slider('收入').setValue('20')
    expect(affordable()).not.toBe(before)
    expect(affordable()).toContain(/现在：(.*)$/.exec(before)![1])
    expect(wrapper.get('[data-field=incomePercent] input').element).toHaveProperty('value', '20')
    expect(cases.facts).toBe(untouched)
  })

  it('is taken over only after it was said what changes', async () => {
    const { slider, cases, router, wrapper } = await mounted()
    const take = () => wrapper.findAll('button').find((one) => one.text() === '写进我的收支')!
    expect(take().attributes('disabled')).toBeDefined()
    await slider('收入').setValue('10')
    await slider('一笔一次性收入').setValue('100000')
    await take().trigger('click')
    expect(document.body.textContent).toContain('变为现在的 110%')
    const confirm = [...document.querySelectorAll('button')].find(
      (one) => one.textContent.trim() === '修改收支',
    )!
    confirm.click()
    await flushPromises()
    await expect.poll(() => router.currentRoute.value.name).toBe('budget')
    expect(cases.facts?.budget.incomes.map(({ amount }) => amount)).toEqual([
      yuan(3300),
      yuan(1000),
    ])
    expect(useFiguresStore().budget?.monthlyIncome).toBe(yuan(3300))
  })

  it('can be put back as a whole', async () => {
    const { slider, affordable, wrapper } = await mounted()
    const before = affordable()
    await slider('必要开支').setValue('-30')
    expect(affordable()).not.toBe(before)
    await wrapper
      .findAll('button')
      .find((one) => one.text() === '全部还原')!
      .trigger('click')
    expect(affordable()).toBe(before)
  })
})
