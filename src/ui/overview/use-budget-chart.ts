import type { ChartConfiguration } from 'chart.js'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { fen, ZERO_FEN } from '../../domain/kernel/index.ts'
import { useFiguresStore } from '../../stores/index.ts'
import { chartColours } from '../shared/chart-colours.ts'
import { useFormat } from '../shared/use-format.ts'

const USES = ['essential', 'other', 'cushion', 'creditors'] as const

/** The picture of a month's money by what it is for, with its table and its sentence. */
export function useBudgetChart() {
  const { t } = useI18n()
  const { money, moneyRound, percent } = useFormat()
  const figures = useFiguresStore()

  const amounts = computed(() => {
    const { budget } = figures
    return {
      essential: budget?.monthlyEssential ?? ZERO_FEN,
      other: budget?.monthlyOther ?? ZERO_FEN,
      cushion: budget?.cushion ?? ZERO_FEN,
      creditors: budget?.affordable ?? ZERO_FEN,
    }
  })
  const income = computed(() => figures.budget?.monthlyIncome ?? ZERO_FEN)
  const words = computed(() => USES.map((use) => t(`overview.use.${use}`)))

  const config = computed<ChartConfiguration>(() => {
    const colours = chartColours()
    const [, amber = '', , , , , , grey = ''] = colours.series
    const blue = colours.series[2] ?? ''
    return {
      type: 'bar',
      data: {
        labels: words.value,
        datasets: [
          {
            data: USES.map((use) => amounts.value[use]),
            backgroundColor: [blue, grey, amber, colours.accent],
            borderRadius: 4,
            maxBarThickness: 28,
          },
        ],
      },
      options: {
        indexAxis: 'y',
        plugins: {
          legend: { display: false },
          tooltip: { callbacks: { label: ({ raw }) => money(fen(Number(raw))) } },
        },
        scales: {
          x: {
            beginAtZero: true,
            ticks: { maxTicksLimit: 6, callback: (value) => moneyRound(Number(value)) },
          },
          y: { grid: { display: false } },
        },
      },
    }
  })
  const sentence = computed(() => {
    const disposable = figures.budget?.disposable ?? ZERO_FEN
    const values = { income: money(income.value), essential: money(amounts.value.essential) }
    return disposable < 0
      ? t('overview.use.short', { ...values, short: money(fen(-disposable)) })
      : t('overview.use.sentence', { ...values, creditors: money(amounts.value.creditors) })
  })
  const table = computed(() => ({
    columns: [t('overview.use.what'), t('overview.use.amount'), t('overview.use.share')],
    rows: USES.map((use, at) => [
      words.value[at] ?? '',
      money(amounts.value[use]),
      income.value > 0 ? percent(amounts.value[use] / income.value, 0) : t('overview.stat.unknown'),
    ]),
  }))
  return { config, sentence, table }
}
