import { afterEach, describe, expect, it } from 'vitest'
import VarianceView from '../../../src/ui/plan/VarianceView.vue'
import { aCase, day, yuan } from '../../support/builders.ts'
import { mountScreen } from '../../support/mount-screen.ts'

const missed = aCase({
  plan: {
    acceptedOn: day('2026-10-20'),
    proposal: 'pro-rata-2026-10-20',
    instalments: [{ loan: 'l1', dueOn: day('2026-11-10'), amount: yuan(300) }],
    figures: null,
  },
})

afterEach(() => {
  document.body.replaceChildren()
})

describe('the plan against what happened', () => {
  it('names what the difference is made of, adding up', async () => {
    const { wrapper } = await mountScreen(VarianceView, { facts: missed, locale: 'en' })
    const causes = wrapper.findAll('section table')[0]
    expect(causes?.text()).toContain('Missed')
    const amounts = causes?.findAll('td.number').map((cell) => cell.text()) ?? []
    expect(amounts[0]).toBe(amounts.at(-1))
    expect(wrapper.text()).toMatch(/more than planned/)
  })

  it('leads to the proposals where there is no plan', async () => {
    const { wrapper } = await mountScreen(VarianceView, { facts: aCase() })
    expect(wrapper.find('a[href="/proposals"]').exists()).toBe(true)
  })

  it('leads from more than planned to a new plan, else on to the agenda', async () => {
    const { wrapper } = await mountScreen(VarianceView, { facts: missed, locale: 'en' })
    const step = wrapper.get('[data-testid=next-step]')
    expect(step.text()).toContain('If it stays hard')
    expect(step.get('a').attributes('href')).toBe('/plan/replan')
    const instalments = [{ loan: 'l1', dueOn: day('2026-12-10'), amount: yuan(300) }]
    const plan = missed.plan === null ? null : { ...missed.plan, instalments }
    const { wrapper: onTrack } = await mountScreen(VarianceView, { facts: { ...missed, plan } })
    expect(onTrack.get('[data-testid=next-step] a').attributes('href')).toBe('/plan/calendar')
  })
})
