import { computed } from 'vue'
import { outlookOf } from '../../domain/diagnosis/index.ts'
import { useDayStore, useFiguresStore } from '../../stores/index.ts'

/** What the debts mean for the household; null until there is a budget. */
export function useOutlook() {
  const days = useDayStore()
  const figures = useFiguresStore()
  return computed(() => {
    const { budget, totals } = figures
    if (budget === null) return null
    const { owedNow, contractualMonthly } = totals
    const averageRate = averageRateOf(figures)
    return outlookOf(budget, { owedNow, contractualMonthly, averageRate, on: days.day })
  })
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
