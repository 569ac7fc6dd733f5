import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import type { Case, Talk } from '../../../src/domain/case/index.ts'
import { talkPage } from '../../../src/ui/talks/next-talk.ts'
import TalksView from '../../../src/ui/talks/TalksView.vue'
import { aCase, aCreditor, aLoan, anExpense, anIncome, day, yuan } from '../../support/builders.ts'
import { mountScreen } from '../../support/mount-screen.ts'

const aTalk = (parts: Partial<Talk> = {}): Talk => ({
  id: 't1',
  on: day('2026-11-20'),
  kind: 'asked',
  amount: null,
  months: null,
  concession: null,
  rate: null,
  replyBy: null,
  inWriting: false,
  note: '',
  ...parts,
})

const twoLenders = (): Case =>
  aCase({
    budget: {
      ...aCase().budget,
      cash: yuan(4000),
      incomes: [anIncome({ amount: yuan(6000) })],
      expenses: [
        anExpense({ amount: yuan(1800) }),
        anExpense({ id: 'food', label: '伙食', category: 'food', amount: yuan(1500), day: 5 }),
      ],
    },
    creditors: [aCreditor(), aCreditor({ id: 'c2', name: '乙消费金融（虚构）' })],
    loans: [aLoan({ talks: [aTalk()] }), aLoan({ id: 'l2', creditor: 'c2' })],
  })

/** jsdom has no dialogs: opening one is what matters here. */
HTMLDialogElement.prototype.showModal = function showModal(): void {
  this.open = true
}

const stages = (wrapper: VueWrapper) =>
  wrapper.findAll('[data-testid="talk-stage"]').map((tag) => tag.text())

async function enter(wrapper: VueWrapper, name: string, text: string): Promise<void> {
  const input = wrapper.get(`[data-field="${name}"] input`)
  await input.setValue(text)
  await input.trigger('change')
}

afterEach(() => {
  document.body.replaceChildren()
})

describe('the board of the talks', () => {
  it('puts first who needs the person most, and says the next step', async () => {
    const { wrapper } = await mountScreen(TalksView, { facts: twoLenders() })
    expect(wrapper.findAll('h2').map((heading) => heading.text())).toEqual([
      '答应之前，先算一算',
      '乙消费金融（虚构）',
      '甲银行（虚构）',
    ])
    expect(stages(wrapper)).toEqual(['还没联系', '已提出，等答复'])
    expect(wrapper.get('[data-testid="next-step"]').text()).toContain('先联系“乙消费金融（虚构）”')
    expect(wrapper.get('[data-testid="next-step"] a').text()).toBe('去写信')
  })

  it('leads on from what a lender named, and writes down an answer that is waited for', () => {
    expect(talkPage({ loan: 'l1', move: 'answer' })).toEqual({
      name: 'agreement',
      params: { id: 'l1' },
    })
    expect(talkPage({ loan: 'l1', move: 'get-it-in-writing' })?.query).toEqual({
      loan: 'l1',
      letter: 'agreement-confirmation',
    })
    expect(talkPage({ loan: 'l1', move: 'wait' })).toBeNull()
  })

  it('keeps a counter as a fact and as an offer that the proposals count on', async () => {
    const { wrapper, cases } = await mountScreen(TalksView, { facts: twoLenders() })
    await wrapper.get('button[aria-label="记一次沟通 · 甲银行（虚构）"]').trigger('click')
    expect((wrapper.get('dialog select').element as HTMLSelectElement).value).toBe('countered')
    await enter(wrapper, 'amount', '600')
    await enter(wrapper, 'months', '24')
    await wrapper.get('dialog form').trigger('submit')
    await flushPromises()
    const loan = cases.facts?.loans[0]
    expect(loan?.talks).toHaveLength(2)
    expect(loan?.offers).toMatchObject([{ kind: 'instalment', amount: yuan(600), months: 24 }])
    expect(stages(wrapper)).toEqual(['对方给了条件', '还没联系'])
    await expect.poll(() => cases.undoLabel).toBe('talk-added')
    await cases.undo()
    await flushPromises()
    expect(cases.facts?.loans[0]?.offers).toEqual([])
  })

  it('does not take a day that has not come, and says so beside it', async () => {
    const { wrapper, cases } = await mountScreen(TalksView, { facts: twoLenders() })
    const before = cases.facts
    await wrapper.get('button[aria-label="记一次沟通 · 甲银行（虚构）"]').trigger('click')
    await enter(wrapper, 'on', '2026-11-25')
    await wrapper.get('dialog form').trigger('submit')
    await flushPromises()
    expect(wrapper.get('[data-field="on"] .error').text()).toContain('还没到')
    expect(cases.facts).toBe(before)
  })

  it('a step can be taken back', async () => {
    const { wrapper, cases } = await mountScreen(TalksView, { facts: twoLenders() })
    await wrapper.get('.history button').trigger('click')
    await flushPromises()
    expect(cases.facts?.loans[0]?.talks).toEqual([])
    expect(stages(wrapper)).toEqual(['还没联系', '还没联系'])
  })

  it('has nothing to show where nothing is owed', async () => {
    const { wrapper } = await mountScreen(TalksView, { facts: aCase({ loans: [] }) })
    expect(wrapper.text()).toContain('现在没有需要谈的欠款')
  })
})

describe('the promise guard', () => {
  const answer = (wrapper: VueWrapper) => wrapper.get('[data-testid="guard-answer"]').text()

  it('answers while the amount is typed', async () => {
    const { wrapper } = await mountScreen(TalksView, { facts: twoLenders() })
    expect(answer(wrapper)).toBe('')
    const input = wrapper.get('[data-field="guard-amount"] input')
    await input.setValue('700')
    expect(answer(wrapper)).toContain('可以答应')
    // 4,000 at hand less 1,800 of rent and 1,500 of food leaves 700.
    await input.setValue('701')
    expect(answer(wrapper)).toContain('先别答应')
    expect(answer(wrapper)).toContain('2026年12月5日的伙食会付不出，差 ¥1.00')
    expect(answer(wrapper)).toContain('最多可以答应 ¥700.00')
    await input.setValue('70x')
    expect(answer(wrapper)).toContain('先别答应')
  })
})
