import { afterEach, describe, expect, it } from 'vitest'
import { aCase, aLoan, day, yuan } from '../../support/builders.ts'
import { mountScreen } from '../../support/mount-screen.ts'
import { fractionOf, rateOf } from '../../../src/domain/kernel/index.ts'
import { traceInstalment, traceOwedNow, type Trace } from '../../../src/domain/trace/index.ts'
import TraceNote from '../../../src/ui/shared/trace/TraceNote.vue'

afterEach(() => {
  document.body.replaceChildren()
})

async function open(trace: Trace | null, locale: 'zh-CN' | 'en' = 'en') {
  const props = { of: () => trace, figure: 'Owed today' }
  const { wrapper } = await mountScreen(TraceNote, { facts: aCase(), locale, props })
  const details = wrapper.get('details')
  details.element.open = true
  await details.trigger('toggle')
  return wrapper
}

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ')

describe('how a figure is worked out', () => {
  it('is told in words, with the numbers put in', async () => {
    const wrapper = await open(traceInstalment(aLoan(), 2))
    const text = plain(wrapper.text())
    expect(text).toContain('= principal left before × yearly rate ÷ 12')
    expect(text).toContain('= ¥11,105.28 × 24% ÷ 12')
    expect(text).toContain('= ¥222.11')
    expect(text).toContain('(1 + monthly rate)ⁿ')
    expect(text).toContain('= ¥1,134.72')
    expect(text).toContain('Each step is rounded half up to the fen.')
  })

  it('has the same in Chinese', async () => {
    const text = plain((await open(traceInstalment(aLoan(), 2), 'zh-CN')).text())
    expect(text).toContain('= 期初剩余本金 × 年利率 ÷ 12')
    expect(text).toContain('= ¥1,134.72')
  })

  it('shows rows in a table, and the parts behind them', async () => {
    const penalty = {
      rate: rateOf(5, 10_000, 'day'),
      multiplier: null,
      base: 'overdue-principal',
      compound: false,
      lateFee: { fixed: yuan(20), fraction: fractionOf(1, 100) },
    } as const
    const loan = aLoan({ penalty })
    const wrapper = await open(traceOwedNow({ loan, payments: [], on: day('2025-09-01') }))
    expect(wrapper.findAll('tbody tr').map((row) => row.text())).toContainEqual(
      expect.stringContaining('money paid out'),
    )
    expect(plain(wrapper.text())).toContain('Penalty interest owed: ¥')
    expect(wrapper.findAll('details details')).toHaveLength(3)
  })

  it('says so where there is none', async () => {
    expect((await open(null)).text()).toContain('can’t be taken apart')
  })

  it('works nothing out before it is asked', async () => {
    let asked = 0
    const of = () => {
      asked += 1
      return null
    }
    await mountScreen(TraceNote, { facts: aCase(), props: { of, figure: '' } })
    expect(asked).toBe(0)
  })
})
