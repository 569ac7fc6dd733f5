import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { aCase, anIncome, day, yuan } from '../../support/builders.ts'
import { mountScreen } from '../../support/mount-screen.ts'
import type { Case } from '../../../src/domain/case/index.ts'
import { proposeAll, type Optimality } from '../../../src/domain/proposal/index.ts'
import { weighProposals, type WeighedProposals } from '../../../src/domain/simulation/index.ts'
import { useProposalStore } from '../../../src/stores/index.ts'
import ProposalsView from '../../../src/ui/proposals/ProposalsView.vue'
import ProposalView from '../../../src/ui/proposals/ProposalView.vue'
import type {
  ProposalMessage,
  ProposalRequest,
  StartProposalSearch,
} from '../../../src/workers/index.ts'

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
    const { proposals } = useProposalStore().set!
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

/** A search that says what the test tells it to, when it tells it. */
function toldSearch() {
  const jobs: { request: ProposalRequest; hear: (message: ProposalMessage) => void }[] = []
  let cancelled = 0
  const search: StartProposalSearch = (request, hear) => {
    jobs.push({ request, hear })
    return { cancel: () => (cancelled += 1) }
  }
  return { search, jobs, cancelled: () => cancelled }
}

/** What the worker would find, with an optimum that is proved or not. */
function answerTo(request: ProposalRequest, optimality: Optimality): WeighedProposals {
  const scales = { ...request, runs: 50 }
  const found = proposeAll(request.facts, request.arrangements, request.on)
  const best = found.proposals.find(({ feasible }) => feasible)!
  const exact = { ...best, id: 'optimal-x', strategy: 'optimal' as const, optimality }
  const { objective } = request
  return weighProposals({ ...found, objective, proposals: [exact, ...found.proposals] }, scales)
}

describe('the search for the optimum', () => {
  it('shows the strategies at once, then the proved optimum and each one’s chance', async () => {
    const { search, jobs } = toldSearch()
    const { wrapper } = await mountScreen(ProposalsView, { facts: withIncome(3000), search })
    const cards = () => wrapper.findAll('article.card').length
    const before = cards()
    expect(wrapper.find('article.card.recommended').exists()).toBe(false)
    expect(wrapper.text()).toContain('正在比较')
    jobs[0]!.hear({ kind: 'progress', step: 'optimum' })
    await flushPromises()
    expect(wrapper.get('progress').attributes('value')).toBe('1')
    const weighed = answerTo(jobs[0]!.request, { proved: true, gap: 0 })
    jobs[0]!.hear({ kind: 'result', weighed })
    await flushPromises()
    expect(cards()).toBe(before + 1)
    expect(wrapper.find('progress').exists()).toBe(false)
    expect(wrapper.findAll('.mark').some((mark) => mark.text() === '已证明最省')).toBe(true)
    expect(wrapper.get('article.card.recommended').text()).toContain('坚持到底')
  })

  it('says in words how much is open where nothing is proved', async () => {
    const { search, jobs } = toldSearch()
    const { wrapper } = await mountScreen(ProposalsView, { facts: withIncome(3000), search })
    const weighed = answerTo(jobs[0]!.request, { proved: false, gap: 0.034 })
    jobs[0]!.hear({ kind: 'result', weighed })
    await flushPromises()
    expect(wrapper.get('[role=status]').text()).toContain('3.4%')
    expect(wrapper.text()).not.toContain('已证明最省')
  })

  it('can be stopped and taken up again; what was found stays', async () => {
    const { search, jobs, cancelled } = toldSearch()
    const { wrapper } = await mountScreen(ProposalsView, { facts: withIncome(3000), search })
    const button = (label: string) => wrapper.findAll('button').find((b) => b.text() === label)!
    await button('停止计算').trigger('click')
    expect(cancelled()).toBe(1)
    expect(wrapper.get('[role=status]').text()).toContain('您停止了计算')
    expect(wrapper.findAll('article.card.recommended')).toHaveLength(1)
    await button('再算一次').trigger('click')
    expect(jobs).toHaveLength(2)
    expect(wrapper.text()).toContain('正在比较')
  })

  it('begins anew when facts change, and what the old one says is not heard', async () => {
    const { search, jobs, cancelled } = toldSearch()
    const { cases } = await mountScreen(ProposalsView, { facts: withIncome(3000), search })
    const searched = useProposalStore()
    const old = answerTo(jobs[0]!.request, { proved: true, gap: 0 })
    await cases.change('budget-changed', (facts) => ({
      ...facts,
      budget: { ...facts.budget, incomes: [anIncome({ amount: yuan(4000) })] },
    }))
    expect(cancelled()).toBe(1)
    jobs[0]!.hear({ kind: 'result', weighed: old })
    expect(searched.state).toBe('computing')
    expect(searched.set?.proposals.some(({ strategy }) => strategy === 'optimal')).toBe(false)
    await expect.poll(() => jobs.length).toBe(2)
    expect(jobs[1]!.request.facts.budget.incomes[0]?.amount).toBe(yuan(4000))
  })

  it('aims at what the person chooses, and the cards say so', async () => {
    const { search, jobs } = toldSearch()
    const { wrapper } = await mountScreen(ProposalsView, { facts: withIncome(3000), search })
    const done = answerTo(jobs[0]!.request, { proved: true, gap: 0 })
    jobs[0]!.hear({ kind: 'result', weighed: done })
    await flushPromises()
    await wrapper.get('select').setValue('earliest-clear')
    await expect.poll(() => jobs.length).toBe(2)
    expect(jobs[1]!.request.objective).toBe('earliest-clear')
    const weighed = answerTo(jobs[1]!.request, { proved: true, gap: 0 })
    jobs[1]!.hear({ kind: 'result', weighed })
    await flushPromises()
    expect(wrapper.findAll('h2').some((title) => title.text() === '让步最少：最早还清')).toBe(true)
    expect(wrapper.text()).toContain('已证明最优')
    expect(wrapper.text()).not.toContain('已证明最省')
  })

  it('is not disturbed by what changes no proposal', async () => {
    const { search, jobs, cancelled } = toldSearch()
    const { cases } = await mountScreen(ProposalsView, { facts: withIncome(3000), search })
    await cases.change('debtor-changed', (facts) => ({ ...facts, people: [] }))
    expect([jobs.length, cancelled()]).toEqual([1, 0])
  })
})

