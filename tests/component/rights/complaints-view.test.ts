// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import ComplaintsView from '../../../src/ui/rights/ComplaintsView.vue'
import { fileComplaint } from '../../../src/domain/conduct/index.ts'
import { markSent } from '../../../src/domain/document/index.ts'
import { aCase, aContact, day } from '../../support/builders.ts'
import { mountScreen } from '../../support/mount-screen.ts'

const facts = aCase({
  contacts: [aContact({ creditor: 'c1', at: '2026-11-20T23:40:00+08:00', conduct: ['threat'] })],
})

afterEach(() => {
  document.body.replaceChildren()
})

describe('complaints', () => {
  it('stand in their order, the police apart, each with its letter', async () => {
    const { wrapper } = await mountScreen(ComplaintsView, { facts, locale: 'en' })
    const steps = wrapper.findAll('[data-testid="complaint-step"]')
    expect(steps[0]!.text()).toContain('110')
    expect(steps[0]!.get('a').attributes('href')).toBe('/letter?letter=police-report&creditor=c1')
    expect(steps[1]!.text()).toContain("The lender's own complaint line")
    expect(steps[1]!.get('a').attributes('href')).toContain('letter=complaint-to-lender')
    expect(steps[1]!.text()).toContain('Check this first')
    const step = wrapper.get('[data-testid="next-step"]')
    expect(step.text()).toContain('begin with')
    await step.get('button').trigger('click')
    expect(document.activeElement?.getAttribute('href')).toContain('letter=complaint-to-lender')
  })

  it('are noted with number and day of reply, and a refusal opens the next step', async () => {
    const { wrapper, cases } = await mountScreen(ComplaintsView, { facts })
    const lender = () => wrapper.findAll('[data-testid="complaint-step"]')[1]!
    await lender().get('button').trigger('click')
    const reference = wrapper.get('[data-field="reference"] input')
    await reference.setValue('GD-17')
    await reference.trigger('change')
    await wrapper.get('dialog form').trigger('submit')
    await flushPromises()
    expect(cases.facts!.complaints).toMatchObject([
      {
        channel: 'cn.channel.lender',
        creditor: 'c1',
        contacts: ['k1'],
        filedOn: '2026-11-24',
        reference: 'GD-17',
        replyDueOn: '2026-12-09',
      },
    ])
    const task = { id: `complaint-${cases.facts!.complaints[0]!.id}`, dueOn: '2026-12-09' }
    expect(cases.facts!.tasks).toMatchObject([{ ...task, doneOn: null }])
    expect(cases.facts!.tasks[0]!.title).toContain('等答复：')
    expect(cases.facts!.complaints[0]!.rules).toContain('cn.conduct.quiet-hours')
    expect(wrapper.get('[data-testid="matter-state"]').text()).toBe('正在等答复')
    expect(lender().text()).toContain('应在2026年12月9日前答复')
    await lender().get('select').setValue('rejected')
    await flushPromises()
    expect(cases.facts!.complaints[0]).toMatchObject({
      outcome: 'rejected',
      closedOn: '2026-11-24',
    })
    expect(cases.facts!.tasks).toMatchObject([{ ...task, doneOn: '2026-11-24' }])
    expect(wrapper.get('[data-testid="next-step"]').text()).toContain('总部')
    const remove = wrapper.findAll('button').find((one) => one.text() === '删除')
    await remove!.trigger('click')
    await flushPromises()
    expect([cases.facts!.complaints, cases.facts!.tasks]).toEqual([[], []])
  })

  it('lead on once the day of the reply is over', async () => {
    const complaint = {
      ...{ id: 'b1', channel: 'cn.channel.lender', creditor: 'c1', contacts: ['k1'], rules: [] },
      ...{ filedOn: day('2026-11-01'), reference: '', replyDueOn: day('2026-11-16') },
      ...{ outcome: null, closedOn: null, note: '', evidence: [] },
    }
    const late = fileComplaint(facts, complaint, { taskTitle: '等答复' })
    const { wrapper, cases } = await mountScreen(ComplaintsView, { facts: late })
    expect(wrapper.get('[data-testid="matter-state"]').text()).toContain('日子已过')
    const onward = wrapper.findAll('button').find((one) => one.text().includes('转下一步'))
    await onward!.trigger('click')
    await flushPromises()
    expect(cases.facts!.complaints[0]).toMatchObject({
      outcome: 'no-reply',
      closedOn: '2026-11-24',
    })
    expect(cases.facts!.tasks).toMatchObject([{ id: 'complaint-b1', doneOn: '2026-11-24' }])
    expect(wrapper.get('[data-testid="next-step"]').text()).toContain('总部')
    expect(wrapper.text()).not.toContain('转下一步')
  })

  it('wait once for the reply to a letter that was marked as sent', async () => {
    const letter = {
      ...{ id: 's1', letter: 'complaint-to-lender', loan: null, creditor: 'c1', locale: 'zh-CN' },
      ...{ title: '投诉', markdown: 'x', savedOn: day('2026-11-20'), versions: [], sent: null },
    }
    const sending = {
      ...{ on: day('2026-11-21'), channel: 'email' as const, reference: 'EM-4' },
      ...{ replyDueOn: day('2026-12-07'), repliedOn: null, evidence: [] },
    }
    const posted = markSent(facts, letter, { sent: sending, taskTitle: '等答复' })
    const { wrapper, cases } = await mountScreen(ComplaintsView, { facts: posted })
    const steps = wrapper.findAll('[data-testid="complaint-step"]')
    const told = steps.filter((step) => step.text().includes('信在2026年11月21日已标记为寄出'))
    expect(told.map((step) => steps.indexOf(step))).toEqual([1])
    await steps[1]!.get('button').trigger('click')
    expect(wrapper.get<HTMLInputElement>('[data-field="reference"] input').element.value).toBe(
      'EM-4',
    )
    await wrapper.get('dialog form').trigger('submit')
    await flushPromises()
    const { complaints, letters, tasks } = cases.facts!
    expect(complaints).toMatchObject([
      { filedOn: '2026-11-21', reference: 'EM-4', replyDueOn: '2026-12-07' },
    ])
    expect(tasks.map(({ id }) => id)).toEqual([`complaint-${complaints[0]!.id}`])
    expect(letters[0]!.sent).toEqual({ ...sending, replyDueOn: null })
    expect(wrapper.text()).not.toContain('已标记为寄出')
  })

  it('can be about what no log shows', async () => {
    const { wrapper } = await mountScreen(ComplaintsView, { facts: aCase() })
    expect(wrapper.text()).toContain('还没有查到可以投诉的问题')
    const [lender, subject] = wrapper.findAll('select')
    await lender!.setValue('c1')
    await subject!.setValue('credit-record')
    expect(wrapper.text()).toContain('征信异议')
    expect(wrapper.text()).toContain('2026年12月14日')
  })
})
