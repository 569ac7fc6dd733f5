import { computed } from 'vue'
import { outlookOf } from '../../domain/diagnosis/index.ts'
import type { Pace } from '../../domain/trace/index.ts'
import { useDayStore, useFiguresStore } from '../../stores/index.ts'

/** What the debts mean for the household; null until there is a budget. */
export function useOutlook() {
  const days = useDayStore()
  const figures = useFiguresStore()
  /** What clearing at today's pace is reckoned from. */
  const pace = computed<Pace | null>(() => {
    const { budget, totals } = figures
    if (budget === null) return null
    const { affordable } = budget
    const averageRate = averageRateOf(figures)
    return { owedNow: totals.owedNow, affordable, averageRate }
  })
  const outlook = computed(() => {
    const { budget, totals } = figures
    if (budget === null || pace.value === null) return null
    return outlookOf(budget, {
      ...pace.value,
      contractualMonthly: totals.contractualMonthly,
      on: days.day,
    })
  })
  return { outlook, pace }
}

/** The loans' yearly rates weighted by what is owed. */
function averageRateOf({ costs, states }: ReturnType<typeof useFiguresStore>): number {
  let [weighted, owed] = [0, 0]
  for (const [id, { owedNow }] of states) {
    weighted += (costs.get(id)?.nominalAnnual ?? 0) * owedNow
    owed += owedNow
  }
  return owed === 0 ? 0 : weighted / owed
}
