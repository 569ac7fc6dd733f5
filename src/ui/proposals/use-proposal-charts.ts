import type { ChartConfiguration } from 'chart.js'
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { CalendarDate, Fen } from '../../domain/kernel/index.ts'
import type { Proposal } from '../../domain/proposal/index.ts'
import { balanceMonths, proposalBalances, type BalanceMonth } from '../shared/balance-months.ts'
import { chartColours } from '../shared/chart-colours.ts'
import { moneyAxis, withLines } from '../shared/money-axis.ts'
import { useFormat } from '../shared/use-format.ts'
import { useLoanChart } from '../shared/use-loan-chart.ts'
import { tightestMonth } from './tightest-month.ts'

/** What the charts of a proposal are drawn from. */
export interface ChartSource {
  readonly proposal: Proposal
  readonly on: CalendarDate
  readonly reserve: Fen
  /** Of each loan of the case, in the case's order. */
  readonly owedToday: ReadonlyMap<string, Fen>
  readonly loanName: (loan: string) => string
}

/** The chart of balances by loan, stacked, with its table and its sentence. */
export function useBalanceChart(source: ComputedRef<ChartSource>) {
  const { t } = useI18n()
  const { money, month } = useFormat()
  const loanChart = useLoanChart()
  const loans = computed(() => source.value.proposal.perLoan)
  const names = computed(() => loans.value.map(({ loan }) => source.value.loanName(loan)))
  const rows = computed(() =>
    balanceMonths(
      proposalBalances(loans.value, source.value.owedToday, source.value.on),
      source.value.on,
    ),
  )
  const owed = computed(
    () =>
      loans.value.reduce(
        (total, { loan }) => total + (source.value.owedToday.get(loan) ?? 0),
        0,
      ) as Fen,
  )

  const config = computed<ChartConfiguration>(() =>
    loanChart({
      loans: loans.value.map(({ loan }) => loan),
      months: rows.value.map(({ on, left }) => ({ name: month(on), amounts: left })),
      loanName: source.value.loanName,
      owedToday: source.value.owedToday,
    }),
  )
  const sentence = computed(() => {
    const last = rows.value.at(-1)
    if (last === undefined) return ''
    const values = { from: money(owed.value), to: month(last.on), left: money(last.total) }
    if (last.total > 0) return t('proposals.chart.balance.notClearing', values)
    const half = halfOf(rows.value, owed.value)
    return [
      t('proposals.chart.balance.sentence', values),
      ...(half === undefined ? [] : [t('proposals.chart.balance.half', { half: month(half.on) })]),
    ].join(t('proposals.chart.gap'))
  })
  const table = computed(() => ({
    columns: [
      t('proposals.detail.column.month'),
      ...names.value,
      t('proposals.detail.column.total'),
    ],
    rows: rows.value.map(({ on, left, total }) => [month(on), ...left.map(money), money(total)]),
  }))
  return { config, sentence, table }
}

const halfOf = (rows: readonly BalanceMonth[], owed: Fen): BalanceMonth | undefined =>
  rows.find(({ total }) => total * 2 < owed)

/** The chart of the cash at each month's end against the reserve. */
export function useCashChart(source: ComputedRef<ChartSource>) {
  const { t } = useI18n()
  const { money, moneyRound, month } = useFormat()
  const cash = computed(() => source.value.proposal.cashflow)

  const config = computed<ChartConfiguration>(() => {
    const { accent, warn } = chartColours()
    return {
      type: 'line',
      data: {
        labels: cash.value.map((row) => month(row.month)),
        datasets: [
          {
            label: t('proposals.chart.cash.closing'),
            data: cash.value.map(({ closing }) => closing),
            borderColor: accent,
            backgroundColor: accent,
            pointRadius: 2,
            tension: 0,
          },
          {
            label: t('proposals.chart.cash.reserve'),
            data: cash.value.map(() => source.value.reserve),
            borderColor: warn,
            backgroundColor: warn,
            borderDash: [6, 4],
            pointRadius: 0,
          },
        ],
      },
      options: withLines(moneyAxis({ money, moneyRound, isStacked: false })),
    }
  })
  const sentence = computed(() => {
    const least = tightestMonth(cash.value)
    if (least === null) return ''
    const isNegative = least.closing < 0
    return t(`proposals.chart.cash.${isNegative ? 'negative' : 'sentence'}`, {
      month: month(least.month),
      amount: money(Math.abs(least.closing) as Fen),
    })
  })
  const table = computed(() => ({
    columns: [t('proposals.detail.column.month'), t('proposals.detail.column.closing')],
    rows: cash.value.map((row) => [month(row.month), money(row.closing)]),
  }))
  return { config, sentence, table }
}
