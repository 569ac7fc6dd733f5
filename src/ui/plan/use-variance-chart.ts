import type { ChartConfiguration } from 'chart.js'
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { VariancePoint } from '../../domain/plan/index.ts'
import { chartColours } from '../shared/chart-colours.ts'
import { moneyAxis, withLines } from '../shared/money-axis.ts'
import { useFormat } from '../shared/use-format.ts'

type Course = 'unchanged' | 'planned' | 'actual'

/** The chart of the three courses, with its table and its sentence. */
export function useVarianceChart(points: ComputedRef<readonly VariancePoint[]>) {
  const { t } = useI18n()
  const { money, moneyRound, date } = useFormat()
  const known = computed(() => points.value.filter(({ actual }) => actual !== null))

  const config = computed<ChartConfiguration>(() => {
    const { accent, muted, warn } = chartColours()
    const line = (name: Course, borderColor: string, look: object) => ({
      label: t(`plan.variance.${name}`),
      data: points.value.map((point) => point[name]),
      borderColor,
      backgroundColor: borderColor,
      pointRadius: 2,
      ...look,
    })
    return {
      type: 'line',
      data: {
        labels: points.value.map(({ on }) => date(on)),
        datasets: [
          line('unchanged', warn, { borderDash: [2, 4] }),
          line('planned', muted, { borderDash: [8, 4] }),
          line('actual', accent, { borderWidth: 3 }),
        ],
      },
      options: withLines(moneyAxis({ money, moneyRound, isStacked: false })),
    }
  })
  const sentence = computed(() => {
    const last = known.value.at(-1)
    if (last === undefined || last.actual === null) return ''
    return t('plan.variance.sentence', {
      date: date(last.on),
      actual: money(last.actual),
      planned: money(last.planned),
      unchanged: money(last.unchanged),
    })
  })
  const table = computed(() => ({
    columns: [
      t('plan.variance.day'),
      t('plan.variance.unchanged'),
      t('plan.variance.planned'),
      t('plan.variance.actual'),
    ],
    rows: points.value.map(({ on, unchanged, planned, actual }) => [
      date(on),
      money(unchanged),
      money(planned),
      actual === null ? t('plan.variance.notYet') : money(actual),
    ]),
  }))
  return { config, sentence, table }
}
