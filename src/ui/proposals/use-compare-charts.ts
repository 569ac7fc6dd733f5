import type { ChartConfiguration } from 'chart.js'
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import {
  addMonths,
  firstOfMonth,
  lastOfMonth,
  monthOf,
  ZERO_FEN,
  type CalendarDate,
  type CalendarMonth,
  type Fen,
} from '../../domain/kernel/index.ts'
import type { CashMonth, Proposal } from '../../domain/proposal/index.ts'
import { balanceMonths, proposalBalances } from '../shared/balance-months.ts'
import { chartColours } from '../shared/chart-colours.ts'
import { moneyAxis, withLines } from '../shared/money-axis.ts'
import { useFormat } from '../shared/use-format.ts'
import { tightestMonth } from './tightest-month.ts'

/** What is drawn side by side. */
export interface CompareSource {
  readonly proposals: readonly Proposal[]
  readonly on: CalendarDate
  readonly reserve: Fen
  readonly owedToday: ReadonlyMap<string, Fen>
}

/** One line for each proposal: amounts by month, null where it has none. */
interface Line {
  readonly label: string
  readonly amounts: readonly (Fen | null)[]
  readonly isDashed?: true
}

const MONTHS_OF_A_YEAR = 12

/** A month after the last one that is given has no amount. */
function useLines() {
  const { t } = useI18n()
  const { money, moneyRound, month } = useFormat()

  const nameOf = ({ strategy }: Proposal): string => t(`shared.strategy.${strategy}`)
  const chart = (
    months: readonly CalendarMonth[],
    lines: readonly Line[],
  ): ChartConfiguration<'line', (number | null)[]> => {
    const { series, warn } = chartColours()
    return {
      type: 'line',
      data: {
        labels: months.map(month),
        datasets: lines.map(({ label, amounts, isDashed }, at) => {
          const colour = isDashed === true ? warn : (series[at % series.length] ?? '')
          return {
            label,
            data: [...amounts],
            borderColor: colour,
            backgroundColor: colour,
            borderWidth: 2,
            borderDash: isDashed === true ? [6, 4] : [],
            pointRadius: 0,
            pointHoverRadius: 4,
            tension: 0,
          }
        }),
      },
      options: withLines(moneyAxis({ money, moneyRound, isStacked: false })) as never,
    }
  }
  return { nameOf, chart }
}

/** From the month of a day on, as many as asked for. */
const monthsFrom = (on: CalendarDate, count: number): readonly CalendarMonth[] =>
  Array.from({ length: count }, (_, ahead) => monthOf(addMonths(firstOfMonth(on), ahead)))

/** What is still owed under each proposal at each month's end. */
export function useBalancesCompared(source: ComputedRef<CompareSource>) {
  const { t } = useI18n()
  const { money, month } = useFormat()
  const { nameOf, chart } = useLines()

  const totals = computed(() =>
    source.value.proposals.map(({ perLoan }) => {
      const { owedToday, on } = source.value
      return balanceMonths(proposalBalances(perLoan, owedToday, on), on).map(({ total }) => total)
    }),
  )
  const months = computed(() =>
    monthsFrom(source.value.on, Math.max(0, ...totals.value.map((row) => row.length))),
  )
  const lines = computed(() =>
    source.value.proposals.map((proposal, at): Line => {
      const own = totals.value[at] ?? []
      return { label: nameOf(proposal), amounts: months.value.map((_, n) => own[n] ?? ZERO_FEN) }
    }),
  )
  const config = computed(() => chart(months.value, lines.value) as ChartConfiguration)
  const sentence = computed(() => {
    const inAYear = lastOfMonth(addMonths(source.value.on, MONTHS_OF_A_YEAR, 1))
    return t('compare.balance.sentence', {
      month: month(inAYear),
      parts: lines.value
        .map(({ label, amounts }) =>
          t('compare.balance.part', {
            name: t('compare.name', { name: label }),
            amount: money(amounts[MONTHS_OF_A_YEAR] ?? ZERO_FEN),
          }),
        )
        .join(t('compare.difference.gap')),
    })
  })
  const table = computed(() => ({
    columns: [t('compare.balance.month'), ...lines.value.map(({ label }) => label)],
    rows: months.value.map((each, n) => [
      month(each),
      ...lines.value.map(({ amounts }) => money(amounts[n] ?? ZERO_FEN)),
    ]),
  }))
  return { config, sentence, table }
}

/** Cash at each month's end under each proposal, against the reserve; a line ends with its proposal. */
export function useCashCompared(source: ComputedRef<CompareSource>) {
  const { t } = useI18n()
  const { money, month } = useFormat()
  const { nameOf, chart } = useLines()

  const months = computed(() => {
    const longest = source.value.proposals.reduce<readonly CashMonth[]>(
      (most, { cashflow }) => (cashflow.length > most.length ? cashflow : most),
      [],
    )
    return longest.map((row) => row.month)
  })
  const lines = computed(() =>
    source.value.proposals.map((proposal): Line => {
      const closing = new Map(proposal.cashflow.map((row) => [row.month, row.closing]))
      return {
        label: nameOf(proposal),
        amounts: months.value.map((each) => closing.get(each) ?? null),
      }
    }),
  )
  const config = computed(() => {
    const { reserve } = source.value
    const line = { label: t('compare.cash.reserve'), amounts: months.value.map(() => reserve) }
    return chart(months.value, [...lines.value, { ...line, isDashed: true }]) as ChartConfiguration
  })
  const sentence = computed(() =>
    t('compare.cash.sentence', {
      reserve: money(source.value.reserve),
      parts: source.value.proposals
        .flatMap((proposal) => {
          const least = tightestMonth(proposal.cashflow)
          return least === null
            ? []
            : [
                t('compare.cash.part', {
                  name: t('compare.name', { name: nameOf(proposal) }),
                  month: month(least.month),
                  amount: money(least.closing),
                }),
              ]
        })
        .join(t('compare.difference.gap')),
    }),
  )
  const table = computed(() => ({
    columns: [t('compare.cash.month'), ...lines.value.map(({ label }) => label)],
    rows: months.value.map((each, n) => [
      month(each),
      ...lines.value.map(({ amounts }) => {
        const amount = amounts[n] ?? null
        return amount === null ? t('compare.cash.ended') : money(amount)
      }),
    ]),
  }))
  return { config, sentence, table }
}
