import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { putMember } from '../../../src/domain/case/index.ts'
import HistoryView from '../../../src/ui/history/HistoryView.vue'
import { aCase, aPayment } from '../../support/builders.ts'
import { mountScreen } from '../../support/mount-screen.ts'

afterEach(() => {
  document.body.replaceChildren()
})

async function open() {
  const mounted = await mountScreen(HistoryView, { facts: aCase() })
  const { cases, wrapper } = mounted
  await cases.change('payment-added', (facts) => putMember(facts, 'payments', aPayment()))
  await cases.change('payment-added', (facts) =>
    putMember(facts, 'payments', aPayment({ id: 'p2' })),
  )
  await expect.poll(() => wrapper.findAll('tbody tr').length).toBe(2)
  return mounted
}

describe('the history of changes', () => {
  it('says what was changed, and marks what was undone', async () => {
    const { wrapper, cases } = await open()
    expect(wrapper.findAll('tbody tr')[0]?.text()).toContain('记录还款')
    await cases.undo()
    await expect.poll(() => wrapper.findAll('tbody tr')[0]?.text()).toContain('已撤销')
    expect(wrapper.findAll('tbody button')).toHaveLength(1)
    expect(wrapper.get('[data-testid="next-step"] a').text()).toBe('回到总览')
  })

  it('restores an earlier state as a change that can be undone', async () => {
    const { wrapper, cases } = await open()
    await wrapper.findAll('tbody button')[1]?.trigger('click')
    await wrapper.get('dialog button:last-child').trigger('click')
    await expect.poll(() => cases.facts?.payments).toEqual([])
    await expect.poll(() => wrapper.get('[role=status]').text()).toContain('已恢复')
    await expect.poll(() => wrapper.findAll('tbody tr')[0]?.text()).toContain('恢复到以前的样子')
    await cases.undo()
    await flushPromises()
    expect(cases.facts?.payments).toHaveLength(2)
  })
})