describe('one proposal', () => {
  it('says what its proof means and how often it is seen through', async () => {
    const { search, jobs } = toldSearch()
    const { wrapper } = await mountScreen(ProposalView, {
      facts: withIncome(3000),
      search,
      at: { name: 'proposal', params: { id: 'optimal-x' } },
    })
    jobs[0]!.hear({
      kind: 'result',
      weighed: answerTo(jobs[0]!.request, { proved: true, gap: 0 }),
    })
    await flushPromises()
    expect(wrapper.text()).toContain('没有比这更省的还法')
    expect(wrapper.text()).toContain('能不能坚持到底')
    expect(wrapper.text()).toContain('模拟了 50 次')
  })

  it('becomes the plan only after it was said what that means', async () => {
    const { wrapper, cases, router } = await mountScreen(ProposalView, {
      facts: withIncome(3000),
      at: { name: 'proposal', params: { id: 'pro-rata-2026-11-24' } },
    })
    const searched = useProposalStore()
    const proposal = searched.set!.proposals.find(({ strategy }) => strategy === 'pro-rata')!
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

  it('keeps apart what the contract gives, what was offered and what is only asked for, each with its rule', async () => {
    const base = withIncome(3000)
    const offer = {
      id: 'o1',
      kind: 'settlement',
      amount: yuan(6000),
      months: null,
      rate: null,
      deadline: day('2026-12-31'),
      confirmedInWriting: false,
      notes: '',
    } as const
    const facts = {
      ...base,
      budget: { ...base.budget, cash: yuan(20_000) },
      loans: base.loans.map((loan) => ({ ...loan, offers: [offer] })),
    }
    const textOf = async (strategy: string) => {
      const { wrapper } = await mountScreen(ProposalView, {
        facts,
        at: { name: 'proposal', params: { id: `${strategy}-2026-11-24` } },
      })
      return wrapper.get('article.part').text()
    }
    const asked = await textOf('personalised-instalment')
    expect(asked).toContain('这只是请求，对方还没有同意。')
    expect(asked).toContain('协商延长期限、分期还清')
    expect(asked).toContain('民法典')
    const offered = await textOf('settlement')
    expect(offered).toContain('对方口头提出过，先请对方写下来。有效到2026年12月31日。')
    expect(offered).not.toContain('第一次谈时提这个')
    expect(await textOf('status-quo')).toContain('合同本来就有，不需要谁同意。')
  })

  it('of another day is no longer there', async () => {
    const { wrapper } = await mountScreen(ProposalView, {
      facts: withIncome(3000),
      at: { name: 'proposal', params: { id: 'pro-rata-2020-01-01' } },
    })
    expect(wrapper.text()).toContain('没有找到这个方案')
  })
})
