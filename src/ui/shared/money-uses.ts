import type { ChartConfiguration } from 'chart.js'
import type { Fen } from '../../domain/kernel/index.ts'
import { chartColours } from './chart-colours.ts'
import type { MoneyWords } from './money-axis.ts'

/** What a month's money is used for. */
export interface MoneyUses<Of> {
  readonly essential: Of
  readonly other: Of
  readonly cushion: Of
  readonly creditors: Of
}

/** In the order in which they are paid. */
export const MONEY_USES = ['essential', 'other', 'cushion', 'creditors'] as const

/** One lying bar for each use, in the same colour on every page; only what is free for lenders has the accent's. */
export function moneyUsesChart(
  labels: MoneyUses<string>,
  amounts: MoneyUses<Fen>,
  { money, moneyRound }: MoneyWords,
): ChartConfiguration {
  const { series, accent } = chartColours()
  const colours: MoneyUses<string | undefined> = {
    essential: series[2],
    other: series[7],
    cushion: series[1],
    creditors: accent,
  }
  return {
    type: 'bar',
    data: {
      labels: MONEY_USES.map((use) => labels[use]),
      datasets: [
        {
          data: MONEY_USES.map((use) => amounts[use]),
          backgroundColor: MONEY_USES.map((use) => colours[use] ?? accent),
          borderRadius: 4,
          maxBarThickness: 28,
        },
      ],
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
