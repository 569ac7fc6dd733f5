import { flushPromises, mount } from '@vue/test-utils'
import type { ChartConfiguration } from 'chart.js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { translator } from '../../support/mount-screen.ts'
import { applyTheme } from '../../../src/ui/shared/appearance.ts'
import ChartCard from '../../../src/ui/shared/ChartCard.vue'

// The test's page has no canvas to draw on; what is drawn, when, is what counts here.
const { drawChart } = vi.hoisted(() => ({ drawChart: vi.fn() }))
vi.mock('../../../src/ui/shared/chart-engine.ts', () => ({ drawChart }))

const destroy = vi.fn()
const config: ChartConfiguration = { type: 'bar', data: { labels: ['一月'], datasets: [] } }
const props = {
  title: '欠款',
  sentence: '一月还清。',
  config,
  table: { columns: ['月份', '甲银行（虚构）'], rows: [['一月', '¥100.00']] },
}

const mountCard = () => mount(ChartCard, { props, global: { plugins: [translator('zh-CN')] } })

beforeEach(() => {
  vi.clearAllMocks()
  drawChart.mockReturnValue({ destroy })
})
afterEach(() => {
  applyTheme('light')()
})

describe('a chart', () => {
  it('says in words and in a table what it shows', async () => {
    const card = mountCard()
    await flushPromises()
    expect(card.get('canvas').attributes('aria-label')).toBe('图表：欠款。一月还清。')
    expect(card.get('figcaption').text()).toBe('一月还清。')
    expect(card.findAll('thead th').map((cell) => cell.text())).toEqual(props.table.columns)
    expect(card.get('tbody th').attributes('scope')).toBe('row')
    expect(card.get('tbody td').text()).toBe('¥100.00')
    expect(drawChart).toHaveBeenCalledOnce()
  })

  it('is drawn again for another theme and for other figures, the old one gone', async () => {
    const card = mountCard()
    await flushPromises()
    applyTheme('dark')
    await nextTick()
    await flushPromises()
    expect(drawChart).toHaveBeenCalledTimes(2)
    await card.setProps({ config: { ...config } })
    await flushPromises()
    expect(drawChart).toHaveBeenCalledTimes(3)
    expect(destroy).toHaveBeenCalledTimes(2)
    card.unmount()
    expect(destroy).toHaveBeenCalledTimes(3)
  })
})
