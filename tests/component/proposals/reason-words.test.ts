import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { day, yuan } from '../../support/builders.ts'
import { translator } from '../../support/mount-screen.ts'
import { monthOf } from '../../../src/domain/kernel/index.ts'
import {
  FACTOR_NAMES,
  type FactorReason,
  type OpenReason,
  type Reason,
} from '../../../src/domain/proposal/index.ts'
import { useReasonWords } from '../../../src/ui/proposals/use-reason-words.ts'

/** Written as records, so that a code that the domain adds fails to compile here. */
const REASONS: Readonly<Record<Reason['code'], true>> = {
  'below-reserve': true,
  'nothing-affordable': true,
  'longer-than-allowed': true,
  'never-clears': true,
  'over-affordable': true,
  'within-affordable': true,
  'interest-not-covered': true,
  'loan-without-schedule': true,
  'below-reserve-on': true,
  'stop-gap': true,
  'no-offer': true,
  'search-stopped': true,
  'ask-moratorium': true,
  'ask-hardship-relief': true,
  'ask-legal-aid': true,
}
const FACTOR_REASONS: Readonly<Record<FactorReason, true>> = {
  ...REASONS,
  proportional: true,
  unequal: true,
  'within-term': true,
  'beyond-term': true,
  'reserve-kept': true,
  'reserve-broken': true,
  'essentials-kept': true,
  'essentials-cut': true,
  'dates-stated': true,
  'evidence-listed': true,
  'hardship-not-stated': true,
  'asks-stated': true,
  'nothing-asked': true,
  'no-review-needed': true,
  'survives-often': true,
  'survives-seldom': true,
  'nothing-borrowed': true,
  'cash-runs-out': true,
  'rate-within-limit': true,
  'rate-above-limit': true,
  'total-above': true,
  'total-equal': true,
  'total-below': true,
}
const OPEN_REASONS: Readonly<Record<OpenReason, true>> = {
  'review-date-open': true,
  'not-simulated': true,
  'no-limit-known': true,
}
/** They name where to turn to: there is nothing to count. */
const WITHOUT_VALUES: ReadonlySet<Reason['code']> = new Set([
  'no-offer',
  'search-stopped',
  'ask-moratorium',
  'ask-hardship-relief',
  'ask-legal-aid',
])
const codes = Object.keys(REASONS) as Reason['code'][]

/** Reads words inside a component, as every screen does. */
function words(locale: 'zh-CN' | 'en', read: (use: ReturnType<typeof useReasonWords>) => string) {
  const Reader = defineComponent(() => {
    const use = useReasonWords(() => '甲银行（虚构）')
    return () => h('p', read(use))
  })
  return mount(Reader, { global: { plugins: [translator(locale)] } }).text()
}

const isOfLanguage = { 'zh-CN': /[\u4e00-\u9fff]/, en: /[A-Za-z]{3}/ }

describe.each(['zh-CN', 'en'] as const)('reasons in %s', (locale) => {
  it.each(codes)('says %s with its values', (code) => {
    const sentence = words(locale, ({ reasonWords }) =>
      reasonWords({
        code,
        on: day('2027-03-05'),
        month: monthOf(day('2027-03-05')),
        amount: yuan(1234.56),
        loan: 'l1',
        months: 48,
      }),
    )
    expect(sentence).toMatch(isOfLanguage[locale])
    expect(sentence).not.toMatch(/[{}]/)
    expect(WITHOUT_VALUES.has(code) || /1,234\.56|甲银行|48|4/.test(sentence)).toBe(true)
  })

  it.each(codes)('says %s without any value and leaves no gap', (code) => {
    const sentence = words(locale, ({ reasonWords }) => reasonWords({ code }))
    expect(sentence).toMatch(isOfLanguage[locale])
    expect(sentence).not.toMatch(/[{}]| {2}|undefined|“”/)
  })

  it('tells every reason of a factor and every factor apart', () => {
    const factors = (Object.keys(FACTOR_REASONS) as FactorReason[]).map((reason) =>
      words(locale, ({ factorReason }) =>
        factorReason({ name: 'affordable', score: 50, reason, amount: yuan(12), part: 0.5 }),
      ),
    )
    const open = (Object.keys(OPEN_REASONS) as OpenReason[]).map((reason) =>
      words(locale, ({ openReason }) => openReason({ name: 'review-date', reason })),
    )
    const names = FACTOR_NAMES.map((name) =>
      words(locale, ({ factorName }) => factorName({ name })),
    )
    expect(new Set(names).size).toBe(names.length)
    expect([...factors, ...open].every((told) => isOfLanguage[locale].test(told))).toBe(true)
    expect([...factors, ...open].every((told) => !/[{}]/.test(told))).toBe(true)
    expect(new Set([...factors, ...open]).size).toBe(factors.length + open.length)
  })
})
