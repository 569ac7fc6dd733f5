import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import type { Agreement, Case } from '../../../src/domain/case/index.ts'
import { addMonths } from '../../../src/domain/kernel/index.ts'
import { draftOfAgreement, readAgreement } from '../../../src/ui/talks/agreement-draft.ts'
import AgreementView from '../../../src/ui/talks/AgreementView.vue'
import { aCase, aLoan, day, yuan } from '../../support/builders.ts'
import { mountScreen } from '../../support/mount-screen.ts'

const at = { name: 'agreement', params: { id: 'l1' } }
const today = day('2026-11-24')

const anAgreement = (parts: Partial<Agreement> = {}): Agreement => ({
  id: 'a1',
  signedOn: day('2026-11-20'),
  inWriting: true,
  recorded: false,
  balance: yuan(12_000),
  instalments: [1000, 1000, 900].map((amount, n) => ({
    dueOn: addMonths(day('2026-12-31'), n),
    amount: yuan(amount),
  })),
  fees: [{ label: '手续费', amount: yuan(60), on: null }],
  interestStops: true,
  rate: null,
  stated: ['balance', 'amounts'],
  ...parts,
})

async function enter(wrapper: VueWrapper, name: string, text: string): Promise<void> {
  const input = wrapper.get(`[data-field="${name}"] input`)
  await input.setValue(text)
  await input.trigger('change')
}

const card = (): Case => aCase({ loans: [aLoan({ kind: 'revolving' })] })

afterEach(() => {
  document.body.replaceChildren()
})

describe('the check of an agreement', () => {
  it('says what is missing and what it costs while the terms are entered', async () => {
    const { wrapper } = await mountScreen(AgreementView, { facts: card(), at })
    expect(wrapper.text()).toContain('把纸上写的内容填进来')
    expect(wrapper.text()).not.toContain('没有写明：')
    await enter(wrapper, 'balance', '12000')
    expect(wrapper.text()).not.toContain('把纸上写的内容填进来')
    expect(wrapper.text()).toContain('没有写明：结清前不再申请信用卡的承诺')
    await enter(wrapper, 'monthly', '1100')
    await enter(wrapper, 'count', '12')
    await enter(wrapper, 'firstOn', '2026-12-24')
    expect(wrapper.get('[data-testid="agreement-total"]').text()).toBe('¥13,200.00')
    expect(wrapper.get('[data-testid="agreement-rate"]').text()).toMatch(/^19\.\d\d%$/)
    await wrapper.get('[data-field="interestStops"] select').setValue('yes')
    expect(wrapper.text()).toContain('各期加起来却比欠款多 ¥1,200.00')
  })

  it('keeps the agreement with its loan and goes back to the talks', async () => {
    const { wrapper, cases, router } = await mountScreen(AgreementView, { facts: card(), at })
    await enter(wrapper, 'monthly', '1000')
    await enter(wrapper, 'count', '2')
    await enter(wrapper, 'firstOn', '2026-12-24')
    await wrapper.findAll('button').at(-1)!.trigger('click')
    await flushPromises()
    expect(cases.facts?.loans[0]?.agreements).toMatchObject([
      {
        signedOn: today,
        inWriting: true,
        instalments: [
          { dueOn: '2026-12-24', amount: yuan(1000) },
          { dueOn: '2027-01-24', amount: yuan(1000) },
        ],
      },
    ])
    await expect.poll(() => router.currentRoute.value.name).toBe('talks')
  })

  it('says so where the loan is gone', async () => {
    const gone = { name: 'agreement', params: { id: 'l9' } }
    const { wrapper } = await mountScreen(AgreementView, { facts: card(), at: gone })
    expect(wrapper.text()).toContain('这笔借款不在了')
  })
})

describe('terms in the form', () => {
  it('come out as they went in, the last instalment apart', () => {
    const agreement = anAgreement()
    const draft = draftOfAgreement(agreement, today)
    expect(draft).toMatchObject({ monthly: yuan(1000), count: 3, last: yuan(900), kept: null })
    expect(readAgreement(draft, 'a1')).toEqual(agreement)
  })

  it('are kept as they are where they are not equal', () => {
    const uneven = anAgreement({
      instalments: [
        { dueOn: day('2026-12-10'), amount: yuan(500) },
        { dueOn: day('2027-01-20'), amount: yuan(700) },
        { dueOn: day('2027-02-20'), amount: yuan(900) },
      ],
    })
    const draft = draftOfAgreement(uneven, today)
    expect(draft.kept).toHaveLength(3)
    expect(readAgreement(draft, 'a1')).toEqual(uneven)
  })

  it('without a day of signing are no agreement yet', () => {
    expect(readAgreement({ ...draftOfAgreement(null, today), signedOn: null }, 'a1')).toBeNull()
  })
})
