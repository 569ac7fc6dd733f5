// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import DiagnosisView from '../../../src/ui/diagnosis/DiagnosisView.vue'
import { aCase, aLoan, anIncome, day, yuan } from '../../support/builders.ts'
import { mountScreen } from '../../support/mount-screen.ts'

const late = aLoan({ disbursedOn: day('2026-06-10'), firstDueOn: day('2026-07-10') })

describe('where a person stands', () => {
  it('says what is owed, how late, what it takes of the income and what comes next', async () => {
    const { wrapper } = await mountScreen(DiagnosisView, {
      facts: aCase({ loans: [late] }),
      locale: 'en',
    })
    // 1,134.72 of an income of 6,500.
    expect(wrapper.get('[data-testid="debt-to-income"]').text()).toContain('17%')
    expect(wrapper.get('[data-testid="months-to-clear"]').text()).toMatch(/\d+ months?/)
    expect(wrapper.text()).toContain('137 days late')
    expect(wrapper.text()).toContain('See proposals')
    expect(wrapper.text()).toContain('five years')
  })

  it('never says that a debt clears when the interest eats the payment', async () => {
    const facts = aCase({ loans: [late] })
    const { wrapper } = await mountScreen(DiagnosisView, {
      facts: { ...facts, budget: { ...facts.budget, incomes: [anIncome({ amount: yuan(1900) })] } },
    })
    expect(wrapper.get('[data-testid="months-to-clear"]').text()).toContain('还不清')
  })

  it('asks for the budget before it claims to know', async () => {
    const facts = aCase({ loans: [late] })
    const { wrapper } = await mountScreen(DiagnosisView, {
      facts: { ...facts, budget: { ...facts.budget, incomes: [] } },
    })
    expect(wrapper.get('[data-testid="debt-to-income"]').text()).toContain('还不知道')
    expect(wrapper.text()).toContain('填收支')
  })

  it('is calm where nothing is late or nothing is entered', async () => {
    const ahead = aLoan({ disbursedOn: day('2026-11-10'), firstDueOn: day('2026-12-10') })
    const { wrapper } = await mountScreen(DiagnosisView, { facts: aCase({ loans: [ahead] }) })
    expect(wrapper.text()).toContain('目前没有逾期')
    const empty = await mountScreen(DiagnosisView, { facts: aCase({ loans: [] }) })
    expect(empty.wrapper.text()).toContain('还没有借款')
  })
})
