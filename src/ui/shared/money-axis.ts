import type { ChartOptions } from 'chart.js'
import type { Fen } from '../../domain/kernel/index.ts'

export interface MoneyWords {
  readonly money: (amount: Fen) => string
  readonly moneyRound: (amount: number) => string
}

/** What the colours mean, below the chart. */
export const LEGEND_BELOW = {
  position: 'bottom',
  labels: { boxWidth: 12, boxHeight: 12 },
} as const

/** Options of a chart of money over months: data in fen, whole yuan on the axis, fen in the tooltip. */
export const moneyAxis = ({
  money,
  moneyRound,
  isStacked,
}: MoneyWords & { readonly isStacked: boolean }): ChartOptions => ({
  interaction: { mode: 'index', intersect: false },
  scales: {
    x: {
      stacked: isStacked,
      grid: { display: false },
      ticks: { maxTicksLimit: 8, maxRotation: 0 },
    },
    y: {
      stacked: isStacked,
      beginAtZero: true,
      ticks: { maxTicksLimit: 6, callback: (value) => moneyRound(Number(value)) },
    },
  },
  plugins: {
    legend: LEGEND_BELOW,
    tooltip: {
      callbacks: {
        label: ({ dataset, raw }) => `${dataset.label ?? ''} ${money(raw as Fen)}`,
      },
    },
  },
})

/** The legend shows each line as it is drawn. */
export const withLines = (options: ChartOptions): ChartOptions => ({
  ...options,
  plugins: {
    ...options.plugins,
    legend: { position: 'bottom', labels: { usePointStyle: true, pointStyle: 'line' } },
  },
})
