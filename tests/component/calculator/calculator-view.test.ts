import type { VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { aCase, aLoan, yuan } from '../../support/builders.ts'
import { mountScreen } from '../../support/mount-screen.ts'
import CalculatorView from '../../../src/ui/calculator/CalculatorView.vue'

const enter = async (wrapper: VueWrapper, name: string, text: string): Promise<void> => {
  const field = wrapper.get(`[data-field="${name}"] input`)
  await field.setValue(text)
  await field.trigger('change')
}

const ask = (wrapper: VueWrapper, question: string) =>
  wrapper.get(`input[type="radio"][value="${question}"]`).trigger('change')

const shown = (wrapper: VueWrapper, name: string): string =>
  wrapper.get(`[data-testid="${name}"]`).text()

afterEach(() => {
  document.body.replaceChildren()
})

describe('what an advert really costs', () => {
  it('says that a flat 0.6 % a month is about 13 % a year', async () => {
    const { wrapper } = await mountScreen(CalculatorView, { facts: aCase(), locale: 'en' })
    expect(shown(wrapper, 'advert-says')).toBe(
      '“0.60% a month” sounds like 7.2% a year. It really costs about 13.0% a year: you pay part of the money back every month, but go on paying for all of it.',
    )
    expect(shown(wrapper, 'simple')).toContain('13.03%')
  })

  it('holds it against the limits for the kind of lender', async () => {
    const { wrapper } = await mountScreen(CalculatorView, { facts: aCase(), locale: 'en' })
    expect(
      wrapper
        .findAll('[data-testid="limit"]')
        .map((box) => box.text())
        .join(),
    ).toContain('is not above 24%')
    await enter(wrapper, 'rate', '1.5')
    expect(
      wrapper
        .findAll('[data-testid="limit"]')
        .map((box) => box.text())
        .join(),
    ).toContain('is above 24%')
    await wrapper.get('[data-field="lender"] select').setValue('other')
    expect(wrapper.find('[data-testid="no-limit"]').exists()).toBe(true)
  })

  it('counts on what arrives', async () => {
    const { wrapper } = await mountScreen(CalculatorView, { facts: aCase() })
    await wrapper.get('[data-field="interestInAdvance"] input').setValue(true)
    expect(shown(wrapper, 'received')).toContain('9,280.00')
    await enter(wrapper, 'upfrontFee', '9500')
    expect(wrapper.text()).toContain('没有钱到手')
  })
})

describe('the rate of what was received and is paid', () => {
  it('comes from three numbers, or from a loan of the case', async () => {
    const facts = { ...aCase(), loans: [aLoan({ received: yuan(11_000) })] }
    const { wrapper } = await mountScreen(CalculatorView, { facts, locale: 'en' })
    await ask(wrapper, 'known')
    expect(wrapper.text()).toContain('Fill in what is required')
    await wrapper.get('[data-field="loan"] select').setValue('l1')
    expect(wrapper.get<HTMLInputElement>('[data-field="received"] input').element.value).toBe(
      '11,000.00',
    )
    expect(shown(wrapper, 'simple')).toContain('41.')
  })

  it('may be below zero: something is missing', async () => {
    const { wrapper } = await mountScreen(CalculatorView, { facts: aCase(), locale: 'en' })
    await ask(wrapper, 'known')
    await enter(wrapper, 'received', '1000')
    await enter(wrapper, 'payment', '50')
    await enter(wrapper, 'count', '12')
    expect(shown(wrapper, 'rate-remark')).toContain('You pay back less than you received')
  })
})

describe('an own list of payments', () => {
  it('is told why it has no rate, and has three where it has one', async () => {
    const { wrapper } = await mountScreen(CalculatorView, { facts: aCase(), locale: 'en' })
    await ask(wrapper, 'flows')
    const amounts = wrapper.findAll('li input[inputmode="decimal"]')
    for (const [at, text] of ['1000', '520', '520'].entries()) {
      await amounts[at]!.setValue(text)
      await amounts[at]!.trigger('change')
    }
    expect(shown(wrapper, 'us-apr')).toContain('31.86%')
    for (const select of wrapper.findAll('li select').slice(1)) await select.setValue('in')
    expect(shown(wrapper, 'rate-remark')).toContain('one way only')
  })
})

describe('two offers', () => {
  it('are told apart in words and figures', async () => {
    const { wrapper } = await mountScreen(CalculatorView, { facts: aCase(), locale: 'en' })
    await ask(wrapper, 'compare')
    expect(shown(wrapper, 'verdict')).toBe('Offer B is cheaper.')
    expect(wrapper.get('table').text()).toContain('13.03%')
    const count = wrapper.findAll('[data-field="count"] input')[1]!
    await count.setValue('36')
    await count.trigger('change')
    expect(shown(wrapper, 'verdict')).toContain('By its rate Offer B is cheaper, but with Offer A')
  })
})
