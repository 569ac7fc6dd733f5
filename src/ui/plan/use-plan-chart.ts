import type { ChartConfiguration } from 'chart.js'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useFiguresStore } from '../../stores/index.ts'
import { useFormat } from '../shared/use-format.ts'
import { useLoanChart } from '../shared/use-loan-chart.ts'
import { remainingMonths } from './remaining-months.ts'

/** The chart of what is left of the plan by loan, with its table and its sentence. */
export function usePlanChart(loanName: (loan: string) => string) {
  const { t } = useI18n()
  const { money, month } = useFormat()
  const loanChart = useLoanChart()
  const figures = useFiguresStore()
  const instalments = computed(() => figures.planProgress?.instalments ?? [])
  const loans = computed(() => [...new Set(instalments.value.map(({ loan }) => loan))])
  const rows = computed(() => remainingMonths(instalments.value, loans.value))

  const config = computed<ChartConfiguration>(() =>
    loanChart({
      loans: loans.value,
      months: rows.value.map((row) => ({ name: month(row.month), amounts: row.remaining })),
      loanName,
      owedToday: figures.owedToday,
    }),
  )
  const sentence = computed(() => {
    const last = rows.value.at(-1)
    if (last === undefined) return ''
    const half = rows.value.find(({ total }) => total * 2 < (figures.planProgress?.total ?? 0))
    const end = month(last.month)
    return half === undefined || half === last
      ? t('plan.chart.short', { end })
      : t('plan.chart.sentence', { half: month(half.month), end })
  })
  const table = computed(() => ({
    columns: [t('plan.column.month'), ...loans.value.map(loanName), t('plan.column.total')],
    rows: rows.value.map((row) => [
      month(row.month),
      ...row.remaining.map(money),
      money(row.total),
    ]),
  }))
  return { config, sentence, table }
}
