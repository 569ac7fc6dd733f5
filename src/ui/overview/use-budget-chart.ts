import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { fen, ZERO_FEN } from '../../domain/kernel/index.ts'
import { useFiguresStore } from '../../stores/index.ts'
import { MONEY_USES, moneyUsesChart } from '../shared/money-uses.ts'
import { useFormat } from '../shared/use-format.ts'

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
  const words = computed(() => ({
    essential: t('overview.use.essential'),
    other: t('overview.use.other'),
    cushion: t('overview.use.cushion'),
    creditors: t('overview.use.creditors'),
  }))

  const config = computed(() => moneyUsesChart(words.value, amounts.value, { money, moneyRound }))
  const sentence = computed(() => {
    const disposable = figures.budget?.disposable ?? ZERO_FEN
    const values = { income: money(income.value), essential: money(amounts.value.essential) }
    return disposable < 0
      ? t('overview.use.short', { ...values, short: money(fen(-disposable)) })
      : t('overview.use.sentence', { ...values, creditors: money(amounts.value.creditors) })
  })
  const table = computed(() => ({
    columns: [t('overview.use.what'), t('overview.use.amount'), t('overview.use.share')],
    rows: MONEY_USES.map((use) => [
      words.value[use],
      money(amounts.value[use]),
      income.value > 0 ? percent(amounts.value[use] / income.value, 0) : t('overview.stat.unknown'),
    ]),
  }))
  return { config, sentence, table }
}
