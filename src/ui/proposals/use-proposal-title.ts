import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Objective, Proposal } from '../../domain/proposal/index.ts'

/** What a proposal is called: its strategy, and for the exact ones what they aim at where it is not the least total. */
export function useProposalTitle(
  proposal: () => Proposal,
  objective: () => Objective,
): ComputedRef<string> {
  const { t } = useI18n()
  return computed(() => {
    const { strategy } = proposal()
    const isExact = strategy === 'optimal' || strategy === 'optimal-now'
    if (!isExact || objective() === 'least-paid') return t(`shared.strategy.${strategy}`)
    return t(`proposals.aimed.${strategy}`, { aim: t(`proposals.objective.${objective()}`) })
  })
}
