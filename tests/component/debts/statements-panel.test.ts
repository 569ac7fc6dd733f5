// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { replayLoan } from '../../../src/domain/loan/index.ts'
import { formatYuan, sumFen } from '../../../src/domain/kernel/index.ts'
import StatementsPanel from '../../../src/ui/debts/StatementsPanel.vue'
import { aCase, aLoan, aPayment, day, yuan } from '../../support/builders.ts'
import { mountScreen } from '../../support/mount-screen.ts'

const loan = aLoan({ disbursedOn: day('2026-06-10'), firstDueOn: day('2026-07-10') })
const payment = aPayment({ on: day('2026-07-10'), amount: yuan(1134.72) })
const facts = aCase({ loans: [loan], payments: [payment] })
const owed = replayLoan(loan, [payment], day('2026-11-24')).owedNow

const mounted = () => mountScreen(StatementsPanel, { facts, props: { loan, payments: [payment] } })

async function claim(total: string) {
  const screen = await mounted()
  const { wrapper } = screen
  await wrapper.get('.head button').trigger('click')
  const field = wrapper.get('[data-field="total"] input')
  await field.setValue(total)
  await field.trigger('change')
  await wrapper.get('form').trigger('submit')
  await flushPromises()
  return screen
}

it('keeps what the lender says as a fact and says where it differs', async () => {
  const { cases, wrapper } = await claim(formatYuan(sumFen([owed, yuan(500)])))
  const kept = cases.facts?.loans[0]
  expect(kept?.statements).toMatchObject([{ on: '2026-11-24', total: owed + 50_000 }])
  if (kept !== undefined) await wrapper.setProps({ loan: kept })
  expect(wrapper.get('article').text()).toContain('对方说的比合同算出来的多')
  expect(wrapper.get('article').text()).toContain('500.00')
  expect(wrapper.get('article').text()).toContain('没有说')
})

it('asks for one figure at least and keeps nothing without it', async () => {
  const { cases, wrapper } = await claim('')
  expect(wrapper.get('form').text()).toContain('至少填一项')
  expect(cases.facts?.loans[0]?.statements).toEqual([])
})
