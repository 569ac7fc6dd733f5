import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { emptyCase } from '../../../src/domain/case/index.ts'
import { replayLoan } from '../../../src/domain/loan/index.ts'
import { useProposalStore, useGuideStore } from '../../../src/stores/index.ts'
import StartView from '../../../src/ui/start/StartView.vue'
import { aCase, day, yuan } from '../../support/builders.ts'
import { mountScreen } from '../../support/mount-screen.ts'

const nothing = emptyCase('cn', 'CNY', 'zh-CN')
const start = (facts = nothing) => mountScreen(StartView, { facts, at: '/start' })

const label = (wrapper: VueWrapper): string => wrapper.get('[data-testid="guide"] label').text()

/** Answers the question on the page by typing and Enter, as a person without a mouse does. */
async function answer(wrapper: VueWrapper, text: string): Promise<void> {
  const input = wrapper.get<HTMLInputElement>('[data-testid="guide"] input')
  expect(document.activeElement).toBe(input.element)
  await input.setValue(text)
  await input.trigger('keydown', { key: 'Enter' })
  await wrapper.get('form').trigger('submit')
  await flushPromises()
}

async function press(wrapper: VueWrapper, words: string): Promise<void> {
  await wrapper
    .findAll('button')
    .find((button) => button.text() === words)!
    .trigger('click')
  await flushPromises()
}

async function answerAll(wrapper: VueWrapper, answers: readonly string[]): Promise<void> {
  for (const text of answers) await answer(wrapper, text)
}

const LOAN = ['甲消费金融（虚构）', '10000', '893.33', '12']

afterEach(() => {
  document.body.replaceChildren()
})

describe('the guided way', () => {
  it('shows what a loan really costs after four answers', async () => {
    const { wrapper, cases } = await start()
    await answerAll(wrapper, LOAN)
    expect(wrapper.get('[data-testid="true-cost"]').text()).toContain('13.0%')
    expect(wrapper.get('[data-testid="true-cost"]').text()).toContain('多还 ¥719.96')
    expect(cases.facts?.creditors).toMatchObject([{ name: LOAN[0], kind: 'consumer-finance' }])
  })

  it('writes the loan with the payments that were made, on the days that follow', async () => {
    const { wrapper, cases } = await start()
    await answerAll(wrapper, [...LOAN, '2', '2026-10-31'])
    const [loan] = cases.facts!.loans
    expect(loan).toMatchObject({ received: yuan(10_000), firstDueOn: '2026-08-31', dueDay: 31 })
    expect(cases.facts!.payments.map(({ on }) => on)).toEqual(['2026-08-31', '2026-09-30'])
    const state = replayLoan(loan!, cases.facts!.payments, day('2026-11-24'))
    expect([state.overdueDays, state.stage]).toEqual([24, 'M1'])
  })

  it('leads to what can be paid and a first proposal', async () => {
    const { wrapper, cases } = await start()
    await answerAll(wrapper, [...LOAN, '0', '2026-09-10'])
    await press(wrapper, '没有了，继续')
    await answerAll(wrapper, ['5000', '1500', '1200', '800', '300'])
    expect(wrapper.get('[data-testid="guide-affordable"]').text()).toContain('¥1,350.00')
    expect(wrapper.find('[data-testid="first-proposal"]').exists()).toBe(true)
    expect(cases.facts!.budget).toMatchObject({ cash: yuan(300) })
    expect(cases.facts!.budget.expenses.every(({ essential }) => essential)).toBe(true)
    expect(useProposalStore().set?.recommended).not.toBeNull()
  })

  it('takes “I don’t know” for every answer and says what it does with it', async () => {
    const { wrapper, cases } = await start()
    for (
      let asked = 0;
      asked < 12 && wrapper.find('[data-testid="unknown"]').exists();
      asked += 1
    ) {
      await press(wrapper, '不清楚')
      if (wrapper.find('[data-testid="guide-done"]').exists()) await press(wrapper, '没有了，继续')
    }
    expect(cases.facts?.loans).toEqual([])
    expect(wrapper.text()).toContain('实际到手的金额。这笔还没有计入。')
    expect(wrapper.text()).toContain('没有它算不出方案')
    expect(wrapper.get('[data-testid="next-step"]').text()).toContain('还没有能计算的借款')
  })

  it('goes back to an answer and puts the new one in the place of the old', async () => {
    const { wrapper, cases } = await start()
    await answerAll(wrapper, [...LOAN, '2', '2026-10-10'])
    await press(wrapper, '上一题')
    await press(wrapper, '上一题')
    expect(wrapper.get<HTMLInputElement>('[data-testid="guide"] input').element.value).toBe('2')
    await answerAll(wrapper, ['1', '2026-10-10'])
    expect(cases.facts!.loans).toHaveLength(1)
    expect(cases.facts!.loans[0]?.firstDueOn).toBe('2026-09-10')
    expect(cases.facts!.payments).toHaveLength(1)
  })

  it('goes on where it was left', async () => {
    const first = await start()
    await answerAll(first.wrapper, LOAN.slice(0, 2))
    const question = label(first.wrapper)
    expect((await first.services.settings.read()).guides).toMatchObject([{ step: 'instalment' }])
    const guide = useGuideStore()
    await guide.open()
    expect(guide.isUnfinished).toBe(true)
    expect(question).toContain('每一期要还多少钱')
  })

  it('says why numbers do not fit, beside the field, and keeps the question', async () => {
    const { wrapper } = await start()
    await answerAll(wrapper, ['甲银行', '10000', '500', '12'])
    expect(wrapper.get('[data-testid="guide"] .error').text()).toContain('比到手的钱还少')
    expect(label(wrapper)).toContain('一共分多少期')
    await answer(wrapper, '')
    expect(wrapper.get('[data-testid="guide"] .error').text()).toContain('不清楚')
  })

  it('asks a case that has loans only for what it lacks', async () => {
    const { wrapper } = await start(aCase())
    expect(wrapper.text()).toContain('还有别的借款吗')
    expect(wrapper.text()).not.toContain('上一题')
  })
})
