import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { aCase, anIncome, yuan } from '../../support/builders.ts'
import { mountScreen } from '../../support/mount-screen.ts'
import type { Case } from '../../../src/domain/case/index.ts'
import { useFiguresStore } from '../../../src/stores/index.ts'
import ProposalsView from '../../../src/ui/proposals/ProposalsView.vue'
import ProposalView from '../../../src/ui/proposals/ProposalView.vue'

const withIncome = (monthly: number): Case => {
  const base = aCase()
  return { ...base, budget: { ...base.budget, incomes: [anIncome({ amount: yuan(monthly) })] } }
}

afterEach(() => {
  document.body.replaceChildren()
})

describe('the proposals', () => {
  it('stand beside paying as now, with one recommended and why', async () => {
    const { wrapper } = await mountScreen(ProposalsView, { facts: withIncome(3000) })
    const { proposals } = useFiguresStore().proposalSet!
    expect(wrapper.findAll('article.card')).toHaveLength(proposals.length + 1)
    expect(wrapper.findAll('article.card.recommended')).toHaveLength(1)
    expect(wrapper.get('article.card.recommended').text()).toContain('推荐它，因为')
  })

  it('are not advice when nothing is affordable: what is missing and where to turn', async () => {
    const { wrapper } = await mountScreen(ProposalsView, { facts: withIncome(1000) })
    const text = wrapper.text()
    expect(text).toContain('没有一个方案是还得起的')
    expect(text).toContain('800')
    expect(text).toContain('12348')
    expect(wrapper.find('article.card.recommended').exists()).toBe(false)
  })

  it.each([
    ['a debt', { ...withIncome(3000), loans: [] }, '/debts'],
    ['an income', { ...aCase(), budget: { ...aCase().budget, incomes: [] } }, '/budget'],
  ])('lead to %s where there is none', async (_what, facts, href) => {
    const { wrapper } = await mountScreen(ProposalsView, { facts })
    expect(wrapper.get('a').attributes('href')).toBe(href)
  })
})

describe('one proposal', () => {
  it('becomes the plan only after it was said what that means', async () => {
    const { wrapper, cases, router } = await mountScreen(ProposalView, {
      facts: withIncome(3000),
      at: { name: 'proposal', params: { id: 'pro-rata-2026-11-24' } },
    })
    const figures = useFiguresStore()
    const proposal = figures.proposalSet!.proposals.find(({ strategy }) => strategy === 'pro-rata')!
    const accept = wrapper.findAll('button').find((other) => other.text() === '按这个方案执行')!
    await accept.trigger('click')
    expect(cases.facts?.plan).toBeNull()
    expect(document.body.textContent).toContain('书面答复')
    expect(document.body.textContent).toContain('诉讼时效')
    const confirm = [...document.querySelectorAll('button')].find(
      (other) => other.textContent.trim() === '定为我的计划',
    )!
    confirm.click()
    await flushPromises()
    await expect.poll(() => router.currentRoute.value.name).toBe('plan')
    const instalments = cases.facts?.plan?.instalments ?? []
    expect(instalments.reduce((sum, { amount }) => sum + amount, 0)).toBe(proposal.totalPaid)
  })

  it('that cannot be kept offers neither a plan nor a letter', async () => {
    const { wrapper } = await mountScreen(ProposalView, {
      facts: withIncome(3000),
      at: { name: 'proposal', params: { id: 'status-quo-2026-11-24' } },
    })
    expect(wrapper.text()).toContain('不能定为计划')
    expect(wrapper.findAll('a').some((link) => link.text() === '写协商信')).toBe(false)
  })

  it('of another day is no longer there', async () => {
    const { wrapper } = await mountScreen(ProposalView, {
      facts: withIncome(3000),
      at: { name: 'proposal', params: { id: 'pro-rata-2020-01-01' } },
    })
    expect(wrapper.text()).toContain('没有找到这个方案')
  })
})
