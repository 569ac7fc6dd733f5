import { Chart } from 'chart.js'
import { describe, expect, it } from 'vitest'
import '../../../src/ui/shared/chart-engine.ts'
import { shortNames } from '../../../src/ui/shared/chart-legend.ts'

const shortName = (name: string): string | undefined => shortNames([name])[0]
const LONG = '某某市城乡居民互助消费金融股份有限公司（虚构） · 循环信用分期贷款二号'
const LETTERS = 'The Fictitious Consumer Finance Company of the North · Loan 2'

/** The legend of a chart of one dataset. */
function linesOf(dataset: { readonly label?: string }): readonly string[] {
  const chart = {
    data: { datasets: [dataset] },
    legend: { options: { labels: {} } },
    _getSortedDatasetMetas: () => [
      { index: 0, visible: true, controller: { getStyle: () => ({ borderWidth: 0 }) } },
    ],
  }
  const { labels } = Chart.defaults.plugins.legend
  return labels.generateLabels(chart as never).map(({ text }) => text)
}

describe('a name in a legend', () => {
  it('is whole where there is room for it', () => {
    for (const name of ['', '甲银行（虚构）', 'Loan Platform D (fictitious)', '字'.repeat(16)])
      expect(shortName(name)).toBe(name)
  })

  it('leaves out its middle where it is long: what tells it from another at the end stays', () => {
    expect(shortName(LONG)).toBe('某某市城乡居民互助消费…期贷款二号')
    expect(shortName(LETTERS)).toBe('The Fictitious Consume…h · Loan 2')
    expect(shortName('字'.repeat(17))).toBe(`${'字'.repeat(11)}…${'字'.repeat(5)}`)
  })

  it('is longer where two would read the same', () => {
    const branches = ['一', '二'].map((n) => `${'字'.repeat(15)}${n}${'字'.repeat(20)}`)
    expect(shortNames(branches)).toEqual(
      ['一', '二'].map((n) => `${'字'.repeat(15)}${n}字字字…${'字'.repeat(5)}`),
    )
    const alike = ['一', '二'].map((n) => `${'字'.repeat(40)}${n}${'字'.repeat(40)}`)
    expect(shortNames(alike)).toEqual(alike)
    expect(shortNames([LONG, LONG])).toEqual([shortName(LONG), shortName(LONG)])
  })

  it('is never cut within a letter', () => {
    expect(shortName('𠮷'.repeat(40))).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/)
  })

  it('is what every chart of the app shows', () => {
    expect(linesOf({ label: LONG })).toEqual([shortName(LONG)])
  })

  it('need not be there: bars of one kind have none', () => {
    expect(linesOf({})).toEqual([''])
  })
})
