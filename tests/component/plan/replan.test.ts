import { afterEach, describe, expect, it } from 'vitest'
import type { Case } from '../../../src/domain/case/index.ts'
import PlanView from '../../../src/ui/plan/PlanView.vue'
import ReplanView from '../../../src/ui/plan/ReplanView.vue'
import { aCase, anIncome, aPayment, day, yuan } from '../../support/builders.ts'
import { mountScreen } from '../../support/mount-screen.ts'

const tight: Case = aCase({
  budget: {
    ...aCase().budget,
    cash: yuan(500),
    reserve: yuan(400),
    incomes: [anIncome({ amount: yuan(2500) })],
  },
  plan: {
    acceptedOn: day('2026-11-01'),
    proposal: 'pro-rata-2026-11-01',
    instalments: [{ loan: 'l1', dueOn: day('2026-11-28'), amount: yuan(300) }],
    figures: {
      monthlyIncome: yuan(6500),
      monthlyExpenses: yuan(1800),
      owed: [{ loan: 'l1', amount: yuan(9000) }],
    },
  },
})

afterEach(() => {
  document.body.replaceChildren()
})

describe('trouble ahead', () => {
  it('is told on the plan with the day, what is missing, what it means and the way out', async () => {
    const { wrapper } = await mountScreen(PlanView, { facts: tight })
    const notice = wrapper.get('.notice')
    expect(notice.text()).toMatch(/2026年11月28日.*少.*200/s)
    expect(notice.text()).toContain('还没有约定')
    expect(notice.find('a[href="/plan/replan"]').exists()).toBe(true)
  })

  it('is not told where the money lasts', async () => {
    const { wrapper } = await mountScreen(PlanView, {
      facts: { ...tight, budget: { ...tight.budget, cash: yuan(9000) } },
    })
    expect(wrapper.find('.notice').exists()).toBe(false)
  })

  it('leads over what changed to a proposal of today and the letter that asks for it', async () => {
    const { wrapper } = await mountScreen(ReplanView, {
      facts: { ...tight, budget: { ...tight.budget, cash: yuan(3000) } },
    })
    const income = wrapper.findAll('tbody tr')[0]?.text() ?? ''
    expect(income).toMatch(/每月收入.*6,500.*2,500/s)
    const links = wrapper.findAll('a').map((link) => link.attributes('href') ?? '')
    expect(links.some((href) => /^\/proposals\/./.test(href))).toBe(true)
    expect(links.some((href) => /^\/letter\?.*loan=l1/.test(href))).toBe(true)
  })
})

describe('a loan that is paid', () => {
  it('is walked to its end: the certificate first', async () => {
    const facts: Case = {
      ...tight,
      payments: [aPayment({ on: day('2025-06-20'), amount: yuan(13_000) })],
    }
    const { wrapper, cases } = await mountScreen(PlanView, { facts })
    const closing = wrapper.get('.closing')
    expect(closing.find('a[href^="/letter?letter=settlement-certificate-request"]').exists()).toBe(
      true,
    )
    await closing.findAll('button')[0]?.trigger('click')
    expect(cases.facts?.tasks[0]).toMatchObject({ id: 'credit-record-l1', dueOn: '2027-01-08' })
    expect(wrapper.text()).toContain('一共还了')
  })
})
