import { afterEach, describe, expect, it } from 'vitest'
import { flushPromises } from '@vue/test-utils'
import { aCase, aLoan, anIncome, day, yuan } from '../../support/builders.ts'
import { mountScreen } from '../../support/mount-screen.ts'
import type { Proposal } from '../../../src/domain/proposal/index.ts'
import { useProposalStore } from '../../../src/stores/index.ts'
import CompareView from '../../../src/ui/proposals/CompareView.vue'
import { differences } from '../../../src/ui/proposals/differences.ts'
import { longestWait } from '../../../src/ui/proposals/longest-wait.ts'

const base = aCase()
const facts = {
  ...base,
  loans: [aLoan(), aLoan({ id: 'l2', product: '另一笔', principal: yuan(6000) })],
  budget: { ...base.budget, incomes: [anIncome({ amount: yuan(3000) })] },
}

afterEach(() => {
  document.body.replaceChildren()
})

const at = (chosen: string) => ({ name: 'compare', query: { with: chosen } })

describe('proposals side by side', () => {
  it('show the figures of those that are chosen, one column each', async () => {
    const { wrapper } = await mountScreen(CompareView, { facts, at: at('avalanche,pro-rata') })
    const [avalanche, proRata] = ['avalanche', 'pro-rata'].map((strategy) =>
      useProposalStore().set!.proposals.find((other) => other.strategy === strategy)!,
    )
    const table = wrapper.get('table')
    expect(table.findAll('thead th')).toHaveLength(3)
    const total = table.findAll('tbody tr').find((row) => row.text().includes('从今天起总共还'))!
    const shown = total.findAll('td').map((cell) => cell.text().replaceAll(/[^\d.]/g, ''))
    expect(shown).toEqual(
      [avalanche, proRata].map((proposal) => (proposal!.totalPaid / 100).toFixed(2)),
    )
  })

  it('name the loans on whose terms they are, and only count them where there are many', async () => {
    const termsOf = async (count: number): Promise<string> => {
      const loans = Array.from({ length: count }, (_, n) =>
        aLoan({ id: `l${String(n)}`, product: `第${String(n + 1)}笔` }),
      )
      const many = { ...facts, loans }
      const { wrapper } = await mountScreen(CompareView, { facts: many, at: at('status-quo') })
      const row = wrapper.findAll('tbody tr').find((each) => each.text().includes('条件从哪里来'))!
      return row.get('td').text()
    }
    expect(await termsOf(5)).toContain('第5笔')
    expect(await termsOf(6)).toBe('合同本来就有：6 笔借款')
  })

  it('are four at most: the others can be chosen again once one is taken away', async () => {
    const { wrapper, router } = await mountScreen(CompareView, {
      facts,
      at: at('status-quo,avalanche,snowball,pro-rata'),
    })
    const boxes = () => wrapper.findAll<HTMLInputElement>('input[type=checkbox]')
    expect(boxes().filter(({ element }) => element.checked)).toHaveLength(4)
    expect(boxes().every(({ element }) => element.checked || element.disabled)).toBe(true)
    await boxes()
      .find(({ element }) => element.checked)!
      .setValue(false)
    await flushPromises()
    expect(router.currentRoute.value.query['with']).toBe('avalanche,snowball,pro-rata')
    expect(boxes().some(({ element }) => !element.checked && !element.disabled)).toBe(true)
  })

  it('begin with the contracts and the recommended one', async () => {
    const { wrapper } = await mountScreen(CompareView, { facts, at: { name: 'compare' } })
    const set = useProposalStore().set!
    const best = set.proposals.find(({ id }) => id === set.recommended)!
    const heads = wrapper.findAll('thead')[0]!.text()
    const { wrapper: other } = await mountScreen(CompareView, {
      facts,
      at: at(`status-quo,${best.strategy}`),
    })
    for (const head of other.findAll('thead')[0]!.findAll('th').slice(1))
      expect(heads).toContain(head.text())
  })
})

const one = (parts: Partial<Proposal>): Proposal =>
  ({
    id: 'x',
    strategy: 'avalanche',
    feasible: true,
    totalPaid: yuan(100),
    payoffOn: day('2027-01-01'),
    maxMonthly: yuan(10),
    concession: 1,
    ...parts,
  }) as Proposal

describe('what tells proposals apart', () => {
  it('names the best by each criterion and leaves out where they are equal', () => {
    const cheap = one({ id: 'cheap', totalPaid: yuan(90) })
    const light = one({ id: 'light', maxMonthly: yuan(5) })
    const { found, areAlike } = differences([cheap, light, one({})])
    expect(found.map(({ criterion, best }) => [criterion, best.map(({ id }) => id)])).toEqual([
      ['total', ['cheap']],
      ['monthly', ['light']],
    ])
    expect(areAlike).toBe(false)
  })

  it('never praises what can’t be kept up or never clears', () => {
    const broken = one({ id: 'broken', feasible: false, totalPaid: yuan(1) })
    const endless = one({ id: 'endless', payoffOn: null, maxMonthly: yuan(1) })
    const { found, infeasible, areAlike } = differences([broken, endless, one({}), one({})])
    expect(found).toEqual([])
    expect(infeasible).toEqual([broken])
    expect(areAlike).toBe(true)
  })
})

describe('who waits longest', () => {
  const part = (loan: string, closes: string | null) =>
    ({ loan, closes: closes === null ? null : day(closes) }) as Proposal['perLoan'][number]

  it('is whoever is paid off last, together with its equals', () => {
    const perLoan = [part('a', '2027-01-01'), part('b', '2028-01-01'), part('c', '2028-01-01')]
    expect(longestWait({ perLoan })).toEqual({ until: '2028-01-01', loans: ['b', 'c'] })
  })

  it('is before all others who is never paid off', () => {
    expect(longestWait({ perLoan: [part('a', '2027-01-01'), part('b', null)] })).toEqual({
      until: null,
      loans: ['b'],
    })
  })
})
