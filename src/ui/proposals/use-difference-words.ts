import { useI18n } from 'vue-i18n'
import type { Proposal } from '../../domain/proposal/index.ts'
import { useFormat } from '../shared/use-format.ts'
import { differences, type Criterion } from './differences.ts'

/** How proposals differ, as one sentence. Empty where there is nothing to tell. */
export function useDifferenceWords() {
  const { t } = useI18n()
  const { money, date } = useFormat()

  const namesOf = (proposals: readonly Proposal[]): string =>
    proposals
      .map(({ strategy }) => t('compare.name', { name: t(`shared.strategy.${strategy}`) }))
      .join(t('compare.and'))

  const valueOf: Readonly<Record<Criterion, (proposal: Proposal) => string>> = {
    total: ({ totalPaid }) => money(totalPaid),
    ends: ({ payoffOn }) => (payoffOn === null ? '' : date(payoffOn)),
    monthly: ({ maxMonthly }) => money(maxMonthly),
    concession: () => '',
  }

  function differenceWords(proposals: readonly Proposal[]): string {
    const { found, infeasible, areAlike } = differences(proposals)
    const parts = [
      ...found.map(({ criterion, best, worst }) =>
        t(`compare.difference.${criterion}`, {
          names: namesOf(best),
          value: best[0] === undefined ? '' : valueOf[criterion](best[0]),
          most: valueOf[criterion](worst),
        }),
      ),
      ...(areAlike ? [t('compare.difference.same')] : []),
      ...(infeasible.length === 0
        ? []
        : [t('compare.difference.infeasible', { names: namesOf(infeasible) })]),
    ].join(t('compare.difference.gap'))
    return parts === ''
      ? ''
      : t('compare.difference.sentence', { parts: parts.charAt(0).toUpperCase() + parts.slice(1) })
  }

  return { differenceWords }
}
