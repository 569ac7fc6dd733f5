// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import LoanRightsView from '../../../src/ui/rights/LoanRightsView.vue'
import ScamView from '../../../src/ui/rights/ScamView.vue'
import { aCase, aContact, aCreditor, aLoan, aPayment, day, yuan } from '../../support/builders.ts'
import { mountScreen } from '../../support/mount-screen.ts'

const at = { name: 'rights-loan', params: { id: 'l1' } }
const loan = aLoan({ disbursedOn: day('2026-06-10'), firstDueOn: day('2026-07-10') })
/** All but the instalment of November: 14 days late on the 24th. */
const paid = ['2026-07-10', '2026-08-10', '2026-09-10', '2026-10-10'].map((on) =>
  aPayment({ id: on, on: day(on), amount: yuan(1134.72) }),
)
const late = aCase({ loans: [loan], payments: paid })

afterEach(() => {
  document.body.replaceChildren()
})

describe('a loan among the stages', () => {
  it('shows what to do now, what may come next with its day, and keeps a tick as a task', async () => {
    const { wrapper, cases } = await mountScreen(LoanRightsView, { facts: late, at })
    expect(wrapper.text()).toContain('大致处在：提醒')
    expect(wrapper.text()).toContain('接下来可能：密集电话')
    expect(wrapper.text()).toContain('2026年12月11日')
    const box = wrapper.get('[data-testid="steps-now"] input')
    await box.setValue(true)
    await flushPromises()
    expect(cases.facts?.tasks).toMatchObject([
      { id: 'cn.stage.reminder/write-down/l1', doneOn: '2026-11-24', loan: 'l1' },
    ])
    expect(wrapper.text()).toContain('2026年11月24日做完')
    await box.setValue(false)
    await flushPromises()
    expect(cases.facts?.tasks).toEqual([])
  })

  it('goes by the log where that shows a later stage, and says so', async () => {
    const contacts = [aContact({ loan: 'l1', channel: 'visit' })]
    const { wrapper } = await mountScreen(LoanRightsView, { facts: { ...late, contacts }, at })
    expect(wrapper.text()).toContain('记录里已经有人上门')
    expect(wrapper.get('[data-testid="steps-now"]').text()).toContain('不付现金')
    expect(wrapper.get('[data-testid="steps-now"]').text()).toContain('前面几步')
  })

  it('says what counts as negative information and that consent comes first', async () => {
    const { wrapper } = await mountScreen(LoanRightsView, { facts: late, at, locale: 'en' })
    const text = wrapper.get('[aria-labelledby="loan-credit"]').text()
    expect(text).toContain('Not paying as the contract says is negative information')
    expect(text).toContain('needs your written consent beforehand')
  })

  it('says how long the credit record keeps it: not begun, kept to a day, by the plan', async () => {
    const running = await mountScreen(LoanRightsView, { facts: late, at, locale: 'en' })
    expect(running.wrapper.get('[data-testid="credit-until"]').text()).toContain('have not begun')
    const payments = [...paid, aPayment({ id: 'p9', on: day('2026-11-20'), amount: yuan(1200) })]
    const kept = await mountScreen(LoanRightsView, { facts: { ...late, payments }, at })
    const text = kept.wrapper.get('[data-testid="credit-until"]').text()
    expect(text).toContain('2026年11月20日结束')
    expect(text).toContain('2031年11月20日')
    const plan = {
      acceptedOn: day('2026-11-23'),
      proposal: 'pro-rata',
      instalments: [{ loan: 'l1', dueOn: day('2027-11-10'), amount: yuan(500) }],
      figures: null,
    }
    const planned = await mountScreen(LoanRightsView, { facts: { ...late, plan }, at })
    expect(planned.wrapper.text()).toContain('2032年11月10日')
  })

  it('gives the days of a dispute and of a complaint', async () => {
    const { wrapper } = await mountScreen(LoanRightsView, { facts: late, at })
    expect(wrapper.text()).toContain('20 日内（2026年12月14日前）')
    expect(wrapper.text()).toContain('2026年12月24日前')
  })

  it('says what the log shows against its lender and what that is good for', async () => {
    const contacts = [
      aContact({ loan: 'l1', at: '2026-11-20T10:00:00+08:00', conduct: ['threat'] }),
      aContact({ id: 'k2', creditor: 'c2', at: '2026-11-20T11:00:00+08:00', conduct: ['abuse'] }),
    ]
    const creditors = [...late.creditors, aCreditor({ id: 'c2' })]
    const shown = (facts: typeof late) => mountScreen(LoanRightsView, { facts, at })
    const { wrapper } = await shown({ ...late, creditors, contacts })
    const text = wrapper.get('[data-testid="loan-breaches"]').text()
    expect(text).toContain('明确的 1 处，可能的 0 处')
    expect(text).toContain('投诉、报警、民事起诉')
    const none = await shown({ ...late, creditors, contacts: contacts.slice(1) })
    expect(none.wrapper.get('[data-testid="loan-breaches"]').text()).toContain('还没有查到')
  })

  it('tells of the notice that has to come before a negative entry', async () => {
    const { wrapper } = await mountScreen(LoanRightsView, { facts: late, at })
    expect(wrapper.text()).toContain('应当事先告知您本人')
  })

  it('is calm where nothing is late, and says where a loan is gone', async () => {
    const ahead = aLoan({ disbursedOn: day('2026-11-10'), firstDueOn: day('2026-12-10') })
    const calm = await mountScreen(LoanRightsView, { facts: aCase({ loans: [ahead] }), at })
    expect(calm.wrapper.find('[data-testid="steps-now"]').exists()).toBe(false)
    expect(calm.wrapper.text()).toContain('没有逾期过')
    expect(calm.wrapper.text()).not.toContain('应当事先告知您本人')
    const gone = { name: 'rights-loan', params: { id: 'l9' } }
    const { wrapper } = await mountScreen(LoanRightsView, { facts: late, at: gone })
    expect(wrapper.text()).toContain('这笔借款不在了')
  })
})

describe('the check of a message', () => {
  const check = async (text: string) => {
    const mounted = await mountScreen(ScamView, { facts: late })
    await mounted.wrapper.get('textarea').setValue(text)
    await mounted.wrapper.get('form').trigger('submit')
    return mounted
  }

  it('explains the signs it finds and keeps nothing by itself', async () => {
    const { wrapper, cases } = await check('恭喜！先交解 冻 费 500元即可放款，转到我个人账户')
    expect(wrapper.text()).toContain('先交钱')
    expect(wrapper.text()).toContain('出现的说法：')
    expect(wrapper.text()).toContain('解冻费')
    await flushPromises()
    expect(cases.facts?.contacts).toEqual([])
  })

  it('never takes silence for safety', async () => {
    const { wrapper } = await check('明天下午三点见')
    expect(wrapper.text()).toContain('这不等于安全')
  })

  it('puts the message into the log only when asked to', async () => {
    const { wrapper, cases } = await check('先交保证金')
    await wrapper.get('[data-testid="scam-result"] select').setValue('wechat')
    await wrapper.get('[data-testid="scam-result"] button').trigger('click')
    await flushPromises()
    await expect.poll(() => wrapper.text()).toContain('已经记进联系记录')
    expect(cases.facts?.contacts).toMatchObject([
      { channel: 'wechat', direction: 'in', notes: '先交保证金', conduct: [] },
    ])
  })

  it('says nothing about an empty field', async () => {
    const { wrapper } = await check('   ')
    expect(wrapper.find('[data-testid="scam-result"]').exists()).toBe(false)
  })
})
