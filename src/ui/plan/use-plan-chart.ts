import type { ChartConfiguration } from 'chart.js'
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { PlanProgress } from '../../domain/plan/index.ts'
import { loanBars } from '../shared/loan-bars.ts'
import { moneyAxis } from '../shared/money-axis.ts'
import { useFormat } from '../shared/use-format.ts'
import { remainingMonths } from './remaining-months.ts'

/** The chart of what is left of the plan by loan, with its table and its sentence. */
export function usePlanChart(
  progress: ComputedRef<PlanProgress | null>,
  loanName: (loan: string) => string,
) {
  const { t } = useI18n()
  const { money, moneyRound, month } = useFormat()
  const instalments = computed(() => progress.value?.instalments ?? [])
  const loans = computed(() => [...new Set(instalments.value.map(({ loan }) => loan))])
  const rows = computed(() => remainingMonths(instalments.value, loans.value))

  const config = computed<ChartConfiguration>(() => ({
    type: 'bar',
    data: {
      labels: rows.value.map((row) => month(row.month)),
      datasets: loanBars(
        rows.value.map(({ remaining }) => remaining),
        loans.value.map(loanName),
        (n) => t('shared.chart.others', { n }),
      ),
    },
    options: moneyAxis({ money, moneyRound, isStacked: true }),
  }))
  const sentence = computed(() => {
    const last = rows.value.at(-1)
    if (last === undefined) return ''
    const half = rows.value.find(({ total }) => total * 2 < (progress.value?.total ?? 0))
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
