import type { ChartConfiguration } from 'chart.js'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { fen, ZERO_FEN, type Fen } from '../../domain/kernel/index.ts'
import { useFiguresStore } from '../../stores/index.ts'
import { chartColours } from '../shared/chart-colours.ts'
import { useFormat } from '../shared/use-format.ts'

const USES = ['essential', 'other', 'cushion', 'creditors'] as const

interface MoneyWords {
  readonly money: (amount: Fen) => string
  readonly moneyRound: (amount: number) => string
}

/** One lying bar for each use; only what is free for lenders has the accent's colour. */
function barsOf(
  labels: readonly string[],
  data: readonly Fen[],
  { money, moneyRound }: MoneyWords,
): ChartConfiguration {
  const { series, accent } = chartColours()
  const backgroundColor = [series[2] ?? accent, series[7] ?? accent, series[1] ?? accent, accent]
  return {
    type: 'bar',
    data: {
      labels: [...labels],
      datasets: [{ data: [...data], backgroundColor, borderRadius: 4, maxBarThickness: 28 }],
    },
    options: {
      indexAxis: 'y',
      plugins: {
        legend: { display: false },
        tooltip: { callbacks: { label: ({ raw }) => money(raw as Fen) } },
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
}

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

  const config = computed(() =>
    barsOf(
      words.value,
      USES.map((use) => amounts.value[use]),
      { money, moneyRound },
    ),
  )
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
